// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/monitorpage.h"

#include "ui/log/filterbar.h"
#include "ui/log/itempanel.h"
#include "ui/log/logarrangement.h"
#include "ui/log/payloadsearchpanel.h"
#include "ui/log/signaturespanel.h"
#include "ui/log/viewsbutton.h"
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
    , m_export(new QAction(this))
    , m_copyLink(new QAction(this))
    , m_explain(new QAction(this))
    , m_compare(new QAction(this))
    , m_searchPayloads(new QAction(this))
    , m_showKeys(new QAction(this))
    , m_group(new QAction(this))
    , m_signatures(new SignaturesPanel(session, this))
    , m_groupButton(new QToolButton(this))
    , m_views(new ViewsButton(session, this))
    , m_columns(new QToolButton(this))
    , m_counts(new QLabel(this))
    , m_selection(new QLabel(this))
    , m_chooseAll(new QPushButton(this))
    , m_waiting(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_grid(new Grid(this))
    , m_payloadSearch(new PayloadSearchPanel(session, this))
    , m_panel(new ItemPanel(session, m_names, *m_viewState, this))
    , m_upper(new QSplitter(Qt::Horizontal, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setupGrid();
    setupPanel();
    setupLayout();
    setupModel();
    setupShortcuts();
    setupActions();
    setupKeys();
    setupSignatures();
    setupPayloadSearch();
    setupViews();
    retranslate();
}

MonitorPage::~MonitorPage()
{
    m_runsTicket.cancel();
    rememberPlace();
    // Views go before the models they show, which as members would go before child widgets.
    delete m_splitter;
}

void MonitorPage::setupGrid()
{
    m_grid->setObjectName(u"logGrid"_s);
    m_model.setActor(m_session.actor);
    m_grid->setModel(&m_model);
    QHeaderView *header = m_grid->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    m_arrangement = new LogArrangement(*m_grid, m_names, m_settings, this);
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
    connect(m_panel, &ItemPanel::filterRequested, this, &MonitorPage::showFilter);
    connect(m_panel, &ItemPanel::recordRequested, this, &MonitorPage::showRecord);
    connect(m_panel, &ItemPanel::parametersRequested, this, &MonitorPage::parametersRequested);
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
    m_selection->setObjectName(u"selection"_s);
    m_chooseAll->setObjectName(u"chooseAllMatching"_s);
    m_chooseAll->setFlat(true);
    m_chooseAll->hide();
    m_columns->setObjectName(u"columns"_s);
    m_columns->setIcon(themeIcon(u"view-file-columns"_s));
    m_columns->setAutoRaise(true);
    m_columns->setFocusPolicy(Qt::StrongFocus);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setMenu(&m_arrangement->menu());
    status->addWidget(m_counts);
    status->addSpacing(2 * gridUnit);
    status->addWidget(m_selection);
    status->addWidget(m_chooseAll);
    status->addStretch(1);
    status->addWidget(m_waiting);
    status->addWidget(m_groupButton);
    status->addWidget(m_columns);
    m_statePage->setObjectName(u"monitorState"_s);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_signatures);
    m_upper->addWidget(m_stack);
    m_upper->addWidget(m_payloadSearch);
    m_upper->setStretchFactor(0, 3);
    m_upper->setStretchFactor(1, 2);
    m_upper->setChildrenCollapsible(false);
    m_payloadSearch->hide();
    m_splitter->addWidget(m_upper);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({360, 260});
    m_splitter->setChildrenCollapsible(false);
    m_stack->setMinimumHeight(120);
    m_panel->setMinimumHeight(120);
    m_viewState->keep(m_splitter, u"splitter"_s);
    m_viewState->keep(m_upper, u"upperSplitter"_s);
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
    connect(&m_model, &LogModel::modelAboutToBeReset, this, &MonitorPage::noteSelection);
    connect(&m_model, &LogModel::modelReset, this, &MonitorPage::restoreCurrent);
    connect(&m_model, &LogModel::aboutToMoveRows, this, &MonitorPage::noteSelection);
    connect(&m_model, &LogModel::rowsWereMoved, this, &MonitorPage::restoreSelection);
    connect(&m_model, &LogModel::rowsInserted, this, &MonitorPage::showPlaceSought);
    connect(&m_model, &LogModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        const int row = m_grid->currentIndex().row();
        // The row was chosen before it was read.
        if (row >= first.row() && row <= last.row() && m_model.recordAt(row) && m_model.recordAt(row)->id != m_current)
            m_currentSettled.start();
    });
    connect(&m_model, &LogModel::recordChanged, this, [this](LogRecordId id) {
        if (m_current == id)
            showCurrent();
    });
    connect(m_waiting, &QPushButton::clicked, this, [this] {
        m_grid->scrollToTop();
        m_model.letNewRowsIn();
    });
    connect(m_statePage, &StatePage::actionTriggered, this, [this] {
        if (m_model.state() == LogModel::State::Failed)
            m_model.reload();
        else
            widen();
    });
    connect(m_chooseAll, &QPushButton::clicked, this, &MonitorPage::chooseAllMatching);
    connect(m_filterBar, &FilterBar::changed, this, &MonitorPage::query);
    connect(m_filterBar, &FilterBar::searchLeft, this, [this] { m_grid->setFocus(Qt::OtherFocusReason); });
    connect(&m_context, &Context::changed, this, &MonitorPage::query);
    connect(m_banner, &Banner::actionTriggered, this, &MonitorPage::refresh);
    connect(&m_pulse, &Pulse::due, this, [this](const QSet<QString> &topics) {
        if (m_isFront
            && (topics.isEmpty() || topics.contains(u"log"_s) || topics.contains(u"leases"_s)
                || topics.contains(u"batch"_s)))
            m_model.refresh();
        if (m_isFront && (topics.isEmpty() || topics.contains(u"schedules"_s)))
            readNextRuns();
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

QList<QAction *> MonitorPage::processes() const
{
    return {m_reprocess, m_resendNotice, m_showBatches, m_export, m_searchPayloads};
}

void MonitorPage::enter()
{
    m_isFront = true;
    if (m_isStarted)
        m_model.refresh();
    else
        start();
    m_ageTimer.start();
    m_grid->setFocus(Qt::OtherFocusReason);
}

void MonitorPage::start()
{
    m_isStarted = true;
    m_pulse.follow(m_session.changes, std::chrono::seconds(5));
    readNextRuns();
    m_views->read([this] {
        if (!m_wasGiven)
            useRemembered();
        query();
    });
}

void MonitorPage::leave()
{
    m_isFront = false;
    m_ageTimer.stop();
    rememberPlace();
}

void MonitorPage::refresh()
{
    const log::Record *top = m_grid->isAtTop() ? nullptr : m_model.recordAt(m_grid->rowAt(0));
    m_wantedTop = top ? std::optional(top->id) : std::nullopt;
    queryAgain();
    if (m_group->isChecked())
        m_signatures->refresh();
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
    retranslateActions();
    m_arrangement->retranslate();
    m_columns->setToolTip(tr("Columns"));
    m_columns->setAccessibleName(tr("Columns"));
    m_waiting->setToolTip(tr("Show the new records at the top"));
    showState();
    showWaiting();
    showSelection();
}

} // namespace ponte::ui
