// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/monitorpage.h"

#include "ui/log/filterbar.h"
#include "ui/log/itempanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/session.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/viewstate.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

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

void MonitorPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Place::changeEvent(event);
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
