// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/columns.h"

#include <array>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

struct ColumnWord {
    Column column;
    QLatin1StringView word;
};

constexpr std::array columnWords {
    ColumnWord {Column::Id, "id"_L1},
    ColumnWord {Column::KeyFields, "key_fields"_L1},
    ColumnWord {Column::KeyValues, "key_values"_L1},
    ColumnWord {Column::Status, "status"_L1},
    ColumnWord {Column::Functionality, "functionality"_L1},
    ColumnWord {Column::Module, "module"_L1},
    ColumnWord {Column::CreatedAt, "created_at"_L1},
    ColumnWord {Column::ChangedAt, "changed_at"_L1},
    ColumnWord {Column::Company, "company"_L1},
    ColumnWord {Column::Level, "level"_L1},
    ColumnWord {Column::Origin, "origin"_L1},
    ColumnWord {Column::Message, "message"_L1},
    ColumnWord {Column::AutomaticAttempts, "automatic_attempts"_L1},
    ColumnWord {Column::ManualAttempts, "manual_attempts"_L1},
    ColumnWord {Column::NextAttempt, "next_attempt"_L1},
    ColumnWord {Column::CancelledReason, "cancelled_reason"_L1},
    ColumnWord {Column::Signature, "signature"_L1},
    ColumnWord {Column::Age, "age"_L1},
};

} // namespace

QList<Column> standardColumns()
{
    return {Column::Id,     Column::KeyFields, Column::KeyValues, Column::Status, Column::Functionality,
            Column::Module, Column::CreatedAt, Column::ChangedAt};
}

QList<Column> allColumns()
{
    QList<Column> columns;
    for (const ColumnWord &known : columnWords)
        columns.append(known.column);
    return columns;
}

QString toWord(Column column)
{
    for (const ColumnWord &known : columnWords) {
        if (known.column == column)
            return known.word;
    }
    return {};
}

std::optional<Column> columnFromWord(QStringView word)
{
    for (const ColumnWord &known : columnWords) {
        if (word == known.word)
            return known.column;
    }
    return {};
}

} // namespace ponte::reports
