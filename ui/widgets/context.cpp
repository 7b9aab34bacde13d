// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/context.h"

namespace ponte::ui {

Context::Context(std::optional<CompanyId> only, QObject *parent)
    : QObject(parent)
    , m_only(only)
    , m_company(only)
{}

void Context::set(std::optional<CompanyId> company, std::optional<LevelId> level)
{
    if (!company)
        level.reset();
    if (!company)
        company = m_only;
    if (company == m_company && level == m_level)
        return;
    m_company = company;
    m_level = level;
    Q_EMIT changed();
}

} // namespace ponte::ui
