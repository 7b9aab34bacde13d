// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>

namespace ponte::reports {

/// The size of each entry of a zip file, unpacked, from its central directory. Error code Internal where there is none,
/// as in a file that was cut off.
[[nodiscard]] Result<QHash<QString, qint64>> zipEntrySizes(const QString &path);

} // namespace ponte::reports
