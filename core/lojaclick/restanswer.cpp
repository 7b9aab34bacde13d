// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/restanswer.h"

#include "core/base/json.h"
#include "core/base/redaction.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

// Long enough for any maintenance; beyond it a date is a mistake that would park a record for ever.
constexpr std::chrono::seconds longestRetryAfter = std::chrono::hours(24 * 30);

/// An outside text may hold any character, of which PostgreSQL keeps all but one.
QString printable(QString text)
{
    std::ranges::replace_if(
        text, [](QChar c) { return c.category() == QChar::Other_Control; }, u' ');
    return text;
}

QString firstOf(const QJsonArray &messages, const QStringList &members)
{
    for (const auto &value : messages) {
        for (const QString &member : members) {
            const QString text = printable(value.toObject().value(member).toString()).simplified();
            if (!text.isEmpty())
                return text;
        }
    }
    return {};
}

QDateTime httpDate(const QByteArray &text)
{
    // HTTP always names GMT, which Qt's RFC 2822 does not know.
    QString date = QString::fromLatin1(text);
    if (date.endsWith(" GMT"_L1))
        date.replace(date.size() - 3, 3, u"+0000"_s);
    return QDateTime::fromString(date, Qt::RFC2822Date);
}

} // namespace

QUrl addressBelow(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString folder = url.path();
    while (folder.endsWith(u'/'))
        folder.chop(1);
    url.setPath(folder + path);
    return url;
}

QString operationName(const http::Request &request)
{
    return QString::fromLatin1(request.method) + u' '
           + request.url.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

bool wasHeldBack(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unreachable:
    case ErrorCode::TimedOut:
        return !error.field.isEmpty();
    case ErrorCode::OutcomeUnknown:
        return false;
    default:
        return true;
    }
}

rm::Exchange keptExchange(const http::Request &request, const QString &sent, std::chrono::milliseconds took,
                          const Result<http::Response> &response, const QStringList &secrets)
{
    rm::Exchange exchange {.operation = operationName(request), .sent = redacted(sent, secrets), .duration = took};
    if (response) {
        exchange.received = redacted(QString::fromUtf8(response->body), secrets);
        exchange.httpStatus = response->status;
    }
    return exchange;
}

std::optional<std::chrono::seconds> retryAfter(const http::Headers &headers)
{
    const QByteArray value = http::headerValue(headers, "Retry-After").trimmed();
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (isNumber && number >= 0)
        return std::min(std::chrono::seconds(number), longestRetryAfter);
    const QDateTime until = httpDate(value);
    if (!until.isValid())
        return std::nullopt;
    QDateTime sentAt = httpDate(http::headerValue(headers, "Date").trimmed());
    if (!sentAt.isValid())
        sentAt = QDateTime::currentDateTimeUtc();
    return std::clamp(std::chrono::seconds(sentAt.secsTo(until)), std::chrono::seconds(0), longestRetryAfter);
}

QString refusalText(const QByteArray &body)
{
    const auto document = json::parseObject(body);
    if (!document)
        return {};
    const QJsonObject &root = document->root;
    for (const QString &member : {u"message"_s, u"Mensagem"_s, u"detailedMessage"_s}) {
        const QString text = printable(root.value(member).toString()).simplified();
        if (!text.isEmpty())
            return text;
    }
    const QString listed = firstOf(root.value("messages"_L1).toArray(), {u"detail"_s, u"message"_s});
    return listed.isEmpty() ? firstOf(root.value("DetalheErros"_L1).toArray(), {u"Mensagem"_s}) : listed;
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return printable(value.toString()).trimmed();
    const double number = value.toDouble(-1);
    constexpr double largestExact = 9007199254740992.0;
    if (value.isDouble() && number >= 0 && number <= largestExact && std::floor(number) == number)
        return QString::number(static_cast<qint64>(number));
    return {};
}

} // namespace ponte::lojaclick
