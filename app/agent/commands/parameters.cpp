// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/agent/commands/parameterfile.h"
#include "app/agent/parameterwords.h"
#include "app/agent/scopeoptions.h"

#include <algorithm>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

/// The parameter that a command's words name.
struct ParameterPlace {
    const parameters::Definition *definition = nullptr;
    parameters::Scope scope;
};

Result<ParameterPlace> placeOf(Invocation &invocation)
{
    const Result<std::optional<CompanyId>> company = companyOf(invocation.arguments);
    const Result<std::optional<LevelId>> level = levelOf(invocation.arguments);
    if (!company || !level)
        return tl::unexpected(company ? level.error() : company.error());
    const Result<app::Services *> services = invocation.services();
    if (!services)
        return tl::unexpected(services.error());
    const auto definition = definitionOf((*services)->parameters.schema(), *invocation.arguments.word(0));
    if (!definition)
        return tl::unexpected(definition.error());
    const Result<parameters::Scope> scope = scopeOf(**definition, *company, *level);
    if (!scope)
        return tl::unexpected(scope.error());
    return ParameterPlace {*definition, *scope};
}

std::optional<CompanyId> companyOfScope(const parameters::Scope &scope)
{
    return scope.kind == parameters::ScopeKind::Global ? std::nullopt : std::optional(scope.company);
}

Result<parameters::Value> valueAt(Invocation &invocation, const ParameterPlace &place)
{
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    Result<parameters::Value> value =
        (*invocation.services())->parameters.get(**reader, place.definition->key, place.scope);
    // A value that was never set does not know it itself.
    if (value)
        value->isSecret = place.definition->kind == parameters::ValueKind::Secret;
    return value;
}

bool isWithin(const parameters::Scope &scope, std::optional<CompanyId> company, std::optional<LevelId> level)
{
    const bool otherCompany = company && scope.kind != parameters::ScopeKind::Global && scope.company != *company;
    const bool otherLevel = level && scope.kind == parameters::ScopeKind::Level && scope.level != *level;
    return !otherCompany && !otherLevel;
}

/// Also the parameters that are not set, so that the list tells every key there is.
QList<parameters::Value> inSchemaOrder(const parameters::Schema &schema, const QList<parameters::Value> &values,
                                       std::optional<CompanyId> company, std::optional<LevelId> level)
{
    QList<parameters::Value> ordered;
    for (const parameters::Definition &definition : schema.definitions) {
        const qsizetype before = ordered.size();
        for (const parameters::Value &value : values) {
            if (value.key == definition.key && isWithin(value.scope, company, level))
                ordered.append(value);
        }
        if (ordered.size() > before)
            continue;
        parameters::Value unset;
        unset.key = definition.key;
        unset.isSecret = definition.kind == parameters::ValueKind::Secret;
        // The company that was not asked for stays 0, which prints as none.
        unset.scope = {definition.scope, company.value_or(CompanyId()), level.value_or(LevelId())};
        ordered.append(unset);
    }
    return ordered;
}

Outcome listParameters(Invocation &invocation)
{
    const Result<std::optional<CompanyId>> company = companyOf(invocation.arguments);
    const Result<std::optional<LevelId>> level = levelOf(invocation.arguments);
    if (!company || !level)
        return tl::unexpected(company ? level.error() : company.error());
    const Result<security::Actor> actor = invocation.actor(security::Action::ViewParameters, *company);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const parameters::Parameters &store = (*invocation.services())->parameters;
    const Result<QList<parameters::Value>> values = store.list(**reader);
    if (!values)
        return tl::unexpected(values.error());
    QJsonArray items;
    QList<QStringList> rows;
    for (const parameters::Value &value : inSchemaOrder(store.schema(), *values, *company, *level)) {
        items.append(valueJson(value));
        rows.append({value.key, scopeText(value.scope), valueText(value),
                     value.changedAt.isValid() ? value.changedAt.toUTC().toString(Qt::ISODate) : QString(),
                     value.changedBy});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table({u"Key"_s, u"Company"_s, u"Value"_s, u"Changed"_s, u"By"_s}, rows);
    return ExitStatus::Done;
}

Outcome getParameter(Invocation &invocation)
{
    const Result<ParameterPlace> place = placeOf(invocation);
    if (!place)
        return tl::unexpected(place.error());
    const Result<security::Actor> actor =
        invocation.actor(security::Action::ViewParameters, companyOfScope(place->scope));
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<parameters::Value> value = valueAt(invocation, *place);
    if (!value)
        return tl::unexpected(value.error());
    invocation.output.document(valueJson(*value));
    invocation.output.line(valueText(*value));
    return ExitStatus::Done;
}

Outcome storeParameter(Invocation &invocation, const QString &text)
{
    const Result<ParameterPlace> place = placeOf(invocation);
    if (!place)
        return tl::unexpected(place.error());
    const Result<security::Actor> actor =
        invocation.actor(security::Action::ManageParameters, companyOfScope(place->scope));
    if (!actor)
        return tl::unexpected(actor.error());
    const parameters::Change change {.key = place->definition->key, .scope = place->scope, .value = text};
    if (const Result<> applied = (*invocation.services())->parameters.apply(*actor, {change}); !applied)
        return tl::unexpected(applied.error());
    const Result<parameters::Value> value = valueAt(invocation, *place);
    if (!value)
        return tl::unexpected(value.error());
    invocation.output.document(valueJson(*value));
    invocation.output.line(u"%1 (company %2): %3"_s.arg(value->key, scopeText(value->scope), valueText(*value)));
    return ExitStatus::Done;
}

Outcome setParameter(Invocation &invocation)
{
    const std::optional<QString> given = invocation.arguments.word(1);
    const bool fromInput = invocation.arguments.has(u"stdin"_s);
    if (given.has_value() == fromInput)
        return failure(ErrorCode::Usage, given ? u"Either VALUE or --stdin, not both."_s
                                               : u"VALUE is missing; --stdin reads it from standard input."_s);
    if (given)
        return storeParameter(invocation, *given);
    // Asked for first, so that a wrong key does not wait for input.
    if (const Result<ParameterPlace> place = placeOf(invocation); !place)
        return tl::unexpected(place.error());
    const Result<QString> text = standardInput();
    if (!text)
        return tl::unexpected(text.error());
    return storeParameter(invocation, *text);
}

Outcome unsetParameter(Invocation &invocation)
{
    return storeParameter(invocation, QString());
}

} // namespace

QList<Command> parameterCommands()
{
    const QList<Option> scope {companyOption(u"where the key belongs to a company or a level"_s),
                               levelOption(u"where the key belongs to an education level"_s)};
    const QStringList key {u"KEY"_s};
    const QStringList file {u"FILE"_s};
    return {
        {u"parameters list"_s,
         u"[--company N] [--level N]"_s,
         u"Every parameter with its value; of a secret only whether it is set."_s,
         {.options = scope},
         listParameters},
        {u"parameters get"_s,
         u"KEY [--company N] [--level N]"_s,
         u"One parameter; of a secret only whether it is set."_s,
         {.positionals = key, .required = 1, .options = scope},
         getParameter},
        {u"parameters set"_s,
         u"KEY VALUE|--stdin [--company N] [--level N]"_s,
         u"Stores a value after checking it. A value may start with a dash."_s,
         {.positionals = {u"KEY"_s, u"VALUE"_s},
          .required = 1,
          .freeAt = 1,
          .options =
              QList<Option> {{u"stdin"_s, {}, u"read the value from standard input, as befits a secret"_s}} + scope},
         setParameter},
        {u"parameters unset"_s,
         u"KEY [--company N] [--level N]"_s,
         u"Takes the value away."_s,
         {.positionals = key, .required = 1, .options = scope},
         unsetParameter},
        {u"parameters export"_s,
         u"FILE"_s,
         u"Writes all values but secrets to a JSON file; - is standard output."_s,
         {.positionals = file, .required = 1},
         exportParameters},
        {u"parameters import"_s,
         u"FILE"_s,
         u"Takes all values of such a file, or none; - is standard input."_s,
         {.positionals = file, .required = 1},
         importParameters},
    };
}

} // namespace ponte::agent
