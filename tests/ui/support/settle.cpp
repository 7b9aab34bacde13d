// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/settle.h"

#include "core/work/batchplan.h"

namespace ponte::testing {

using namespace Qt::StringLiterals;

namespace {

void writeOrStop(Stage &stage, const std::function<Result<>(storage::Connection &)> &work)
{
    const Result<> done = stage.services().database.writer().write<void>("test.settle", work);
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().message));
}

} // namespace

void settle(Stage &stage, qint64 batch, LogRecordId record, work::EntryState state, const QString &message)
{
    writeOrStop(stage, [&](storage::Connection &connection) -> Result<> {
        const auto settled = connection.queryText(
            u"UPDATE batch_entry SET state = :state, message = :message WHERE batch = :batch AND record = :record"_s,
            {{u":state"_s, work::toWord(state)},
             {u":message"_s, message},
             {u":batch"_s, batch},
             {u":record"_s, record.value()}});
        if (!settled)
            return tl::unexpected(settled.error());
        if (const auto ended = work::endBatch(connection, batch, stage.clock().now()); !ended)
            return tl::unexpected(ended.error());
        connection.noteChange(u"batch"_s);
        return {};
    });
}

void addRun(Stage &stage, qint64 schedule, const QDateTime &at, int succeeded, int failed)
{
    writeOrStop(stage, [&](storage::Connection &connection) -> Result<> {
        const auto added = connection.queryText(
            u"INSERT INTO schedule_run (schedule, who, planned, succeeded, failed, skipped, not_attempted, message, "
            "started_at, ended_at) VALUES (:id, 'ponte', :planned, :succeeded, :failed, 0, 0, '', :at, :at)"_s,
            {{u":id"_s, schedule},
             {u":planned"_s, succeeded + failed},
             {u":succeeded"_s, succeeded},
             {u":failed"_s, failed},
             {u":at"_s, at}});
        if (!added)
            return tl::unexpected(added.error());
        connection.noteChange(u"schedules"_s);
        return {};
    });
}

} // namespace ponte::testing
