// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/batchpanel.h"

#include "core/integration/reprocess.h"
#include "ui/reprocess/batchtext.h"
#include "ui/reprocess/counters.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/hands.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tsv.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;
using work::EntryState;

namespace {

/// A statement takes only so many bound values; what is beyond is said, not dropped in silence.
constexpr int shownFailures = 5000;

/// What each tab shows; the first shows all that the plan included.
QList<QList<EntryState>> tabStates()
{
    return {
        {EntryState::Waiting, EntryState::Succeeded, EntryState::Failed, EntryState::Skipped, EntryState::NotAttempted},
        {EntryState::Failed},
        {EntryState::NotAttempted},
        {EntryState::Skipped},
        {EntryState::Succeeded},
        {EntryState::Waiting},
        {EntryState::Excluded}};
}

} // namespace

BatchPanel::BatchPanel(const Session &session, const IntegrationView &integration, Hands &hands,
                       const work::Batch &batch, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_integration(integration)
    , m_hands(hands)
    , m_batch(batch)
    , m_entries(session.database.reads())
    , m_banner(new Banner(this))
    , m_heading(new QLabel(this))
    , m_origin(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_counters(new Counters(this))
    , m_tabs(new QTabBar(this))
    , m_grid(new Grid(this))
    , m_notice(new QLabel(this))
    , m_failures(new QPushButton(this))
    , m_pause(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setupGrid();
    setupButtons();
    setupLayout();
    retranslate();
    chooseTab(0);
}

BatchPanel::~BatchPanel()
{
    m_ticket.cancel();
    // The view goes before the model it shows.
    delete m_grid;
}

void BatchPanel::setupGrid()
{
    m_tabs->setObjectName(u"batchTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (qsizetype tab = 0; tab < tabStates().size(); ++tab)
        m_tabs->addTab(QString());
    connect(m_tabs, &QTabBar::currentChanged, this, &BatchPanel::chooseTab);
    m_grid->setObjectName(u"batchEntries"_s);
    m_grid->setModel(&m_entries);
    m_grid->setColumnWidths({80, 220, 120, 128});
    connect(m_grid->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { m_entries.setFirstVisible(qMax(0, m_grid->rowAt(0))); });
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QGuiApplication::clipboard()->setText(tsvOf(m_entries, rows)); });
    connect(m_grid, &Grid::escaped, this, &BatchPanel::closeRequested);
    connect(m_grid, &Grid::rowOpened, this, [this](const QModelIndex &index) {
        log::Filter filter;
        filter.company = m_batch.company;
        filter.ids = {m_entries.recordAt(index.row())};
        Q_EMIT filterChosen(filter);
    });
    connect(&m_entries, &EntryModel::loaded, this, [this] {
        if (!m_entries.errorText().isEmpty())
            m_banner->tell(Banner::Kind::Error, tr("The records could not be read. %1").arg(m_entries.errorText()),
                           tr("Try again"));
    });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_banner->clear();
        refresh();
    });
}

void BatchPanel::setupButtons()
{
    m_failures->setObjectName(u"showFailures"_s);
    m_pause->setObjectName(u"pauseBatch"_s);
    m_cancel->setObjectName(u"cancelBatch"_s);
    m_close->setObjectName(u"closeBatch"_s);
    for (QPushButton *button : {m_pause, m_cancel, m_close})
        button->setMinimumWidth(104);
    connect(m_failures, &QPushButton::clicked, this, &BatchPanel::showFailures);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        order(m_batch.state == work::BatchState::Paused ? work::BatchOrder::Resume : work::BatchOrder::Pause);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { order(work::BatchOrder::Cancel); });
    connect(m_close, &QPushButton::clicked, this, &BatchPanel::closeRequested);
}

void BatchPanel::setupLayout()
{
    m_heading->setObjectName(u"batchHeading"_s);
    m_heading->setFont(fontOf(TextSize::Heading));
    m_origin->setWordWrap(true);
    setMuted(m_origin);
    m_notice->setObjectName(u"batchNotice"_s);
    m_notice->setWordWrap(true);
    setMuted(m_notice);
    m_progress->setObjectName(u"batchProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(2 * gridUnit);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(2 * gridUnit);
    footer->addWidget(m_notice, 1);
    footer->addWidget(m_failures);
    footer->addWidget(m_cancel);
    footer->addWidget(m_pause);
    footer->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 4 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_heading);
    layout->addWidget(m_origin);
    layout->addWidget(m_banner);
    layout->addWidget(m_progress);
    layout->addWidget(m_counters);
    layout->addSpacing(gridUnit);
    layout->addWidget(m_tabs);
    layout->addWidget(m_grid, 1);
    layout->addLayout(footer);
}

void BatchPanel::refresh()
{
    m_entries.refresh();
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    read();
}

void BatchPanel::read()
{
    m_isReading = true;
    const auto work = [id = m_batch.id](storage::Connection &connection) { return work::batch(connection, id); };
    m_ticket = m_session.database.reads().read<std::optional<work::Batch>>(
        this, work, [this](const Result<std::optional<work::Batch>> &batch) {
            m_isReading = false;
            if (!batch)
                m_banner->tell(Banner::Kind::Error,
                               tr("The reprocess could not be read; what is shown may be out of date. %1")
                                   .arg(batch.error().message),
                               tr("Try again"));
            else if (*batch)
                m_batch = **batch;
            showBatch();
            if (std::exchange(m_isStale, false))
                read();
        });
}

void BatchPanel::showBatch()
{
    const work::BatchCounts &counts = m_batch.counts;
    const bool isActive = m_batch.isActive();
    m_heading->setText(u"%1 · %2"_s.arg(batchTitle(m_batch.id), stateText(m_batch.state)));
    m_origin->setText(originText(m_batch));
    // Bars count in int; a share of it is all that is seen.
    m_progress->setMaximum(1000);
    m_progress->setValue(counts.planned > 0 ? int((counts.planned - counts.remaining()) * 1000 / counts.planned)
                                            : 1000);
    m_counters->setCounts(counts);
    m_pause->setVisible(isActive && m_batch.state != work::BatchState::Cancelled);
    m_pause->setText(m_batch.state == work::BatchState::Paused ? tr("&Resume") : tr("&Pause"));
    m_cancel->setVisible(isActive && m_batch.state != work::BatchState::Cancelled);
    for (QPushButton *button : {m_pause, m_cancel})
        button->setEnabled(!m_isOrdering);
    m_failures->setText(tr("Show the %n that &failed in the monitor", nullptr, int(failures(counts))));
    m_failures->setVisible(failures(counts) > 0);
    showEnd();
}

void BatchPanel::showEnd()
{
    if (m_batch.state == work::BatchState::Paused) {
        const QString reason = m_batch.stateReason.isEmpty() ? tr("Paused by %1.").arg(m_batch.stateBy)
                                                             : tr("It paused by itself: %1").arg(m_batch.stateReason);
        m_notice->setText(reason);
    } else if (m_batch.isActive()) {
        m_notice->setText(tr("It goes on when this window is closed: find it again under Activity."));
    } else if (m_batch.state == work::BatchState::Cancelled) {
        m_notice->setText(tr("Cancelled by %1; what had not begun was left as it was.").arg(m_batch.stateBy));
    } else if (failures(m_batch.counts) == 0) {
        m_notice->setText(tr("All that could run ended well."));
    } else {
        m_notice->setText(tr("Correct what failed, then reprocess it again."));
    }
}

void BatchPanel::chooseTab(int tab)
{
    m_entries.setBatch(m_batch.id, tabStates().value(tab));
}

void BatchPanel::order(work::BatchOrder what)
{
    if (m_isOrdering)
        return;
    m_isOrdering = true;
    showBatch();
    const auto work = [&service = m_integration.reprocess, actor = m_session.actor, id = m_batch.id, what] {
        return service.order(actor, id, what);
    };
    m_hands.call<work::Batch>(this, work, [this](const Result<work::Batch> &batch) {
        m_isOrdering = false;
        if (batch)
            m_batch = *batch;
        else
            m_banner->tell(Banner::Kind::Error, batch.error().message);
        refresh();
    });
}

void BatchPanel::showFailures()
{
    const work::EntryFilter failed {{EntryState::Failed, EntryState::NotAttempted}, {}};
    const auto work = [id = m_batch.id, failed](storage::Connection &connection) {
        return work::entries(connection, id, failed, LogRecordId(), shownFailures);
    };
    m_session.database.reads().read<QList<work::BatchEntry>>(
        this, work, [this](const Result<QList<work::BatchEntry>> &entries) {
            if (!entries) {
                m_banner->tell(Banner::Kind::Error, entries.error().message);
                return;
            }
            log::Filter filter;
            filter.company = m_batch.company;
            for (const work::BatchEntry &entry : *entries)
                filter.ids.append(entry.record);
            if (failures(m_batch.counts) > shownFailures)
                m_banner->tell(Banner::Kind::Warning,
                               tr("The monitor shows the first %1 of them.").arg(QLocale().toString(shownFailures)));
            if (!filter.ids.isEmpty())
                Q_EMIT filterChosen(filter);
        });
}

void BatchPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BatchPanel::retranslate()
{
    const QStringList tabs {tr("All"),       tr("Failed"),    tr("Not attempted"), tr("Skipped"),
                            tr("Succeeded"), tr("Remaining"), tr("Left out")};
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        m_tabs->setTabText(tab, tabs.at(tab));
    m_tabs->setAccessibleName(tr("Which records are listed"));
    m_grid->setAccessibleName(tr("Records of the reprocess"));
    m_progress->setAccessibleName(tr("Progress of the reprocess"));
    m_cancel->setText(tr("&Cancel the rest"));
    m_close->setText(tr("C&lose"));
    m_entries.retranslate();
    showBatch();
}

} // namespace ponte::ui
