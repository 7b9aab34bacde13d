// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/parameters/requests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace ponte::parameters {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr qint64 keptForSeconds = 24 * 60 * 60;

/// Codes that a reader treats in a way of its own; the numbers of the enumeration may change between versions.
const QList<std::pair<ErrorCode, QString>> &codeWords()
{
    static const QList<std::pair<ErrorCode, QString>> words {
        {ErrorCode::Internal, u"internal"_s},
        {ErrorCode::Permission, u"permission"_s},
        {ErrorCode::Rule, u"rule"_s},
        {ErrorCode::Validation, u"validation"_s},
        {ErrorCode::Unreachable, u"unreachable"_s},
        {ErrorCode::OutcomeUnknown, u"outcome_unknown"_s},
        {ErrorCode::Refused, u"refused"_s},
        {ErrorCode::Unauthorized, u"unauthorized"_s},
        {ErrorCode::Cancelled, u"cancelled"_s},
        {ErrorCode::TimedOut, u"timed_out"_s},
    };
    return words;
}

QString wordOfCode(ErrorCode code)
{
    for (const auto &[known, word] : codeWords()) {
        if (known == code)
            return word;
    }
    return u"internal"_s;
}

ErrorCode codeOfWord(const QString &word)
{
    for (const auto &[code, known] : codeWords()) {
        if (known == word)
            return code;
    }
    return ErrorCode::Internal;
}

QString textOf(const RequestAnswer &answer)
{
    QJsonArray lines;
    for (const CheckLine &line : answer.lines)
        lines.append(QJsonArray {line.check, line.outcome, line.message});
    QJsonObject object {{u"lines"_s, lines}, {u"rows"_s, answer.rows}};
    if (answer.error)
        object.insert(u"error"_s,
                      QJsonObject {{u"code"_s, wordOfCode(answer.error->code)}, {u"message"_s, answer.error->message}});
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

RequestAnswer answerOf(const storage::Row &row)
{
    using State = RequestAnswer::State;
    const QString state = row.text(u"state");
    RequestAnswer answer;
    answer.state = state == "done"_L1        ? State::Done
                   : state == "running"_L1   ? State::Running
                   : state == "cancelled"_L1 ? State::Cancelled
                                             : State::Waiting;
    const QJsonObject object = QJsonDocument::fromJson(row.text(u"answer").toUtf8()).object();
    const QJsonArray lines = object.value(u"lines"_s).toArray();
    for (const auto &line : lines)
        answer.lines.append({line[0].toString(), line[1].toString(), line[2].toString()});
    answer.rows = object.value(u"rows"_s).toInt();
    if (const QJsonObject error = object.value(u"error"_s).toObject(); !error.isEmpty())
        answer.error = Error {codeOfWord(error.value(u"code"_s).toString()), error.value(u"message"_s).toString()};
    return answer;
}

} // namespace

Requests::Requests(storage::Database &database, const Clock &clock, const security::SecretBox &secrets)
    : m_database(database)
    , m_clock(clock)
    , m_secrets(secrets)
{}

Result<qint64> Requests::ask(const QString &kind, const QJsonObject &wish, const QString &who)
{
    const QJsonObject letter {{u"wish"_s, wish}, {u"locale"_s, QLocale().name()}};
    const QString text = QString::fromUtf8(QJsonDocument(letter).toJson(QJsonDocument::Compact));
    return m_database.writer().write<qint64>("request.ask", [&](Connection &connection) -> Result<qint64> {
        const QDateTime now = m_clock.now();
        const auto dropped =
            connection.execute(u"parameters.drop_old_requests"_s, {{u":oldest"_s, now.addSecs(-keptForSeconds)}});
        if (!dropped)
            return tl::unexpected(dropped.error());
        const auto row = connection.first(
            u"parameters.add_request"_s,
            {{u":kind"_s, kind}, {u":sealed"_s, m_secrets.seal(text)}, {u":who"_s, who}, {u":now"_s, now}});
        if (!row)
            return tl::unexpected(row.error());
        connection.noteChange(u"requests"_s);
        return (*row)->number(u"id");
    });
}

Result<std::optional<RequestAnswer>> Requests::answer(qint64 id)
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto row = (*connection)->first(u"parameters.request"_s, {{u":id"_s, id}});
    if (!row)
        return tl::unexpected(row.error());
    return *row ? std::optional(answerOf(**row)) : std::nullopt;
}

void Requests::cancel(qint64 id)
{
    m_database.writer().post(
        "request.cancel",
        [id, now = m_clock.now()](Connection &connection) -> Result<> {
            const auto done = connection.execute(u"parameters.cancel_request"_s, {{u":id"_s, id}, {u":now"_s, now}});
            if (!done)
                return tl::unexpected(done.error());
            connection.noteChange(u"requests"_s);
            return {};
        },
        [](const Result<> &) { /* a worker that does not hear of it only works in vain */ });
}

Result<std::optional<Request>> Requests::take(std::chrono::milliseconds age)
{
    const auto reader = m_database.reads().here();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto rows =
        (*reader)->query(u"parameters.waiting_requests"_s, {{u":oldest"_s, m_clock.now().addMSecs(-age.count())}});
    if (!rows)
        return tl::unexpected(rows.error());
    for (const storage::Row &row : *rows) {
        Request request {row.number(u"id"), row.text(u"kind"), {}, row.text(u"asked_by"), {}};
        const Result<QString> text = m_secrets.open(row.bytes(u"sealed"));
        if (!text)
            return tl::unexpected(text.error());
        const QJsonObject letter = QJsonDocument::fromJson(text->toUtf8()).object();
        request.wish = letter.value(u"wish"_s).toObject();
        request.locale = letter.value(u"locale"_s).toString();
        const auto taken = m_database.writer().write<qint64>("request.take", [&](Connection &connection) {
            return connection.execute(u"parameters.take_request"_s,
                                      {{u":id"_s, request.id}, {u":now"_s, m_clock.now()}});
        });
        if (!taken)
            return tl::unexpected(taken.error());
        if (*taken > 0)
            return request;
    }
    return std::nullopt;
}

Result<> Requests::tell(qint64 id, const RequestAnswer &answer)
{
    return m_database.writer().write<void>("request.tell", [&](Connection &connection) -> Result<> {
        const auto told =
            connection.execute(u"parameters.tell_request"_s, {{u":id"_s, id}, {u":answer"_s, textOf(answer)}});
        if (!told)
            return tl::unexpected(told.error());
        connection.noteChange(u"requests"_s);
        return {};
    });
}

Result<> Requests::end(qint64 id, const RequestAnswer &answer)
{
    return m_database.writer().write<void>("request.end", [&](Connection &connection) -> Result<> {
        const QString state = answer.state == RequestAnswer::State::Cancelled ? u"cancelled"_s : u"done"_s;
        const auto ended = connection.execute(
            u"parameters.end_request"_s,
            {{u":id"_s, id}, {u":state"_s, state}, {u":answer"_s, textOf(answer)}, {u":now"_s, m_clock.now()}});
        if (!ended)
            return tl::unexpected(ended.error());
        connection.noteChange(u"requests"_s);
        return {};
    });
}

} // namespace ponte::parameters
