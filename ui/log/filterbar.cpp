// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/filterbar.h"

#include "ui/log/chiprow.h"
#include "ui/log/periodbutton.h"
#include "ui/log/quickbox.h"
#include "ui/widgets/checkmenu.h"
#include "ui/widgets/statustext.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int controlHeight = 32;

/// The text that the search box would take for the same restriction; empty where it has none.
QString typedFor(const log::Filter &filter)
{
    if (!filter.text.isEmpty())
        return filter.text;
    const log::QuickText key = log::quickText(filter.key);
    if (key.kind == log::QuickKind::Cpf || key.kind == log::QuickKind::Key)
        return filter.key;
    return {};
}

} // namespace

FilterBar::FilterBar(const LogNames &names, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_clock(clock)
    , m_status(new CheckMenu(this))
    , m_functionality(new CheckMenu(this))
    , m_module(new CheckMenu(this))
    , m_created(new PeriodButton(this))
    , m_changed(new PeriodButton(this))
    , m_more(new QToolButton(this))
    , m_attempts(new QMenu(this))
    , m_search(new QuickBox(this))
    , m_clear(new QToolButton(this))
    , m_chips(new ChipRow(this))
{
    setupMenus();
    setupMore();
    setupSearch();
    setupLayout();
    retranslate();
}

void FilterBar::setupMenus()
{
    for (CheckMenu *menu : {m_status, m_functionality, m_module})
        connect(menu, &CheckMenu::changed, this, &FilterBar::announce);
    m_status->setObjectName(u"statusFilter"_s);
    m_functionality->setObjectName(u"functionalityFilter"_s);
    m_module->setObjectName(u"moduleFilter"_s);
    m_created->setObjectName(u"periodFilter"_s);
    m_changed->setObjectName(u"changedFilter"_s);
    m_changed->setAnchor(m_more);
    m_changed->hide();
    for (PeriodButton *period : {m_created, m_changed})
        connect(period, &PeriodButton::chosen, this, &FilterBar::announce);
    connect(m_chips, &ChipRow::removed, this, &FilterBar::removeChip);
}

void FilterBar::setupMore()
{
    m_more->setObjectName(u"moreFilters"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_more);
    menu->addMenu(m_changed->menu());
    menu->addMenu(m_attempts);
    m_attempts->setObjectName(u"attemptsFilter"_s);
    for (const int from : {0, 1, 2, 3, 5, 10}) {
        QAction *action = m_attempts->addAction(QString());
        action->setData(from);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, from] {
            m_given.automaticAttemptsFrom = from > 0 ? std::optional(from) : std::nullopt;
            announce();
        });
    }
    m_more->setMenu(menu);
}

void FilterBar::setupSearch()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds(250));
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        announce();
        Q_EMIT searchLeft();
    });
    connect(m_search, &QuickBox::left, this, &FilterBar::searchLeft);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::announce);
    m_clear->setObjectName(u"clearFilters"_s);
    m_clear->setIcon(themeIcon(u"edit-clear-all"_s));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        announce();
    });
}

void FilterBar::setupLayout()
{
    m_row = new QHBoxLayout;
    m_row->setSpacing(2 * gridUnit);
    for (QToolButton *button :
         std::initializer_list<QToolButton *> {m_status, m_functionality, m_module, m_created, m_more})
    {
        button->setMinimumHeight(controlHeight);
        m_row->addWidget(button);
    }
    m_row->addWidget(m_search, 1);
    m_clear->setMinimumHeight(controlHeight);
    m_row->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addLayout(m_row);
    layout->addWidget(m_chips);
}

void FilterBar::addButton(QWidget *button)
{
    button->setMinimumHeight(controlHeight);
    m_row->insertWidget(m_row->count() - 1, button);
}

void FilterBar::applyTo(LogView &view) const
{
    log::Filter filter = m_given;
    filter.company = view.filter.company;
    filter.level = view.filter.level;
    for (const QString &word : m_status->checked()) {
        if (const std::optional<log::Status> status = log::statusFromWord(word))
            filter.statuses.append(*status);
    }
    filter.functionalities = m_functionality->checked();
    filter.modules = m_module->checked();
    log::Filter typed = filter;
    log::applyQuickText(typed, m_search->quick());
    // Both restrict: an id that is not among the chosen ones finds nothing.
    if (!m_given.ids.isEmpty() && !typed.ids.isEmpty() && !m_given.ids.contains(typed.ids.first()))
        typed.ids = {LogRecordId()};
    else if (typed.ids.isEmpty())
        typed.ids = m_given.ids;
    if (typed.origin.isEmpty())
        typed.origin = m_given.origin;
    if (typed.key.isEmpty())
        typed.key = m_given.key;
    view.filter = typed;
    view.created = m_created->period();
    view.changed = m_changed->period();
}

void FilterBar::show(const LogView &view)
{
    const log::Filter &filter = view.filter;
    QStringList words;
    for (const log::Status status : filter.statuses)
        words.append(log::toWord(status));
    m_status->setChecked(words);
    m_functionality->setChecked(filter.functionalities);
    m_module->setChecked(filter.modules);
    m_created->setPeriod(view.created);
    m_changed->setPeriod(view.changed);
    showGiven(filter);
    m_clear->setEnabled(!isClear());
}

void FilterBar::show(const log::Filter &filter)
{
    show(LogView {filter,
                  Period::between(filter.createdFrom, filter.createdTo),
                  Period::between(filter.changedFrom, filter.changedTo),
                  {}});
}

void FilterBar::showGiven(const log::Filter &filter)
{
    m_given = filter;
    m_given.company = {};
    m_given.level = {};
    m_given.statuses.clear();
    m_given.functionalities.clear();
    m_given.modules.clear();
    m_given.createdFrom = m_given.createdTo = m_given.changedFrom = m_given.changedTo = {};
    const QString typed = typedFor(filter);
    m_given.text.clear();
    if (typed == m_given.key)
        m_given.key.clear();
    m_typing.stop();
    {
        const QSignalBlocker blocker(&m_typing);
        m_search->setText(typed);
    }
    m_typing.stop();
    showChips();
}

void FilterBar::clear()
{
    show(LogView());
}

bool FilterBar::isClear() const
{
    return m_status->checked().isEmpty() && m_functionality->checked().isEmpty() && m_module->checked().isEmpty()
           && !hasPeriod() && m_search->text().trimmed().isEmpty() && m_given == log::Filter();
}

bool FilterBar::hasPeriod() const
{
    return m_created->period().kind != Period::Kind::All || m_changed->period().kind != Period::Kind::All;
}

void FilterBar::clearPeriods()
{
    m_created->setPeriod({});
    m_changed->setPeriod({});
    announce();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString FilterBar::typedText() const
{
    return m_search->text().trimmed();
}

QString FilterBar::periodText() const
{
    const auto lower = [](const Period &period) {
        QString text = period.text();
        return text.isEmpty() ? text : text.front().toLower() + text.mid(1);
    };
    const bool hasCreated = m_created->period().kind != Period::Kind::All;
    if (m_changed->period().kind == Period::Kind::All)
        return lower(m_created->period());
    const QString changed = tr("changed: %1").arg(lower(m_changed->period()));
    return hasCreated ? u"%1, %2"_s.arg(lower(m_created->period()), changed) : changed;
}

QString FilterBar::attemptsText(int from) const
{
    return from > 0 ? tr("At least %n automatic attempt(s)", nullptr, from) : tr("Any number");
}

void FilterBar::showChips()
{
    QList<ChipRow::Chip> chips;
    if (!m_given.ids.isEmpty())
        chips.append({u"chosenRecords"_s, tr("%n chosen record(s)", nullptr, int(m_given.ids.size()))});
    if (!m_given.origin.isEmpty())
        chips.append({u"chipOrigin"_s, tr("Sale %1").arg(m_given.origin)});
    if (!m_given.key.isEmpty())
        chips.append({u"chipKey"_s, tr("Key %1").arg(m_given.key)});
    if (!m_given.signature.isEmpty())
        chips.append({u"chipSignature"_s, tr("Error signature %1").arg(m_given.signature)});
    if (m_given.automaticAttemptsFrom)
        chips.append({u"chipAttempts"_s, attemptsText(*m_given.automaticAttemptsFrom)});
    if (m_changed->period().kind != Period::Kind::All)
        chips.append({u"chipChanged"_s, tr("Changed: %1").arg(m_changed->period().text())});
    m_chips->setChips(chips);
    for (QAction *action : m_attempts->actions())
        action->setChecked(action->data().toInt() == m_given.automaticAttemptsFrom.value_or(0));
}

void FilterBar::removeChip(const QString &id)
{
    if (id == "chosenRecords"_L1)
        m_given.ids.clear();
    else if (id == "chipOrigin"_L1)
        m_given.origin.clear();
    else if (id == "chipKey"_L1)
        m_given.key.clear();
    else if (id == "chipSignature"_L1)
        m_given.signature.clear();
    else if (id == "chipAttempts"_L1)
        m_given.automaticAttemptsFrom.reset();
    else if (id == "chipChanged"_L1)
        m_changed->setPeriod({});
    announce();
}

void FilterBar::announce()
{
    showChips();
    m_clear->setEnabled(!isClear());
    Q_EMIT changed();
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FilterBar::retranslateMore()
{
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("More filters: last change, attempts"));
    m_more->setAccessibleName(tr("More filters"));
    m_changed->setTitle(tr("Last changed"));
    m_changed->menu()->setTitle(tr("Last changed"));
    m_attempts->setTitle(tr("Attempts"));
    for (QAction *action : m_attempts->actions())
        action->setText(attemptsText(action->data().toInt()));
}

void FilterBar::retranslate()
{
    m_status->setTitle(tr("Status"));
    m_functionality->setTitle(tr("Functionality"));
    m_module->setTitle(tr("Module"));
    m_created->setTitle(tr("Period"));
    QList<CheckMenu::Choice> statuses;
    for (const log::Status status : allStatuses())
        statuses.append({log::toWord(status), statusText(status), statusIcon(status)});
    m_status->setChoices(statuses);
    const auto choicesOf = [](const QList<LogNames::Name> &names) {
        QList<CheckMenu::Choice> choices;
        for (const LogNames::Name &name : names)
            choices.append({name.id, name.text});
        return choices;
    };
    m_functionality->setChoices(choicesOf(m_names.functionalities()));
    m_module->setChoices(choicesOf(m_names.modules()));
    retranslateMore();
    showChips();
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Clear all filters"));
    m_clear->setAccessibleName(tr("Clear all filters"));
    m_clear->setEnabled(!isClear());
}

} // namespace ponte::ui
