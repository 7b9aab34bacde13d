// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/database.h"

#include <QString>
#include <QStringList>

namespace ponte::sandbox::rm {

/// The texts with which RM refuses work in an answer with HTTP 200.
namespace refusals {

[[nodiscard]] QString missingFields(const QStringList &captions);
[[nodiscard]] QString notAuthorised();
[[nodiscard]] QString otherContext();
[[nodiscard]] QString invalidContext();
[[nodiscard]] QString unreadableXml();
[[nodiscard]] QString noRow();
[[nodiscard]] QString unknownColumn(const QString &column, const QString &table);
[[nodiscard]] QString duplicate(const TableDefinition &table, const QString &constraint, const QString &value);
[[nodiscard]] QString truncated(const TableDefinition &table, const Column &column);
[[nodiscard]] QString brokenForeignKey(const TableDefinition &table, const ForeignKey &key, const Row &row);
[[nodiscard]] QString stillReferenced(const TableDefinition &table, const ForeignKey &key, const QString &from,
                                      const QString &rowKey);
/// What a refusal without a reason of its own says: a broken foreign key.
[[nodiscard]] QString scripted(const QString &message);

} // namespace refusals

} // namespace ponte::sandbox::rm
