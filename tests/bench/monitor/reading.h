// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::bench {

/// Pages, counts and totals of a log of so many records, each against ten thousand records in the same run.
void measureReading(const QString &backend, qint64 records, bool tellAll, const QString &only);

} // namespace ponte::bench
