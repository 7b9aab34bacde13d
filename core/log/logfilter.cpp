// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/logfilter.h"

#include "core/log/searchwords.h"

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

/// A pattern that finds the text itself, whatever LIKE would make of it.
QString containing(const QString &text)
{
    QString pattern = text;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + pattern + u'%';
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

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

QString ConditionBuilder::bind(const QVariant &value)
{
    QString name = u":p%1"_s.arg(m_bindings.size());
    m_bindings.append({name, value});
    return name;
}

template<class List, class Convert>
void ConditionBuilder::addIn(const QString &column, const List &values, Convert convert)
{
    if (values.isEmpty())
        return;
    QStringList names;
    for (const auto &value : values)
        names.append(bind(convert(value)));
    if (names.size() == 1)
        add(column + u" = "_s + names.first());
    else
        add(column + u" IN ("_s + names.join(u", "_s) + u')');
}

void ConditionBuilder::addTime(const QString &column, const QString &comparison, const QDateTime &time)
{
    if (time.isValid())
        add(column + (m_timesByIndex ? u" "_s : u" + 0 "_s) + comparison + u' ' + bind(time));
}

/// SQLite's LIKE knows the case of ASCII only; of other texts the usual spellings are tried.
QString ConditionBuilder::contains(const QString &expression, const QString &text)
{
    if (m_backend == storage::Backend::PostgreSql)
        // Of ASCII alone the case is known without the rules of a language, which take three times as long.
        return expression + (isAscii(text) ? u" COLLATE \"C\""_s : QString()) + u" ILIKE "_s + bind(containing(text));
    QStringList spellings {text};
    if (!isAscii(text))
        spellings += {text.toLower(), text.toUpper()};
    spellings.removeDuplicates();
    QStringList found;
    for (const QString &spelling : std::as_const(spellings))
        found.append(expression + u" LIKE "_s + bind(containing(spelling)) + u" ESCAPE '\\'"_s);
    return u'(' + found.join(u" OR "_s) + u')';
}

void ConditionBuilder::addScope(const Filter &filter)
{
    if (filter.company)
        add(u"company = "_s + bind(filter.company->value()));
    if (filter.level)
        add(u"level = "_s + bind(filter.level->value()));
}

void ConditionBuilder::addKinds(const Filter &filter, const QString &functionality)
{
    const auto same = [](const QString &text) { return QVariant(text); };
    addIn(u"status"_s, filter.statuses, [](Status status) { return QVariant(toWord(status)); });
    // Said in so many words, since an index of what is no success asks for them.
    if (!filter.statuses.isEmpty() && !filter.statuses.contains(Status::Success))
        add(u"status <> 'success'"_s);
    addIn(functionality, filter.functionalities, same);
    addIn(u"module"_s, filter.modules, same);
}

void ConditionBuilder::addWords(const Filter &filter)
{
    if (!filter.key.isEmpty())
        add(contains(u"key_values"_s, filter.key));
    if (!filter.text.isEmpty())
        add(contains(m_backend == storage::Backend::PostgreSql
                         ? u"(key_values || chr(10) || message || chr(10) || origin)"_s
                         : u"(key_values || char(10) || message || char(10) || origin)"_s,
                     filter.text));
}

void ConditionBuilder::addParts(const QString &parts)
{
    add(u"log_words(id, key_values, message, origin) @@ CAST(lower(CAST("_s + bind(parts)
        + u" AS TEXT)) AS tsquery)"_s);
}

void ConditionBuilder::addPeriods(const Filter &filter)
{
    addTime(u"created_at"_s, u">="_s, filter.createdFrom);
    addTime(u"created_at"_s, u"<"_s, filter.createdTo);
    addTime(u"changed_at"_s, u">="_s, filter.changedFrom);
    addTime(u"changed_at"_s, u"<"_s, filter.changedTo);
}

void ConditionBuilder::addRest(const Filter &filter)
{
    addIn(u"id"_s, filter.ids, [](LogRecordId id) { return QVariant(id.value()); });
    if (!filter.origin.isEmpty())
        add(u"origin = "_s + bind(filter.origin));
    if (!filter.signature.isEmpty())
        add(u"signature = "_s + bind(filter.signature));
    if (filter.automaticAttemptsFrom)
        add(u"automatic_attempts >= "_s + bind(*filter.automaticAttemptsFrom));
    addWords(filter);
    addPeriods(filter);
}

void ConditionBuilder::addAfter(const Sort &sort, const Cursor &after, bool descending)
{
    const QString comparison = descending ? u" < "_s : u" > "_s;
    if (sort.column == SortColumn::Id)
        add(u"id"_s + comparison + bind(after.id));
    else
        add(u'(' + columnOf(sort.column) + u", id)"_s + comparison + u'(' + bind(after.value) + u", "_s + bind(after.id)
            + u')');
}

QString ConditionBuilder::takeWhere()
{
    const QStringList conditions = std::exchange(m_conditions, {});
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

BuiltQuery conditionsOf(const Filter &filter)
{
    // Both backends understand this spelling.
    ConditionBuilder builder(storage::Backend::Sqlite);
    Filter plain = filter;
    plain.key.clear();
    plain.text.clear();
    builder.addScope(plain);
    builder.addKinds(plain);
    builder.addRest(plain);
    const auto add = [&builder](const QString &expression, const QString &text) {
        if (!text.isEmpty())
            builder.add(u"lower("_s + expression + u") LIKE "_s + builder.bind(containing(text.toLower()))
                        + u" ESCAPE '\\'"_s);
    };
    add(u"key_values"_s, filter.key);
    add(u"key_values || ' ' || message || ' ' || origin"_s, filter.text);
    QString where = builder.takeWhere();
    return {where, builder.bindings()};
}

BuiltQuery conditionsOf(const Filter &filter, storage::Backend backend)
{
    ConditionBuilder builder(backend);
    builder.addScope(filter);
    builder.addKinds(filter);
    builder.addRest(filter);
    const QString &typed = filter.key.isEmpty() ? filter.text : filter.key;
    const bool sqlite = backend == storage::Backend::Sqlite;
    const QString words = sqlite ? wordQuery(typed) : partQuery(typed);
    if (!words.isEmpty() && !sqlite)
        builder.addParts(words);
    if (!words.isEmpty() && sqlite)
        builder.add(u"id IN (SELECT rowid FROM log_words WHERE log_words MATCH "_s + builder.bind(words)
                    + u" UNION SELECT id FROM log_words_due)"_s);
    QString where = builder.takeWhere();
    return {where, builder.bindings()};
}

QString recordColumns()
{
    return u"id, integration, company, level, origin, functionality, module, key_fields, key_values, status, call_state, "
           "message, signature, automatic_attempts, manual_attempts, items, not_before, cancelled_reason, lease_owner, "
           "created_at, changed_at"_s;
}

QList<SortColumn> offeredSorts(const Filter &filter)
{
    if (filter.changedFrom.isValid() || filter.changedTo.isValid())
        return {SortColumn::ChangedAt};
    if (filter.createdFrom.isValid() || filter.createdTo.isValid())
        return {SortColumn::Id, SortColumn::CreatedAt};
    if (!filter.text.isEmpty())
        return {SortColumn::Id};
    return {SortColumn::Id, SortColumn::CreatedAt, SortColumn::ChangedAt};
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
