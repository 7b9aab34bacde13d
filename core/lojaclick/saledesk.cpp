// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/saledesk.h"

#include "core/base/logging.h"
#include "core/lojaclick/commitnames.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr auto houseInterval = std::chrono::milliseconds(200);
constexpr auto busyRetry = std::chrono::seconds(5);

ApiAnswer tooMany()
{
    ApiAnswer answer = errorAnswer(429, u"Há vendas demais em andamento; envie de novo em instantes."_s);
    answer.retryAfter = busyRetry;
    return answer;
}

ApiAnswer tooSlow()
{
    ApiAnswer answer = errorAnswer(503, u"A venda ainda está em processamento; consulte ou envie de novo."_s);
    answer.retryAfter = std::chrono::seconds(30);
    return answer;
}

} // namespace

SaleDesk::SaleDesk(Environment &environment, Activation &activation, work::WorkerPool &workers,
                   std::chrono::milliseconds patience)
    : m_environment(environment)
    , m_activation(activation)
    , m_workers(workers)
    , m_patience(patience)
    , m_housekeeper([this] { keepHouse(); })
{}

SaleDesk::~SaleDesk()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_housekeeper.join();
    for (const auto &entry : std::as_const(m_entries)) {
        for (const Waiter &waiter : entry->waiters)
            waiter.reply(tooSlow());
    }
}

void SaleDesk::cancel()
{
    CancelToken(m_cancel).cancel();
}

int SaleDesk::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_entries.size());
}

void SaleDesk::submit(const Sale &sale, const QString &who, Reply reply)
{
    const Key key {sale.company.value(), sale.id};
    const QString hash = contentHash(sale);
    {
        const std::lock_guard lock(m_mutex);
        const Waiter waiter {sale, hash, who, std::move(reply), std::chrono::steady_clock::now() + m_patience};
        const auto running = m_entries.constFind(key);
        if (running != m_entries.constEnd()) {
            (*running)->waiters.push_back(waiter);
            return;
        }
        auto entry = std::make_shared<Entry>();
        entry->sale = sale;
        entry->contentHash = hash;
        entry->who = who;
        entry->waiters.push_back(waiter);
        m_entries.insert(key, entry);
    }
    start(key);
}

void SaleDesk::start(const Key &key)
{
    if (!m_workers.post([this, key](http::Client &client) { work(key, client); }))
        finish(key, tooMany());
}

void SaleDesk::work(const Key &key, http::Client &client)
{
    std::shared_ptr<Entry> entry;
    {
        const std::lock_guard lock(m_mutex);
        entry = m_entries.value(key);
        entry->elsewhere = false;
    }
    const std::optional<ApiAnswer> answered = answer(*entry, client);
    if (answered) {
        finish(key, *answered);
        return;
    }
    const std::lock_guard lock(m_mutex);
    entry->elsewhere = true;
}

std::optional<ApiAnswer> SaleDesk::answer(const Entry &entry, http::Client &client)
{
    const work::NaturalLocks::Ticket ticket = work::NaturalLocks::ticketFor(SaleImport::lockNames(entry.sale));
    bool isLocked = false;
    const auto accepted = m_environment.database.writer().write<Acceptance>(
        commit::accept, [&](Connection &connection) -> Result<Acceptance> {
            isLocked = false;
            auto acceptance = salestore::accept(connection, entry.sale, entry.contentHash,
                                                m_environment.process.id().value(), m_environment.clock.now());
            if (!acceptance || acceptance->kind != Acceptance::Kind::Run)
                return acceptance;
            // Mostly nobody else has these people in hand, and it is one commit less; the import waits where somebody
            // has.
            const Result<bool> taken = m_environment.locks.takeIn(connection, ticket);
            if (!taken)
                return tl::unexpected(taken.error());
            isLocked = *taken;
            return acceptance;
        });
    if (!accepted)
        return answerOf(accepted.error());
    auto locked = isLocked ? m_environment.locks.guard(ticket) : work::NaturalLocks::Guard();
    switch (accepted->kind) {
    case Acceptance::Kind::Busy:
        return std::nullopt;
    case Acceptance::Kind::Replay:
        return replay(entry, *accepted->stored, false);
    case Acceptance::Kind::Different:
        return replay(entry, *accepted->stored, true);
    case Acceptance::Kind::Run:
        break;
    }
    return SaleImport(m_environment, m_activation, *accepted, std::move(locked), entry.sale, entry.who, client,
                      m_cancel)
        .run();
}

/// A repeat changes nothing but is told at the sale's pre-contract (loja-click.md D0-15).
ApiAnswer SaleDesk::replay(const Entry &entry, const StoredSale &stored, bool different)
{
    const QString refusal =
        u"A venda %1 já foi recebida com outro conteúdo (conteúdo divergente)."_s.arg(entry.sale.id);
    const ApiAnswer answer = different ? errorAnswer(409, refusal, {{u"conteudo_divergente"_s, u"idVenda"_s, refusal}})
                                       : ApiAnswer {stored.answerStatus, stored.answer, {}};
    const QString key = u"%1;%2;%3"_s.arg(stored.progress.ra).arg(stored.sale.termId).arg(stored.progress.preContract);
    Execution execution {u"pre_contract"_s, stored.progress.preContract.isEmpty() ? QString() : key,
                         different ? log::Status::Error : log::Status::Success,
                         different ? refusal : u"venda já integrada"_s};
    execution.exchanges = {{u"POST inserirMatricula"_s,
                            QString::fromUtf8(json::toText(toJson(entry.sale))),
                            QString::fromUtf8(answer.body),
                            answer.httpStatus,
                            {}}};
    execution.who = entry.who;
    const Result<> kept =
        m_environment.database.writer().write<void>(commit::replay, [&](Connection &connection) -> Result<> {
            const Subject subject {stored.sale.company, stored.sale.level, stored.sale.id, stored.sale.student.cpf};
            const auto recorded = recordExecution(connection, subject, execution, m_environment.clock.now(), true);
            return recorded ? Result<>() : Result<>(tl::unexpected(recorded.error()));
        });
    if (!kept)
        qCWarning(lcLojaClick) << "a repeat of" << entry.sale.id << "could not be noted:" << kept.error().message;
    return answer;
}

void SaleDesk::finish(const Key &key, const ApiAnswer &answer)
{
    std::list<Waiter> answered;
    bool again = false;
    {
        const std::lock_guard lock(m_mutex);
        const std::shared_ptr<Entry> entry = m_entries.value(key);
        for (auto waiter = entry->waiters.begin(); waiter != entry->waiters.end();) {
            const auto next = std::next(waiter);
            if (waiter->contentHash == entry->contentHash || answer.httpStatus == 429)
                answered.splice(answered.end(), entry->waiters, waiter);
            waiter = next;
        }
        // A caller with other content waited for the first to end; now its own sale is looked at.
        if (entry->waiters.empty()) {
            m_entries.remove(key);
        } else {
            const Waiter &first = entry->waiters.front();
            entry->sale = first.sale;
            entry->contentHash = first.contentHash;
            entry->who = first.who;
            again = true;
        }
    }
    for (const Waiter &waiter : answered)
        waiter.reply(answer);
    if (again)
        start(key);
}

void SaleDesk::keepHouse()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, houseInterval, [this] { return m_stopping; })) {
        const auto now = std::chrono::steady_clock::now();
        std::list<Waiter> late;
        QList<Key> elsewhere;
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            Entry &entry = **it;
            for (auto waiter = entry.waiters.begin(); waiter != entry.waiters.end();) {
                const auto next = std::next(waiter);
                if (waiter->deadline <= now)
                    late.splice(late.end(), entry.waiters, waiter);
                waiter = next;
            }
            if (entry.elsewhere) {
                entry.elsewhere = false;
                elsewhere.append(it.key());
            }
        }
        lock.unlock();
        for (const Waiter &waiter : late)
            waiter.reply(tooSlow());
        for (const Key &key : elsewhere)
            start(key);
        lock.lock();
    }
}

} // namespace ponte::lojaclick
