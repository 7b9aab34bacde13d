// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
// The rows of the monitor: which are in sight, chosen and current, and what the keyboard does with them.

#include "ui/log/filterbar.h"
#include "ui/log/itempanel.h"
#include "ui/log/monitorpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/grid.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLocale>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

QList<int> MonitorPage::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_grid->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() <= LogModel::copyLimit; ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void MonitorPage::reportVisibleRows()
{
    const int first = m_grid->rowAt(0);
    const int last = m_grid->rowAt(m_grid->viewport()->height() - 1);
    m_model.setVisibleRows(first, last < 0 ? m_model.rowCount() - 1 : last);
    m_model.setFollowing(m_grid->isAtTop());
}

void MonitorPage::wantPanel(bool wanted)
{
    m_isPanelWanted = wanted;
    m_settings.setValue(u"monitor/panel"_s, wanted);
    m_panel->setVisible(wanted && m_stack->currentWidget() == m_grid);
}

void MonitorPage::openCurrent()
{
    wantPanel(true);
    showCurrent();
    m_panel->focusItems();
}

void MonitorPage::showCurrent()
{
    const log::Record *record = m_model.recordAt(m_grid->currentIndex().row());
    if (!record)
        return;
    m_current = record->id;
    m_panel->setRecord(*record);
}

void MonitorPage::restoreCurrent()
{
    reportVisibleRows();
    const int row = m_current ? m_model.rowOf(*m_current) : -1;
    if (row >= 0) {
        m_grid->setCurrentIndex(m_model.index(row, 0));
        return;
    }
    m_current.reset();
    m_panel->clear();
}

void MonitorPage::copyRows(const QList<int> &rows)
{
    m_model.fetch(rows, [this, chosen = rows.size()](const Result<QList<log::Record>> &records) {
        if (!records) {
            m_banner->tell(Banner::Kind::Error, tr("The rows could not be copied. %1").arg(records.error().message));
            return;
        }
        QApplication::clipboard()->setText(toTsv(*records, m_names));
        if (records->size() < chosen)
            m_banner->tell(Banner::Kind::Warning,
                           tr("Copied: the first %1 of %2 rows.")
                               .arg(QLocale().toString(records->size()), QLocale().toString(chosen)));
    });
}

void MonitorPage::keyPressEvent(QKeyEvent *event)
{
    if (event->text() == u"/")
        m_filterBar->focusSearch();
    else
        Place::keyPressEvent(event);
}

void MonitorPage::setupShortcuts()
{
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filterBar, &FilterBar::focusSearch);
}

} // namespace ponte::ui
