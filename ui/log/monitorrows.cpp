// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
// The rows of the monitor: which are in sight, chosen and current, and what the keyboard does with them.

#include "ui/log/filterbar.h"
#include "ui/log/itempanel.h"
#include "ui/log/keycard.h"
#include "ui/log/logarrangement.h"
#include "ui/log/monitorpage.h"
#include "ui/log/payloadsearchpanel.h"
#include "ui/log/signaturespanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

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
    // Rows that someone chose several of must stay where they are.
    const bool choosesMany = m_grid->selectionModel()->selection().size() > 1
                             || (!m_grid->selectionModel()->selection().isEmpty()
                                 && m_grid->selectionModel()->selection().first().height() > 1);
    m_model.setFollowing(m_grid->isAtTop() && !choosesMany);
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

void MonitorPage::noteSelection()
{
    // A row chosen a moment ago may not have settled yet.
    if (const log::Record *record = m_model.recordAt(m_grid->currentIndex().row()))
        m_current = record->id;
    m_selected.clear();
    const QList<int> rows = selectedRows();
    // More were chosen as a range, and are chosen anew as one.
    if (rows.size() > ChunkList::pageSize)
        return;
    for (const int row : rows) {
        if (const log::Record *record = m_model.recordAt(row))
            m_selected.append(record->id);
    }
}

void MonitorPage::restoreSelection()
{
    const QList<LogRecordId> selected = std::exchange(m_selected, {});
    const int current = m_current ? m_model.rowOf(*m_current) : -1;
    if (current >= 0)
        m_grid->selectionModel()->setCurrentIndex(m_model.index(current, 0), QItemSelectionModel::NoUpdate);
    QItemSelection rows;
    for (const LogRecordId id : selected) {
        const int row = m_model.rowOf(id);
        if (row >= 0)
            rows.select(m_model.index(row, 0), m_model.index(row, logColumnCount - 1));
    }
    if (!rows.isEmpty())
        m_grid->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void MonitorPage::restoreCurrent()
{
    const bool isNew = std::exchange(m_isNewQuery, false);
    const std::optional<LogRecordId> top = std::exchange(m_wantedTop, {});
    m_sought = {};
    reportVisibleRows();
    const int row = m_current ? m_model.rowOf(*m_current) : -1;
    if (row >= 0 && !top) {
        m_grid->setCurrentIndex(m_model.index(row, 0));
        restoreSelection();
    } else if (m_current && !isNew) {
        findRow(*m_current, [this, top](int found) {
            m_sought.current = found;
            showPlaceSought();
            if (top)
                findRow(*top, [this](int topRow) {
                    m_sought.top = topRow;
                    showPlaceSought();
                });
        });
    } else if (top) {
        findRow(*top, [this](int found) {
            m_sought.top = found;
            showPlaceSought();
        });
    } else {
        m_current.reset();
        m_panel->clear();
    }
    m_selected.clear();
    showSelection();
}

void MonitorPage::findRow(LogRecordId id, const std::function<void(int row)> &found)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        found(row);
    else
        m_model.locate(id, found);
}

void MonitorPage::showPlaceSought()
{
    if (m_sought.current >= 0 && m_sought.current < m_model.rowCount()) {
        m_grid->setCurrentIndex(m_model.index(std::exchange(m_sought.current, -1), 0));
        m_currentSettled.start();
    }
    if (m_sought.top >= 0 && m_sought.top < m_model.rowCount())
        m_grid->scrollTo(m_model.index(std::exchange(m_sought.top, -1), 0), QAbstractItemView::PositionAtTop);
}

void MonitorPage::showSelection()
{
    qint64 rows = 0;
    for (const QItemSelectionRange &range : m_grid->selectionModel()->selection())
        rows += range.height();
    const auto number = [](qint64 value) { return QLocale().toString(value); };
    const auto &counts = m_model.counts();
    const bool isAllListed = rows > 1 && rows >= m_model.rowCount();
    const bool areMore = counts && (!counts->matching.isExact || counts->matching.value > rows);
    m_isAllMatching = m_isAllMatching && isAllListed;
    m_chooseAll->setVisible(isAllListed && areMore && !m_isAllMatching);
    m_selection->setVisible(rows > 1);
    if (!counts || rows <= 1)
        return;
    const QString matching = counts->matching.isExact ? number(counts->matching.value)
                                                      : tr("more than %1").arg(number(counts->matching.value));
    m_selection->setText(m_isAllMatching ? tr("· all that match are chosen (%1)").arg(matching)
                                         : tr("· %1 chosen").arg(number(rows)));
    m_chooseAll->setText(tr("Choose all that match (%1)").arg(matching));
}

void MonitorPage::chooseAllMatching()
{
    m_isAllMatching = true;
    showSelection();
    m_grid->setFocus(Qt::OtherFocusReason);
}

void MonitorPage::copyRows(const QList<int> &rows)
{
    m_model.fetch(rows, [this, chosen = rows.size()](const Result<QList<log::Record>> &records) {
        if (!records) {
            m_banner->tell(Banner::Kind::Error, tr("The rows could not be copied. %1").arg(records.error().message));
            return;
        }
        QApplication::clipboard()->setText(toTsv(*records, m_arrangement->shown(), m_model.cellContext()));
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
    else if (event->text() == u"?")
        m_showKeys->trigger();
    else
        Place::keyPressEvent(event);
}

void MonitorPage::setupKeys()
{
    const auto setup = [this](QAction *action, const QString &name, const QString &icon, const QString &keys) {
        action->setObjectName(name);
        action->setIcon(themeIcon(icon));
        action->setShortcut(QKeySequence(keys));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    };
    setup(m_explain, u"explain"_s, u"help-hint"_s, u"E"_s);
    setup(m_compare, u"compare"_s, u"document-compare"_s, u"D"_s);
    setup(m_searchPayloads, u"searchPayloads"_s, u"edit-find"_s, u"Ctrl+Shift+F"_s);
    setup(m_showKeys, u"showKeys"_s, u"input-keyboard"_s, u"?"_s);
    m_grid->insertAction(m_showBatches, m_explain);
    m_grid->insertAction(m_showBatches, m_compare);
    connect(m_explain, &QAction::triggered, this, [this] {
        wantPanel(true);
        showCurrent();
        m_panel->explain();
    });
    connect(m_compare, &QAction::triggered, this, [this] {
        wantPanel(true);
        showCurrent();
        m_panel->compare();
    });
    connect(m_searchPayloads, &QAction::triggered, this, &MonitorPage::openPayloadSearch);
    connect(m_showKeys, &QAction::triggered, this, [this] { (new KeyCard(this))->open(); });
}

void MonitorPage::setupSignatures()
{
    m_group->setObjectName(u"groupByError"_s);
    m_group->setIcon(themeIcon(u"view-group"_s));
    m_group->setCheckable(true);
    m_group->setShortcut(QKeySequence(u"G"_s));
    m_group->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_group);
    m_groupButton->setDefaultAction(m_group);
    m_groupButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_groupButton->setAutoRaise(true);
    m_groupButton->setFocusPolicy(Qt::StrongFocus);
    connect(m_group, &QAction::toggled, this, &MonitorPage::group);
    connect(m_signatures, &SignaturesPanel::escaped, this, [this] { m_group->setChecked(false); });
    connect(m_signatures, &SignaturesPanel::filterRequested, this, [this](const log::Filter &filter) {
        m_group->setChecked(false);
        showFilter(filter);
    });
    connect(m_signatures, &SignaturesPanel::reprocessRequested, this,
            [this](const log::Filter &filter) { Q_EMIT reprocessRequested({}, filter); });
}

void MonitorPage::group(bool wanted)
{
    if (wanted)
        m_signatures->setFilter(m_model.filter());
    showState();
    if (wanted)
        m_signatures->setFocus(Qt::OtherFocusReason);
    else
        m_grid->setFocus(Qt::OtherFocusReason);
}

void MonitorPage::showRecord(LogRecordId id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0) {
        m_grid->setCurrentIndex(m_model.index(row, 0));
        return;
    }
    log::Filter filter;
    filter.ids = {id};
    showFilter(filter);
}

void MonitorPage::setupPayloadSearch()
{
    m_payloadSearch->setFilter([this] {
        // What the box says is looked for in keys and messages; the search of payloads has a text of its own.
        log::Filter filter = m_model.filter();
        filter.text.clear();
        return filter;
    });
    connect(m_payloadSearch, &PayloadSearchPanel::closeRequested, this, [this] {
        m_payloadSearch->hide();
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(m_payloadSearch, &PayloadSearchPanel::openRequested, this, &MonitorPage::openPayloadSearch);
    connect(m_payloadSearch, &PayloadSearchPanel::hitChosen, this, &MonitorPage::showHit);
}

void MonitorPage::openPayloadSearch()
{
    m_payloadSearch->show();
    m_payloadSearch->open(m_filterBar->typedText());
    Q_EMIT frontRequested();
}

void MonitorPage::showHit(const log::Record &record, LogItemId item)
{
    const int row = m_model.rowOf(record.id);
    if (row >= 0)
        m_grid->setCurrentIndex(m_model.index(row, 0));
    else
        m_grid->clearSelection();
    m_currentSettled.stop();
    wantPanel(true);
    m_current = record.id;
    m_panel->setRecord(record);
    m_panel->chooseItem(item);
}

void MonitorPage::setupShortcuts()
{
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filterBar, &FilterBar::focusSearch);
}

} // namespace ponte::ui
