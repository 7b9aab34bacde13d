// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/integration/descriptor.h"
#include "core/integration/runtime.h"
#include "core/parameters/connections.h"
#include "core/parameters/parameters.h"
#include "core/reports/reportwriter.h"
#include "core/security/actor.h"
#include "core/security/people.h"
#include "core/security/secretbox.h"
#include "core/storage/database.h"
#include "core/work/notices.h"
#include "core/work/schedules.h"

#include <QHostAddress>
#include <QString>

#include <memory>
#include <optional>

namespace ponte::app {

/// Everything that a command or a screen asks for, built once over one open database. Long-lived; services are
/// thread-safe.
class Services
{
public:
    /// Errors as Database::open and SecretBox::load.
    [[nodiscard]] static Result<std::unique_ptr<Services>> open(const storage::Address &address);
    /// Brings the schema up to date and makes the installation's key; the number of steps run.
    [[nodiscard]] static Result<int> migrate(const storage::Address &address);
    [[nodiscard]] static Result<storage::SchemaState> check(const storage::Address &address);
    ~Services();

    storage::Database &database;
    const Clock &clock;
    const security::SecretBox &secrets;
    const integration::Descriptor &descriptor; ///< of Loja Click, the first integration
    parameters::Parameters &parameters;
    parameters::Connections &connections;
    parameters::LookupCache &lookups;
    work::Schedules &schedules;
    security::People &people;
    work::Notices &notices;

    /// Whether who acts has to log in here: on SQLite, once a person is known.
    [[nodiscard]] Result<bool> needsLogin();
    /// Who acts: the owner of an embedded database while nobody is known, or the role that is logged in. Error code
    /// Permission where a login is needed.
    [[nodiscard]] Result<security::Actor> actor();

private:
    struct Private;
    explicit Services(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

/// Whether another program that runs workers shares this database now.
[[nodiscard]] Result<bool> workersRun(Services &services);

struct EngineOptions {
    std::optional<QHostAddress> listenAddress; ///< none: no inbound API
    quint16 listenPort = 0;
    bool workers = true;
    bool schedules = true;
    reports::ReportFormats formats = reports::ReportFormats::standard(); ///< of scheduled reports
};

/// The running part of a program: process registration, workers, outbox, schedules, inbound API.
class Engine
{
public:
    /// Errors: PortInUse, Database.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> start(Services &services, const EngineOptions &options);
    /// Stops taking work, ends what is in flight within 30 s, gives leases back.
    ~Engine();
    /// The port that is listened on; 0 where none.
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] integration::Runtime &runtime(const QString &integrationId) const;
    /// Waits until the outbox has nothing due; false when the time was over.
    bool waitUntilDelivered(std::chrono::milliseconds patience) const;

private:
    struct Private;
    explicit Engine(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace ponte::app
