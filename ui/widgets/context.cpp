// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/context.h"

namespace ponte::ui {

void Context::set(std::optional<CompanyId> company, std::optional<LevelId> level)
{
    if (!company)
        level.reset();
    if (company == m_company && level == m_level)
        return;
    m_company = company;
    m_level = level;
    Q_EMIT changed();
}

} // namespace ponte::ui
