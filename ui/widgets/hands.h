// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <QThreadPool>

#include <functional>

namespace ponte::ui {

/// Calls that wait for a commit, each in a thread of a pool of its own. The owner of a Hands goes only after what is
/// under way has ended, so that no call outlives the session it works on. Used from the UI thread.
class Hands final
{
public:
    /// Runs `work` aside and then `then(Result<T>)` in the thread of `context`, unless that is gone.
    template<class T, class Then>
    void call(QObject *context, std::function<Result<T>()> work, Then then)
    {
        auto *watcher = new QFutureWatcher<Result<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
            watcher->deleteLater();
            then(watcher->future().takeResult());
        });
        watcher->setFuture(QtConcurrent::run(&m_pool, std::move(work)));
    }

    /// The same where nobody waits for an answer.
    void run(std::function<void()> work) { m_pool.start(std::move(work)); }

private:
    QThreadPool m_pool;
};

} // namespace ponte::ui
