// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/saleimport.h"
#include "core/work/workerpool.h"

#include <QHash>

#include <chrono>
#include <functional>
#include <list>
#include <thread>

namespace ponte::lojaclick {

/// Where sales wait for their answer: each runs once, however often it arrives at the same time; duplicates hold no
/// thread and get the answer of the first. Thread-safe.
class SaleDesk
{
public:
    using Reply = std::function<void(const ApiAnswer &)>;

    /// `patience`: after that a caller is answered 503 while the work ends.
    SaleDesk(Environment &environment, Activation &activation, work::WorkerPool &workers,
             std::chrono::milliseconds patience = std::chrono::seconds(120));
    /// Cancels what waits; the workers must have ended before.
    ~SaleDesk();

    void submit(const Sale &sale, const QString &who, Reply reply);
    /// Cancels the sales under way where they stand.
    void cancel();
    [[nodiscard]] int waiting() const;

private:
    using Key = QPair<qint64, QString>;
    struct Waiter {
        Sale sale;
        QString contentHash;
        QString who;
        Reply reply;
        std::chrono::steady_clock::time_point deadline;
    };
    struct Entry {
        std::list<Waiter> waiters;
        Sale sale; ///< the one that runs
        QString contentHash;
        QString who;
        bool elsewhere = false; ///< another program runs it: asked again until it ends
    };

    void start(const Key &key);
    void work(const Key &key, http::Client &client);
    [[nodiscard]] std::optional<ApiAnswer> answer(const Entry &entry, http::Client &client);
    [[nodiscard]] ApiAnswer replay(const Entry &entry, const StoredSale &stored, bool different);
    void finish(const Key &key, const ApiAnswer &answer);
    void keepHouse();

    Environment &m_environment;
    Activation &m_activation;
    work::WorkerPool &m_workers;
    const std::chrono::milliseconds m_patience;
    const CancelToken m_cancel;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    QHash<Key, std::shared_ptr<Entry>> m_entries;
    bool m_stopping = false;
    std::thread m_housekeeper;
};

} // namespace ponte::lojaclick
