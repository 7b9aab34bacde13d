// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/parameters.h"

#include <QJsonObject>

namespace ponte::parameters {

/// The document of `parameters export`: every value that is set, except secrets, which no file carries.
[[nodiscard]] QJsonObject fileDocument(const QList<Value> &values);
/// The changes that a file asks for. Error code Validation with the entry's number where one cannot be understood.
[[nodiscard]] Result<QList<Change>> fileChanges(const Schema &schema, const QJsonObject &root);

} // namespace ponte::parameters
