// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#pragma once

#include "core/log/logreader.h"

namespace ponte::log {

struct BuiltQuery {
    QString sql;
    storage::Bindings bindings;
};

[[nodiscard]] QString recordColumns();
/// " WHERE …" over log_record, or nothing where the filter restricts nothing. Words are compared one by one.
[[nodiscard]] BuiltQuery conditionsOf(const Filter &filter);
/// The same, with the index of words where the filter has a text or a key.
[[nodiscard]] BuiltQuery conditionsOf(const Filter &filter, storage::Backend backend);

/// Conditions put together, every value bound.
class ConditionBuilder
{
public:
    explicit ConditionBuilder(storage::Backend backend)
        : m_backend(backend)
    {}

    void add(const QString &condition) { m_conditions.append(condition); }
    [[nodiscard]] QString bind(const QVariant &value);
    void addScope(const Filter &filter); ///< company and level
    /// Statuses, functionalities and modules; `functionality` as an expression keeps indexes that begin with it away.
    void addKinds(const Filter &filter, const QString &functionality = QStringLiteral("functionality"));
    /// What no index of pages is led by: origin, signature, attempts, ids, key, text and periods.
    void addRest(const Filter &filter);
    void addWords(const Filter &filter); ///< key and text alone
    void addParts(const QString &parts); ///< of words, by PostgreSQL's index (searchwords.h)
    /// From here on periods are compared record by record, where another column leads.
    void keepTimesFromIndex() { m_timesByIndex = false; }
    void addPeriods(const Filter &filter);
    /// The rows behind the cursor, in an order.
    void addAfter(const Sort &sort, const Cursor &after, bool descending);
    /// Closes what was added since the last call into " WHERE …", and keeps the values.
    [[nodiscard]] QString takeWhere();
    [[nodiscard]] const storage::Bindings &bindings() const { return m_bindings; }

private:
    template<class List, class Convert>
    void addIn(const QString &column, const List &values, Convert convert);
    void addTime(const QString &column, const QString &comparison, const QDateTime &time);
    [[nodiscard]] QString contains(const QString &expression, const QString &text);

    const storage::Backend m_backend;
    QStringList m_conditions;
    bool m_timesByIndex = true;
    storage::Bindings m_bindings;
};

/// "id", "created_at" or "changed_at".
[[nodiscard]] QString columnOf(SortColumn column);

} // namespace ponte::log
