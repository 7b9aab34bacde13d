// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/schema.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace ponte::ui {

class Directory;
class LookupField;

/// Says what the values of a tab are valid for, and lets the company and level be chosen where the scope asks for them.
class ScopeBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScopeBar)

public:
    ScopeBar(parameters::ScopeKind kind, const Directory &directory, QWidget *parent = nullptr);

    /// None while something is missing.
    [[nodiscard]] std::optional<parameters::Scope> scope() const;
    /// Takes over what it can; what is not given stays.
    void choose(std::optional<CompanyId> company, std::optional<LevelId> level);
    [[nodiscard]] QString missingText() const;

Q_SIGNALS:
    void scopeChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupSelectors();
    void retranslate();
    void showCompanies();
    void showLevels();
    void handleCompany();
    void announce();

    const parameters::ScopeKind m_kind;
    const Directory &m_directory;
    QLabel *m_text;
    QLabel *m_companyLabel = nullptr;
    LookupField *m_company = nullptr;
    QLabel *m_levelLabel = nullptr;
    LookupField *m_level = nullptr;
    std::optional<parameters::Scope> m_announced;
};

} // namespace ponte::ui
