// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/payloadsearch.h"

#include "core/log/logfilter.h"
#include "core/log/payloadcodec.h"

#include <QElapsedTimer>

#include <algorithm>

namespace ponte::log {

using namespace Qt::StringLiterals;
using storage::Row;

namespace {

constexpr int itemsAtOnce = 200;
constexpr qint64 millisecondsBetweenWords = 200;
constexpr qsizetype excerptBefore = 60;
constexpr qsizetype excerptLength = 160;

QString excerptAround(const QString &text, qsizetype place)
{
    const qsizetype from = std::max<qsizetype>(0, place - excerptBefore);
    return text.mid(from, excerptLength).simplified();
}

class PayloadSearch
{
public:
    using Tell = std::function<void(const QList<PayloadHit> &, const PayloadSearchProgress &)>;

    PayloadSearch(storage::Connection &connection, const Filter &filter, const QString &text, int hitLimit,
                  const CancelToken &cancel, const Tell &tell)
        : m_connection(connection)
        , m_filter(filter)
        , m_text(text)
        , m_hitLimit(hitLimit)
        , m_cancel(cancel)
        , m_tell(tell)
    {}

    Result<PayloadSearchEnd> run()
    {
        m_sinceTold.start();
        std::optional<qint64> before;
        while (!m_cancel.isCancelled() && m_progress.hits < m_hitLimit) {
            const auto rows = itemsBefore(before);
            if (!rows && rows.error().code == ErrorCode::Cancelled)
                break;
            if (!rows)
                return tl::unexpected(rows.error());
            if (rows->isEmpty()) {
                tellNow();
                return PayloadSearchEnd {m_progress, true};
            }
            before = rows->last().number(u"item");
            const Result<> looked = lookInto(*rows);
            if (!looked && looked.error().code == ErrorCode::Cancelled)
                break;
            if (!looked)
                return tl::unexpected(looked.error());
        }
        tellNow();
        return PayloadSearchEnd {m_progress, false};
    }

private:
    /// By the payload's own key, newest first, so that each slice costs the same; the record decides afterwards.
    Result<QList<Row>> itemsBefore(std::optional<qint64> before)
    {
        ConditionBuilder builder(m_connection.backend());
        if (before)
            builder.add(u"item < "_s + builder.bind(*before));
        // Nothing was sent for a record before it was there.
        if (m_filter.createdFrom.isValid())
            builder.add(u"created_at >= "_s + builder.bind(m_filter.createdFrom));
        const QString where = builder.takeWhere();
        return m_connection.queryText(u"SELECT item, sent, received, created_at FROM log_payload"_s + where
                                          + u" ORDER BY item DESC LIMIT "_s + QString::number(itemsAtOnce),
                                      builder.bindings());
    }

    Result<> lookInto(const QList<Row> &rows)
    {
        const auto chosen = recordsOf(rows);
        if (!chosen)
            return tl::unexpected(chosen.error());
        for (const Row &row : rows) {
            if (m_cancel.isCancelled())
                break;
            const auto place = chosen->constFind(row.number(u"item"));
            if (place != chosen->constEnd()) {
                if (Result<> looked = lookInto(row, *place); !looked)
                    return looked;
            }
            m_progress.reachedBackTo = row.time(u"created_at");
            if (m_progress.hits >= m_hitLimit)
                break;
            if (m_sinceTold.elapsed() >= millisecondsBetweenWords)
                tellNow();
        }
        return {};
    }

    struct Place {
        LogRecordId record;
        int number = 0;
    };

    /// Of these items, those whose record the filter chooses.
    Result<QHash<qint64, Place>> recordsOf(const QList<Row> &rows)
    {
        ConditionBuilder builder(m_connection.backend());
        QStringList ids;
        QDateTime oldest = rows.first().time(u"created_at");
        QDateTime newest = oldest;
        for (const Row &row : rows) {
            ids.append(row.text(u"item"));
            oldest = std::min(oldest, row.time(u"created_at"));
            newest = std::max(newest, row.time(u"created_at"));
        }
        // The times name the partitions, which are by month.
        const QString items = u"SELECT id AS item, number, record FROM log_item WHERE id IN ("_s + ids.join(u", "_s)
                              + u") AND created_at >= "_s + builder.bind(oldest) + u" AND created_at <= "_s
                              + builder.bind(newest);
        builder.addScope(m_filter);
        builder.addKinds(m_filter);
        builder.addRest(m_filter);
        const QString where = builder.takeWhere();
        const auto found = m_connection.queryText(
            u"WITH part AS ("_s + items
                + u") SELECT item, number, record FROM part WHERE record IN (SELECT id FROM "
                  "log_record WHERE id IN (SELECT record FROM part)"_s
                + (where.isEmpty() ? QString() : u" AND "_s + where.mid(QStringView(u" WHERE ").size())) + u')',
            builder.bindings());
        if (!found)
            return tl::unexpected(found.error());
        QHash<qint64, Place> places;
        for (const Row &row : *found)
            places.insert(row.number(u"item"), {LogRecordId(row.number(u"record")), int(row.number(u"number"))});
        return places;
    }

    Result<> lookInto(const Row &row, const Place &place)
    {
        const QString sent = unpacked(row.bytes(u"sent")).value_or(QString());
        const QString received = unpacked(row.bytes(u"received")).value_or(QString());
        ++m_progress.items;
        m_progress.bytes += sent.size() + received.size();
        const qsizetype inSent = sent.indexOf(m_text, 0, Qt::CaseInsensitive);
        const qsizetype inReceived = received.indexOf(m_text, 0, Qt::CaseInsensitive);
        if (inSent < 0 && inReceived < 0)
            return {};
        const auto record = LogReader(m_connection).record(place.record);
        if (!record)
            return tl::unexpected(record.error());
        if (!*record)
            return {};
        m_hits.append({**record, LogItemId(row.number(u"item")), place.number, row.time(u"created_at"), inSent >= 0,
                       inReceived >= 0,
                       inSent >= 0 ? excerptAround(sent, inSent) : excerptAround(received, inReceived)});
        ++m_progress.hits;
        return {};
    }

    void tellNow()
    {
        m_tell(m_hits, m_progress);
        m_hits.clear();
        m_sinceTold.restart();
    }

    storage::Connection &m_connection;
    const Filter m_filter;
    const QString m_text;
    const int m_hitLimit;
    const CancelToken m_cancel;
    const Tell &m_tell;
    PayloadSearchProgress m_progress;
    QList<PayloadHit> m_hits;
    QElapsedTimer m_sinceTold;
};

} // namespace

Result<PayloadSearchEnd>
searchPayloads(storage::Connection &connection, const Filter &filter, const QString &text, int hitLimit,
               const CancelToken &cancel,
               const std::function<void(const QList<PayloadHit> &, const PayloadSearchProgress &)> &tell)
{
    if (text.isEmpty())
        return PayloadSearchEnd {{}, true};
    const auto registration = cancel.onCancel([&connection] { connection.interrupt(); });
    return PayloadSearch(connection, filter, text, hitLimit, cancel, tell).run();
}

} // namespace ponte::log
