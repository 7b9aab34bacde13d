// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/overview/overviewpage.h"

#include "ui/overview/hourchart.h"
#include "ui/overview/overviewcards.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

OverviewPage::OverviewPage(const Session &session, Context &context, const Directory &directory, QWidget *parent)
    : Place(parent)
    , m_session(session)
    , m_context(context)
    , m_directory(directory)
    , m_model(session, directory)
    , m_totalsModel(session.integrations)
    , m_pulse(std::chrono::seconds(1))
    , m_banner(new Banner(this))
    , m_heading(new QLabel(this))
    , m_text(new QLabel(this))
    , m_cards(new OverviewCards(this))
    , m_totals(new Grid(this))
    , m_hoursTitle(new QLabel(this))
    , m_hours(new HourChart(this))
    , m_grid(new Grid(this))
{
    setupGrid();
    setupTotals();
    setupLayout();
    connect(&m_model, &OverviewModel::refreshed, this, &OverviewPage::showState);
    connect(&directory, &Directory::changed, this, &OverviewPage::refresh);
    connect(&context, &Context::changed, this, [this] {
        if (m_isFront)
            read();
    });
    connect(m_banner, &Banner::actionTriggered, this, &OverviewPage::refresh);
    connect(m_cards, &OverviewCards::filterChosen, this, &OverviewPage::filterChosen);
    connect(m_hours, &HourChart::hourChosen, this,
            [this](const log::HourCount &hour) { Q_EMIT filterChosen(m_reading.filterOf(hour, false)); });
    connect(&m_pulse, &Pulse::due, this, [this] {
        if (m_isFront)
            refresh();
    });
    retranslate();
}

OverviewPage::~OverviewPage()
{
    m_ticket.cancel();
    // The views go before the models they show.
    delete m_grid;
    delete m_totals;
}

void OverviewPage::setupGrid()
{
    m_grid->setObjectName(u"overviewGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->horizontalHeader()->setStretchLastSection(false);
    // The numbers stand below those of the table above.
    connect(m_totals->horizontalHeader(), &QHeaderView::sectionResized, m_grid,
            [this](int column, int, int width) { m_grid->setColumnWidth(column, width); });
    m_grid->setMinimumHeight(110);
    connect(m_grid, &Grid::rowOpened, this,
            [this](const QModelIndex &index) { Q_EMIT filterChosen(m_model.filterOf(index)); });
}

void OverviewPage::setupTotals()
{
    m_totals->setObjectName(u"totalsGrid"_s);
    m_totals->setModel(&m_totalsModel);
    m_totals->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_totals->setSelectionMode(QAbstractItemView::SingleSelection);
    m_totals->setColumnWidths({180, 88, 88, 88, 88, 92});
    m_totals->setGrowingColumn(0);
    // All functionalities in sight where there is room for them; the companies below take the rest.
    m_totals->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    connect(m_totals, &Grid::rowOpened, this,
            [this](const QModelIndex &index) { Q_EMIT filterChosen(m_totalsModel.filterOf(index)); });
}

void OverviewPage::setupLayout()
{
    m_heading->setFont(fontOf(TextSize::Heading));
    setMuted(m_text);
    m_text->setWordWrap(true);
    QFont bold = m_hoursTitle->font();
    bold.setBold(true);
    m_hoursTitle->setFont(bold);
    auto *hours = new QVBoxLayout;
    hours->setSpacing(gridUnit);
    hours->addWidget(m_hoursTitle);
    hours->addWidget(m_hours, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(6 * gridUnit);
    middle->addWidget(m_totals, 2);
    middle->addLayout(hours, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 5 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addWidget(m_banner);
    layout->addWidget(m_cards);
    layout->addSpacing(gridUnit);
    layout->addLayout(middle);
    layout->addSpacing(gridUnit);
    layout->addWidget(m_grid, 1);
}

void OverviewPage::read()
{
    m_wantsAgain = m_isReading;
    if (m_isReading)
        return;
    const Result<> allowed = m_session.actor.require(security::Action::ViewLog, m_context.company());
    m_cards->setVisible(allowed.has_value());
    if (!allowed) {
        // Nothing stays in sight that was read for another company.
        m_problem = allowed.error().message;
        useReading({});
        showState();
        return;
    }
    m_isReading = true;
    QList<CompanyId> companies;
    for (const Company &company : m_directory.companies())
        companies.append(company.id);
    const auto work = [integrations = m_session.integrations, company = m_context.company(), level = m_context.level(),
                       companies, now = m_session.clock.now()](storage::Connection &connection) {
        return readOverview(connection, integrations, company, level, companies, now);
    };
    m_ticket =
        m_session.database.reads().read<OverviewReading>(this, work, [this](const Result<OverviewReading> &reading) {
            m_isReading = false;
            m_problem = reading ? QString() : reading.error().message;
            if (reading)
                useReading(*reading);
            showState();
            if (std::exchange(m_wantsAgain, false))
                read();
        });
}

void OverviewPage::useReading(const OverviewReading &reading)
{
    m_reading = reading;
    m_cards->setReading(reading);
    m_totalsModel.setReading(reading);
    m_hours->setHours(reading.totals.hours);
}

QString OverviewPage::id() const
{
    return u"overview"_s;
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

QString OverviewPage::iconName() const
{
    return u"view-statistics"_s;
}

void OverviewPage::enter()
{
    m_isFront = true;
    if (!m_isFollowing)
        m_pulse.follow(m_session.changes, std::chrono::seconds(5));
    m_isFollowing = true;
    refresh();
    m_totals->setFocus(Qt::OtherFocusReason);
}

void OverviewPage::leave()
{
    m_isFront = false;
}

void OverviewPage::refresh()
{
    m_model.refresh();
    read();
}

void OverviewPage::showState()
{
    const QString problem = m_problem.isEmpty() ? m_model.errorText() : m_problem;
    if (problem.isEmpty())
        m_banner->clear();
    else
        m_banner->tell(Banner::Kind::Error, tr("The numbers could not be read. %1").arg(problem), tr("Try again"));
    Q_EMIT dataTimeChanged();
}

void OverviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Place::changeEvent(event);
}

void OverviewPage::retranslate()
{
    setAccessibleName(title());
    m_heading->setText(title());
    m_text->setText(
        tr("Of the company and level chosen above. Enter or double click on a number, or a click on a link or "
           "bar, shows exactly those records."));
    m_hoursTitle->setText(tr("Created per hour, last 24 hours; hatched: in error now"));
    m_hours->setAccessibleName(m_hoursTitle->text());
    m_totals->setAccessibleName(tr("Log records by functionality and status"));
    m_grid->setAccessibleName(tr("Log records by company and status"));
    m_model.retranslate();
    m_totalsModel.retranslate();
}

} // namespace ponte::ui
