// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/descriptor.h"
#include "core/integration/runtime.h"

#include <functional>
#include <memory>

namespace ponte {

/// One integration as a program sees it.
struct Integration {
    const integration::Descriptor &descriptor;
    QString migrationModule; ///< empty for none
    std::function<std::unique_ptr<integration::Runtime>(const integration::RuntimeParts &)> makeRuntime;
    /// Frees what a dead program held in the integration's own tables.
    std::function<Result<>(storage::Connection &, ProcessId, const QDateTime &)> release;
};

/// The list of them: a new integration is its folder and one line here.
[[nodiscard]] const QList<Integration> &integrations();

/// Every module with migrations, in the order in which their tables may be made.
[[nodiscard]] QStringList migrationModules();

} // namespace ponte
