// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/import/recording.h"

#include "tests/bench/import/systems.h"

#include <QElapsedTimer>
#include <QHostAddress>

#include <atomic>
#include <vector>

namespace ponte::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 quietMilliseconds = 150;
constexpr qint64 recordingPatience = 60'000;

using Keys = QList<QPair<QByteArray, QByteArray>>;

QUrl urlBelow(const QUrl &base, const QString &target)
{
    return QUrl(base.toString() + target);
}

/// Those that say something; the client writes the others itself.
http::Headers keptHeaders(const QHash<QByteArray, QByteArray> &headers)
{
    http::Headers kept;
    for (const QByteArray &name : {QByteArray("accept"), QByteArray("authorization"), QByteArray("content-type"),
                                   QByteArray("idempotency-key"), QByteArray("soapaction")})
    {
        if (headers.contains(name))
            kept.append({name, headers.value(name)});
    }
    return kept;
}

QByteArray between(const QByteArray &text, const QByteArray &start, char end)
{
    const qsizetype from = text.indexOf(start);
    if (from < 0)
        return {};
    const qsizetype begin = from + start.size();
    return text.mid(begin, text.indexOf(end, begin) - begin);
}

/// The keys that an answer gives: of a saved record, or of a contract.
QList<QByteArray> keysIn(const QByteArray &answer)
{
    const QByteArray record = between(answer, "<SaveRecordResult>", '<');
    if (!record.isEmpty())
        return record.split(';');
    const QByteArray contract = between(answer, "\"numeroContrato\":\"", '"');
    return contract.isEmpty() ? QList<QByteArray>() : QList<QByteArray> {contract};
}

bool isPartOfKey(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

QByteArray withKeys(QByteArray text, const Keys &keys)
{
    for (const auto &[recorded, given] : keys) {
        qsizetype at = text.indexOf(recorded);
        while (at >= 0) {
            const qsizetype end = at + recorded.size();
            const bool isWhole =
                (at == 0 || !isPartOfKey(text.at(at - 1))) && (end == text.size() || !isPartOfKey(text.at(end)));
            if (isWhole)
                text.replace(at, recorded.size(), given);
            at = text.indexOf(recorded, at + (isWhole ? given.size() : 1));
        }
    }
    return text;
}

void replaySale(http::Client &client, const RecordedSale &sale, const QUrl &sandbox)
{
    Keys keys;
    for (const RecordedCall &call : sale) {
        http::Request request;
        request.method = call.method;
        request.url = urlBelow(sandbox, QString::fromLatin1(withKeys(call.target.toLatin1(), keys)));
        request.headers = call.headers;
        request.body = withKeys(call.body, keys);
        const auto response = client.send(request);
        if (!response)
            giveUp(u"a recorded call was not answered: "_s + response.error().message);
        if (response->status != call.status)
            giveUp(u"%1 answered %2, not %3"_s.arg(call.target).arg(response->status).arg(call.status));
        const QList<QByteArray> recorded = keysIn(call.answer);
        const QList<QByteArray> given = keysIn(response->body);
        if (recorded.size() != given.size())
            giveUp(u"%1 answered %2"_s.arg(call.target, QString::fromUtf8(response->body)));
        for (qsizetype i = 0; i < recorded.size(); ++i) {
            const QPair<QByteArray, QByteArray> key(recorded.at(i), given.at(i));
            if (key.first != key.second && !keys.contains(key))
                keys.append(key);
        }
    }
}

} // namespace

Recorder::Recorder(const QUrl &sandbox)
    : m_sandbox(sandbox)
    , m_thread(QThread::create([this] { work(); }))
{
    m_thread->start();
    const auto listening = m_server.listen(QHostAddress::LocalHost, 0,
                                           [this](http::ServerRequest request, http::Responder responder) {
                                               const std::lock_guard lock(m_mutex);
                                               m_waiting.push_back({std::move(request), std::move(responder)});
                                               m_wake.notify_all();
                                           },
                                           {});
    if (!listening)
        giveUp(listening.error().message);
}

Recorder::~Recorder()
{
    m_server.stop();
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    m_thread->wait();
}

void Recorder::work()
{
    http::Client client;
    for (;;) {
        Incoming incoming;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping)
                return;
            incoming = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        pass(client, incoming);
    }
}

void Recorder::pass(http::Client &client, const Incoming &incoming)
{
    const http::ServerRequest &request = incoming.request;
    RecordedCall call;
    call.method = request.method;
    call.target = QString::fromLatin1(request.rawPath);
    if (!request.query.isEmpty())
        call.target += u'?' + request.query.toString(QUrl::FullyEncoded);
    call.headers = keptHeaders(request.headers);
    call.body = request.body;
    http::Request outgoing {.method = call.method, .url = urlBelow(m_sandbox, call.target)};
    outgoing.headers = call.headers;
    outgoing.body = call.body;
    const auto response = client.send(outgoing);
    if (!response)
        giveUp(u"the sandbox did not answer the recorder: "_s + response.error().message);
    call.status = response->status;
    call.answer = response->body;
    {
        const std::lock_guard lock(m_mutex);
        m_calls.append(call);
        m_notified = m_notified || call.target.endsWith(u"/confirmacao");
    }
    incoming.responder.respond({.status = response->status,
                                .body = response->body,
                                .contentType = http::headerValue(response->headers, "content-type")});
}

qsizetype Recorder::kept(bool *notified) const
{
    const std::lock_guard lock(m_mutex);
    *notified = m_notified;
    return m_calls.size();
}

RecordedSale Recorder::take()
{
    QElapsedTimer whole;
    QElapsedTimer quiet;
    whole.start();
    quiet.start();
    qsizetype seen = 0;
    bool notified = false;
    while (!notified || quiet.elapsed() < quietMilliseconds) {
        if (whole.elapsed() > recordingPatience)
            giveUp(u"a recorded sale did not end with its notice"_s);
        QThread::msleep(5);
        if (const qsizetype now = kept(&notified); now != seen) {
            seen = now;
            quiet.restart();
        }
    }
    const std::lock_guard lock(m_mutex);
    m_notified = false;
    return std::exchange(m_calls, {});
}

double replay(const QList<RecordedSale> &sales, const QUrl &sandbox, int concurrency)
{
    std::atomic<qsizetype> next = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < concurrency; ++i) {
        threads.emplace_back(QThread::create([&] {
            http::Client client;
            for (qsizetype number = next++; number < sales.size(); number = next++)
                replaySale(client, sales.at(number), sandbox);
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    return double(clock.nsecsElapsed()) / 1e9;
}

} // namespace ponte::bench
