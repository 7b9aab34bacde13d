// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"

#include <QIcon>
#include <QString>

namespace ponte::ui {

/// All statuses in the order in which screens list them.
[[nodiscard]] const QList<log::Status> &allStatuses();
/// The word of a status in the program's language; screens always show it beside the icon, never the colour alone.
[[nodiscard]] QString statusText(log::Status status);
[[nodiscard]] QIcon statusIcon(log::Status status);
[[nodiscard]] QString triggerText(log::Trigger trigger);

} // namespace ponte::ui
