// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/planscope.h"

#include "ui/widgets/directory.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

PlanScope::PlanScope(ReprocessScope scope, const Directory &directory, QWidget *parent)
    : QWidget(parent)
    , m_scope(std::move(scope))
    , m_directory(directory)
    , m_selected(new QRadioButton(this))
    , m_matching(new QRadioButton(this))
    , m_everything(new QRadioButton(this))
    , m_only(new QLabel(this))
{
    m_selected->setObjectName(u"scopeSelected"_s);
    m_matching->setObjectName(u"scopeMatching"_s);
    m_everything->setObjectName(u"scopeEverything"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    const bool isRestricted = m_scope.filter != everything();
    m_selected->setVisible(!m_scope.selected.isEmpty());
    m_matching->setVisible(isRestricted);
    QRadioButton *first = m_everything;
    if (isRestricted)
        first = m_matching;
    if (!m_scope.selected.isEmpty())
        first = m_selected;
    first->setChecked(true);
    for (QRadioButton *button : {m_selected, m_matching, m_everything}) {
        layout->addWidget(button);
        connect(button, &QRadioButton::toggled, this, [this](bool checked) {
            if (checked)
                Q_EMIT chosen();
        });
    }
    const bool isOnly = first == m_everything;
    m_everything->setVisible(!isOnly);
    m_only->setVisible(isOnly);
    m_only->setTextFormat(Qt::PlainText);
    layout->addWidget(m_only);
    connect(&m_directory, &Directory::changed, this, &PlanScope::retranslate);
    retranslate();
}

log::Filter PlanScope::everything() const
{
    log::Filter filter;
    filter.company = m_scope.filter.company;
    filter.level = m_scope.filter.level;
    return filter;
}

log::Filter PlanScope::filter() const
{
    if (m_selected->isChecked()) {
        log::Filter filter;
        filter.ids = m_scope.selected;
        return filter;
    }
    return m_matching->isChecked() ? m_scope.filter : everything();
}

void PlanScope::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlanScope::retranslate()
{
    m_selected->setText(tr("The %n &selected record(s)", nullptr, int(m_scope.selected.size())));
    m_matching->setText(tr("All that the filter of the &monitor matches and that may run again"));
    QString where = tr("all companies");
    if (m_scope.filter.company) {
        where = m_directory.companyText(*m_scope.filter.company);
        if (m_scope.filter.level)
            where += u" › "_s + m_directory.levelText(*m_scope.filter.company, *m_scope.filter.level);
    }
    m_only->setText(tr("Everything in Error or Pending of %1").arg(where));
    m_everything->setText(tr("&Everything in Error or Pending of %1").arg(where.replace(u"&"_s, u"&&"_s)));
}

} // namespace ponte::ui
