// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/logfilter.h"

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

QString columnOf(SortColumn column)
{
    switch (column) {
    case SortColumn::Id:
        return u"id"_s;
    case SortColumn::CreatedAt:
        return u"created_at"_s;
    case SortColumn::ChangedAt:
        return u"changed_at"_s;
    }
    return u"id"_s;
}

/// A pattern that finds the text itself, whatever LIKE would make of it.
QString containing(const QString &text)
{
    QString pattern = text;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + pattern + u'%';
}

class Builder
{
public:
    void add(const QString &condition) { m_conditions.append(condition); }

    QString bind(const QVariant &value)
    {
        QString name = u":p%1"_s.arg(m_bindings.size());
        m_bindings.append({name, value});
        return name;
    }

    template<class List, class Convert>
    void addIn(const QString &column, const List &values, Convert convert)
    {
        if (values.isEmpty())
            return;
        QStringList names;
        for (const auto &value : values)
            names.append(bind(convert(value)));
        add(column + u" IN ("_s + names.join(u", "_s) + u')');
    }

    void addEqual(const QString &column, const QString &value)
    {
        if (!value.isEmpty())
            add(column + u" = "_s + bind(value));
    }

    void addTime(const QString &column, const QString &comparison, const QDateTime &time)
    {
        if (time.isValid())
            add(column + u' ' + comparison + u' ' + bind(time));
    }

    void addFilter(const Filter &filter);

    [[nodiscard]] QString where() const
    {
        return m_conditions.isEmpty() ? QString() : u" WHERE "_s + m_conditions.join(u" AND "_s);
    }
    [[nodiscard]] const storage::Bindings &bindings() const { return m_bindings; }

private:
    QStringList m_conditions;
    storage::Bindings m_bindings;
};

void Builder::addFilter(const Filter &filter)
{
    const auto same = [](const QString &text) { return QVariant(text); };
    if (filter.company)
        add(u"company = "_s + bind(filter.company->value()));
    if (filter.level)
        add(u"level = "_s + bind(filter.level->value()));
    addIn(u"status"_s, filter.statuses, [](Status status) { return QVariant(toWord(status)); });
    addIn(u"functionality"_s, filter.functionalities, same);
    addIn(u"module"_s, filter.modules, same);
    addIn(u"id"_s, filter.ids, [](LogRecordId id) { return QVariant(id.value()); });
    addEqual(u"origin"_s, filter.origin);
    addEqual(u"signature"_s, filter.signature);
    if (!filter.key.isEmpty())
        add(u"key_values LIKE "_s + bind(containing(filter.key)) + u" ESCAPE '\\'"_s);
    if (!filter.text.isEmpty())
        add(u"(lower(key_values) LIKE "_s + bind(containing(filter.text.toLower()))
            + u" ESCAPE '\\' OR lower(message) LIKE "_s + bind(containing(filter.text.toLower())) + u" ESCAPE '\\')"_s);
    addTime(u"created_at"_s, u">="_s, filter.createdFrom);
    addTime(u"created_at"_s, u"<"_s, filter.createdTo);
    addTime(u"changed_at"_s, u">="_s, filter.changedFrom);
    addTime(u"changed_at"_s, u"<"_s, filter.changedTo);
}

} // namespace

BuiltQuery pageQuery(const Filter &filter, const Sort &sort, const std::optional<Cursor> &after, int limit,
                     bool backward)
{
    Builder builder;
    builder.addFilter(filter);
    const QString column = columnOf(sort.column);
    const bool descending = sort.descending != backward;
    if (after) {
        const QString comparison = descending ? u"<"_s : u">"_s;
        if (sort.column == SortColumn::Id)
            builder.add(u"id "_s + comparison + u' ' + builder.bind(after->id));
        else
            builder.add(
                u"(%1, id) %2 (%3, %4)"_s.arg(column, comparison, builder.bind(after->value), builder.bind(after->id)));
    }
    const QString direction = descending ? u" DESC"_s : u" ASC"_s;
    QString order = u" ORDER BY "_s + column + direction;
    if (sort.column != SortColumn::Id)
        order += u", id"_s + direction;
    return {u"SELECT "_s + recordColumns() + u" FROM log_record"_s + builder.where() + order + u" LIMIT "_s
                + QString::number(limit),
            builder.bindings()};
}

BuiltQuery countQuery(const Filter &filter)
{
    Builder builder;
    builder.addFilter(filter);
    return {u"SELECT count(*) AS n FROM (SELECT 1 FROM log_record"_s + builder.where() + u" LIMIT "_s
                + QString::number(exactCountLimit + 1) + u") AS matching"_s,
            builder.bindings()};
}

BuiltQuery conditionsOf(const Filter &filter)
{
    Builder builder;
    builder.addFilter(filter);
    return {builder.where(), builder.bindings()};
}

QString recordColumns()
{
    return u"id, integration, company, level, origin, functionality, module, key_fields, key_values, status, call_state, "
           "message, signature, automatic_attempts, manual_attempts, items, not_before, cancelled_reason, lease_owner, "
           "created_at, changed_at"_s;
}

QString Cursor::toText() const
{
    return u"%1-%2"_s.arg(value).arg(id);
}

std::optional<Cursor> Cursor::fromText(const QString &text)
{
    bool valueOk = false;
    bool idOk = false;
    const Cursor cursor {text.section(u'-', 0, 0).toLongLong(&valueOk), text.section(u'-', 1).toLongLong(&idOk)};
    return valueOk && idOk ? std::optional(cursor) : std::nullopt;
}

Cursor Cursor::of(const Record &record, const Sort &sort)
{
    switch (sort.column) {
    case SortColumn::Id:
        return {record.id.value(), record.id.value()};
    case SortColumn::CreatedAt:
        return {record.createdAt.toMSecsSinceEpoch(), record.id.value()};
    case SortColumn::ChangedAt:
        return {record.changedAt.toMSecsSinceEpoch(), record.id.value()};
    }
    return {};
}

} // namespace ponte::log
