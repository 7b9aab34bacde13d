// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/lojaclick/settings.h"
#include "core/work/destination.h"
#include "core/work/naturallocks.h"
#include "core/work/outbox.h"
#include "core/work/processregistry.h"

namespace ponte::lojaclick {

/// What the workers of Loja Click share: built once by the runtime, thread-safe.
struct Environment {
    storage::Database &database;
    const Clock &clock;
    const work::ProcessRegistry &process;
    work::NaturalLocks &locks;
    const SettingsReader &settings;
    work::Destination &rm;
    work::Destination &erp;
    work::Destination &broker;
    JobWait jobWait = {};
};

/// Settings read now on the calling worker's connection, with the destinations told of them; where `stamp` was just
/// read, those that it stands for.
[[nodiscard]] Result<Settings> settingsNow(Environment &environment, CompanyId company, LevelId level,
                                           const std::optional<parameters::Stamp> &stamp = std::nullopt);

} // namespace ponte::lojaclick
