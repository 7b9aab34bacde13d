// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/planpanel.h"

#include "core/integration/reprocess.h"
#include "ui/reprocess/batchtext.h"
#include "ui/reprocess/planoptions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/hands.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tsv.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// From here on a person says that the number is meant: four records are not four hundred thousand.
constexpr qint64 consentFrom = 500;

} // namespace

PlanPanel::PlanPanel(const Session &session, const IntegrationView &integration, Hands &hands,
                     const Directory &directory, const ReprocessScope &scope, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_integration(integration)
    , m_hands(hands)
    , m_shares(directory)
    , m_entries(session.database.reads())
    , m_banner(new Banner(this))
    , m_heading(new QLabel(this))
    , m_origin(new QLabel(this))
    , m_scope(new PlanScope(scope, directory, this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_splitter(new QSplitter(this))
    , m_shareGrid(new Grid(m_splitter))
    , m_entryGrid(new Grid(m_splitter))
    , m_options(new PlanOptions(this))
    , m_consent(new QCheckBox(this))
    , m_notice(new QLabel(this))
    , m_close(new QPushButton(this))
    , m_confirm(new QPushButton(this))
{
    setupGrids();
    setupLayout();
    setupButtons();
    connect(&directory, &Directory::changed, this, [this] { m_shares.retranslate(); });
    retranslate();
    makePlan();
}

PlanPanel::~PlanPanel()
{
    forgetPlan();
    // Views go before the models they show.
    delete m_splitter;
}

void PlanPanel::setupGrids()
{
    m_shareGrid->setObjectName(u"planShares"_s);
    m_shareGrid->setModel(&m_shares);
    m_shareGrid->setColumnWidths({132, 180, 84, 76});
    m_shareGrid->setGrowingColumn(PlanShares::Value);
    m_entryGrid->setObjectName(u"planEntries"_s);
    m_entryGrid->setModel(&m_entries);
    m_entryGrid->setColumnWidths({64, 204, 104, 88});
    for (Grid *grid : {m_shareGrid, m_entryGrid}) {
        grid->setMinimumHeight(140);
        connect(grid, &Grid::copyRequested, this,
                [grid](const QList<int> &rows) { QGuiApplication::clipboard()->setText(tsvOf(*grid->model(), rows)); });
        connect(grid, &Grid::escaped, this, &PlanPanel::closeRequested);
    }
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({470, 640});
}

void PlanPanel::setupLayout()
{
    m_heading->setObjectName(u"planHeading"_s);
    m_heading->setFont(fontOf(TextSize::Heading));
    m_origin->setWordWrap(true);
    setMuted(m_origin);
    m_statePage->setObjectName(u"planState"_s);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_splitter);
    m_notice->setWordWrap(true);
    m_notice->setObjectName(u"planNotice"_s);
    setMuted(m_notice);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(2 * gridUnit);
    footer->addWidget(m_notice, 1);
    footer->addWidget(m_close);
    footer->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 4 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_heading);
    layout->addWidget(m_origin);
    layout->addWidget(m_banner);
    layout->addWidget(m_scope);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_options);
    layout->addWidget(m_consent);
    layout->addLayout(footer);
}

void PlanPanel::setupButtons()
{
    m_consent->setObjectName(u"consent"_s);
    m_close->setObjectName(u"closePlan"_s);
    m_close->setMinimumWidth(104);
    m_confirm->setObjectName(u"confirmPlan"_s);
    m_confirm->setProperty(primaryProperty, true);
    m_confirm->setMinimumWidth(160);
    connect(m_close, &QPushButton::clicked, this, &PlanPanel::closeRequested);
    connect(m_confirm, &QPushButton::clicked, this, &PlanPanel::confirm);
    connect(m_consent, &QCheckBox::toggled, this, &PlanPanel::showFooter);
    connect(m_scope, &PlanScope::chosen, this, &PlanPanel::makePlan);
    connect(m_options, &PlanOptions::firstEdited, this, &PlanPanel::showFooter);
    connect(m_options, &PlanOptions::firstChosen, this, &PlanPanel::makePlan);
    connect(m_statePage, &StatePage::actionTriggered, this, &PlanPanel::makePlan);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_plan)
            confirm();
        else
            makePlan();
    });
    connect(&m_entries, &EntryModel::loaded, this, [this] {
        if (!m_entries.errorText().isEmpty())
            m_banner->tell(Banner::Kind::Error,
                           tr("The records of the plan could not be read. %1").arg(m_entries.errorText()));
    });
}

void PlanPanel::makePlan()
{
    forgetPlan();
    m_error.reset();
    m_banner->clear();
    showPlan();
    const int asked = ++m_asked;
    const integration::ReprocessRequest request {m_scope->filter(), m_options->first()};
    const auto work = [&service = m_integration.reprocess, actor = m_session.actor, request] {
        return service.plan(actor, request);
    };
    m_hands.call<work::Batch>(this, work, [this, asked](const Result<work::Batch> &plan) {
        if (asked != m_asked) {
            if (plan)
                m_hands.run([&service = m_integration.reprocess, actor = m_session.actor, id = plan->id] {
                    (void)service.discard(actor, id);
                });
            return;
        }
        if (plan) {
            m_plan = *plan;
            m_entries.setBatch(plan->id);
            readShares();
        } else {
            m_error = plan.error();
        }
        showPlan();
    });
}

void PlanPanel::forgetPlan()
{
    ++m_asked;
    if (!m_plan || m_isConfirming)
        return;
    m_hands.run([&service = m_integration.reprocess, actor = m_session.actor, id = m_plan->id] {
        // What is left over is forgotten by itself after a day.
        (void)service.discard(actor, id);
    });
    m_plan.reset();
}

void PlanPanel::readShares()
{
    const auto work = [id = m_plan->id](storage::Connection &connection) { return work::planShares(connection, id); };
    m_session.database.reads().read<QList<work::PlanShare>>(
        this, work, [this, asked = m_asked](const Result<QList<work::PlanShare>> &shares) {
            if (asked != m_asked)
                return;
            m_shares.setShares(shares.value_or(QList<work::PlanShare>()));
            if (!shares)
                m_banner->tell(Banner::Kind::Error,
                               tr("The split of the plan could not be read. %1").arg(shares.error().message));
        });
}

void PlanPanel::showPlan()
{
    if (m_plan) {
        const QLocale locale;
        m_heading->setText(m_plan->counts.planned == 0
                               ? tr("Nothing to reprocess")
                               : tr("%1 included · %2 left out")
                                     .arg(locale.toString(m_plan->counts.planned), locale.toString(m_plan->excluded)));
        m_origin->setText(originText(*m_plan));
        if (m_plan->counts.planned + m_plan->excluded == 0)
            m_statePage->show(u"edit-find"_s, tr("Nothing to reprocess"),
                              tr("Nothing that may run again is in Error or Pending among what was chosen."));
    } else {
        m_heading->setText(tr("What would be reprocessed"));
        m_origin->setText(tr("Nothing runs before you confirm."));
        if (!m_error)
            m_statePage->show(u"view-refresh"_s, tr("Making the plan…"), {});
        else if (m_error->code == ErrorCode::Rule || m_error->code == ErrorCode::Permission)
            m_statePage->show(u"dialog-warning"_s, tr("This cannot be reprocessed"), m_error->message);
        else
            m_statePage->show(u"dialog-error"_s, tr("The plan could not be made"), m_error->message, tr("Try again"));
    }
    const bool hasRows = m_plan && m_plan->counts.planned + m_plan->excluded > 0;
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_splitter) : m_statePage);
    showFooter();
}

void PlanPanel::showFooter()
{
    const qint64 planned = m_plan ? m_plan->counts.planned : 0;
    const QString number = QLocale().toString(planned);
    const bool needsConsent = planned >= consentFrom;
    m_consent->setVisible(needsConsent);
    m_consent->setText(tr("&Yes, I mean all %1 records").arg(number));
    m_confirm->setText(planned == 1  ? tr("&Reprocess 1 record")
                       : planned > 1 ? tr("&Reprocess %1 records").arg(number)
                                     : tr("&Reprocess"));
    m_confirm->setEnabled(planned > 0 && !m_isConfirming && !m_options->isSettling()
                          && (!needsConsent || m_consent->isChecked()));
    m_scope->setEnabled(!m_isConfirming);
    m_options->setEnabled(!m_isConfirming);
    if (m_isConfirming)
        m_notice->setText(tr("Confirming…"));
    else if (planned > 0)
        m_notice->setText(tr("A manual run: it ignores the maximum of attempts and does not count as one."));
    else
        m_notice->clear();
}

void PlanPanel::confirm()
{
    if (!m_plan || m_isConfirming || !m_confirm->isEnabled())
        return;
    m_isConfirming = true;
    m_banner->clear();
    showFooter();
    const auto work = [&service = m_integration.reprocess, actor = m_session.actor, plan = *m_plan,
                       options = m_options->options()] { return service.confirm(actor, plan, options); };
    m_hands.call<work::Batch>(this, work, [this](const Result<work::Batch> &batch) { handleConfirmed(batch); });
}

void PlanPanel::handleConfirmed(const Result<work::Batch> &batch)
{
    m_isConfirming = false;
    if (batch) {
        // From now on it is a batch, and no longer this panel's to forget.
        m_plan.reset();
        Q_EMIT confirmed(*batch);
        return;
    }
    const bool isGone = batch.error().code == ErrorCode::NotFound || batch.error().code == ErrorCode::Conflict;
    if (isGone)
        m_plan.reset();
    showPlan();
    if (isGone)
        m_banner->tell(Banner::Kind::Warning,
                       tr("Nothing was started: the plan is no longer there. %1").arg(batch.error().message),
                       tr("Make a new plan"));
    else if (batch.error().code == ErrorCode::DatabaseUnknown)
        m_banner->tell(Banner::Kind::Warning,
                       tr("The connection was lost while confirming. Confirming again is safe: it stays one reprocess. "
                          "%1")
                           .arg(batch.error().message),
                       tr("Confirm again"));
    else
        m_banner->tell(Banner::Kind::Error, tr("Nothing was started. %1").arg(batch.error().message), tr("Try again"));
}

void PlanPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlanPanel::retranslate()
{
    m_shares.retranslate();
    m_entries.retranslate();
    m_shareGrid->setAccessibleName(tr("Split of the plan"));
    m_entryGrid->setAccessibleName(tr("Records of the plan"));
    m_close->setText(tr("&Close"));
    showPlan();
}

} // namespace ponte::ui
