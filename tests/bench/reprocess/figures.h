// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QString>

namespace ponte::bench {

[[nodiscard]] double median(QList<double> values);
/// Prints the one line of a figure; `atMost` where a small ratio is the good one.
void tellFigure(const QString &name, double ratio, double limit, bool atMost, const QString &reference, qint64 rows,
                const QString &backend);
/// A measurement that did not work ends with exit status 1 and one line that says why.
[[noreturn]] void stopHere(const QString &reason);

} // namespace ponte::bench
