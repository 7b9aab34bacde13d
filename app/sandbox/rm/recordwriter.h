// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/context.h"
#include "app/sandbox/rm/database.h"
#include "app/sandbox/rm/element.h"

#include <QString>

namespace ponte::sandbox::rm {

/// SaveRecord and the deletions, with RM's rules. Answers are the texts of the result element.
class RecordWriter
{
public:
    /// `user` stamps the rows; `now` is the server's local time.
    RecordWriter(Database &database, const QString &user, const QString &now);

    /// The key of the saved row, or why it was not saved.
    [[nodiscard]] QString save(const TableDefinition &definition, const QString &xml, const Context &context);
    /// Empty if the row is gone, or why it is not.
    [[nodiscard]] QString removeByKey(const TableDefinition &definition, const QString &key);
    [[nodiscard]] QString removeByXml(const TableDefinition &definition, const QString &xml);
    /// Sets who made and changed the row and when; `known` is the row that it replaces.
    void stamp(const Table &table, Row *row, const Row *known) const;

private:
    /// The row of a document; `refusal` is set where it cannot be read.
    [[nodiscard]] Row rowOf(const Table &table, const QString &xml, QString *refusal) const;
    [[nodiscard]] QString readValues(const Table &table, const Element &source, Row *row) const;
    [[nodiscard]] QString contextRefusal(const Table &table, const Row &row, const Context &context) const;
    [[nodiscard]] QString missingRefusal(const Table &table, const Row &row) const;
    [[nodiscard]] QString uniqueRefusal(const Table &table, const Row &row) const;
    [[nodiscard]] QString offerRefusal(const Table &table, const Row &row) const;
    void number(Table &table, Row *row) const;

    Database &m_database;
    QString m_user;
    QString m_now;
};

} // namespace ponte::sandbox::rm
