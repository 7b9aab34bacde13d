// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/shop/salemaker.h"
#include "core/http/client.h"

#include <QString>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <mutex>

namespace ponte::sandbox {

struct ShopSettings {
    QUrl address; ///< of the program that takes the sales, or the whole address of inserirMatricula
    QString user;
    QString password;
    quint64 count = 1;
    double perSecond = 0; ///< 0 is as fast as the answers come
    int concurrency = 4;
    quint64 seed = 1;
    QList<int> companies {3};
    bool verbose = false;
};

struct ShopResult {
    quint64 accepted = 0; ///< answered Sucesso
    quint64 failed = 0;
    quint64 retried = 0;
    std::chrono::milliseconds duration {0};
};

/// A shop that sells: posts sales from several threads and repeats those that are put off.
class Shop
{
public:
    explicit Shop(const ShopSettings &settings);

    /// Blocks until every sale was answered or given up.
    [[nodiscard]] ShopResult run();

private:
    void work();
    [[nodiscard]] bool sell(http::Client *client, quint64 number);
    void report(quint64 number, int status, const QString &text);
    void waitForTurn(quint64 number) const;

    ShopSettings m_settings;
    SaleMaker m_maker;
    std::chrono::steady_clock::time_point m_start;
    std::atomic<quint64> m_next {0};
    std::atomic<quint64> m_accepted {0};
    std::atomic<quint64> m_failed {0};
    std::atomic<quint64> m_retried {0};
    std::mutex m_output;
};

} // namespace ponte::sandbox
