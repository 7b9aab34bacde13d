// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
// What the monitor says of the rows as a whole: how many, how old, and why there are none.

#include "ui/log/filterbar.h"
#include "ui/log/itempanel.h"
#include "ui/log/monitorpage.h"
#include "ui/log/signaturespanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/session.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/timetext.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

namespace ponte::ui {

using namespace Qt::StringLiterals;

void MonitorPage::showState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    switch (m_model.state()) {
    case LogModel::State::Idle:
    case LogModel::State::Searching:
        if (isEmpty)
            m_statePage->show(u"view-refresh"_s, tr("Reading the log…"), {});
        break;
    case LogModel::State::Failed:
        m_statePage->show(u"dialog-error"_s, tr("The log could not be read"), m_model.errorText(), tr("Try again"));
        break;
    case LogModel::State::Ready:
        if (isEmpty)
            showNoRows();
        break;
    }
    if (!m_refusal.isEmpty())
        m_statePage->show(u"object-locked"_s, tr("You may not see these records"),
                          m_context.company() ? m_refusal
                                              : tr("%1 Choose a company above whose log you may see.").arg(m_refusal));
    const bool showsPage = m_model.state() == LogModel::State::Failed || isEmpty || !m_refusal.isEmpty();
    const bool groups = m_group->isChecked() && !showsPage;
    m_stack->setCurrentWidget(showsPage ? static_cast<QWidget *>(m_statePage)
                              : groups  ? static_cast<QWidget *>(m_signatures)
                                        : m_grid);
    m_panel->setVisible(m_isPanelWanted && !showsPage && !groups);
    if (m_model.state() == LogModel::State::Ready && !m_model.errorText().isEmpty())
        m_banner->tell(
            Banner::Kind::Error,
            tr("The log could not be read again; what is shown may be out of date. %1").arg(m_model.errorText()),
            tr("Try again"));
    else if (m_saysReadFailed)
        m_banner->clear();
    m_saysReadFailed = m_model.state() == LogModel::State::Ready && !m_model.errorText().isEmpty();
    showCounts();
}

void MonitorPage::showNoRows()
{
    if (m_filterBar->isClear() && m_context.isWidest()) {
        m_statePage->show(u"view-list-details"_s, tr("Nothing in the log yet"),
                          tr("Records appear here by themselves as soon as the first sale arrives."));
        return;
    }
    QString text = tr("No record of the chosen company and level matches all filters.");
    if (m_filterBar->hasPeriod())
        text += u' ' + tr("Searched: %1.").arg(m_filterBar->periodText());
    m_statePage->show(u"edit-find"_s, tr("No record matches"), text, widenText());
}

QString MonitorPage::widenText() const
{
    if (m_filterBar->hasPeriod())
        return tr("Search all time");
    if (!m_filterBar->isClear())
        return tr("Clear all filters");
    return m_context.only() ? tr("Show all levels") : tr("Show all companies");
}

void MonitorPage::widen()
{
    if (m_filterBar->hasPeriod()) {
        m_filterBar->clearPeriods();
        return;
    }
    if (m_filterBar->isClear())
        m_context.set({}, {});
    m_filterBar->clear();
    query();
}

QString MonitorPage::countsText() const
{
    if (!m_refusal.isEmpty())
        return {};
    if (m_model.state() == LogModel::State::Searching)
        return tr("Searching…");
    if (!m_model.counts())
        return {};
    const auto number = [](const log::Count &count) {
        const QString text = QLocale().toString(count.value);
        return count.isExact ? text : tr("more than %1").arg(text);
    };
    return tr("%1 of %2 · %3 · %4")
        .arg(number(m_model.counts()->matching), number(m_model.counts()->all), m_filterBar->periodText(),
             ageText(m_model.readAt(), m_session.clock.now()));
}

void MonitorPage::showCounts()
{
    m_counts->setText(countsText());
}

void MonitorPage::showWaiting()
{
    const int waiting = m_model.waitingRows();
    m_waiting->setVisible(waiting > 0);
    m_waiting->setText(m_model.moreWaiting() ? tr("More than %n new", nullptr, waiting)
                                             : tr("%n new", nullptr, waiting));
}

} // namespace ponte::ui
