// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/catalogrefresh.h"

#include "app/agent/scopeoptions.h"
#include "app/engine/catalogreader.h"
#include "app/engine/outsidedesk.h"

#include <future>
#include <utility>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

enum class CatalogScope { Everywhere, Company, Level };

std::optional<CatalogScope> scopeOfKind(const QString &kind)
{
    if (kind == u"users"_s || kind == u"companies"_s)
        return CatalogScope::Everywhere;
    if (kind == u"levels"_s || kind == u"branches"_s)
        return CatalogScope::Company;
    return kind == u"statuses"_s ? std::optional(CatalogScope::Level) : std::nullopt;
}

tl::unexpected<Error> unknownKind(const QString &kind)
{
    return failure(ErrorCode::Usage,
                   u"The lists are statuses, users, companies, levels and branches, not '%1'."_s.arg(kind));
}

Outcome printCatalog(const app::CatalogReader &catalog, Output &output)
{
    QList<QStringList> rows;
    QJsonArray items, failures;
    for (const app::CatalogReader::Line &line : catalog.lines()) {
        if (line.failure.isEmpty()) {
            items.append(QJsonObject {{u"kind"_s, line.kind}, {u"scope"_s, line.scope}, {u"rows"_s, line.rows}});
            rows.append({line.kind, line.scope, QString::number(line.rows)});
        } else {
            failures.append(
                QJsonObject {{u"kind"_s, line.kind}, {u"scope"_s, line.scope}, {u"message"_s, line.failure}});
        }
    }
    output.document(QJsonObject {{u"items"_s, items}, {u"failures"_s, failures}});
    if (!rows.isEmpty())
        output.table({u"List"_s, u"Of"_s, u"Rows"_s}, rows);
    if (!catalog.firstFailure())
        return ExitStatus::Done;
    for (const auto &item : std::as_const(failures))
        output.note(QString(item[u"kind"_s].toString() + u' ' + item[u"scope"_s].toString()).trimmed() + u": "_s
                    + item[u"message"_s].toString());
    return items.isEmpty() ? exitStatusOf(catalog.firstFailure()->code) : ExitStatus::PartlyDone;
}

/// A program without the installation's key reads nothing from RM: a worker does.
Outcome askForCatalog(Invocation &invocation, const security::Actor &actor, const QString &kind,
                      std::optional<CompanyId> company, std::optional<LevelId> level)
{
    QString scope;
    if (company && level)
        scope = parameters::Scope::ofLevel(*company, *level).key();
    else if (company)
        scope = parameters::Scope::ofCompany(*company).key();
    const auto desk = app::makeOutsideDesk(**invocation.services());
    std::promise<Result<int>> answer;
    desk->refresh(actor, kind, scope, {}, [&answer](const Result<int> &rows) { answer.set_value(rows); });
    const Result<int> rows = answer.get_future().get();
    if (!rows)
        return tl::unexpected(rows.error());
    invocation.output.document(QJsonObject {{u"rows"_s, *rows}});
    invocation.output.line(u"A worker has read %1 rows."_s.arg(*rows));
    return ExitStatus::Done;
}

} // namespace

Result<QString> catalogScope(const QString &kind, const Arguments &arguments)
{
    const std::optional<CatalogScope> scope = scopeOfKind(kind);
    if (!scope)
        return unknownKind(kind);
    const Result<std::optional<CompanyId>> company = companyOf(arguments);
    const Result<std::optional<LevelId>> level = levelOf(arguments);
    if (!company || !level)
        return tl::unexpected(company ? level.error() : company.error());
    switch (*scope) {
    case CatalogScope::Everywhere:
        return QString();
    case CatalogScope::Company:
        if (!*company)
            return failure(ErrorCode::Usage, u"The list %1 belongs to a company: --company is missing."_s.arg(kind));
        return parameters::Scope::ofCompany(**company).key();
    case CatalogScope::Level:
        break;
    }
    if (!*company || !*level)
        return failure(ErrorCode::Usage,
                       u"The list %1 belongs to an education level: --company and --level are needed."_s.arg(kind));
    return parameters::Scope::ofLevel(**company, **level).key();
}

Outcome refreshCatalog(Invocation &invocation)
{
    const QString kind = invocation.arguments.word(0).value_or(QString());
    if (!kind.isEmpty() && !scopeOfKind(kind))
        return unknownKind(kind);
    const Result<std::optional<CompanyId>> company = companyOf(invocation.arguments);
    const Result<std::optional<LevelId>> level = levelOf(invocation.arguments);
    if (!company || !level)
        return tl::unexpected(company ? level.error() : company.error());
    if (*level && !*company)
        return failure(ErrorCode::Usage, u"A level belongs to a company: --company is missing."_s);
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageParameters, *company);
    if (!actor)
        return tl::unexpected(actor.error());
    if (!(*invocation.services())->secrets.canOpen())
        return askForCatalog(invocation, *actor, kind, *company, *level);
    app::CatalogReader catalog(**invocation.services());
    if (const Result<> read = catalog.read({kind, *company, *level}); !read)
        return tl::unexpected(read.error());
    return printCatalog(catalog, invocation.output);
}

} // namespace ponte::agent
