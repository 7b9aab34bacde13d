// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/samples/bulksink.h"
#include "core/samples/samplelog.h"
#include "core/storage/connection.h"

#include <QStringList>

#include <memory>

namespace ponte::samples {

/// The tables of the log made ready for millions of rows: what keeps indexes, counts and words for each single row is
/// taken away and, in finish(), put back as it was, with the work done for all rows at once. All of it stands in one
/// transaction.
class BulkTables
{
public:
    BulkTables(storage::Connection &connection, CancelToken cancel);

    /// Begins the transaction. Error Rule where there are rows already.
    [[nodiscard]] Result<> begin(const QDateTime &from, const QDateTime &to);
    [[nodiscard]] std::unique_ptr<BulkSink> sink();
    /// Ends with the commit.
    [[nodiscard]] Result<> finish(const SampleProgress &progress);
    void giveUp();

private:
    [[nodiscard]] Result<> refuseUsedTables();
    [[nodiscard]] Result<> takeAway();
    [[nodiscard]] Result<> takeAwaySqlite();
    [[nodiscard]] Result<> takeAwayPostgreSql();
    [[nodiscard]] Result<> runAll(const QStringList &statements, const SampleProgress &progress = {});
    [[nodiscard]] bool isSqlite() const;

    storage::Connection &m_connection;
    const CancelToken m_cancel;
    QStringList m_putBack;
};

} // namespace ponte::samples
