// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

QString wordOfState(storage::SchemaState state)
{
    switch (state) {
    case storage::SchemaState::Empty:
        return u"empty"_s;
    case storage::SchemaState::Older:
        return u"older"_s;
    case storage::SchemaState::Current:
        return u"current"_s;
    case storage::SchemaState::Newer:
        return u"newer"_s;
    }
    return {};
}

Outcome checkSchema(const storage::Address &address, Output &output)
{
    const Result<storage::SchemaState> state = app::Services::check(address);
    if (!state)
        return tl::unexpected(state.error());
    output.document(QJsonObject {{u"database"_s, address.display()}, {u"state"_s, wordOfState(*state)}});
    switch (*state) {
    case storage::SchemaState::Current:
        output.line(u"The database %1 is up to date."_s.arg(address.display()));
        return ExitStatus::Done;
    case storage::SchemaState::Newer:
        return failure(
            ErrorCode::DatabaseSchema,
            u"The database %1 was made by a newer Ponte: install that version here too."_s.arg(address.display()));
    case storage::SchemaState::Empty:
    case storage::SchemaState::Older:
        break;
    }
    return failure(ErrorCode::DatabaseSchema,
                   u"The database %1 needs the tables of this version: run  ponte-agent migrate --database %1"_s.arg(
                       address.display()));
}

Outcome runMigrate(Invocation &invocation)
{
    const Result<storage::Address> address = invocation.address();
    if (!address)
        return tl::unexpected(address.error());
    Output &output = invocation.output;
    if (invocation.arguments.has(u"check"_s))
        return checkSchema(*address, output);
    // Indexes of a large log are made anew, in silence.
    if (const auto state = app::Services::check(*address); state && *state == storage::SchemaState::Older)
        output.note(u"Bringing the database %1 to this version; a log of millions of records takes minutes."_s.arg(
            address->display()));
    const Result<int> steps = app::Services::migrate(*address);
    if (!steps)
        return tl::unexpected(steps.error());
    output.document(
        QJsonObject {{u"database"_s, address->display()}, {u"state"_s, u"current"_s}, {u"steps"_s, *steps}});
    output.line(*steps == 0 ? u"The database %1 was up to date."_s.arg(address->display())
                            : u"The database %1 is up to date: %2 steps run."_s.arg(address->display(),
                                                                                    QString::number(*steps)));
    return ExitStatus::Done;
}

} // namespace

QList<Command> migrateCommands()
{
    return {{u"migrate"_s,
             u"[--check]"_s,
             u"Brings the database to this version; --check only tells whether that is needed (then exit 5)."_s,
             {.positionals = {}, .options = {{u"check"_s, {}, u"change nothing"_s}}},
             runMigrate}};
}

} // namespace ponte::agent
