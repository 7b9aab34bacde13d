// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/integration/descriptor.h"
#include "core/parameters/connections.h"
#include "core/parameters/outsidedesk.h"
#include "core/parameters/parameters.h"
#include "core/security/actor.h"
#include "core/security/apiclients.h"
#include "core/security/people.h"
#include "core/storage/database.h"

#include <QList>

namespace ponte::integration {
class Explanations;
class ReprocessService;
} // namespace ponte::integration

namespace ponte::security {
class Audit;
class SavedViews;
} // namespace ponte::security

namespace ponte::work {
class Notices;
class Schedules;
} // namespace ponte::work

namespace ponte::ui {

class Activity;

/// One integration as the screens see it: what it declares and where its parameters are kept.
struct IntegrationView {
    const integration::Descriptor &descriptor;
    parameters::Parameters &parameters;
    integration::ReprocessService &reprocess;
    const integration::Explanations *explanations = nullptr; ///< none in a test that asks for none
};

/// An open database with everything that places need. The composition root makes it and keeps it alive while places
/// live.
struct Session {
    storage::Database &database;
    storage::ChangeFeed &changes;
    parameters::LookupCache &lookups;
    parameters::Connections &connections;
    security::Actor actor;
    const Clock &clock;
    QList<IntegrationView> integrations;
    Activity &activity; ///< UI thread
    work::Schedules &schedules;
    work::Notices &notices;
    parameters::OutsideDesk *outside = nullptr; ///< none: this program makes no outside call
    security::People *people = nullptr;
    security::ApiClients *apiClients = nullptr;
    const security::SecretBox *secrets = nullptr; ///< never none; whether it opens is another matter
    security::Audit *audit = nullptr; ///< none: nothing personal is revealed
    security::SavedViews *views = nullptr;
};

} // namespace ponte::ui
