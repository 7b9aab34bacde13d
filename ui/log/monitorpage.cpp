// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/monitorpage.h"

#include "core/work/notices.h"
#include "ui/log/filterbar.h"
#include "ui/log/itempanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/session.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/viewstate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

QList<const integration::Descriptor *> descriptorsOf(const Session &session)
{
    QList<const integration::Descriptor *> descriptors;
    for (const IntegrationView &view : session.integrations)
        descriptors.append(&view.descriptor);
    return descriptors;
}

std::optional<log::SortColumn> sortColumnOf(LogColumn column)
{
    switch (column) {
    case LogColumn::Id:
        return log::SortColumn::Id;
    case LogColumn::Created:
        return log::SortColumn::CreatedAt;
    case LogColumn::Changed:
        return log::SortColumn::ChangedAt;
    default:
        return {};
    }
}

LogColumn columnOf(log::SortColumn column)
{
    switch (column) {
    case log::SortColumn::Id:
        return LogColumn::Id;
    case log::SortColumn::CreatedAt:
        return LogColumn::Created;
    case log::SortColumn::ChangedAt:
        return LogColumn::Changed;
    }
    return LogColumn::Id;
}

} // namespace

MonitorPage::MonitorPage(const Session &session, Context &context, QSettings &settings, QWidget *parent)
    : Place(parent)
    , m_session(session)
    , m_context(context)
    , m_settings(settings)
    , m_names(descriptorsOf(session))
    , m_model(session.database.reads(), session.clock, m_names)
    , m_viewState(new ViewState(settings, u"monitor"_s, this))
    , m_filterBar(new FilterBar(m_names, session.clock, this))
    , m_banner(new Banner(this))
    , m_reprocess(new QAction(this))
    , m_resendNotice(new QAction(this))
    , m_showBatches(new QAction(this))
    , m_counts(new QLabel(this))
    , m_waiting(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_grid(new Grid(this))
    , m_panel(new ItemPanel(session, m_names, *m_viewState, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setupGrid();
    setupPanel();
    setupLayout();
    setupModel();
    setupShortcuts();
    setupActions();
    retranslate();
}

MonitorPage::~MonitorPage()
{
    // Views go before the models they show, which as members would go before child widgets.
    delete m_splitter;
}

void MonitorPage::setupGrid()
{
    m_grid->setObjectName(u"logGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setColumnWidths({76, 100, 112, 170, 206, 108, 144, 164});
    QHeaderView *header = m_grid->horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    if (!m_viewState->keep(header, u"columns"_s, 2))
        m_grid->setGrowingColumn(int(LogColumn::KeyValues));
    showSort();
    connect(header, &QHeaderView::sectionClicked, this, &MonitorPage::sortBy);
    connect(m_grid, &Grid::rowOpened, this, &MonitorPage::openCurrent);
    connect(m_grid, &Grid::escaped, this, [this] { wantPanel(false); });
    connect(m_grid, &Grid::copyRequested, this, &MonitorPage::copyRows);
    connect(m_grid->verticalScrollBar(), &QScrollBar::valueChanged, this, &MonitorPage::reportVisibleRows);
    connect(m_grid->verticalScrollBar(), &QScrollBar::rangeChanged, this, &MonitorPage::reportVisibleRows);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_currentSettled.start(); });
    // Walking through rows by key must not read the items of each one passed.
    m_currentSettled.setSingleShot(true);
    m_currentSettled.setInterval(std::chrono::milliseconds(60));
    connect(&m_currentSettled, &QTimer::timeout, this, &MonitorPage::showCurrent);
}

void MonitorPage::setupPanel()
{
    connect(m_panel, &ItemPanel::escaped, this, [this] { m_grid->setFocus(Qt::OtherFocusReason); });
    connect(m_panel, &ItemPanel::closeRequested, this, [this] {
        wantPanel(false);
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    m_isPanelWanted = m_settings.value(u"monitor/panel"_s, true).toBool();
}

void MonitorPage::setupLayout()
{
    auto *status = new QHBoxLayout;
    status->setSpacing(2 * gridUnit);
    setMuted(m_counts);
    m_counts->setObjectName(u"counts"_s);
    m_counts->setMinimumHeight(32);
    m_waiting->setObjectName(u"waitingRows"_s);
    m_waiting->setIcon(themeIcon(u"go-top"_s));
    m_waiting->hide();
    status->addWidget(m_counts, 1);
    status->addWidget(m_waiting);
    m_statePage->setObjectName(u"monitorState"_s);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_statePage);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({360, 260});
    m_splitter->setChildrenCollapsible(false);
    m_stack->setMinimumHeight(120);
    m_panel->setMinimumHeight(120);
    m_viewState->keep(m_splitter, u"splitter"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 2 * gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_banner);
    layout->addLayout(status);
    layout->addWidget(m_splitter, 1);
}

void MonitorPage::setupModel()
{
    connect(&m_model, &LogModel::stateChanged, this, &MonitorPage::showState);
    connect(&m_model, &LogModel::countsChanged, this, &MonitorPage::showCounts);
    connect(&m_model, &LogModel::waitingChanged, this, &MonitorPage::showWaiting);
    connect(&m_model, &LogModel::refreshed, this, [this] {
        showState();
        showCounts();
        Q_EMIT dataTimeChanged();
    });
    connect(&m_model, &LogModel::modelReset, this, &MonitorPage::restoreCurrent);
    connect(&m_model, &LogModel::recordChanged, this, [this](LogRecordId id) {
        if (m_current == id)
            showCurrent();
    });
    connect(m_waiting, &QPushButton::clicked, this, [this] {
        m_grid->scrollToTop();
        m_model.letNewRowsIn();
    });
    connect(m_statePage, &StatePage::actionTriggered, this, [this] {
        if (m_model.state() == LogModel::State::Failed) {
            m_model.reload();
            return;
        }
        m_filterBar->clear();
        m_context.set({}, {});
        query();
    });
    connect(m_filterBar, &FilterBar::changed, this, &MonitorPage::query);
    connect(m_filterBar, &FilterBar::searchLeft, this, [this] { m_grid->setFocus(Qt::OtherFocusReason); });
    connect(&m_context, &Context::changed, this, &MonitorPage::query);
    connect(m_banner, &Banner::actionTriggered, this, &MonitorPage::refresh);
    connect(&m_pulse, &Pulse::due, this, [this](const QSet<QString> &topics) {
        if (m_isFront
            && (topics.isEmpty() || topics.contains(u"log"_s) || topics.contains(u"leases"_s)
                || topics.contains(u"batch"_s)))
            m_model.refresh();
    });
    connect(&m_ageTimer, &QTimer::timeout, this, &MonitorPage::showCounts);
    m_ageTimer.setInterval(std::chrono::seconds(1));
}

void MonitorPage::setupShortcuts()
{
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filterBar, &FilterBar::focusSearch);
}

void MonitorPage::setupActions()
{
    m_reprocess->setObjectName(u"reprocess"_s);
    m_reprocess->setIcon(themeIcon(u"view-refresh"_s));
    m_reprocess->setShortcut(QKeySequence(u"Ctrl+R"_s));
    m_reprocess->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_resendNotice->setObjectName(u"resendNotice"_s);
    m_resendNotice->setIcon(themeIcon(u"mail-send"_s));
    m_showBatches->setObjectName(u"showBatches"_s);
    m_showBatches->setIcon(themeIcon(u"view-history"_s));
    addActions({m_reprocess, m_resendNotice, m_showBatches});
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_grid->addActions({m_reprocess, m_resendNotice, m_showBatches});
    connect(m_reprocess, &QAction::triggered, this, &MonitorPage::requestReprocess);
    connect(m_resendNotice, &QAction::triggered, this, &MonitorPage::resendNotices);
    connect(m_showBatches, &QAction::triggered, this, &MonitorPage::batchesRequested);
    connect(&m_context, &Context::changed, this, &MonitorPage::showActions);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MonitorPage::showActions);
    showActions();
}

void MonitorPage::showActions()
{
    const bool mayReprocess = m_session.actor.require(security::Action::Reprocess, m_context.company()).has_value();
    m_reprocess->setEnabled(mayReprocess);
    const log::Record *record = m_model.recordAt(m_grid->currentIndex().row());
    const integration::Functionality *notice = record ? noticeOf(*record) : nullptr;
    m_resendNotice->setEnabled(mayReprocess && notice);
    m_resendNotice->setText(notice ? QCoreApplication::translate("Integrations", notice->resend)
                                   : tr("Send the notice again"));
}

const integration::Functionality *MonitorPage::noticeOf(const log::Record &record) const
{
    for (const IntegrationView &view : m_session.integrations) {
        const integration::Functionality *found = view.descriptor.functionality(record.key.functionality);
        if (view.descriptor.id == record.key.integration && found && found->resend)
            return found;
    }
    return nullptr;
}

void MonitorPage::resendNotices()
{
    const QList<int> rows = selectedRows();
    m_model.fetch(rows, [this](const Result<QList<log::Record>> &records) {
        if (!records) {
            m_banner->tell(Banner::Kind::Error,
                           tr("The selected records could not be read. %1").arg(records.error().message));
            return;
        }
        QList<LogRecordId> ids;
        for (const log::Record &record : *records)
            ids.append(record.id);
        using Outcomes = QList<std::pair<LogRecordId, Result<>>>;
        const auto work = [&notices = m_session.notices, actor = m_session.actor, ids]() -> Result<Outcomes> {
            Outcomes outcomes;
            for (const LogRecordId id : ids)
                outcomes.append({id, notices.resend(actor, id)});
            return outcomes;
        };
        m_hands.call<Outcomes>(this, work, [this](const Result<Outcomes> &outcomes) { tellResent(*outcomes); });
    });
}

void MonitorPage::tellResent(const QList<std::pair<LogRecordId, Result<>>> &outcomes)
{
    QStringList refused;
    for (const auto &[id, result] : outcomes) {
        if (!result)
            refused.append(u"%1: %2"_s.arg(id.value()).arg(result.error().message));
    }
    const int sent = int(outcomes.size() - refused.size());
    const QString text = tr("%n notice(s) are being sent again; nothing else is repeated.", nullptr, sent);
    if (refused.isEmpty())
        m_banner->tell(Banner::Kind::Info, text);
    else
        m_banner->tell(Banner::Kind::Warning,
                       (sent > 0 ? text + u'\n' : QString()) + tr("Not sent: %1").arg(refused.join(u'\n')));
}

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

void MonitorPage::requestReprocess()
{
    const QList<int> rows = selectedRows();
    // More than can be named one by one are chosen by the filter.
    if (rows.isEmpty() || rows.size() > LogModel::copyLimit) {
        Q_EMIT reprocessRequested({}, m_model.filter());
        return;
    }
    m_model.fetch(rows, [this](const Result<QList<log::Record>> &records) {
        if (!records) {
            m_banner->tell(Banner::Kind::Error,
                           tr("The selected records could not be read. %1").arg(records.error().message));
            return;
        }
        QList<LogRecordId> ids;
        for (const log::Record &record : *records)
            ids.append(record.id);
        Q_EMIT reprocessRequested(ids, m_model.filter());
    });
}

QString MonitorPage::id() const
{
    return u"monitor"_s;
}

QString MonitorPage::title() const
{
    return tr("Log Monitor");
}

QString MonitorPage::iconName() const
{
    return u"view-list-details"_s;
}

void MonitorPage::enter()
{
    m_isFront = true;
    if (m_model.state() == LogModel::State::Idle) {
        m_pulse.follow(m_session.changes, std::chrono::seconds(5));
        query();
    } else {
        m_model.refresh();
    }
    m_ageTimer.start();
    m_grid->setFocus(Qt::OtherFocusReason);
}

void MonitorPage::leave()
{
    m_isFront = false;
    m_ageTimer.stop();
}

void MonitorPage::refresh()
{
    m_model.reload();
}

void MonitorPage::showFilter(const log::Filter &filter)
{
    m_filterBar->show(filter);
    {
        const QSignalBlocker blocker(m_context);
        m_context.set(filter.company, filter.level);
    }
    Q_EMIT m_context.changed();
}

void MonitorPage::query()
{
    log::Filter filter;
    m_filterBar->applyTo(filter);
    filter.company = m_context.company();
    filter.level = m_context.level();
    if (m_model.state() != LogModel::State::Idle && filter == m_model.filter() && m_sort == m_model.order())
        return;
    m_grid->scrollToTop();
    m_model.setQuery(filter, m_sort);
}

void MonitorPage::sortBy(int section)
{
    const std::optional<log::SortColumn> column = sortColumnOf(LogColumn(section));
    if (column) {
        m_sort.descending = m_sort.column == *column ? !m_sort.descending : true;
        m_sort.column = *column;
        query();
    }
    showSort();
}

void MonitorPage::showSort()
{
    m_grid->horizontalHeader()->setSortIndicator(int(columnOf(m_sort.column)),
                                                 m_sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

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
        if (isEmpty && m_filterBar->isClear() && !m_context.company())
            m_statePage->show(u"view-list-details"_s, tr("Nothing in the log yet"),
                              tr("Records appear here by themselves as soon as the first sale arrives."));
        else if (isEmpty)
            m_statePage->show(u"edit-find"_s, tr("No record matches"),
                              tr("No record of the chosen company and level matches all filters."),
                              tr("Clear all filters"));
        break;
    }
    const bool showsPage = m_model.state() == LogModel::State::Failed || isEmpty;
    m_stack->setCurrentWidget(showsPage ? static_cast<QWidget *>(m_statePage) : m_grid);
    m_panel->setVisible(m_isPanelWanted && !showsPage);
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

QString MonitorPage::countsText() const
{
    if (m_model.state() == LogModel::State::Searching)
        return tr("Searching…");
    if (!m_model.counts())
        return {};
    const auto number = [](const log::Count &count) {
        const QString text = QLocale().toString(count.value);
        return count.isExact ? text : tr("more than %1").arg(text);
    };
    return tr("%1 of %2 · %3 · %4")
        .arg(number(m_model.counts()->matching), number(m_model.counts()->all), m_filterBar->periodText().toLower(),
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

void MonitorPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Place::changeEvent(event);
}

void MonitorPage::keyPressEvent(QKeyEvent *event)
{
    if (event->text() == u"/")
        m_filterBar->focusSearch();
    else
        Place::keyPressEvent(event);
}

void MonitorPage::retranslate()
{
    setAccessibleName(title());
    m_names.retranslate();
    m_model.retranslate();
    m_grid->setAccessibleName(tr("Log records"));
    m_reprocess->setText(tr("&Reprocess data…"));
    showActions();
    m_showBatches->setText(tr("Re&processes…"));
    m_waiting->setToolTip(tr("Show the new records at the top"));
    showState();
    showWaiting();
}

} // namespace ponte::ui
