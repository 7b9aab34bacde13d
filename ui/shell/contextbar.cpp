// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/contextbar.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ContextBar::ContextBar(QWidget *parent)
    : QWidget(parent)
    , m_companyLabel(new QLabel(this))
    , m_company(new QComboBox(this))
    , m_levelLabel(new QLabel(this))
    , m_level(new QComboBox(this))
    , m_commands(new QPushButton(this))
    , m_person(new QLabel(this))
{
    m_company->setObjectName(u"contextCompany"_s);
    m_level->setObjectName(u"contextLevel"_s);
    m_companyLabel->setBuddy(m_company);
    m_levelLabel->setBuddy(m_level);
    m_company->setFixedWidth(240);
    m_level->setFixedWidth(220);
    m_person->setObjectName(u"person"_s);
    setMuted(m_person);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * gridUnit, 2 * gridUnit, 4 * gridUnit, 2 * gridUnit + 1);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_companyLabel);
    layout->addWidget(m_company);
    layout->addSpacing(2 * gridUnit);
    layout->addWidget(m_levelLabel);
    layout->addWidget(m_level);
    layout->addStretch(1);
    layout->addWidget(m_commands);
    layout->addSpacing(2 * gridUnit);
    layout->addWidget(m_person);
    m_commands->setObjectName(u"commands"_s);
    connect(m_commands, &QPushButton::clicked, this, &ContextBar::commandsRequested);
    connect(m_company, &QComboBox::activated, this, &ContextBar::choose);
    connect(m_level, &QComboBox::activated, this, &ContextBar::choose);
    setEnabled(false);
    retranslate();
}

void ContextBar::attach(Context &context, const Directory &directory)
{
    m_context = &context;
    m_directory = &directory;
    connect(&context, &Context::changed, this, &ContextBar::showChoices);
    connect(&directory, &Directory::changed, this, &ContextBar::showChoices);
    setEnabled(true);
    showChoices();
}

void ContextBar::detach()
{
    m_context = nullptr;
    m_directory = nullptr;
    setEnabled(false);
}

void ContextBar::setPerson(const QString &name)
{
    m_person->setText(name);
}

void ContextBar::showChoices()
{
    const auto fill = [](QComboBox *box, const QString &all, const QList<std::pair<qint64, QString>> &entries,
                         qint64 current) {
        box->clear();
        if (!all.isEmpty())
            box->addItem(all, qint64(0));
        for (const auto &[number, text] : entries)
            box->addItem(text, number);
        box->setCurrentIndex(qMax(0, box->findData(current)));
    };
    QList<std::pair<qint64, QString>> companies;
    QList<std::pair<qint64, QString>> levels;
    qint64 company = 0;
    qint64 level = 0;
    if (m_context && m_directory) {
        company = m_context->company().value_or(CompanyId()).value();
        level = m_context->level().value_or(LevelId()).value();
        const std::optional<CompanyId> only = m_context->only();
        for (const Company &known : m_directory->companies()) {
            if (!only || known.id == *only || known.id.value() == company)
                companies.append({known.id.value(), Directory::companyText(known)});
        }
        // A company of a link or a person's own one, where RM's list does not have it (yet).
        const bool isListed = std::any_of(companies.begin(), companies.end(),
                                          [company](const auto &entry) { return entry.first == company; });
        if (company > 0 && !isListed)
            companies.append({company, m_directory->companyText(CompanyId(company))});
        for (const Level &known : m_directory->levels(CompanyId(company)))
            levels.append({known.id.value(), Directory::levelText(known)});
    }
    const bool hasAll = !m_context || !m_context->only();
    fill(m_company, hasAll ? tr("All companies") : QString(), companies, company);
    fill(m_level, tr("All levels"), levels, level);
    m_level->setEnabled(!levels.isEmpty());
}

void ContextBar::choose()
{
    const qint64 company = m_company->currentData().toLongLong();
    const qint64 level = m_level->currentData().toLongLong();
    const bool isSameCompany = m_context->company() == CompanyId(company);
    m_context->set(company > 0 ? std::optional(CompanyId(company)) : std::nullopt,
                   isSameCompany && level > 0 ? std::optional(LevelId(level)) : std::nullopt);
    showChoices();
}

void ContextBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ContextBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors::border(palette()));
}

void ContextBar::retranslate()
{
    m_companyLabel->setText(tr("&Company"));
    m_company->setAccessibleName(tr("Company"));
    m_levelLabel->setText(tr("&Level"));
    m_level->setAccessibleName(tr("Education level"));
    m_commands->setText(tr("Commands… Ctrl+K"));
    m_commands->setToolTip(tr("Finds every action of the program by its name"));
    m_person->setAccessibleName(tr("Person who works here"));
    showChoices();
}

} // namespace ponte::ui
