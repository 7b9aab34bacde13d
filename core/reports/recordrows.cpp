// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/recordrows.h"

#include "core/log/logfilter.h"
#include "core/log/payloadcodec.h"
#include "core/reports/utf8.h"
#include "core/security/personaldata.h"

#include <algorithm>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

// Below it SQLite may gather and sort what an index finds; above it walks the table, so that memory stays bounded.
constexpr qint64 mostSortedRecords = 50'000;

constexpr qint64 msPerDayOfAge = 86'400'000;

const QList<ItemColumn> &itemColumns(bool withPayloads)
{
    static const QList<ItemColumn> all {ItemColumn::Id,       ItemColumn::Message,  ItemColumn::Status,
                                        ItemColumn::Sent,     ItemColumn::Received, ItemColumn::CreatedAt,
                                        ItemColumn::ChangedAt};
    static const QList<ItemColumn> narrow {ItemColumn::Id, ItemColumn::Message, ItemColumn::Status,
                                           ItemColumn::CreatedAt, ItemColumn::ChangedAt};
    return withPayloads ? all : narrow;
}

Cell::Kind kindOf(Column column)
{
    switch (column) {
    case Column::Id:
    case Column::Company:
    case Column::Level:
    case Column::AutomaticAttempts:
    case Column::ManualAttempts:
    case Column::Age:
        return Cell::Kind::Number;
    case Column::CreatedAt:
    case Column::ChangedAt:
    case Column::NextAttempt:
        return Cell::Kind::Time;
    default:
        return Cell::Kind::Text;
    }
}

Cell::Kind kindOf(ItemColumn column)
{
    switch (column) {
    case ItemColumn::Id:
        return Cell::Kind::Number;
    case ItemColumn::CreatedAt:
    case ItemColumn::ChangedAt:
        return Cell::Kind::Time;
    default:
        return Cell::Kind::Text;
    }
}

/// Whether masking could find anything: every mark of a person is an address or many digits.
bool mayTellOfPerson(std::string_view text)
{
    int digits = 0;
    for (const char c : text) {
        if (c == '@')
            return true;
        if (c >= '0' && c <= '9' && ++digits >= 8)
            return true;
    }
    return false;
}

QString asText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

RecordRows::RecordRows(const ReportOrder &order, const integration::Descriptor &descriptor, const QDateTime &now)
    : m_order(order)
    , m_descriptor(descriptor)
    , m_now(now.toMSecsSinceEpoch())
{}

QStringList RecordRows::headers(const ReportOrder &order)
{
    QStringList headers;
    for (const Column column : order.columns)
        headers.append(order.language.header(column));
    if (order.withItems) {
        for (const ItemColumn column : itemColumns(order.withPayloads))
            headers.append(order.language.header(column));
    }
    return headers;
}

QList<Cell::Kind> RecordRows::kinds(const ReportOrder &order)
{
    QList<Cell::Kind> kinds;
    for (const Column column : order.columns)
        kinds.append(kindOf(column));
    if (order.withItems) {
        for (const ItemColumn column : itemColumns(order.withPayloads))
            kinds.append(kindOf(column));
    }
    return kinds;
}

Result<std::unique_ptr<RecordRows>> RecordRows::open(storage::Connection &connection, const ReportOrder &order,
                                                     const integration::Descriptor &descriptor, const QDateTime &now,
                                                     qint64 records)
{
    std::unique_ptr<RecordRows> rows(new RecordRows(order, descriptor, now));
    rows->m_idColumn = rows->column(u"id"_s);
    for (const Column column : order.columns)
        rows->addRecordField(column);
    if (order.withItems)
        rows->addItemFields();
    rows->m_cells.resize(rows->m_fields.size());
    rows->m_made.resize(rows->m_fields.size());
    const log::BuiltQuery conditions = log::conditionsOf(order.filter);
    const bool inOrderOfIds = connection.backend() == storage::Backend::Sqlite && records > mostSortedRecords;
    auto stream = storage::RowStream::open(connection, rows->select(conditions.sql, inOrderOfIds), conditions.bindings);
    if (!stream)
        return tl::unexpected(stream.error());
    rows->m_stream = std::move(*stream);
    return rows;
}

QString RecordRows::select(const QString &conditions, bool inOrderOfIds)
{
    const QString records = u"SELECT "_s + m_recordColumns.join(u", "_s) + u" FROM log_record"_s
                            + (inOrderOfIds ? u" NOT INDEXED"_s : QString()) + conditions;
    if (!m_order.withItems)
        return records + u" ORDER BY id DESC"_s;
    QStringList columns;
    for (const QString &name : std::as_const(m_recordColumns))
        columns.append(u"r."_s + name);
    QString text = u"SELECT "_s + (columns + m_itemColumns).join(u", "_s) + u" FROM ("_s + records
                   + u") AS r LEFT JOIN log_item AS i ON i.record = r.id"_s;
    if (m_order.withPayloads)
        text += u" LEFT JOIN log_payload AS p ON p.item = i.id AND p.created_at = i.created_at"_s;
    return text + u" ORDER BY r.id DESC, i.number"_s;
}

int RecordRows::column(const QString &expression)
{
    const qsizetype known = m_recordColumns.indexOf(expression);
    if (known >= 0)
        return int(known);
    m_recordColumns.append(expression);
    return int(m_recordColumns.size()) - 1;
}

void RecordRows::addRecordField(Column wanted)
{
    const auto add = [this](Source source, const QString &expression) {
        m_fields.push_back({source, column(expression)});
    };
    switch (wanted) {
    case Column::Id:
    case Column::Company:
    case Column::Level:
    case Column::AutomaticAttempts:
    case Column::ManualAttempts:
        return add(Source::Number, toWord(wanted));
    case Column::KeyFields:
    case Column::Signature:
        return add(Source::Text, toWord(wanted));
    case Column::Status:
    case Column::Functionality:
    case Column::Module:
        return add(Source::Word, toWord(wanted));
    case Column::KeyValues:
    case Column::Origin:
    case Column::Message:
    case Column::CancelledReason:
        return add(Source::Personal, toWord(wanted));
    case Column::CreatedAt:
    case Column::ChangedAt:
        return add(Source::Time, toWord(wanted));
    case Column::NextAttempt:
        return add(Source::Time, u"not_before"_s);
    case Column::Age:
        (void)column(u"status"_s);
        return add(Source::Age, u"created_at"_s);
    }
}

void RecordRows::addItemFields()
{
    const int first = int(m_recordColumns.size());
    const auto add = [&](Source source, const QString &expression) {
        m_itemColumns.append(expression);
        m_fields.push_back({source, first + int(m_itemColumns.size()) - 1});
    };
    for (const ItemColumn wanted : itemColumns(m_order.withPayloads)) {
        switch (wanted) {
        case ItemColumn::Id:
            add(Source::ItemId, u"i.id"_s);
            break;
        case ItemColumn::Message:
            add(Source::Personal, u"i.message"_s);
            break;
        case ItemColumn::Status:
            add(Source::Word, u"i.status"_s);
            break;
        case ItemColumn::Sent:
            add(Source::Payload, u"p.sent"_s);
            break;
        case ItemColumn::Received:
            add(Source::Payload, u"p.received"_s);
            break;
        case ItemColumn::CreatedAt:
            add(Source::Time, u"i.created_at"_s);
            break;
        case ItemColumn::ChangedAt:
            add(Source::Time, u"i.changed_at"_s);
            break;
        }
    }
}

Result<bool> RecordRows::next()
{
    Result<bool> found = m_stream->next();
    if (!found || !*found)
        return found;
    for (size_t i = 0; i < m_fields.size(); ++i)
        fill(i, m_fields[i]);
    if (const qint64 id = m_stream->number(m_idColumn); id != m_lastId) {
        m_lastId = id;
        ++m_records;
    }
    return true;
}

void RecordRows::fill(size_t index, const Field &field)
{
    Cell &cell = m_cells[index];
    if (m_stream->isNull(field.column)) {
        cell = {};
        return;
    }
    const auto made = [&](const QString &text) {
        std::string &kept = m_made[index];
        const QByteArray bytes = text.toUtf8();
        kept.assign(bytes.constData(), size_t(bytes.size()));
        return Cell {Cell::Kind::Text, kept};
    };
    switch (field.source) {
    case Source::Number:
    case Source::ItemId:
        cell = {Cell::Kind::Number, {}, m_stream->number(field.column)};
        break;
    case Source::Time:
        cell = {Cell::Kind::Time, {}, m_stream->number(field.column)};
        break;
    case Source::Text: {
        const std::string_view text = m_stream->text(field.column);
        cell = isSoundUtf8(text) ? Cell {Cell::Kind::Text, text} : made(asText(text));
        break;
    }
    case Source::Word:
        cell = {Cell::Kind::Text, wordOf(m_stream->text(field.column))};
        break;
    case Source::Personal: {
        const std::string_view text = m_stream->text(field.column);
        if (!m_order.personalData && mayTellOfPerson(text))
            cell = made(security::maskedText(asText(text)));
        else
            cell = isSoundUtf8(text) ? Cell {Cell::Kind::Text, text} : made(asText(text));
        break;
    }
    case Source::Payload: {
        const std::string_view bytes = m_stream->text(field.column);
        const QString text = log::decompressed(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())));
        cell = made(m_order.personalData ? text : security::maskedPayload(text));
        break;
    }
    case Source::Age: {
        const std::string_view status = m_stream->text(int(m_recordColumns.indexOf(u"status"_s)));
        const bool isOpen = status == "error" || status == "pending";
        cell = isOpen ? Cell {Cell::Kind::Number,
                              {},
                              std::max<qint64>(0, m_now - m_stream->number(field.column)) / msPerDayOfAge}
                      : Cell {};
        break;
    }
    }
    if (cell.kind == Cell::Kind::Text && cell.text.empty())
        cell = {};
}

std::string_view RecordRows::wordOf(std::string_view id)
{
    for (const Word &word : m_words) {
        if (word.id == id)
            return word.text;
    }
    const QString name = asText(id);
    const ReportLanguage &language = m_order.language;
    QString text = name;
    if (const auto status = log::statusFromWord(name))
        text = language.status(*status);
    else if (m_descriptor.functionality(name))
        text = language.functionality(m_descriptor, name);
    else if (m_descriptor.module(name))
        text = language.module(m_descriptor, name);
    m_words.push_back({std::string(id), text.toStdString()});
    return m_words.back().text;
}

} // namespace ponte::reports
