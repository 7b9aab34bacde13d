// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QString>

namespace ponte::storage {

enum class Backend { Sqlite, PostgreSql };

/// Where a database is: `sqlite:/path/file.db` or `postgresql://role[:password]@host[:port]/name?sslmode=…`.
struct Address {
    Backend backend = Backend::Sqlite;
    QString path = {}; ///< SQLite
    QString host = {};
    int port = 5432;
    QString database = {};
    QString user = {};
    QString password = {}; ///< rather left empty: libpq reads PGPASSWORD and ~/.pgpass
    QString options = {}; ///< `sslmode=require;…` in the driver's form

    /// Error code Usage with what is wrong.
    [[nodiscard]] static Result<Address> parse(const QString &text);
    /// The file in the user's data folder.
    [[nodiscard]] static Address standard();
    /// Without the password.
    [[nodiscard]] QString display() const;
    /// What parse() understands, without the password: for settings.
    [[nodiscard]] QString text() const;
    bool operator==(const Address &) const = default;
};

} // namespace ponte::storage
