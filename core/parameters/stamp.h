// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QString>

namespace ponte::parameters {

/// What is configured for a company at a moment, to be compared alone: as long as it is the same, whatever was read
/// from parameters, connections and networks still holds.
struct Stamp {
    qint64 parameters = 0; ///< Parameters::version()
    qint64 connections = 0;
    QString network;

    bool operator==(const Stamp &) const = default;
};

/// In one read, on a worker's connection. To be taken before what it stands for is read.
[[nodiscard]] Result<Stamp> stampOf(storage::Connection &connection, CompanyId company);
/// Of a row that was read with the view `configuration_stamp`: its columns `parameters` and `connections`, and
/// `network`.
[[nodiscard]] Stamp stampIn(const storage::Row &row);

} // namespace ponte::parameters
