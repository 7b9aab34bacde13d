// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/parameters/requestdesk.h"

#include <QCoreApplication>

#include <condition_variable>
#include <mutex>

namespace ponte::parameters {

using namespace Qt::StringLiterals;
using Clocks = std::chrono::steady_clock;

namespace {

class DeskText
{
    Q_DECLARE_TR_FUNCTIONS(RequestDesk)
};

/// Waits between two looks at the row, and not a moment longer than a cancel.
class Pause
{
public:
    explicit Pause(const CancelToken &cancel, const CancelToken &closing)
        : m_cancelled(cancel.onCancel([this] { wake(); }))
        , m_closing(closing.onCancel([this] { wake(); }))
    {}
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_woken.wait_for(lock, std::chrono::milliseconds(150), [this] { return m_isOver; });
    }

private:
    void wake()
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
        m_woken.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_woken;
    bool m_isOver = false;
    CancelToken::Registration m_cancelled;
    CancelToken::Registration m_closing;
};

tl::unexpected<Error> cancelledRequest()
{
    return failure(ErrorCode::Cancelled, DeskText::tr("It was cancelled."));
}

QJsonObject wishOfTrial(const ConnectionTrial &trial)
{
    QJsonObject wish {{u"name"_s, trial.name}};
    if (trial.url)
        wish.insert(u"url"_s, trial.url->toString());
    if (trial.user)
        wish.insert(u"user"_s, *trial.user);
    if (trial.secret)
        wish.insert(u"secret"_s, *trial.secret);
    if (trial.extra)
        wish.insert(u"extra"_s, *trial.extra);
    return wish;
}

} // namespace

RequestDesk::RequestDesk(storage::Database &database, const Clock &clock, const security::SecretBox &secrets)
    : RequestDesk(database, clock, secrets, Patience())
{}

RequestDesk::RequestDesk(storage::Database &database, const Clock &clock, const security::SecretBox &secrets,
                         const Patience &patience)
    : m_requests(database, clock, secrets)
    , m_patience(patience)
{}

RequestDesk::~RequestDesk()
{
    m_closing.cancel();
    m_waiting.waitForDone();
}

void RequestDesk::test(const security::Actor &actor, const ConnectionTrial &trial, const CancelToken &cancel, Told told,
                       Tested done)
{
    if (const Result<> allowed = actor.require(security::Action::ManageConnections); !allowed) {
        done(tl::unexpected(allowed.error()));
        return;
    }
    m_waiting.start([this, who = actor.name(), trial, cancel, told = std::move(told), done = std::move(done)] {
        const auto answer = askAndWait(u"test"_s, wishOfTrial(trial), who, m_patience.untilTested, cancel, told);
        if (!answer)
            done(tl::unexpected(answer.error()));
        else
            done(answer->lines);
    });
}

void RequestDesk::refresh(const security::Actor &actor, const QString &kind, const QString &scope,
                          const CancelToken &cancel, Refreshed done)
{
    const qint64 company = scope.section(u'/', 0, 0).toLongLong();
    const auto allowed = actor.require(security::Action::ManageParameters,
                                       company > 0 ? std::optional(CompanyId(company)) : std::nullopt);
    if (!allowed) {
        done(tl::unexpected(allowed.error()));
        return;
    }
    m_waiting.start([this, who = actor.name(), kind, scope, cancel, done = std::move(done)] {
        const auto answer =
            askAndWait(u"refresh"_s, {{u"kind"_s, kind}, {u"scope"_s, scope}}, who, m_patience.untilRead, cancel, {});
        if (!answer)
            done(tl::unexpected(answer.error()));
        else
            done(answer->rows);
    });
}

Result<RequestAnswer> RequestDesk::askAndWait(const QString &kind, const QJsonObject &wish, const QString &who,
                                              std::chrono::milliseconds patience, const CancelToken &cancel,
                                              const Told &told)
{
    const Result<qint64> id = m_requests.ask(kind, wish, who);
    if (!id)
        return tl::unexpected(id.error());
    Result<RequestAnswer> answer = await(*id, patience, cancel, told);
    if (!answer)
        m_requests.cancel(*id);
    if (answer && answer->error)
        return tl::unexpected(*answer->error);
    return answer;
}

Result<RequestAnswer> RequestDesk::await(qint64 id, std::chrono::milliseconds patience, const CancelToken &cancel,
                                         const Told &told)
{
    const auto begin = Clocks::now();
    Pause pause(cancel, m_closing);
    qsizetype shown = 0;
    while (!cancel.isCancelled() && !m_closing.isCancelled()) {
        const auto answer = m_requests.answer(id);
        if (!answer)
            return tl::unexpected(answer.error());
        using State = RequestAnswer::State;
        if (!*answer || (*answer)->state == State::Cancelled)
            return cancelledRequest();
        for (; told && shown < (*answer)->lines.size(); ++shown)
            told((*answer)->lines.at(shown));
        if ((*answer)->state == State::Done)
            return **answer;
        const auto waited = Clocks::now() - begin;
        if ((*answer)->state == State::Waiting && waited > m_patience.untilTaken)
            return failure(ErrorCode::TimedOut,
                           DeskText::tr("No worker took this up: see that ponte-agent serve runs on a machine that "
                                        "holds the installation's key, and try again."));
        if (waited > patience)
            return failure(ErrorCode::TimedOut,
                           DeskText::tr("The worker that took this up did not answer: look at its messages, and try "
                                        "again."));
        pause.wait();
    }
    return cancelledRequest();
}

} // namespace ponte::parameters
