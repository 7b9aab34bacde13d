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
    using QObject::QObject;

    [[nodiscard]] std::optional<CompanyId> company() const { return m_company; }
    [[nodiscard]] std::optional<LevelId> level() const { return m_level; }
    /// A level has a meaning only inside a company.
    void set(std::optional<CompanyId> company, std::optional<LevelId> level);

Q_SIGNALS:
    void changed();

private:
    std::optional<CompanyId> m_company;
    std::optional<LevelId> m_level;
};

} // namespace ponte::ui
