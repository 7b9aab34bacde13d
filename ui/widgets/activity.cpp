// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/activity.h"

#include <algorithm>

namespace ponte::ui {

namespace {

constexpr int endedKept = 50;

} // namespace

int Activity::start(Job job)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.isRunning && !job.key.isEmpty() && entry.job.key == job.key)
            return entry.id;
    }
    Entry entry;
    entry.id = ++m_lastId;
    entry.job = std::move(job);
    m_entries.prepend(std::move(entry));
    Q_EMIT changed();
    return m_lastId;
}

void Activity::tell(int id, const QString &detail, qint64 done, qint64 total)
{
    Entry *entry = find(id);
    if (!entry || !entry->isRunning)
        return;
    entry->detail = detail;
    entry->done = done;
    entry->total = total;
    Q_EMIT changed();
}

void Activity::cancel(int id)
{
    Entry *entry = find(id);
    if (!entry || !entry->isRunning || entry->isStopping || !entry->job.cancel)
        return;
    entry->isStopping = true;
    const std::function<void()> stop = entry->job.cancel;
    Q_EMIT changed();
    stop();
}

void Activity::finish(int id, Outcome outcome, const QString &detail)
{
    Entry *entry = find(id);
    if (!entry || !entry->isRunning)
        return;
    entry->isRunning = false;
    entry->outcome = outcome;
    entry->detail = detail;
    // What it would have called may be gone from now on.
    entry->job.cancel = {};
    int ended = 0;
    m_entries.removeIf([&ended](const Entry &each) { return !each.isRunning && ++ended > endedKept; });
    Q_EMIT changed();
}

int Activity::runningCount() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.isRunning; }));
}

bool Activity::isRunning(const QString &key) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&key](const Entry &entry) { return entry.isRunning && entry.job.key == key; });
}

void Activity::forgetEnded()
{
    m_entries.removeIf([](const Entry &entry) { return !entry.isRunning; });
    Q_EMIT changed();
}

Activity::Entry *Activity::find(int id)
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

} // namespace ponte::ui
