// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/parameters.h"

#include <QJsonObject>

namespace ponte::agent {

/// The definition of a key; Usage with the known keys where there is none.
[[nodiscard]] Result<const parameters::Definition *> definitionOf(const parameters::Schema &schema, const QString &key);

/// The place of a key's value; Usage with what is missing or too much.
[[nodiscard]] Result<parameters::Scope> scopeOf(const parameters::Definition &definition,
                                                std::optional<CompanyId> company, std::optional<LevelId> level);

/// Members `company` and `level`, null where the scope has none.
[[nodiscard]] QJsonObject scopeJson(const parameters::Scope &scope);
/// "all", "3" or "3, level 1"; "-" for the company of a value that is set for none.
[[nodiscard]] QString scopeText(const parameters::Scope &scope);
/// A value as scripts read it; that of a secret stays out.
[[nodiscard]] QJsonObject valueJson(const parameters::Value &value);
/// The same for a person: the value, or whether a secret is set.
[[nodiscard]] QString valueText(const parameters::Value &value);

} // namespace ponte::agent
