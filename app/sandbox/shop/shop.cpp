// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/shop/shop.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QThread>

#include <cstdio>
#include <thread>

namespace ponte::sandbox {

namespace {

constexpr int mostRepeats = 60;
constexpr int mostRepeatsWithoutAnswer = 5;

QUrl saleAddress(const QUrl &given)
{
    const QString path = QStringLiteral("/api/cst/v1/lojaclick/matricula/inserirMatricula");
    QUrl url = given;
    if (!url.path().endsWith(path)) {
        QString base = url.path();
        while (base.endsWith(u'/'))
            base.chop(1);
        url.setPath(base + path);
    }
    return url;
}

/// Seconds or a date; one second where there is neither.
std::chrono::milliseconds retryAfter(const http::Headers &headers)
{
    const QByteArray text = http::headerValue(headers, "retry-after").trimmed();
    bool ok = false;
    const int seconds = text.toInt(&ok);
    if (ok)
        return std::chrono::seconds(qBound(0, seconds, 600));
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::chrono::seconds(1);
    QDateTime utc = date;
    utc.setTimeSpec(Qt::UTC);
    return std::chrono::milliseconds(qBound(qint64(0), QDateTime::currentDateTimeUtc().msecsTo(utc), qint64(600'000)));
}

} // namespace

Shop::Shop(const ShopSettings &settings)
    : m_settings(settings)
    , m_maker(settings.seed, settings.companies)
{
    m_settings.address = saleAddress(settings.address);
}

ShopResult Shop::run()
{
    m_start = std::chrono::steady_clock::now();
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < m_settings.concurrency; ++i) {
        threads.emplace_back(QThread::create([this] { work(); }));
        threads.back()->start();
    }
    for (const std::unique_ptr<QThread> &thread : threads)
        thread->wait();
    const auto spent = std::chrono::steady_clock::now() - m_start;
    return {m_accepted, m_failed, m_retried, std::chrono::duration_cast<std::chrono::milliseconds>(spent)};
}

void Shop::work()
{
    http::Client client;
    for (quint64 number = m_next++; number < m_settings.count; number = m_next++) {
        waitForTurn(number);
        if (sell(&client, number + 1))
            ++m_accepted;
        else
            ++m_failed;
    }
}

void Shop::waitForTurn(quint64 number) const
{
    if (m_settings.perSecond <= 0)
        return;
    const auto offset = std::chrono::duration<double>(static_cast<double>(number) / m_settings.perSecond);
    std::this_thread::sleep_until(m_start + std::chrono::duration_cast<std::chrono::steady_clock::duration>(offset));
}

bool Shop::sell(http::Client *client, quint64 number)
{
    http::Request request;
    request.method = "POST";
    request.url = m_settings.address;
    request.headers = {{"Content-Type", "application/json; charset=utf-8"},
                       {"Accept", "application/json"},
                       {"Authorization", http::basicAuthorization(m_settings.user, m_settings.password)}};
    request.body = QJsonDocument(m_maker.sale(number)).toJson(QJsonDocument::Compact);
    request.deadline = std::chrono::seconds(150);
    int unanswered = 0;
    for (int repeat = 0; repeat < mostRepeats; ++repeat) {
        if (repeat > 0)
            ++m_retried;
        const Result<http::Response> response = client->send(request);
        if (!response) {
            report(number, 0, response.error().message);
            if (++unanswered > mostRepeatsWithoutAnswer)
                return false;
            std::this_thread::sleep_for(std::chrono::seconds(1));
            continue;
        }
        const QJsonObject answer = QJsonDocument::fromJson(response->body).object();
        report(number, response->status,
               answer.value(u"Status").toString() + u' ' + answer.value(u"Mensagem").toString());
        if (response->status != 503 && response->status != 429)
            return response->status == 200 && answer.value(u"Status").toString() == u"Sucesso";
        std::this_thread::sleep_for(retryAfter(response->headers));
    }
    return false;
}

void Shop::report(quint64 number, int status, const QString &text)
{
    if (!m_settings.verbose)
        return;
    const std::lock_guard lock(m_output);
    std::fprintf(stderr, "%s %d %s\n", qUtf8Printable(m_maker.id(number)), status, qUtf8Printable(text));
}

} // namespace ponte::sandbox
