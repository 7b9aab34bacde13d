// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/samples/samplelog.h"

#include "core/samples/bulktables.h"
#include "core/samples/samplerows.h"
#include "core/samples/sampletimeline.h"
#include "core/storage/connection.h"

namespace ponte::samples {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsBetweenWords = 250'000;
constexpr int daysBefore = 1'650;

class SampleWriter
{
public:
    SampleWriter(storage::Connection &connection, const SampleOrder &order, const CancelToken &cancel,
                 const SampleProgress &progress)
        : m_connection(connection)
        , m_order(order)
        , m_cancel(cancel)
        , m_progress(progress)
        , m_timeline(order.seed, order.records, order.until.toMSecsSinceEpoch())
    {}

    Result<SampleCounts> write()
    {
        BulkTables tables(m_connection, m_cancel);
        Result<> done = tables.begin(m_order.until.addDays(-daysBefore), m_order.until);
        if (done)
            done = writeRows(tables);
        if (done)
            done = tables.finish(m_progress);
        if (done)
            return m_counts;
        tables.giveUp();
        if (m_cancel.isCancelled())
            return failure(ErrorCode::Cancelled, u"Stopped; nothing was written."_s);
        return tl::unexpected(done.error());
    }

private:
    Result<> writeRows(BulkTables &tables)
    {
        const std::unique_ptr<BulkSink> sink = tables.sink();
        for (const auto step : {&SampleWriter::writeRecords, &SampleWriter::writeItems, &SampleWriter::writePayloads,
                                &SampleWriter::writeWords, &SampleWriter::writeSignatures})
        {
            if (Result<> done = (this->*step)(*sink); !done)
                return done;
        }
        return {};
    }

    Result<> writeRecords(BulkSink &sink)
    {
        if (Result<> begun = sink.begin("log_record", SampleRows::recordColumns, SampleRows::recordColumnCount); !begun)
            return begun;
        const Result<> done =
            m_timeline.eachRecord(m_cancel, [&](qint64 id, const SampleSale &sale, const SampleRecord &record) {
                tell(u"records"_s, m_counts.records = id, m_order.records);
                return m_rows.record(sink, id, sale, record);
            });
        m_counts.sales = m_timeline.sales();
        return done ? sink.end() : done;
    }

    Result<> writeItems(BulkSink &sink)
    {
        if (Result<> begun = sink.begin("log_item", SampleRows::itemColumns, SampleRows::itemColumnCount); !begun)
            return begun;
        const Result<> done = m_timeline.eachItem(
            m_cancel, [&](qint64 id, qint64 recordId, const SampleSale &sale, const SampleRecord &record, int number) {
                tell(u"items"_s, m_counts.items = id, m_order.records);
                return m_rows.item(sink, id, recordId, sale, record, number);
            });
        return done ? sink.end() : done;
    }

    Result<> writePayloads(BulkSink &sink)
    {
        if (m_order.newestPayloads == 0)
            return {};
        if (Result<> begun = sink.begin("log_payload", SampleRows::payloadColumns, SampleRows::payloadColumnCount);
            !begun)
            return begun;
        const qint64 skipped =
            m_order.newestPayloads ? std::max<qint64>(0, m_counts.items - *m_order.newestPayloads) : 0;
        const Result<> done = m_timeline.eachItem(
            m_cancel,
            [&](qint64 id, qint64, const SampleSale &sale, const SampleRecord &record, int number) -> Result<> {
                if (id <= skipped)
                    return {};
                tell(u"payloads"_s, ++m_counts.payloads, m_counts.items - skipped);
                return m_rows.payload(sink, id, sale, record, number);
            });
        return done ? sink.end() : done;
    }

    Result<> writeWords(BulkSink &sink)
    {
        if (m_connection.backend() != storage::Backend::Sqlite)
            return {};
        if (Result<> begun = sink.begin("log_words", "rowid, words", 2); !begun)
            return begun;
        const Result<> done =
            m_timeline.eachRecord(m_cancel, [&](qint64 id, const SampleSale &sale, const SampleRecord &record) {
                tell(u"words"_s, id, m_order.records);
                return m_rows.words(sink, id, sale, record);
            });
        return done ? sink.end() : done;
    }

    Result<> writeSignatures(BulkSink &sink)
    {
        if (Result<> begun = sink.begin("log_signature", "id, version, text, first_at", 4); !begun)
            return begun;
        for (auto met = m_rows.signatures().constBegin(); met != m_rows.signatures().constEnd(); ++met) {
            sink.text(met.key().toUtf8());
            sink.number(log::signatureVersion);
            sink.text(met->text.toUtf8());
            sink.number(met->firstAt);
            if (Result<> added = sink.endRow(); !added)
                return added;
        }
        return sink.end();
    }

    void tell(const QString &what, qint64 done, qint64 total) const
    {
        if (done % rowsBetweenWords == 0)
            m_progress(what, done, total);
    }

    storage::Connection &m_connection;
    const SampleOrder m_order;
    const CancelToken m_cancel;
    const SampleProgress m_progress;
    const SampleTimeline m_timeline;
    SampleRows m_rows;
    SampleCounts m_counts;
};

} // namespace

Result<SampleCounts> writeSampleLog(const storage::Address &address, const SampleOrder &order,
                                    const CancelToken &cancel, const SampleProgress &progress)
{
    const auto connection = storage::Connection::open(address, storage::Connection::Mode::ReadWrite);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto registration = cancel.onCancel([raw = connection->get()] { raw->interrupt(); });
    return SampleWriter(**connection, order, cancel, progress).write();
}

} // namespace ponte::samples
