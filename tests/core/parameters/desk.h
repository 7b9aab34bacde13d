// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/descriptor.h"
#include "core/parameters/connections.h"
#include "core/parameters/parameters.h"
#include "tests/support/testdatabase.h"

namespace ponte::parameters {

/// Parameters, connections and lookups of a fresh database.
struct Desk {
    explicit Desk(const QString &backend)
        : fresh(backend)
        , box(security::SecretBox::load(fresh.database(), true).value())
        , parameters(fresh.database(), clock, box, lojaclick::descriptor().parameters)
        , connections(fresh.database(), clock, box)
        , lookups(fresh.database(), clock)
    {}

    storage::Connection &reading() { return **fresh.database().reads().here(); }
    Value value(const QString &key, const Scope &scope) { return parameters.get(reading(), key, scope).value(); }
    Result<> store(const QString &key, const Scope &scope, const QString &text, qint64 version = -1)
    {
        return parameters.apply(security::Actor::role(QStringLiteral("ana")), {{key, scope, text, version}});
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    security::SecretBox box;
    Parameters parameters;
    Connections connections;
    LookupCache lookups;
};

} // namespace ponte::parameters
