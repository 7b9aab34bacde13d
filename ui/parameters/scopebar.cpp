// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/scopebar.h"

#include "ui/parameters/lookupfield.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;
using parameters::ScopeKind;

ScopeBar::ScopeBar(ScopeKind kind, const Directory &directory, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_directory(directory)
    , m_text(new QLabel(this))
{
    m_text->setWordWrap(true);
    setMuted(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_text);
    if (kind != ScopeKind::Global)
        setupSelectors();
    retranslate();
}

void ScopeBar::setupSelectors()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    const auto add = [this, row](QLabel *&label, LookupField *&field, const QString &name) {
        label = new QLabel(this);
        field = new LookupField(this);
        field->setObjectName(name);
        field->setFixedWidth(260);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
    };
    add(m_companyLabel, m_company, u"company"_s);
    connect(m_company, &LookupField::codeEdited, this, &ScopeBar::handleCompany);
    if (m_kind == ScopeKind::Level) {
        row->addSpacing(2 * gridUnit);
        add(m_levelLabel, m_level, u"level"_s);
        connect(m_level, &LookupField::codeEdited, this, &ScopeBar::announce);
    }
    row->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(&m_directory, &Directory::changed, this, &ScopeBar::showCompanies);
    showCompanies();
}

std::optional<parameters::Scope> ScopeBar::scope() const
{
    if (m_kind == ScopeKind::Global)
        return parameters::Scope::global();
    const auto numberOf = [](const LookupField *field) -> qint64 {
        bool isNumber = false;
        const qint64 number = field->code().toLongLong(&isNumber);
        return isNumber && number > 0 && field->accepts(field->code()) ? number : 0;
    };
    const qint64 company = numberOf(m_company);
    if (company == 0)
        return {};
    if (m_kind == ScopeKind::Company)
        return parameters::Scope::ofCompany(CompanyId(company));
    const qint64 level = numberOf(m_level);
    if (level == 0)
        return {};
    return parameters::Scope::ofLevel(CompanyId(company), LevelId(level));
}

void ScopeBar::choose(std::optional<CompanyId> company, std::optional<LevelId> level)
{
    if (!m_company)
        return;
    if (company && QString::number(company->value()) != m_company->code()) {
        m_company->setCode(QString::number(company->value()));
        showLevels();
    }
    if (m_level && level)
        m_level->setCode(QString::number(level->value()));
    announce();
}

QString ScopeBar::missingText() const
{
    return m_kind == ScopeKind::Level ? tr("Choose a company and an education level.") : tr("Choose a company.");
}

void ScopeBar::showCompanies()
{
    QList<parameters::LookupRow> rows;
    for (const Company &company : m_directory.companies())
        rows.append({QString::number(company.id.value()), company.name.isEmpty() ? company.network : company.name});
    m_company->setRows(rows, !rows.isEmpty());
    if (m_company->code().isEmpty() && !rows.isEmpty()) {
        // One that takes sales, since only such a one has anything to set.
        const QList<Company> &companies = m_directory.companies();
        const auto selling = std::find_if(companies.begin(), companies.end(),
                                          [](const Company &company) { return !company.network.isEmpty(); });
        m_company->setCode(selling == companies.end() ? rows.first().code : QString::number(selling->id.value()));
    }
    showLevels();
    announce();
}

void ScopeBar::showLevels()
{
    if (!m_level)
        return;
    QList<parameters::LookupRow> rows;
    for (const Level &level : m_directory.levels(CompanyId(m_company->code().toLongLong())))
        rows.append({QString::number(level.id.value()), level.name});
    m_level->setRows(rows, !rows.isEmpty());
    if (!rows.isEmpty() && (m_level->code().isEmpty() || !m_level->accepts(m_level->code())))
        m_level->setCode(rows.first().code);
}

void ScopeBar::handleCompany()
{
    if (m_company->accepts(m_company->code()))
        showLevels();
    announce();
}

void ScopeBar::announce()
{
    const std::optional<parameters::Scope> now = scope();
    if (now == m_announced)
        return;
    m_announced = now;
    Q_EMIT scopeChanged();
}

void ScopeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ScopeBar::retranslate()
{
    switch (m_kind) {
    case ScopeKind::Global:
        m_text->setText(tr("Global: valid for all companies."));
        break;
    case ScopeKind::Company:
        m_text->setText(tr("By company: valid for the company chosen here."));
        break;
    case ScopeKind::Level:
        m_text->setText(tr("By education level: valid for all branches of the company chosen here."));
        break;
    }
    if (m_company) {
        m_companyLabel->setText(tr("Company"));
        m_company->setAccessibleName(tr("Company"));
        m_company->lineEdit()->setAccessibleName(tr("Company"));
    }
    if (m_level) {
        m_levelLabel->setText(tr("Education level"));
        m_level->setAccessibleName(tr("Education level"));
        m_level->lineEdit()->setAccessibleName(tr("Education level"));
    }
}

} // namespace ponte::ui
