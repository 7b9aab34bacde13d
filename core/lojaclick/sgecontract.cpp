// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/outsidecalls.h"
#include "core/lojaclick/sgegateway.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView contractTable = u"SCONTRATO";

} // namespace

Result<std::optional<PreContract>> SgeGateway::readPreContract(const char *name, const QString &ra, qint64 termId,
                                                               const QString &code, rm::ExchangeLog &log)
{
    const auto record =
        m_client.readRecord(name, m_settings.contractServer, contractKey(ra, termId, code), m_context, log);
    if (!record)
        return tl::unexpected(record.error());
    const rm::Row *row = record->first(contractTable);
    if (!row)
        return std::nullopt;
    const QString column = m_settings.contractNumberColumn.toUpper();
    return PreContract {row->value(u"CODCONTRATO"_s), row->value(u"STATUS"_s),
                        column.isEmpty() ? QString() : row->value(column)};
}

Result<std::optional<PreContract>> SgeGateway::findPreContract(const QString &ra, qint64 termId, const QString &code,
                                                               rm::ExchangeLog &log)
{
    return readPreContract(call::contractFind, ra, termId, code, log);
}

Result<> SgeGateway::savePreContract(const Sale &sale, const QString &ra, const QString &code, rm::ExchangeLog &log)
{
    const QString company = QString::number(m_context.company.value());
    const QString term = QString::number(sale.termId);
    const QList<QPair<QString, QString>> columns {{u"CODCOLIGADA"_s, company},
                                                  {u"RA"_s, ra},
                                                  {u"IDPERLET"_s, term},
                                                  {u"CODCONTRATO"_s, code},
                                                  // The shop's wall clock: RM keeps local time without a zone.
                                                  {u"DTCONTRATO"_s, sale.soldAt.toString(u"yyyy-MM-ddTHH:mm:ss"_s)},
                                                  {u"TIPOCONTRATO"_s, u"P"_s},
                                                  {u"STATUS"_s, u"N"_s}};
    const QString xml = rm::recordXml(rm::dataSetNameOf(m_settings.contractServer), {{u"SContrato"_s, columns}});
    const auto shape = rm::KeyShape().known(company).known(ra).known(term).known(code);
    const auto key = m_client.saveRecord(call::contractSave, m_settings.contractServer, xml, m_context, shape, log);
    if (!key)
        return tl::unexpected(key.error());
    return {};
}

Result<GuardianKey> SgeGateway::readGuardianOfStudent(const QString &ra, rm::ExchangeLog &log)
{
    const QString key = QString::number(m_context.company.value()) + u';' + ra;
    const auto record = m_client.readRecord(call::payerRead, u"EduAlunoData"_s, key, m_context, log);
    if (!record)
        return tl::unexpected(record.error());
    const rm::Row *row = record->first(u"SALUNO");
    if (!row)
        return failure(ErrorCode::NotFound, u"O aluno %1 não existe no SGE."_s.arg(ra));
    const QString code = row->value(u"CODCFO"_s);
    if (code.isEmpty())
        return failure(ErrorCode::NotFound, u"O aluno %1 não tem responsável financeiro no SGE."_s.arg(ra));
    const bool saysCompany = row->columns.contains(u"CODCOLCFO"_s);
    return GuardianKey {saysCompany ? CompanyId(row->number(u"CODCOLCFO"_s)) : guardianCompany(), code};
}

Result<PreContract> SgeGateway::readContract(const QString &ra, qint64 termId, const QString &code,
                                             rm::ExchangeLog &log)
{
    const auto contract = readPreContract(call::contractRead, ra, termId, code, log);
    if (!contract)
        return tl::unexpected(contract.error());
    if (!*contract)
        return failure(ErrorCode::NotFound, u"O pré-contrato %1 não existe no SGE."_s.arg(code));
    return **contract;
}

Result<> SgeGateway::linkContractNumber(const QString &ra, qint64 termId, const QString &code, const QString &number,
                                        rm::ExchangeLog &log)
{
    const QString column = m_settings.contractNumberColumn.toUpper();
    if (column.isEmpty())
        return {};
    const auto record =
        m_client.readRecord(call::linkFind, m_settings.contractServer, contractKey(ra, termId, code), m_context, log);
    if (!record)
        return tl::unexpected(record.error());
    const rm::Row *row = record->first(contractTable);
    if (!row)
        return failure(ErrorCode::NotFound, u"O pré-contrato %1 não existe no SGE."_s.arg(code));
    if (row->value(column) == number)
        return {};
    const QString xml =
        rm::changedRecordXml(rm::dataSetNameOf(m_settings.contractServer), *record, contractTable, {{column, number}});
    const auto shape = rm::KeyShape()
                           .known(QString::number(m_context.company.value()))
                           .known(ra)
                           .known(QString::number(termId))
                           .known(code);
    const auto key = m_client.saveRecord(call::contractLink, m_settings.contractServer, xml, m_context, shape, log);
    if (!key)
        return tl::unexpected(key.error());
    return {};
}

} // namespace ponte::lojaclick
