// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace ponte::samples {

/// Rows of one table at a time, cell by cell in the order of the columns, inside the caller's transaction.
class BulkSink
{
public:
    BulkSink() = default;
    virtual ~BulkSink() = default;
    Q_DISABLE_COPY_MOVE(BulkSink)

    [[nodiscard]] virtual Result<> begin(const QByteArray &table, const QByteArray &columns, int count) = 0;
    virtual void number(qint64 value) = 0;
    virtual void text(const QByteArray &utf8) = 0;
    virtual void bytes(const QByteArray &value) = 0; ///< NULL where empty
    virtual void null() = 0;
    [[nodiscard]] virtual Result<> endRow() = 0;
    [[nodiscard]] virtual Result<> end() = 0;
};

} // namespace ponte::samples
