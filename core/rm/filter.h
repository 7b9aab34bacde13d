// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::rm {

/// A filter for ReadView: every column with the prefix of its table, joined by AND, texts quoted (totvs-rm.md 1.4).
class Filter
{
public:
    explicit Filter(QString table);
    Filter &equals(QStringView column, qint64 value);
    Filter &equals(QStringView column, QStringView text);
    /// An empty filter is refused by RM, so it reads `1=1`.
    [[nodiscard]] QString toText() const;

private:
    QString m_table;
    QString m_text;
};

} // namespace ponte::rm
