// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace ponte::ui {

/// What runs for longer than a glance (exports, batches, refreshes, tests), so that it is seen, stopped and found
/// again from everywhere. UI thread only; whoever runs the work tells of it here.
class Activity final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Activity)

public:
    enum class Outcome { Done, Failed, Cancelled };

    struct Job {
        QString key; ///< names the same work, such as "batch-17"; empty where it cannot be met twice
        std::function<QString()> title; ///< asked each time, because the language may change
        std::function<void()> cancel = {}; ///< none: it cannot be stopped
        std::function<void()> open = {}; ///< leads to where it is shown; none: nowhere
    };

    struct Entry {
        int id = 0;
        Job job;
        QString detail;
        qint64 done = 0;
        qint64 total = 0; ///< 0: nobody knows
        bool isRunning = true;
        bool isStopping = false; ///< asked to stop, and not yet at its end
        Outcome outcome = Outcome::Done; ///< once it no longer runs
    };

    using QObject::QObject;

    /// The id of the new job, or of the running one with the same key.
    int start(Job job);
    void tell(int id, const QString &detail, qint64 done = 0, qint64 total = 0);
    /// Asks the job to stop; its owner still calls finish().
    void cancel(int id);
    void finish(int id, Outcome outcome, const QString &detail = {});

    /// Newest first; of those that ended the last 50.
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] bool isRunning(const QString &key) const;
    void forgetEnded();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Entry *find(int id);

    QList<Entry> m_entries;
    int m_lastId = 0;
};

} // namespace ponte::ui
