// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/sgelookups.h"

#include "core/lojaclick/outsidecalls.h"
#include "core/rm/filter.h"

#include <algorithm>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

struct SgeLookups::Source {
    const char *name;
    QString server;
    QString table;
    QString filter;
    QString codeColumn;
    QStringList nameColumns; ///< the first that is not empty
};

namespace {

// A catalogue is asked for before branch and level are known; RM's context wants some.
constexpr BranchId anyBranch {1};
constexpr LevelId anyLevel {1};

bool byCode(const LookupRow &left, const LookupRow &right)
{
    bool isLeftNumber = false;
    bool isRightNumber = false;
    const qint64 leftNumber = left.code.toLongLong(&isLeftNumber);
    const qint64 rightNumber = right.code.toLongLong(&isRightNumber);
    return isLeftNumber && isRightNumber ? leftNumber < rightNumber : left.code < right.code;
}

} // namespace

SgeLookups::SgeLookups(rm::Client &client, QString user)
    : m_client(client)
    , m_user(user.isEmpty() ? client.connection().user : std::move(user))
{}

Result<QList<LookupRow>> SgeLookups::read(const Source &source, const rm::Context &context, rm::ExchangeLog &log)
{
    QList<LookupRow> rows;
    const auto take = [&](const rm::Row &row) -> Result<> {
        const QString code = row.value(source.codeColumn);
        if (!row.isTable(source.table) || code.isEmpty())
            return {};
        LookupRow found {code, {}};
        for (const QString &column : source.nameColumns) {
            if (found.name.isEmpty())
                found.name = row.value(column);
        }
        rows << found;
        return {};
    };
    const auto visited = m_client.visitView(source.name, source.server, source.filter, context, take, log);
    if (!visited)
        return tl::unexpected(visited.error());
    std::sort(rows.begin(), rows.end(), byCode);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

Result<QList<LookupRow>> SgeLookups::readStatuses(CompanyId company, LevelId level, rm::ExchangeLog &log)
{
    const QString filter = rm::Filter(u"SSTATUS"_s)
                               .equals(u"CODCOLIGADA", company.value())
                               .equals(u"CODTIPOCURSO", level.value())
                               .toText();
    return read({call::lookupStatuses, u"EduStatusData"_s, u"SSTATUS"_s, filter, u"CODSTATUS"_s, {u"DESCRICAO"_s}},
                {company, anyBranch, level, m_user}, log);
}

Result<QList<LookupRow>> SgeLookups::readUsers(rm::ExchangeLog &log)
{
    return read({call::lookupUsers,
                 u"GlbUsuarioData"_s,
                 u"GUSUARIO"_s,
                 rm::Filter(u"GUSUARIO"_s).toText(),
                 u"CODUSUARIO"_s,
                 {u"NOME"_s}},
                {CompanyId(0), anyBranch, anyLevel, m_user}, log);
}

Result<QList<LookupRow>> SgeLookups::readCompanies(rm::ExchangeLog &log)
{
    auto rows = read({call::lookupCompanies,
                      u"GlbColigadaData"_s,
                      u"GCOLIGADA"_s,
                      rm::Filter(u"GCOLIGADA"_s).toText(),
                      u"CODCOLIGADA"_s,
                      {u"NOMEFANTASIA"_s, u"NOME"_s}},
                     {CompanyId(0), anyBranch, anyLevel, m_user}, log);
    // Company 0 only holds what is global.
    if (rows)
        rows->removeIf([](const LookupRow &row) { return row.code == "0"_L1; });
    return rows;
}

Result<QList<LookupRow>> SgeLookups::readBranches(CompanyId company, rm::ExchangeLog &log)
{
    const QString filter = rm::Filter(u"GFILIAL"_s).equals(u"CODCOLIGADA", company.value()).toText();
    return read({call::lookupBranches,
                 u"EduFilialData"_s,
                 u"GFILIAL"_s,
                 filter,
                 u"CODFILIAL"_s,
                 {u"NOMEFANTASIA"_s, u"NOME"_s}},
                {company, anyBranch, anyLevel, m_user}, log);
}

Result<QList<LookupRow>> SgeLookups::readLevels(CompanyId company, rm::ExchangeLog &log)
{
    const QString filter = rm::Filter(u"STIPOCURSO"_s).equals(u"CODCOLIGADA", company.value()).toText();
    return read({call::lookupLevels,
                 u"EduTipoCursoData"_s,
                 u"STIPOCURSO"_s,
                 filter,
                 u"CODTIPOCURSO"_s,
                 {u"NOME"_s, u"APRESENTACAO"_s}},
                {company, anyBranch, anyLevel, m_user}, log);
}

} // namespace ponte::lojaclick
