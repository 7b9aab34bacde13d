// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/ids.h"

#include <QObject>

#include <optional>

namespace ponte::ui {

/// The company and level that a person works in; none means all. Places follow it.
class Context final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Context)

public:
    /// `only`: the one company of a person who has no other; where none is chosen it is this one.
    explicit Context(std::optional<CompanyId> only = {}, QObject *parent = nullptr);

    [[nodiscard]] std::optional<CompanyId> only() const { return m_only; }
    [[nodiscard]] std::optional<CompanyId> company() const { return m_company; }
    [[nodiscard]] std::optional<LevelId> level() const { return m_level; }
    /// Whether nothing is chosen that would leave out what this person sees otherwise.
    [[nodiscard]] bool isWidest() const { return m_company == m_only && !m_level; }
    /// A level has a meaning only inside a company.
    void set(std::optional<CompanyId> company, std::optional<LevelId> level);

Q_SIGNALS:
    void changed();

private:
    const std::optional<CompanyId> m_only;
    std::optional<CompanyId> m_company;
    std::optional<LevelId> m_level;
};

} // namespace ponte::ui
