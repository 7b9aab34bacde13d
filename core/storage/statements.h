// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/address.h"

#include <QByteArray>
#include <QString>

namespace ponte::storage {

/// The text of a named statement, e.g. "log.page_newest": section `-- name: page_newest` of the resource
/// `/sql/log/queries.<backend>.sql`, else of `/sql/log/queries.sql`. A missing name is a defect and ends the program.
[[nodiscard]] QString statementText(Backend backend, const QString &name);

/// The statements of a script in order: a statement ends at a line ending with `;`, outside `$$` and, for CREATE
/// TRIGGER on SQLite, at the line `END;`.
[[nodiscard]] QStringList splitScript(const QString &script);

} // namespace ponte::storage
