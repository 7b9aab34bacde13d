// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/engine/requestclerk.h"

#include "core/base/logging.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>

namespace ponte::app {

using namespace Qt::StringLiterals;
using parameters::Request;
using parameters::RequestAnswer;

namespace {

/// Who asked longer ago has given up.
constexpr std::chrono::milliseconds longestWait = std::chrono::seconds(60);

parameters::ConnectionTrial trialOfWish(const QJsonObject &wish)
{
    parameters::ConnectionTrial trial {wish.value(u"name"_s).toString()};
    if (wish.contains(u"url"_s))
        trial.url = QUrl(wish.value(u"url"_s).toString());
    if (wish.contains(u"user"_s))
        trial.user = wish.value(u"user"_s).toString();
    if (wish.contains(u"secret"_s))
        trial.secret = wish.value(u"secret"_s).toString();
    if (wish.contains(u"extra"_s))
        trial.extra = wish.value(u"extra"_s).toObject();
    return trial;
}

} // namespace

struct RequestClerk::Inbox {
    std::mutex mutex;
    std::condition_variable woken;
    std::deque<std::function<void()>> news; ///< run in the clerk's thread
    bool isWoken = true;
    bool isStopping = false;

    void add(std::function<void()> piece)
    {
        const std::lock_guard lock(mutex);
        if (isStopping)
            return;
        news.push_back(std::move(piece));
        woken.notify_all();
    }
};

RequestClerk::RequestClerk(Services &services)
    : m_services(services)
    , m_requests(services.database, services.clock, services.secrets)
    , m_inbox(std::make_shared<Inbox>())
    , m_thread([this] { loop(); })
{}

RequestClerk::~RequestClerk()
{
    {
        const std::lock_guard lock(m_inbox->mutex);
        m_inbox->isStopping = true;
        m_inbox->news.clear();
        m_inbox->woken.notify_all();
    }
    m_thread.join();
    for (auto &[id, job] : m_jobs)
        job.cancel.cancel();
}

void RequestClerk::wake()
{
    const std::lock_guard lock(m_inbox->mutex);
    m_inbox->isWoken = true;
    m_inbox->woken.notify_all();
}

void RequestClerk::loop()
{
    Inbox &inbox = *m_inbox;
    while (true) {
        std::deque<std::function<void()>> news;
        {
            std::unique_lock lock(inbox.mutex);
            inbox.woken.wait_for(lock, std::chrono::seconds(2),
                                 [&] { return inbox.isStopping || inbox.isWoken || !inbox.news.empty(); });
            if (inbox.isStopping)
                return;
            inbox.isWoken = false;
            news.swap(inbox.news);
        }
        for (const auto &piece : news)
            piece();
        obeyCancels();
        takeAll();
    }
}

void RequestClerk::takeAll()
{
    while (true) {
        const auto request = m_requests.take(longestWait);
        // Said once, since a database may be away for hours.
        if (!request && !std::exchange(m_isFailing, true))
            qCWarning(lcWork) << "requests could not be read:" << request.error().message;
        m_isFailing = !request;
        if (!request || !*request)
            return;
        begin(**request);
    }
}

void RequestClerk::obeyCancels()
{
    for (auto &[id, job] : m_jobs) {
        const auto answer = m_requests.answer(id);
        if (answer && (!*answer || (*answer)->state == RequestAnswer::State::Cancelled))
            job.cancel.cancel();
    }
}

void RequestClerk::begin(const Request &request)
{
    const qint64 id = request.id;
    const Result<security::Actor> actor = actorOf(request.askedBy);
    if (!actor) {
        end(id, {.error = actor.error()});
        return;
    }
    const Job &job = m_jobs[id];
    OutsideDesk &desk = deskFor(request.locale);
    const std::shared_ptr<Inbox> inbox = m_inbox;
    if (request.kind == "test"_L1) {
        const auto told = [this, id, inbox](const CheckLine &line) {
            inbox->add([this, id, line] {
                m_jobs[id].answer.lines.append(line);
                if (const Result<> kept = m_requests.tell(id, m_jobs[id].answer); !kept)
                    qCWarning(lcWork) << "a request could not be told of:" << kept.error().message;
            });
        };
        desk.test(*actor, trialOfWish(request.wish), job.cancel, told,
                  [this, id, inbox](const Result<QList<CheckLine>> &lines) {
                      RequestAnswer answer;
                      if (lines)
                          answer.lines = *lines;
                      else
                          answer.error = lines.error();
                      inbox->add([this, id, answer] { end(id, answer); });
                  });
        return;
    }
    desk.refresh(*actor, request.wish.value(u"kind"_s).toString(), request.wish.value(u"scope"_s).toString(),
                 job.cancel, [this, id, inbox](const Result<int> &rows) {
                     RequestAnswer answer;
                     if (rows)
                         answer.rows = *rows;
                     else
                         answer.error = rows.error();
                     inbox->add([this, id, answer] { end(id, answer); });
                 });
}

OutsideDesk &RequestClerk::deskFor(const QString &locale)
{
    std::unique_ptr<OutsideDesk> &desk = m_desks[locale];
    if (!desk)
        desk = std::make_unique<OutsideDesk>(m_services, locale);
    return *desk;
}

void RequestClerk::end(qint64 id, RequestAnswer answer)
{
    answer.state = RequestAnswer::State::Done;
    m_jobs.erase(id);
    if (const Result<> kept = m_requests.end(id, answer); !kept)
        qCWarning(lcWork) << "a request could not be answered:" << kept.error().message;
}

Result<security::Actor> RequestClerk::actorOf(const QString &name)
{
    const auto connection = m_services.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const Result<bool> isAnyKnown = security::People::isAnyKnown(**connection);
    if (!isAnyKnown)
        return tl::unexpected(isAnyKnown.error());
    return *isAnyKnown ? security::People::actorNamed(**connection, name) : security::Actor::role(name);
}

} // namespace ponte::app
