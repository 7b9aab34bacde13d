// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::bench {

/// The longest that an event waits for the UI thread while somebody works with the monitor and 500 records a second
/// arrive, in a log of so many records that is made for it.
void measureRush(const QString &backend, qint64 records);

} // namespace ponte::bench
