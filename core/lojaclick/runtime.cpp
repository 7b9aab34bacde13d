// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/runtime.h"

#include "core/lojaclick/api.h"
#include "core/lojaclick/effects.h"
#include "core/lojaclick/reprocess.h"
#include "core/lojaclick/resend.h"
#include "core/work/scheduler.h"

#include <algorithm>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

constexpr int frontThreads = 2;
constexpr int frontQueue = 512;
constexpr int saleThreads = 12;
constexpr int saleQueue = 256;
constexpr auto grace = std::chrono::seconds(25);

class LojaClick final : public integration::Runtime
{
public:
    explicit LojaClick(const integration::RuntimeParts &parts)
        : m_settings(parts.parameters, parts.connections)
        , m_rm(parts.database, parts.clock, u"RM"_s, 4)
        , m_erp(parts.database, parts.clock, u"ERP"_s, 8)
        , m_broker(parts.database, parts.clock, u"Broker"_s, 4)
        , m_locks(parts.database, parts.process)
        , m_environment {parts.database, parts.clock, parts.process, m_locks, m_settings, m_rm, m_erp, m_broker, {}}
        , m_activation(m_environment)
        , m_effects(m_environment)
        , m_reprocess(m_environment, m_activation)
        , m_resend(m_environment, m_activation)
        , m_scheduler(parts.database, parts.clock, parts.process, jobs(parts.jobs), parts.schedules)
        , m_desk(std::make_unique<SaleDesk>(m_environment, m_activation, m_sales))
        , m_api(m_environment, *m_desk, m_front, m_sales, parts.clients)
    {
        if (parts.workers)
            m_outbox = std::make_unique<work::OutboxDispatcher>(
                parts.database, parts.clock, parts.process, m_effects.handlers(),
                [this](const QString &kind) { return m_effects.credentialVersion(kind); },
                [this] { return m_effects.capacity(); });
        if (parts.workers)
            m_batches = std::make_unique<work::BatchRunner>(
                parts.database, parts.clock, parts.process, u"lojaclick"_s,
                [this](storage::Connection &connection, const QList<LogRecordId> &records) {
                    return m_reprocess.take(connection, records);
                },
                [this](const work::BatchTask &task, http::Client &client, const CancelToken &cancel) {
                    return m_reprocess.run(task, client, cancel);
                },
                [this] { return m_activation.atOnce(); });
    }

    ~LojaClick() override
    {
        stop();
        m_front.waitUntilIdle(grace);
        if (!m_sales.waitUntilIdle(grace))
            m_desk->cancel();
    }

    void addRoutes(http::Router &router) override { m_api.addRoutes(router); }

    void stop() override
    {
        m_front.stop();
        m_sales.stop();
        if (m_batches)
            m_batches->stop();
    }

    void wake(const QStringList &topics) override
    {
        // What is worked on changes a hundred times a second, and none of it is new work.
        const auto isOnly = [&](const QStringList &idle) {
            return !topics.isEmpty() && std::ranges::all_of(topics, [&](const QString &topic) {
                return idle.contains(topic) || topic == "log"_L1 || topic == "batch"_L1 || topic == "requests"_L1;
            });
        };
        if (m_outbox && !isOnly({u"batches"_s}))
            m_outbox->wake();
        if (m_batches && !isOnly({u"outbox"_s}))
            m_batches->wake();
    }

    [[nodiscard]] Result<work::ScheduleReport> runSchedule(const security::Actor &actor, qint64 id,
                                                           const CancelToken &cancel) override
    {
        return m_scheduler.runNow(actor, id, cancel);
    }

    [[nodiscard]] QList<QPair<QString, double>> figures() override
    {
        return {{u"ponte_lojaclick_sales_in_progress"_s, double(m_desk->waiting())},
                {u"ponte_lojaclick_sales_queued"_s, double(m_sales.waiting())}};
    }

private:
    [[nodiscard]] QHash<QString, work::Scheduler::Job> jobs(QHash<QString, integration::SharedJob> all)
    {
        const auto resend = [this](const work::Schedule &schedule, const QDateTime &since, const CancelToken &cancel) {
            return m_resend.run(schedule, since, cancel);
        };
        all.insert(QString::fromUtf16(work::resendJob), resend);
        all.insert(QString::fromUtf16(work::reprocessJob), resend);
        return all;
    }

    const SettingsReader m_settings;
    work::Destination m_rm, m_erp, m_broker;
    work::NaturalLocks m_locks;
    Environment m_environment;
    Activation m_activation;
    Effects m_effects;
    Reprocess m_reprocess;
    Resend m_resend;
    work::Scheduler m_scheduler;
    std::unique_ptr<work::OutboxDispatcher> m_outbox;
    std::unique_ptr<work::BatchRunner> m_batches;
    // The pools end after the desk was told to answer no more, and before it is gone: declared in that order.
    std::unique_ptr<SaleDesk> m_desk;
    work::WorkerPool m_sales {u"sale"_s, saleThreads, saleQueue};
    work::WorkerPool m_front {u"front"_s, frontThreads, frontQueue};
    Api m_api;
};

} // namespace

std::unique_ptr<integration::Runtime> makeRuntime(const integration::RuntimeParts &parts)
{
    return std::make_unique<LojaClick>(parts);
}

} // namespace ponte::lojaclick
