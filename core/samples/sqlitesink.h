// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/samples/bulksink.h"
#include "core/storage/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace ponte::samples {

class SqliteSink final : public BulkSink
{
public:
    explicit SqliteSink(const storage::Connection &connection);
    ~SqliteSink() override;

    [[nodiscard]] Result<> begin(const QByteArray &table, const QByteArray &columns, int count) override;
    void number(qint64 value) override;
    void text(const QByteArray &utf8) override;
    void bytes(const QByteArray &value) override;
    void null() override;
    [[nodiscard]] Result<> endRow() override;
    [[nodiscard]] Result<> end() override;

private:
    [[nodiscard]] Result<> failed() const;

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    int m_column = 0;
};

} // namespace ponte::samples
