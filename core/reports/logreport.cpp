// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/logreport.h"

#include "core/log/filterwords.h"
#include "core/reports/csvwriter.h"
#include "core/reports/hashingfile.h"

#include <QFile>
#include <QJsonDocument>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsPerPage = 500;

QString receiptFile(const QString &report)
{
    return report + u".receipt.json"_s;
}

/// Everything that is read while it lives is of one moment.
class ReadTransaction
{
public:
    explicit ReadTransaction(storage::Connection &connection)
        : m_connection(connection)
    {}
    ~ReadTransaction()
    {
        // Nothing was written, and a lost connection has no transaction to end.
        if (m_isOpen)
            (void)m_connection.run(u"ROLLBACK"_s);
    }
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

    [[nodiscard]] Result<> begin()
    {
        const bool isSqlite = m_connection.backend() == storage::Backend::Sqlite;
        Result<> begun = m_connection.run(isSqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
        m_isOpen = begun.has_value();
        return begun;
    }

private:
    storage::Connection &m_connection;
    bool m_isOpen = false;
};

/// Turns records and items into rows of one file.
class RowWriter
{
public:
    RowWriter(const ReportOrder &order, const integration::Descriptor &descriptor, const log::LogReader &reader,
              QIODevice &device)
        : m_order(order)
        , m_descriptor(descriptor)
        , m_reader(reader)
        , m_csv(device)
    {
        const ReportLanguage &language = order.language;
        m_csv.writeRow(order.withItems ? language.recordHeaders() + language.itemHeaders() : language.recordHeaders());
    }

    [[nodiscard]] Result<> write(const log::Record &record)
    {
        const QStringList cells = cellsOf(record);
        if (!m_order.withItems) {
            writeRow(cells);
            return m_csv.state();
        }
        const Result<QList<log::Item>> items = m_reader.items(record.id);
        if (!items)
            return tl::unexpected(items.error());
        if (items->isEmpty())
            writeRow(cells + QStringList(m_order.language.itemHeaders().size(), QString()));
        for (const log::Item &item : *items) {
            const Result<log::Payload> payload = m_reader.payload(item.id);
            if (!payload)
                return tl::unexpected(payload.error());
            writeRow(cells + cellsOf(item, *payload));
        }
        return m_csv.state();
    }

    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    void writeRow(const QStringList &cells)
    {
        m_csv.writeRow(cells);
        ++m_rows;
    }

    [[nodiscard]] QStringList cellsOf(const log::Record &record) const
    {
        const ReportLanguage &language = m_order.language;
        return {QString::number(record.id.value()),
                record.keyFields,
                record.keyValues,
                language.status(record.status),
                language.functionality(m_descriptor, record.key.functionality),
                language.module(m_descriptor, record.key.module),
                language.time(record.createdAt, m_order.zone),
                language.time(record.changedAt, m_order.zone)};
    }

    [[nodiscard]] QStringList cellsOf(const log::Item &item, const log::Payload &payload) const
    {
        const ReportLanguage &language = m_order.language;
        return {QString::number(item.id.value()),
                item.message,
                language.status(item.status),
                payload.sent,
                payload.received,
                language.time(item.createdAt, m_order.zone),
                language.time(item.changedAt, m_order.zone)};
    }

    const ReportOrder &m_order;
    const integration::Descriptor &m_descriptor;
    const log::LogReader &m_reader;
    CsvWriter m_csv;
    qint64 m_rows = 0;
};

Result<> writeReceipt(const Receipt &receipt, const QString &report)
{
    QSaveFile file(receiptFile(report));
    const QByteArray text = QJsonDocument(receipt.toJson()).toJson(QJsonDocument::Indented);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(ErrorCode::Internal,
                       u"The receipt %1 cannot be written: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

} // namespace

QJsonObject Receipt::toJson() const
{
    return {
        {u"filter"_s, filter},
        {u"zone"_s, zone},
        {u"generatedAt"_s, generatedAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"by"_s, by},
        {u"rows"_s, rows},
        {u"complete"_s, complete},
        {u"sha256"_s, QString::fromLatin1(sha256)},
    };
}

LogReport::LogReport(storage::Connection &connection, const integration::Descriptor &descriptor, const Clock &clock)
    : m_connection(connection)
    , m_descriptor(descriptor)
    , m_clock(clock)
{}

Result<Receipt> LogReport::writeCsv(const security::Actor &actor, const ReportOrder &order,
                                    const CancelToken &cancel) const
{
    if (const Result<> allowed = actor.require(security::Action::ExportReports, order.filter.company); !allowed)
        return tl::unexpected(allowed.error());
    HashingFile file(order.file);
    if (!file.begin())
        return failure(ErrorCode::Usage, u"The report %1 cannot be written: %2"_s.arg(order.file, file.errorString()));
    const QDateTime generatedAt = m_clock.now();
    const Result<qint64> rows = writeRows(order, file, cancel);
    if (!rows)
        return tl::unexpected(rows.error());
    // An earlier receipt must not stand beside a file that it does not speak of.
    QFile::remove(receiptFile(order.file));
    if (!file.commit())
        return failure(ErrorCode::Internal,
                       u"The report %1 cannot be written: %2"_s.arg(order.file, file.errorString()));
    const Receipt receipt {log::filterWords(order.filter),
                           QString::fromLatin1(order.zone.id()),
                           generatedAt,
                           actor.name(),
                           *rows,
                           true,
                           file.sha256()};
    if (const Result<> written = writeReceipt(receipt, order.file); !written)
        return tl::unexpected(written.error());
    return receipt;
}

Result<qint64> LogReport::writeRows(const ReportOrder &order, QIODevice &device, const CancelToken &cancel) const
{
    ReadTransaction moment(m_connection);
    if (const Result<> begun = moment.begin(); !begun)
        return tl::unexpected(begun.error());
    const log::LogReader reader(m_connection);
    const log::Sort newestFirst;
    RowWriter writer(order, m_descriptor, reader, device);
    std::optional<log::Cursor> after;
    bool hasNext = true;
    while (hasNext) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, u"The report was cancelled; no file was written."_s);
        const Result<log::Page> page = reader.page(order.filter, newestFirst, after, rowsPerPage);
        if (!page)
            return tl::unexpected(page.error());
        for (const log::Record &record : page->records) {
            if (const Result<> written = writer.write(record); !written)
                return tl::unexpected(written.error());
        }
        hasNext = page->hasNext && !page->records.isEmpty();
        if (hasNext)
            after = log::Cursor::of(page->records.last(), newestFirst);
    }
    return writer.rows();
}

} // namespace ponte::reports
