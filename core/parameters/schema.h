// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/ids.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace ponte::parameters {

/// Where a value is kept and what it is valid for.
enum class ScopeKind { Global, Company, Level };

struct Scope {
    ScopeKind kind = ScopeKind::Global;
    CompanyId company = {}; ///< Company and Level
    LevelId level = {}; ///< Level: inside the company, all branches (loja-click.md D0-07)
    bool operator==(const Scope &) const = default;

    [[nodiscard]] static Scope global();
    [[nodiscard]] static Scope ofCompany(CompanyId company);
    [[nodiscard]] static Scope ofLevel(CompanyId company, LevelId level);
    [[nodiscard]] QString key() const; ///< "", "3", "3/1": stable, stored
    [[nodiscard]] static std::optional<Scope> fromKey(ScopeKind kind, const QString &key);
};

enum class ValueKind {
    Text,
    Url, ///< absolute http or https address with a host
    Secret, ///< write-only; stored sealed
    Integer, ///< minimum..maximum, or empty
    Lookup, ///< a code of the lookup named by `lookup`; free text is refused where the cache knows the list
};

/// One parameter as an integration declares it; screens and commands are drawn from this alone. Labels are source
/// strings in English, translated in the context "Parameters"; the Portuguese ones are the customer's.
struct Definition {
    QString key; ///< e.g. "lojaclick.broker.address"
    QString tab; ///< id of the tab, e.g. "integration_data"
    const char *label = nullptr;
    const char *help = nullptr;
    ScopeKind scope = ScopeKind::Global;
    ValueKind kind = ValueKind::Text;
    QString lookup = {}; ///< "statuses" or "users"
    int minimum = 0;
    int maximum = 0;
};

struct Tab {
    QString id;
    const char *title = nullptr; ///< translated in the context "Parameters"
    ScopeKind scope = ScopeKind::Global;
    QString connection = {}; ///< the outside system that its address and secret lead to, as of OutsideDesk; else empty
};

/// All parameters of one integration, in the order of the screen.
struct Schema {
    QList<Tab> tabs;
    QList<Definition> definitions;
    [[nodiscard]] const Definition *find(const QString &key) const;
};

/// Empty for a value that may be stored, else a whole sentence (translated) for beside the field. An empty value is
/// always allowed: it means "not set".
[[nodiscard]] QString validationMessage(const Definition &definition, const QString &value);

} // namespace ponte::parameters
