// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/batchtext.h"

#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

class ReprocessText
{
    Q_DECLARE_TR_FUNCTIONS(Reprocess)
};

} // namespace

QString stateText(work::BatchState state)
{
    switch (state) {
    case work::BatchState::Planned:
        return ReprocessText::tr("Planned", "a batch");
    case work::BatchState::Waiting:
        return ReprocessText::tr("Waiting for a worker", "a batch");
    case work::BatchState::Running:
        return ReprocessText::tr("Running", "a batch");
    case work::BatchState::Paused:
        return ReprocessText::tr("Paused", "a batch");
    case work::BatchState::Cancelled:
        return ReprocessText::tr("Cancelled", "a batch");
    case work::BatchState::Done:
        return ReprocessText::tr("Finished", "a batch");
    }
    return {};
}

QString outcomeText(work::EntryState state)
{
    switch (state) {
    case work::EntryState::Planned:
        return ReprocessText::tr("Included", "a record");
    case work::EntryState::Excluded:
        return ReprocessText::tr("Left out", "a record");
    case work::EntryState::Waiting:
        return ReprocessText::tr("Waiting", "a record");
    case work::EntryState::Succeeded:
        return ReprocessText::tr("Succeeded", "a record");
    case work::EntryState::Failed:
        return ReprocessText::tr("Failed", "a record");
    case work::EntryState::Skipped:
        return ReprocessText::tr("Skipped", "a record");
    case work::EntryState::NotAttempted:
        return ReprocessText::tr("Not attempted", "a record");
    }
    return {};
}

QString planReasonText(const QString &reason)
{
    if (reason == "error"_L1)
        return ReprocessText::tr("the status is Error");
    if (reason == "pending"_L1)
        return ReprocessText::tr("the status is Pending");
    if (reason == "cancelled"_L1)
        return ReprocessText::tr("the status is Cancelled, chosen by hand");
    if (reason == "in_work"_L1)
        return ReprocessText::tr("somebody works on it now");
    if (reason == "in_batch"_L1)
        return ReprocessText::tr("it is in another reprocess");
    if (reason == "beyond_first"_L1)
        return ReprocessText::tr("it is beyond the first ones asked for");
    return reason;
}

QString countsText(const work::BatchCounts &counts)
{
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(QLocale().toString(count)));
    };
    add(counts.succeeded, ReprocessText::tr("%1 succeeded"));
    add(counts.failed, ReprocessText::tr("%1 failed"));
    add(counts.skipped, ReprocessText::tr("%1 skipped"));
    add(counts.notAttempted, ReprocessText::tr("%1 not attempted"));
    add(counts.remaining(), ReprocessText::tr("%1 remaining"));
    return parts.isEmpty() ? ReprocessText::tr("no records") : parts.join(u" · "_s);
}

QString originText(const work::Batch &batch)
{
    if (batch.state == work::BatchState::Planned)
        return ReprocessText::tr("As of %1: exactly these records will run, and none that joins later.")
            .arg(timeText(batch.createdAt));
    QStringList parts {ReprocessText::tr("Confirmed by %1 on %2").arg(batch.who, timeText(batch.confirmedAt))};
    if (batch.options.perSecond)
        parts.append(ReprocessText::tr("at most %1 per second").arg(*batch.options.perSecond));
    if (batch.options.canary)
        parts.append(ReprocessText::tr("a few first"));
    if (batch.options.resetAttempts)
        parts.append(ReprocessText::tr("automatic attempts count anew"));
    if (batch.endedAt.isValid())
        parts.append(ReprocessText::tr("ended on %1").arg(timeText(batch.endedAt)));
    return parts.join(u" · "_s);
}

QString batchTitle(qint64 id)
{
    return ReprocessText::tr("Reprocess %1").arg(id);
}

qint64 failures(const work::BatchCounts &counts)
{
    return counts.failed + counts.notAttempted;
}

} // namespace ponte::ui
