// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
// What the monitor is asked to show: its filter and order, by whom they are given and how they are found again.

#include "core/work/schedules.h"
#include "ui/log/filterbar.h"
#include "ui/log/logarrangement.h"
#include "ui/log/monitorpage.h"
#include "ui/log/signaturespanel.h"
#include "ui/log/viewsbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/session.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScrollBar>
#include <QSettings>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto viewKey = "monitor/view"_L1;
constexpr auto currentKey = "monitor/current"_L1;
constexpr auto topKey = "monitor/top"_L1;

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

QString textOf(const QJsonObject &words)
{
    return QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact));
}

std::optional<LogView> viewOf(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isObject() ? LogView::fromWords(document.object()) : std::nullopt;
}

std::optional<LogRecordId> idOf(const QVariant &value)
{
    return value.toLongLong() > 0 ? std::optional(LogRecordId(value.toLongLong())) : std::nullopt;
}

} // namespace

void MonitorPage::setupViews()
{
    m_filterBar->addButton(m_views);
    m_views->setContent([this] {
        QJsonObject content {{u"view"_s, view().toWords()}};
        QJsonArray columns;
        for (const LogColumn column : m_arrangement->shown())
            columns.append(toWord(column));
        content.insert(u"columns"_s, columns);
        return textOf(content);
    });
    connect(m_views, &ViewsButton::copyLinkRequested, this, &MonitorPage::copyLink);
    connect(m_views, &ViewsButton::viewChosen, this, [this](const QString &content, const QString &name) {
        const QJsonObject saved = QJsonDocument::fromJson(content.toUtf8()).object();
        const std::optional<LogView> view = LogView::fromWords(saved.value(u"view"_s).toObject());
        if (!view) {
            m_banner->tell(Banner::Kind::Error,
                           tr("The view “%1” was saved by a newer Ponte and cannot be shown.").arg(name));
            return;
        }
        m_arrangement->setShownWords(saved.value(u"columns"_s).toVariant().toStringList());
        showView(*view);
    });
}

LogView MonitorPage::view() const
{
    LogView view;
    m_filterBar->applyTo(view);
    view.filter.company = m_context.company();
    view.filter.level = m_context.level();
    view.sort = m_sort;
    return view;
}

void MonitorPage::showView(const LogView &view)
{
    m_wasGiven = true;
    m_filterBar->show(view);
    m_sort = view.sort;
    showSort();
    {
        const QSignalBlocker blocker(m_context);
        m_context.set(view.filter.company, view.filter.level);
    }
    Q_EMIT m_context.changed();
}

void MonitorPage::showFilter(const log::Filter &filter)
{
    showView({filter, Period::between(filter.createdFrom, filter.createdTo),
              Period::between(filter.changedFrom, filter.changedTo), m_sort});
}

bool MonitorPage::openLink(const QString &link)
{
    const std::optional<LogView> view = LogView::fromLink(link);
    if (view)
        showView(*view);
    else
        m_banner->tell(Banner::Kind::Error, tr("This link cannot be understood: %1").arg(link.left(200)));
    return view.has_value();
}

void MonitorPage::copyLink()
{
    QApplication::clipboard()->setText(view().toLink());
    m_banner->tell(Banner::Kind::Info,
                   tr("The link to this view was copied. It opens by being pasted into the commands (Ctrl+K)."));
}

bool MonitorPage::mayRead(const log::Filter &filter)
{
    const Result<> allowed = m_session.actor.require(security::Action::ViewLog, filter.company);
    m_refusal = allowed ? QString() : allowed.error().message;
    return allowed.has_value();
}

void MonitorPage::query()
{
    if (!m_isStarted)
        return;
    const LogView wanted = view();
    const log::Filter filter = wanted.filterAt(m_session.clock.now());
    if (!mayRead(filter)) {
        showState();
        return;
    }
    const bool isAsked = m_model.state() != LogModel::State::Idle;
    m_settings.setValue(viewKey, textOf(wanted.toWords()));
    m_views->noteContent();
    if (isAsked && filter == m_model.filter() && m_sort == m_model.order()) {
        showState();
        return;
    }
    m_isNewQuery = isAsked;
    m_isAllMatching = false;
    m_grid->scrollToTop();
    m_model.setQuery(filter, m_sort);
    if (m_group->isChecked())
        m_signatures->setFilter(filter);
}

void MonitorPage::queryAgain()
{
    const log::Filter filter = view().filterAt(m_session.clock.now());
    if (mayRead(filter))
        m_model.setQuery(filter, m_sort);
    else
        showState();
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

void MonitorPage::useRemembered()
{
    if (m_views->chooseDefault())
        return;
    const std::optional<LogView> remembered = viewOf(m_settings.value(viewKey).toString());
    if (!remembered)
        return;
    m_filterBar->show(*remembered);
    m_sort = remembered->sort;
    showSort();
    if (!m_context.company()) {
        const QSignalBlocker blocker(m_context);
        m_context.set(remembered->filter.company, remembered->filter.level);
    }
    m_current = idOf(m_settings.value(currentKey));
    m_wantedTop = idOf(m_settings.value(topKey));
    Q_EMIT m_context.changed();
}

void MonitorPage::rememberPlace()
{
    if (m_model.state() != LogModel::State::Ready)
        return;
    const log::Record *top = m_grid->isAtTop() ? nullptr : m_model.recordAt(m_grid->rowAt(0));
    m_settings.setValue(topKey, top ? top->id.value() : 0);
    // A row chosen a moment ago may not have settled yet.
    const log::Record *current = m_model.recordAt(m_grid->currentIndex().row());
    const LogRecordId read = current ? current->id : m_current.value_or(LogRecordId());
    m_settings.setValue(currentKey, read.value());
}

void MonitorPage::readNextRuns()
{
    m_runsTicket.cancel();
    using Runs = QHash<CompanyId, QDateTime>;
    const auto work = [actor = m_session.actor](storage::Connection &connection) -> Result<Runs> {
        const auto schedules = work::Schedules::list(actor, connection);
        if (!schedules)
            return tl::unexpected(schedules.error());
        Runs runs;
        for (const work::Schedule &schedule : *schedules) {
            const bool isResend = schedule.job == QStringView(work::resendJob) && schedule.company && schedule.enabled;
            if (isResend && schedule.nextRun.isValid())
                runs.insert(*schedule.company, schedule.nextRun);
        }
        return runs;
    };
    m_runsTicket = m_session.database.reads().read<Runs>(this, work, [this](const Result<Runs> &runs) {
        // Who may not see the schedules sees no next attempts.
        if (runs)
            m_model.setNextRuns(*runs);
    });
}

} // namespace ponte::ui
