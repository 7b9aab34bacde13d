// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/outsidecalls.h"
#include "core/lojaclick/sgegateway.h"
#include "core/rm/filter.h"

#include <algorithm>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> misfit(const QString &field, const QString &message)
{
    return failure(ErrorCode::Rule, message, {}, field);
}

/// RM leaves NULL columns out, and what is not said cannot differ.
bool differs(const rm::Row &row, const QString &column, qint64 wanted)
{
    return row.columns.contains(column) && row.number(column) != wanted;
}

Result<> checkPlace(const rm::Row &row, const QString &what, const Sale &sale)
{
    if (differs(row, u"CODFILIAL"_s, sale.branch.value())) {
        return misfit(u"codFilial"_s, u"%1 é da filial %2, não da filial %3."_s.arg(
                                          what, row.value(u"CODFILIAL"_s), QString::number(sale.branch.value())));
    }
    if (differs(row, u"CODTIPOCURSO"_s, sale.level.value())) {
        return misfit(u"codTipoCurso"_s, u"%1 é do nível de ensino %2, não do nível %3."_s.arg(
                                             what, row.value(u"CODTIPOCURSO"_s), QString::number(sale.level.value())));
    }
    return {};
}

QString missing(const QString &what, const Sale &sale)
{
    return u"%1 não foi encontrado na coligada %2 para o nível de ensino %3."_s.arg(
        what, QString::number(sale.company.value()), QString::number(sale.level.value()));
}

} // namespace

Result<OfferFacts> SgeGateway::checkOffer(const Sale &sale, rm::ExchangeLog &log)
{
    OfferFacts facts;
    if (const auto checked = checkCourseOffer(sale, facts, log); !checked)
        return tl::unexpected(checked.error());
    if (const auto checked = checkTerm(sale, log); !checked)
        return tl::unexpected(checked.error());
    if (const auto checked = checkClass(sale, log); !checked)
        return tl::unexpected(checked.error());
    Result<QList<qint64>> subjects = readSubjects(sale, log);
    if (!subjects)
        return tl::unexpected(subjects.error());
    facts.subjects = std::move(*subjects);
    return facts;
}

Result<> SgeGateway::checkCourseOffer(const Sale &sale, OfferFacts &facts, rm::ExchangeLog &log)
{
    const QString table = u"SHABILITACAOFILIAL"_s;
    const QString filter = rm::Filter(table)
                               .equals(u"CODCOLIGADA", sale.company.value())
                               .equals(u"IDHABILITACAOFILIAL", sale.courseOfferId)
                               .toText();
    const auto set = m_client.readView(call::offerRead, u"EduHabilitacaoFilialData"_s, filter, m_context, log);
    if (!set)
        return tl::unexpected(set.error());
    const QString what = u"O curso ofertado (matriz aplicada %1)"_s.arg(sale.courseOfferId);
    const rm::Row *row = set->first(table);
    if (!row)
        return misfit(u"matricula.idHabilitacaoFilial"_s, missing(what, sale));
    facts.course = row->value(u"CODCURSO"_s);
    facts.habilitation = row->value(u"CODHABILITACAO"_s);
    facts.matrix = row->value(u"CODGRADE"_s);
    facts.shift = row->value(u"CODTURNO"_s);
    return checkPlace(*row, what, sale);
}

Result<> SgeGateway::checkTerm(const Sale &sale, rm::ExchangeLog &log)
{
    const QString table = u"SPLETIVO"_s;
    const QString filter =
        rm::Filter(table).equals(u"CODCOLIGADA", sale.company.value()).equals(u"IDPERLET", sale.termId).toText();
    const auto set = m_client.readView(call::offerTerm, u"EduPLetivoData"_s, filter, m_context, log);
    if (!set)
        return tl::unexpected(set.error());
    const QString what = u"O período letivo %1"_s.arg(sale.termId);
    const rm::Row *row = set->first(table);
    if (!row)
        return misfit(u"matricula.idPerlet"_s, missing(what, sale));
    return checkPlace(*row, what, sale);
}

Result<> SgeGateway::checkClass(const Sale &sale, rm::ExchangeLog &log)
{
    const QString table = u"STURMA"_s;
    const QString filter = rm::Filter(table)
                               .equals(u"CODCOLIGADA", sale.company.value())
                               .equals(u"IDPERLET", sale.termId)
                               .equals(u"CODTURMA", sale.classCode)
                               .toText();
    const auto set = m_client.readView(call::offerClass, u"EduTurmaData"_s, filter, m_context, log);
    if (!set)
        return tl::unexpected(set.error());
    const QString what = u"O código de turma %1"_s.arg(sale.classCode);
    const QList<rm::Row> rows = set->rowsOf(table);
    if (rows.isEmpty()) {
        return misfit(u"matricula.codTurma"_s,
                      u"%1 não foi encontrado no período letivo %2."_s.arg(what, QString::number(sale.termId)));
    }
    // Two branches may use the same code in one term.
    const auto ours = std::find_if(rows.begin(), rows.end(), [&sale](const rm::Row &row) {
        return !differs(row, u"CODFILIAL"_s, sale.branch.value());
    });
    const rm::Row &row = ours == rows.end() ? rows.first() : *ours;
    if (const auto placed = checkPlace(row, what, sale); !placed)
        return placed;
    if (differs(row, u"IDHABILITACAOFILIAL"_s, sale.courseOfferId)) {
        return misfit(u"matricula.idHabilitacaoFilial"_s,
                      u"%1 é da matriz aplicada %2, não da %3."_s.arg(what, row.value(u"IDHABILITACAOFILIAL"_s),
                                                                      QString::number(sale.courseOfferId)));
    }
    return {};
}

Result<QList<qint64>> SgeGateway::readSubjects(const Sale &sale, rm::ExchangeLog &log)
{
    const QString table = u"STURMADISC"_s;
    const QString filter = rm::Filter(table)
                               .equals(u"CODCOLIGADA", sale.company.value())
                               .equals(u"IDPERLET", sale.termId)
                               .equals(u"CODTURMA", sale.classCode)
                               .toText();
    const auto set = m_client.readView(call::offerSubjects, u"EduTurmaDiscData"_s, filter, m_context, log);
    if (!set)
        return tl::unexpected(set.error());
    QList<qint64> subjects;
    for (const rm::Row &row : set->rowsOf(table)) {
        const QString active = row.value(u"ATIVA"_s);
        const bool isInactive = active == "N"_L1 || active == "F"_L1 || active == "0"_L1;
        const qint64 id = row.number(u"IDTURMADISC"_s);
        if (id > 0 && !isInactive && !differs(row, u"CODFILIAL"_s, sale.branch.value()) && !subjects.contains(id))
            subjects << id;
    }
    if (subjects.isEmpty())
        return misfit(u"matricula.codTurma"_s, u"A turma %1 não tem disciplinas ativas."_s.arg(sale.classCode));
    std::sort(subjects.begin(), subjects.end());
    return subjects;
}

} // namespace ponte::lojaclick
