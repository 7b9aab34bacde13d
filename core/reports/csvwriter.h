// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <QStringList>

namespace ponte::reports {

/// Rows of a CSV file as RFC 4180 wants them: CRLF, quotes where needed; UTF-8 with a byte order mark, which
/// spreadsheets need to tell it. A text that a spreadsheet would take for a formula gets an apostrophe before it.
class CsvWriter
{
public:
    /// Writes the mark; `device` outlives the writer.
    explicit CsvWriter(QIODevice &device, QChar separator = u';');

    void writeRow(const QStringList &cells);
    /// Error code Internal with the device's words once it has refused something.
    [[nodiscard]] Result<> state() const;

private:
    void write(const QByteArray &bytes);
    [[nodiscard]] QString encoded(const QString &cell) const;

    QIODevice &m_device;
    const QChar m_separator;
    bool m_isSound = true;
};

} // namespace ponte::reports
