// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/samples/bulksink.h"
#include "core/storage/connection.h"

typedef struct pg_conn PGconn;

namespace ponte::samples {

/// By COPY.
class PostgreSqlSink final : public BulkSink
{
public:
    explicit PostgreSqlSink(const storage::Connection &connection);

    [[nodiscard]] Result<> begin(const QByteArray &table, const QByteArray &columns, int count) override;
    void number(qint64 value) override;
    void text(const QByteArray &utf8) override;
    void bytes(const QByteArray &value) override;
    void null() override;
    [[nodiscard]] Result<> endRow() override;
    [[nodiscard]] Result<> end() override;

private:
    void separate();
    [[nodiscard]] Result<> send();
    [[nodiscard]] Result<> failed() const;

    PGconn *m_connection = nullptr;
    QByteArray m_buffer;
    bool m_rowBegun = false;
};

} // namespace ponte::samples
