// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/address.h"

namespace ponte::bench {

/// What a frame of scrolling takes of the UI thread, against the same grid over texts that need no database.
void measureScrolling(const QString &backend, const storage::Address &address, qint64 records);

/// In a process of its own: walks over all that the scroll bar reaches, in two orders, and prints the most memory that
/// it ever took, in MB.
void walkForMemory(const storage::Address &address);
/// That walk over a large and a small log.
void measureMemory(const QString &backend, qint64 records);

} // namespace ponte::bench
