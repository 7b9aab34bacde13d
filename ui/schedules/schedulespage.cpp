// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/schedules/schedulespage.h"

#include "ui/schedules/runhistory.h"
#include "ui/schedules/scheduledialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tsv.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

SchedulesPage::SchedulesPage(const Session &session, Context &context, const Directory &directory, QWidget *parent)
    : Place(parent)
    , m_session(session)
    , m_context(context)
    , m_directory(directory)
    , m_model(directory)
    , m_add(new QAction(this))
    , m_change(new QAction(this))
    , m_run(new QAction(this))
    , m_toggle(new QAction(this))
    , m_remove(new QAction(this))
    , m_heading(new QLabel(this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_halves(new QSplitter(Qt::Vertical, this))
    , m_grid(new Grid(this))
    , m_runs(new RunHistory(session, this))
{
    setupActions();
    setupGrid();
    setupLayout();
    connect(&m_context, &Context::changed, this, &SchedulesPage::read);
    connect(&m_directory, &Directory::changed, this, [this] { m_model.retranslate(); });
    connect(m_statePage, &StatePage::actionTriggered, this, [this] {
        if (m_error)
            read();
        else
            add();
    });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_removed)
            undoRemove();
        else
            read();
    });
    connect(&m_pulse, &Pulse::due, this, [this](const QSet<QString> &topics) {
        if (m_isFront && (topics.isEmpty() || topics.contains(u"schedules"_s)))
            read();
    });
    retranslate();
}

SchedulesPage::~SchedulesPage()
{
    m_ticket.cancel();
    // The view goes before the model it shows.
    delete m_stack;
}

void SchedulesPage::setupActions()
{
    const auto setup = [this](QAction *action, const QString &name, const QString &icon, const QKeySequence &keys,
                              void (SchedulesPage::*act)()) {
        action->setObjectName(name);
        action->setIcon(themeIcon(icon));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setMinimumHeight(32);
        button->setFocusPolicy(Qt::StrongFocus);
        m_buttons.append(button);
    };
    setup(m_add, u"addSchedule"_s, u"list-add"_s, QKeySequence::New, &SchedulesPage::add);
    setup(m_change, u"changeSchedule"_s, u"document-edit"_s, QKeySequence(Qt::Key_F2), &SchedulesPage::change);
    setup(m_run, u"runSchedule"_s, u"media-playback-start"_s, QKeySequence(u"Ctrl+R"_s), &SchedulesPage::run);
    setup(m_toggle, u"toggleSchedule"_s, u"system-shutdown"_s, QKeySequence(u"Ctrl+T"_s), &SchedulesPage::toggle);
    setup(m_remove, u"removeSchedule"_s, u"list-remove"_s, QKeySequence::Delete, &SchedulesPage::remove);
}

void SchedulesPage::setupGrid()
{
    m_grid->setObjectName(u"scheduleGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setColumnWidths({172, 120, 236, 80, 148, 148, 176});
    m_grid->setGrowingColumn(ScheduleModel::When);
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_grid->addActions({m_change, m_run, m_toggle, m_remove});
    connect(m_grid, &Grid::rowOpened, this, &SchedulesPage::change);
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QGuiApplication::clipboard()->setText(tsvOf(m_model, rows)); });
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showActions();
        showRuns();
    });
    connect(&m_model, &ScheduleModel::dataChanged, this, &SchedulesPage::showActions);
}

void SchedulesPage::setupLayout()
{
    m_heading->setFont(fontOf(TextSize::Heading));
    m_statePage->setObjectName(u"scheduleState"_s);
    m_stack->addWidget(m_statePage);
    m_halves->addWidget(m_grid);
    m_halves->addWidget(m_runs);
    m_halves->setChildrenCollapsible(false);
    m_halves->setStretchFactor(0, 3);
    m_halves->setStretchFactor(1, 2);
    m_stack->addWidget(m_halves);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(2 * gridUnit);
    for (QToolButton *button : std::as_const(m_buttons))
        bar->addWidget(button);
    bar->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 5 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_heading);
    layout->addLayout(bar);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
}

QString SchedulesPage::id() const
{
    return u"schedules"_s;
}

QString SchedulesPage::title() const
{
    return tr("Schedules");
}

QString SchedulesPage::iconName() const
{
    return u"view-calendar"_s;
}

void SchedulesPage::enter()
{
    m_isFront = true;
    if (!m_isFollowing)
        m_pulse.follow(m_session.changes, std::chrono::seconds(5));
    m_isFollowing = true;
    read();
    m_grid->setFocus(Qt::OtherFocusReason);
}

void SchedulesPage::leave()
{
    m_isFront = false;
}

void SchedulesPage::refresh()
{
    read();
}

void SchedulesPage::read()
{
    m_ticket.cancel();
    const auto work = [actor = m_session.actor,
                       company = m_context.company()](storage::Connection &connection) -> Result<Found> {
        auto schedules = work::Schedules::list(actor, connection, company);
        if (!schedules)
            return tl::unexpected(schedules.error());
        auto runs = work::Schedules::latestRuns(actor, connection);
        if (!runs)
            return tl::unexpected(runs.error());
        return Found {*schedules, *runs};
    };
    m_ticket = m_session.database.reads().read<Found>(this, work, [this](const Result<Found> &found) { use(found); });
}

void SchedulesPage::use(const Result<Found> &found)
{
    const work::Schedule *before = current();
    const qint64 chosen = before ? before->id : 0;
    m_error = found ? std::nullopt : std::optional(found.error());
    if (found) {
        m_readAt = m_session.clock.now();
        m_model.setSchedules(found->schedules, found->latestRuns);
        if (!current() && m_model.rowCount() > 0)
            m_grid->setCurrentIndex(m_model.index(qMax(0, m_model.rowOf(chosen)), 0));
        else
            showRuns();
        Q_EMIT dataTimeChanged();
    }
    showState();
}

void SchedulesPage::showState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    if (m_error && isEmpty)
        m_statePage->show(u"dialog-error"_s, tr("The schedules could not be read"), m_error->message, tr("Try again"));
    else if (m_error)
        tellFailure(tr("What is shown may be out of date."), *m_error, tr("Try again"));
    else if (!m_readAt.isValid())
        m_statePage->show(u"view-refresh"_s, tr("Reading the schedules…"), {});
    else if (isEmpty)
        m_statePage->show(u"view-calendar"_s, tr("No schedule yet"),
                          tr("A schedule runs what is in Error or Pending again by itself, at the times you say."),
                          m_add->isEnabled() ? tr("New schedule…") : QString());
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_statePage) : m_halves);
    showActions();
}

void SchedulesPage::showRuns()
{
    const work::Schedule *schedule = current();
    m_runs->read(schedule ? schedule->id : 0, schedule ? schedule->name : QString());
}

const work::Schedule *SchedulesPage::current() const
{
    return m_model.scheduleAt(m_grid->currentIndex().row());
}

bool SchedulesPage::mayChange(std::optional<CompanyId> company) const
{
    return m_session.actor.require(security::Action::ManageSchedules, company).has_value();
}

bool SchedulesPage::mayAdd() const
{
    // The dialog offers the companies for which it is released.
    return m_context.company() ? mayChange(m_context.company())
                               : m_session.actor.mayAnywhere(security::Action::ManageSchedules);
}

void SchedulesPage::showActions()
{
    const work::Schedule *schedule = current();
    const bool may = schedule && mayChange(schedule->company);
    m_add->setEnabled(mayAdd());
    for (QAction *action : {m_change, m_toggle, m_remove})
        action->setEnabled(may);
    m_run->setEnabled(may && !schedule->isRunning);
    m_toggle->setText(schedule && !schedule->enabled ? tr("Turn o&n") : tr("Turn o&ff"));
}

void SchedulesPage::add()
{
    if (!mayAdd())
        return;
    work::ScheduleDraft draft;
    draft.company = m_context.company().value_or(CompanyId());
    draft.rule.kind = work::ScheduleRule::Kind::Daily;
    draft.rule.time = QTime(22, 0);
    draft.rule.date = m_session.clock.now().toTimeZone(QTimeZone(draft.zone.toLatin1())).date().addDays(1);
    openDialog(draft, 0);
}

void SchedulesPage::change()
{
    const work::Schedule *schedule = current();
    if (schedule && mayChange(schedule->company))
        openDialog(work::draftOf(*schedule), schedule->id);
}

void SchedulesPage::openDialog(const work::ScheduleDraft &draft, qint64 id)
{
    auto *dialog = new ScheduleDialog(m_session, m_directory, m_hands, draft, id, this);
    connect(dialog, &ScheduleDialog::saved, this, [this] {
        m_removed.reset();
        m_banner->clear();
        read();
    });
    dialog->open();
}

void SchedulesPage::run()
{
    const work::Schedule *schedule = current();
    if (!schedule)
        return;
    const auto work = [&schedules = m_session.schedules, actor = m_session.actor, id = schedule->id] {
        return schedules.ask(actor, id);
    };
    const bool isReport = schedule->job == QStringView(work::reportJob);
    m_hands.call<void>(this, work, [this, name = schedule->name, isReport](const Result<> &asked) {
        m_removed.reset();
        if (asked && isReport)
            m_banner->tell(Banner::Kind::Info,
                           tr("'%1' was asked to be written and delivered now. It starts as soon as a "
                              "program that runs schedules sees it.")
                               .arg(name));
        else if (asked)
            m_banner->tell(Banner::Kind::Info,
                           tr("'%1' was asked to run now: an automatic run, which counts as an attempt. It starts as "
                              "soon as a program that runs schedules sees it.")
                               .arg(name));
        else
            tellFailure(tr("'%1' was not run.").arg(name), asked.error());
        read();
    });
}

void SchedulesPage::toggle()
{
    const work::Schedule *schedule = current();
    if (!schedule)
        return;
    const auto work = [&schedules = m_session.schedules, actor = m_session.actor, id = schedule->id,
                       on = !schedule->enabled] { return schedules.setEnabled(actor, id, on); };
    m_hands.call<void>(this, work, [this, name = schedule->name](const Result<> &done) {
        m_removed.reset();
        if (done)
            m_banner->clear();
        else
            tellFailure(tr("'%1' was not changed.").arg(name), done.error());
        read();
    });
}

void SchedulesPage::remove()
{
    const work::Schedule *schedule = current();
    if (!schedule)
        return;
    const auto work = [&schedules = m_session.schedules, actor = m_session.actor, id = schedule->id] {
        return schedules.remove(actor, id);
    };
    m_hands.call<work::Schedule>(this, work, [this, name = schedule->name](const Result<work::Schedule> &removed) {
        m_removed = removed ? std::optional(*removed) : std::nullopt;
        if (removed)
            m_banner->tell(Banner::Kind::Info, tr("'%1' was removed.").arg(name), tr("Undo"));
        else
            tellFailure(tr("'%1' was not removed.").arg(name), removed.error());
        read();
    });
}

void SchedulesPage::undoRemove()
{
    const work::Schedule removed = *std::exchange(m_removed, std::nullopt);
    const auto work = [&schedules = m_session.schedules, actor = m_session.actor, draft = work::draftOf(removed)] {
        return schedules.add(actor, draft);
    };
    m_hands.call<qint64>(this, work, [this, removed](const Result<qint64> &added) {
        if (added) {
            m_banner->clear();
        } else {
            m_removed = removed;
            tellFailure(tr("'%1' was not brought back.").arg(removed.name), added.error(), tr("Try again"));
        }
        read();
    });
}

void SchedulesPage::tellFailure(const QString &text, const Error &error, const QString &action)
{
    m_banner->tell(Banner::Kind::Error, u"%1 %2"_s.arg(text, error.message), action);
}

void SchedulesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Place::changeEvent(event);
}

void SchedulesPage::retranslate()
{
    setAccessibleName(title());
    m_heading->setText(title());
    m_grid->setAccessibleName(title());
    m_add->setText(tr("Ne&w schedule…"));
    m_change->setText(tr("&Change…"));
    m_run->setText(tr("R&un now"));
    m_remove->setText(tr("Re&move"));
    m_model.retranslate();
    showState();
    for (QToolButton *button : std::as_const(m_buttons))
        button->setAccessibleName(button->defaultAction()->text().remove(u'&').remove(u'…'));
}

} // namespace ponte::ui
