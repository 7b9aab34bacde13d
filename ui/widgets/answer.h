// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QFutureWatcher>
#include <QPromise>

#include <functional>
#include <memory>

namespace ponte::ui {

/// What to hand to a service that answers in a thread of its own: the answer arrives in `then`, in the thread of
/// `context`, and nowhere where the context is gone by then. Called once, in the context's thread.
template<class T>
[[nodiscard]] std::function<void(const T &)> answerTo(QObject *context, std::function<void(const T &)> then)
{
    auto promise = std::make_shared<QPromise<T>>();
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    promise->start();
    watcher->setFuture(promise->future());
    return [promise](const T &answer) {
        promise->addResult(answer);
        promise->finish();
    };
}

/// The same for news that come one by one: `then` for each, in their order.
template<class T>
[[nodiscard]] std::function<void(const T &)> newsTo(QObject *context, std::function<void(const T &)> then)
{
    // A promise that goes unfinished counts as cancelled, and what it told last would be lost.
    const std::shared_ptr<QPromise<T>> promise(new QPromise<T>, [](QPromise<T> *open) {
        open->finish();
        delete open;
    });
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::resultReadyAt, context,
                     [watcher, then = std::move(then)](int index) { then(watcher->resultAt(index)); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    promise->start();
    watcher->setFuture(promise->future());
    return [promise](const T &piece) { promise->addResult(piece); };
}

} // namespace ponte::ui
