// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/descriptor.h"
#include "core/log/types.h"
#include "core/parameters/connections.h"
#include "core/parameters/parameters.h"
#include "core/security/actor.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace ponte::integration {

/// What a bundle is made from beside the record.
struct BundleSources {
    const Descriptor &descriptor;
    const parameters::Parameters &parameters;
    const parameters::Connections &connections;
    QDateTime now;
    QString program; ///< name and version of the program, as versions.json says it
};

/// Writes a zip that lets the vendor of an outside system see and repeat one execution without us: request.http,
/// request.curl.sh (credentials are placeholders), response.txt, record.json, timings.json, versions.json and
/// SHA256SUMS. Personal data and secrets are masked whatever the actor may see. `item` none: the newest. The file
/// appears whole or not at all.
///
/// Errors: Permission (ViewLog of the company), NotFound (no such item), Usage (the file cannot be written), Database.
[[nodiscard]] Result<> writeReproductionBundle(storage::Connection &connection, const security::Actor &actor,
                                               const log::Record &record, std::optional<LogItemId> item,
                                               const QString &file, const BundleSources &sources);

} // namespace ponte::integration
