// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/descriptor.h"
#include "core/parameters/connections.h"
#include "core/parameters/parameters.h"
#include "core/security/secretbox.h"
#include "core/storage/database.h"

#include <QList>
#include <QString>

namespace ponte::integration {

/// One thing that an installation needs before it sells, or should have.
struct Finding {
    /// Stable: "database", "schema", "capacity" (only where a server gives too few connections), "key", "rm", "erp",
    /// "networks", "lists", "parameters.<tab>", "api_clients", "workers", "schedules".
    QString check;
    bool isDone = false;
    bool isNeeded = true; ///< false: sales come in without it too
    QString title; ///< translated, like `message`
    QString message; ///< what is there, what is missing, or what it is for
};

struct Diagnosis {
    QList<Finding> findings; ///< in the order in which they are best set up
    /// Whether nothing that is needed is missing.
    [[nodiscard]] bool isComplete() const;
};

/// Where the diagnosis looks, beside the connection that it is given.
struct DiagnosisSources {
    const storage::Address &address;
    const security::SecretBox &secrets;
    const parameters::Connections &connections;
    const parameters::LookupCache &lookups;
    struct Part {
        const Descriptor &descriptor;
        const parameters::Parameters &parameters;
    };
    QList<Part> integrations;
};

/// Reads only. Errors: Database.
[[nodiscard]] Result<Diagnosis> diagnose(storage::Connection &connection, const DiagnosisSources &sources);

} // namespace ponte::integration
