// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/engine/engine.h"
#include "core/base/cancel.h"
#include "core/lojaclick/connectioncheck.h"
#include "core/parameters/outsidedesk.h"

#include <functional>

namespace ponte::app {

/// Makes ready the test of one connection: reads what is stored, lays over it what was given, and answers what is left
/// to do, which holds nothing of the database and blocks. Errors: Rule where too little is set up, Permission where
/// this program does not hold the installation's key, Validation (field "secret") where the stored secret would go to
/// another server than the one it is stored for.
[[nodiscard]] Result<
    std::function<QList<lojaclick::CheckStep>(const CancelToken &, const lojaclick::ConnectionCheck::Told &)>>
prepareTrial(Services &services, storage::Connection &reader, const parameters::ConnectionTrial &trial);

} // namespace ponte::app
