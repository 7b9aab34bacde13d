// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/connection.h"

#include <QStringList>

namespace ponte::storage {

enum class SchemaState { Empty, Older, Current, Newer };

/// Numbered steps per module: resources `/sql/<module>/migrations/<backend>/0001_….sql`, each run in one transaction.
class Migrator
{
public:
    /// Modules in the order in which their first steps must run.
    explicit Migrator(QStringList modules);

    [[nodiscard]] Result<SchemaState> state(Connection &connection) const;
    /// Brings every module to this program's version under a lock; a newer schema is refused (DatabaseSchema). Returns
    /// the number of steps run.
    [[nodiscard]] Result<int> migrate(Connection &connection) const;

private:
    [[nodiscard]] Result<QHash<QString, int>> versions(Connection &connection) const;
    [[nodiscard]] Result<> runStep(Connection &connection, const QString &module, int version,
                                   const QString &path) const;
    [[nodiscard]] static QMap<int, QString> steps(Backend backend, const QString &module);

    QStringList m_modules;
};

} // namespace ponte::storage
