// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/parameters/parameters.h"

namespace ponte::ui {

/// The parameters that an execution of a record worked with, as a JSON object by the names that screens show, built
/// from what is set now and what the history says was changed since the version that the execution kept, or since its
/// time where it kept none. A secret is only told to be set, and by which change. On the caller's connection; the names
/// are in the program's language.
[[nodiscard]] Result<QString> configurationAt(storage::Connection &connection, const parameters::Parameters &parameters,
                                              const log::RecordKey &key, const log::Item &item);

} // namespace ponte::ui
