// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/overview/overviewpage.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

OverviewPage::OverviewPage(const Session &session, const Directory &directory, QWidget *parent)
    : Place(parent)
    , m_session(session)
    , m_model(session, directory)
    , m_pulse(std::chrono::seconds(1))
    , m_banner(new Banner(this))
    , m_heading(new QLabel(this))
    , m_text(new QLabel(this))
    , m_grid(new Grid(this))
{
    setupGrid();
    m_heading->setFont(fontOf(TextSize::Heading));
    setMuted(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 5 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addWidget(m_banner);
    layout->addSpacing(2 * gridUnit);
    layout->addWidget(m_grid, 1);
    connect(&m_model, &OverviewModel::refreshed, this, &OverviewPage::showState);
    connect(&directory, &Directory::changed, &m_model, &OverviewModel::refresh);
    connect(m_banner, &Banner::actionTriggered, this, &OverviewPage::refresh);
    connect(&m_pulse, &Pulse::due, this, [this] {
        if (m_isFront)
            m_model.refresh();
    });
    retranslate();
}

OverviewPage::~OverviewPage()
{
    // The view goes before the model it shows.
    delete m_grid;
}

void OverviewPage::setupGrid()
{
    m_grid->setObjectName(u"overviewGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->horizontalHeader()->setStretchLastSection(false);
    m_grid->setColumnWidths({320, 128, 128, 128, 128, 128});
    connect(m_grid, &Grid::rowOpened, this,
            [this](const QModelIndex &index) { Q_EMIT filterChosen(m_model.filterOf(index)); });
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
    m_model.refresh();
    m_grid->setFocus(Qt::OtherFocusReason);
}

void OverviewPage::leave()
{
    m_isFront = false;
}

void OverviewPage::refresh()
{
    m_model.refresh();
}

void OverviewPage::showState()
{
    if (m_model.errorText().isEmpty())
        m_banner->clear();
    else
        m_banner->tell(Banner::Kind::Error, tr("The numbers could not be read. %1").arg(m_model.errorText()),
                       tr("Try again"));
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
        tr("Log records by company and status. Enter or double click on a number shows exactly those records."));
    m_grid->setAccessibleName(tr("Log records by company and status"));
    m_model.retranslate();
}

} // namespace ponte::ui
