// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/engine/engine.h"
#include "core/delivery/reportjob.h"
#include "core/integrations.h"

#include <QCoreApplication>
#include <QDir>

namespace ponte::app {

using namespace Qt::StringLiterals;

namespace {

QStringList reprocessableFunctionalities()
{
    QStringList ids;
    for (const Integration &integration : integrations()) {
        for (const integration::Functionality &functionality : integration.descriptor.functionalities) {
            if (functionality.mayBeReprocessed)
                ids.append(functionality.id);
        }
    }
    return ids;
}

} // namespace

struct Services::Private {
    std::unique_ptr<storage::Database> database;
    SystemClock clock;
    security::SecretBox secrets;
    parameters::Parameters parameters;
    parameters::Connections connections;
    parameters::LookupCache lookups;
    work::Schedules schedules;
    security::People people;
    work::Notices notices;

    Private(std::unique_ptr<storage::Database> opened, security::SecretBox box)
        : database(std::move(opened))
        , secrets(std::move(box))
        , parameters(*database, clock, secrets, integrations().first().descriptor.parameters)
        , connections(*database, clock, secrets)
        , lookups(*database, clock)
        , schedules(*database, clock, reprocessableFunctionalities(),
                    [](const work::ScheduleDraft &draft) { return delivery::checkScheduledReport(draft.report); })
        , people(*database, clock)
        , notices(*database, clock)
    {}
};

Services::Services(std::unique_ptr<Private> data)
    : database(*data->database)
    , clock(data->clock)
    , secrets(data->secrets)
    , descriptor(integrations().first().descriptor)
    , parameters(data->parameters)
    , connections(data->connections)
    , lookups(data->lookups)
    , schedules(data->schedules)
    , people(data->people)
    , notices(data->notices)
    , d(std::move(data))
{}

Services::~Services() = default;

Result<std::unique_ptr<Services>> Services::open(const storage::Address &address)
{
    auto database = storage::Database::open(address, migrationModules());
    if (!database)
        return tl::unexpected(database.error());
    // A PostgreSQL installation gets its key from `migrate`, an embedded one from whoever opens it first.
    auto secrets = security::SecretBox::load(**database, address.backend == storage::Backend::Sqlite);
    if (!secrets)
        return tl::unexpected(secrets.error());
    return std::unique_ptr<Services>(
        new Services(std::make_unique<Private>(std::move(*database), std::move(*secrets))));
}

Result<int> Services::migrate(const storage::Address &address)
{
    Result<int> steps = storage::Database::migrate(address, migrationModules());
    if (!steps)
        return steps;
    const auto database = storage::Database::open(address, migrationModules());
    if (!database)
        return tl::unexpected(database.error());
    if (const auto secrets = security::SecretBox::load(**database, true); !secrets)
        return tl::unexpected(secrets.error());
    return steps;
}

Result<storage::SchemaState> Services::check(const storage::Address &address)
{
    return storage::Database::check(address, migrationModules());
}

Result<bool> Services::needsLogin()
{
    if (database.backend() != storage::Backend::Sqlite)
        return false;
    const auto connection = database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    return security::People::isAnyKnown(**connection);
}

Result<security::Actor> Services::actor()
{
    const auto connection = database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const Result<bool> isAnyKnown = security::People::isAnyKnown(**connection);
    if (!isAnyKnown)
        return tl::unexpected(isAnyKnown.error());
    if (database.backend() == storage::Backend::Sqlite) {
        if (*isAnyKnown)
            return failure(ErrorCode::Permission,
                           QCoreApplication::translate(
                               "Security", "Who acts here has to log in: --user NAME, with the password on standard "
                                           "input or in the file named by PONTE_PASSWORD_FILE."));
        return security::Actor::owner(qEnvironmentVariable("USER", u"owner"_s));
    }
    const Result<QString> role = (*connection)->role();
    if (!role)
        return tl::unexpected(role.error());
    return *isAnyKnown ? security::People::actorNamed(**connection, *role) : security::Actor::role(*role);
}

} // namespace ponte::app
