// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace ponte {

enum class Side { Before, After };

/// Names a place where a test may end the process (PONTE_CRASH_AT=name[:n] ends it by SIGKILL at the n-th passing). A
/// point is `<what>.before` or `<what>.after`, e.g. `call.rm.guardian.save.before`, `commit.sale.accept.after`.
/// Thread-safe; one string comparison when the variable is unset.
void crashPoint(QByteArrayView what, Side side);

} // namespace ponte
