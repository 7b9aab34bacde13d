// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/filterbar.h"

#include "core/base/values.h"
#include "ui/widgets/checkmenu.h"
#include "ui/widgets/statustext.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

QDateTime startOf(FilterBar::Period period, const QDateTime &now)
{
    const QDate today = now.toTimeZone(displayZone()).date();
    switch (period) {
    case FilterBar::Period::All:
        return {};
    case FilterBar::Period::Today:
        return today.startOfDay(displayZone()).toUTC();
    case FilterBar::Period::Week:
        return today.addDays(-6).startOfDay(displayZone()).toUTC();
    case FilterBar::Period::Month:
        return today.addDays(-29).startOfDay(displayZone()).toUTC();
    }
    return {};
}

} // namespace

void applySearch(const QString &typed, log::Filter &filter)
{
    static const QRegularExpression logId(u"^#\\s*([0-9]{1,18})$"_s);
    static const QRegularExpression document(u"^[0-9]{2,3}[0-9./-]*-[0-9]{2}$"_s);
    const QString text = typed.trimmed();
    filter.ids.clear();
    filter.key.clear();
    filter.text.clear();
    if (const QRegularExpressionMatch match = logId.match(text); match.hasMatch())
        filter.ids = {LogRecordId(match.captured(1).toLongLong())};
    else if (document.match(text).hasMatch())
        filter.text = digitsOf(text);
    else
        filter.text = text;
}

FilterBar::FilterBar(const LogNames &names, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_clock(clock)
    , m_status(new CheckMenu(this))
    , m_functionality(new CheckMenu(this))
    , m_module(new CheckMenu(this))
    , m_periodButton(new QToolButton(this))
    , m_chosenButton(new QToolButton(this))
    , m_search(new QLineEdit(this))
    , m_clear(new QToolButton(this))
{
    setupMenus();
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
    m_periodButton->setObjectName(u"periodFilter"_s);
    m_periodButton->setPopupMode(QToolButton::InstantPopup);
    m_periodButton->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_periodButton);
    auto *group = new QActionGroup(menu);
    for (const Period period : {Period::All, Period::Today, Period::Week, Period::Month}) {
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        action->setChecked(period == m_period);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, period] {
            setPeriod(period);
            announce();
        });
    }
    m_periodButton->setMenu(menu);
    m_chosenButton->setObjectName(u"chosenRecords"_s);
    m_chosenButton->setFocusPolicy(Qt::StrongFocus);
    connect(m_chosenButton, &QToolButton::clicked, this, [this] {
        m_chosen.clear();
        showChosen();
        announce();
    });
}

void FilterBar::setupSearch()
{
    m_search->setObjectName(u"searchBox"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themeIcon(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(200);
    m_search->setMaxLength(200);
    m_search->installEventFilter(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds(250));
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        announce();
        Q_EMIT searchLeft();
    });
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::announce);
    m_clear->setObjectName(u"clearFilters"_s);
    m_clear->setIcon(themeIcon(u"edit-clear-all"_s));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        announce();
    });
}

void FilterBar::setupLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    for (QToolButton *button :
         std::initializer_list<QToolButton *> {m_status, m_functionality, m_module, m_periodButton, m_chosenButton})
    {
        button->setMinimumHeight(32);
        layout->addWidget(button);
    }
    layout->addWidget(m_search, 1);
    m_clear->setMinimumSize(32, 32);
    layout->addWidget(m_clear);
}

void FilterBar::applyTo(log::Filter &filter) const
{
    filter.statuses.clear();
    for (const QString &word : m_status->checked()) {
        if (const std::optional<log::Status> status = log::statusFromWord(word))
            filter.statuses.append(*status);
    }
    filter.functionalities = m_functionality->checked();
    filter.modules = m_module->checked();
    filter.createdFrom = startOf(m_period, m_clock.now());
    filter.createdTo = {};
    applySearch(m_search->text(), filter);
    if (!m_chosen.isEmpty() && filter.ids.isEmpty())
        filter.ids = m_chosen;
    else if (!m_chosen.isEmpty() && !m_chosen.contains(filter.ids.first()))
        filter.ids = {LogRecordId()}; // none has this id
}

void FilterBar::show(const log::Filter &filter)
{
    QStringList words;
    for (const log::Status status : filter.statuses)
        words.append(log::toWord(status));
    m_status->setChecked(words);
    m_functionality->setChecked(filter.functionalities);
    m_module->setChecked(filter.modules);
    setPeriod(Period::All);
    m_chosen = filter.ids;
    showChosen();
    const QSignalBlocker blocker(m_search);
    m_search->setText(filter.text);
    m_clear->setEnabled(!isClear());
}

void FilterBar::clear()
{
    show({});
    m_typing.stop();
}

bool FilterBar::isClear() const
{
    return m_status->checked().isEmpty() && m_functionality->checked().isEmpty() && m_module->checked().isEmpty()
           && m_period == Period::All && m_search->text().trimmed().isEmpty() && m_chosen.isEmpty();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString FilterBar::periodText() const
{
    switch (m_period) {
    case Period::All:
        return tr("All time");
    case Period::Today:
        return tr("Today");
    case Period::Week:
        return tr("Last 7 days");
    case Period::Month:
        return tr("Last 30 days");
    }
    return {};
}

void FilterBar::setPeriod(Period period)
{
    m_period = period;
    m_periodButton->menu()->actions().at(int(period))->setChecked(true);
    const QString text = period == Period::All ? tr("Period") : tr("Period: %1").arg(periodText());
    m_periodButton->setText(text);
    m_periodButton->setAccessibleName(text);
}

void FilterBar::showChosen()
{
    const QString text = tr("%n chosen record(s)", nullptr, int(m_chosen.size()));
    m_chosenButton->setVisible(!m_chosen.isEmpty());
    m_chosenButton->setText(text + u" \u00d7"_s);
    m_chosenButton->setAccessibleName(tr("%1: show the others too").arg(text));
    m_chosenButton->setToolTip(tr("Show the others too"));
}

void FilterBar::announce()
{
    m_clear->setEnabled(!isClear());
    Q_EMIT changed();
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Down) {
            Q_EMIT searchLeft();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::retranslate()
{
    m_status->setTitle(tr("Status"));
    m_functionality->setTitle(tr("Functionality"));
    m_module->setTitle(tr("Module"));
    QList<CheckMenu::Choice> statuses;
    for (const log::Status status : allStatuses())
        statuses.append({log::toWord(status), statusText(status)});
    m_status->setChoices(statuses);
    const auto choicesOf = [](const QList<LogNames::Name> &names) {
        QList<CheckMenu::Choice> choices;
        for (const LogNames::Name &name : names)
            choices.append({name.id, name.text});
        return choices;
    };
    m_functionality->setChoices(choicesOf(m_names.functionalities()));
    m_module->setChoices(choicesOf(m_names.modules()));
    const QStringList periods {tr("All time"), tr("Today"), tr("Last 7 days"), tr("Last 30 days")};
    for (qsizetype i = 0; i < periods.size(); ++i)
        m_periodButton->menu()->actions().at(i)->setText(periods.at(i));
    setPeriod(m_period);
    showChosen();
    m_search->setPlaceholderText(tr("CPF, RA, text… or #Log id"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setToolTip(tr("Looks in key values and messages (/ or Ctrl+F)"));
    m_clear->setToolTip(tr("Clear all filters"));
    m_clear->setAccessibleName(tr("Clear all filters"));
    m_clear->setEnabled(!isClear());
}

} // namespace ponte::ui
