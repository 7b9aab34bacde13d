// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/diffview.h"

#include "ui/widgets/grid.h"
#include "ui/widgets/session.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/statustext.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tsv.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

namespace ponte::ui {

using namespace Qt::StringLiterals;

DiffView::DiffView(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_left(new QComboBox(this))
    , m_right(new QComboBox(this))
    , m_parts(new QButtonGroup(this))
    , m_onlyDifferences(new QCheckBox(this))
    , m_sideBySide(new QToolButton(this))
    , m_copy(new QToolButton(this))
    , m_summary(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_grid(new Grid(m_stack))
    , m_sides(new QSplitter(Qt::Horizontal, m_stack))
    , m_leftText(new CodeView(m_sides))
    , m_rightText(new CodeView(m_sides))
    , m_statePage(new StatePage(m_stack))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gridUnit, 0, 0);
    layout->setSpacing(gridUnit);
    setupChoices(layout);
    setupList();
    setupSides();
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_sides);
    m_stack->addWidget(m_statePage);
    layout->addWidget(m_stack, 1);
    connect(m_statePage, &StatePage::actionTriggered, this, &DiffView::compareNow);
    setFocusProxy(m_grid);
    retranslate();
    clear();
}

DiffView::~DiffView()
{
    m_similarTicket.cancel();
    m_compareTicket.cancel();
    // The view goes before the model it shows.
    delete m_grid;
}

void DiffView::setupChoices(QVBoxLayout *layout)
{
    auto *sides = new QHBoxLayout;
    sides->setSpacing(gridUnit);
    auto *arrow = new QLabel(u"→"_s, this);
    m_left->setObjectName(u"compareLeft"_s);
    m_right->setObjectName(u"compareRight"_s);
    for (QComboBox *box : {m_left, m_right}) {
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(box, &QComboBox::activated, this, &DiffView::compareNow);
    }
    sides->addWidget(m_left, 1);
    sides->addWidget(arrow);
    sides->addWidget(m_right, 1);
    layout->addLayout(sides);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    for (const ComparedPart part : {ComparedPart::Sent, ComparedPart::Received, ComparedPart::Configuration}) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setAutoRaise(true);
        m_parts->addButton(button, int(part));
        tools->addWidget(button);
    }
    m_parts->button(int(ComparedPart::Sent))->setChecked(true);
    m_onlyDifferences->setObjectName(u"onlyDifferences"_s);
    m_onlyDifferences->setChecked(true);
    m_sideBySide->setObjectName(u"sideBySide"_s);
    m_sideBySide->setCheckable(true);
    m_sideBySide->setIcon(themeIcon(u"view-split-left-right"_s));
    m_copy->setIcon(themeIcon(u"edit-copy"_s));
    m_summary->setObjectName(u"differenceSummary"_s);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setMuted(m_summary);
    tools->addSpacing(gridUnit);
    tools->addWidget(m_onlyDifferences);
    tools->addWidget(m_summary, 1);
    for (QToolButton *button : {m_sideBySide, m_copy}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        tools->addWidget(button);
    }
    layout->addLayout(tools);
    connect(m_parts, &QButtonGroup::idClicked, this, &DiffView::compareNow);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool only) {
        m_model.setOnlyDifferences(only);
        compareNow();
    });
    connect(m_sideBySide, &QToolButton::toggled, this, &DiffView::showChosenForm);
    connect(m_copy, &QToolButton::clicked, this, &DiffView::copyShown);
}

void DiffView::setupList()
{
    m_grid->setObjectName(u"differenceGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setColumnWidths({112, 180, 150, 150});
    connect(m_grid, &Grid::escaped, this, &DiffView::escaped);
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QApplication::clipboard()->setText(tsvOf(m_model, rows)); });
}

void DiffView::setupSides()
{
    m_leftText->setObjectName(u"leftText"_s);
    m_rightText->setObjectName(u"rightText"_s);
    m_sides->setChildrenCollapsible(false);
    // What one side shows, the other shows too.
    const auto follow = [](CodeView *from, CodeView *to) {
        connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(), &QScrollBar::setValue);
        connect(from->horizontalScrollBar(), &QScrollBar::valueChanged, to->horizontalScrollBar(),
                &QScrollBar::setValue);
    };
    follow(m_leftText, m_rightText);
    follow(m_rightText, m_leftText);
    connect(m_leftText, &CodeView::escaped, this, &DiffView::escaped);
    connect(m_rightText, &CodeView::escaped, this, &DiffView::escaped);
}

void DiffView::setRecord(const log::Record &record)
{
    const bool isOther = !m_record || m_record->id != record.id;
    m_record = record;
    if (!isOther)
        return;
    m_similarTicket.cancel();
    m_compareTicket.cancel();
    m_attempts.clear();
    m_similar.reset();
    m_current.reset();
    m_isSimilarRead = false;
    m_isStale = true;
    fillSides();
}

void DiffView::setAttempts(const QList<log::Item> &attempts)
{
    if (attempts.size() == m_attempts.size())
        return;
    m_attempts = attempts;
    fillSides();
    chooseSides();
    m_isStale = true;
    compareIfSeen();
}

void DiffView::setCurrentAttempt(LogItemId item)
{
    if (m_current == item)
        return;
    m_current = item;
    chooseSides();
    m_isStale = true;
    compareIfSeen();
}

void DiffView::setRevealed(bool revealed)
{
    if (m_isRevealed == revealed)
        return;
    m_isRevealed = revealed;
    m_isStale = true;
    compareIfSeen();
}

void DiffView::clear()
{
    m_similarTicket.cancel();
    m_compareTicket.cancel();
    m_record.reset();
    m_attempts.clear();
    m_similar.reset();
    m_isSimilarRead = false;
    m_isRevealed = false;
    m_isStale = true;
    fillSides();
    m_summary->clear();
    showState({}, {}, tr("Choose a record to compare its executions."));
}

void DiffView::readSimilar()
{
    m_isSimilarRead = true;
    using Similar = std::optional<ComparedItem>;
    const auto work = [record = *m_record](storage::Connection &connection) { return similarItem(connection, record); };
    m_similarTicket = m_session.database.reads().read<Similar>(this, work, [this](const Result<Similar> &similar) {
        // Without a similar record the executions can still be compared with one another.
        m_similar = similar ? *similar : std::nullopt;
        fillSides();
        chooseSides();
        compareNow();
    });
}

void DiffView::fillSides()
{
    const std::array<int, 2> kept {m_left->currentIndex(), m_right->currentIndex()};
    m_choices.clear();
    if (m_record) {
        for (const log::Item &item : m_attempts)
            m_choices.append({m_record->key, m_record->id, item, false});
        if (m_similar)
            m_choices.append(*m_similar);
    }
    int side = 0;
    for (QComboBox *box : {m_left, m_right}) {
        box->clear();
        for (const ComparedItem &choice : std::as_const(m_choices))
            box->addItem(statusIcon(choice.item.status), nameOf(choice));
        box->setCurrentIndex(qMin(kept[size_t(side++)], box->count() - 1));
        box->setEnabled(box->count() > 1);
    }
}

void DiffView::chooseSides()
{
    const int attempts = int(m_attempts.size());
    int right = attempts - 1;
    for (int i = 0; i < attempts; ++i) {
        if (m_current == m_attempts.at(i).id)
            right = i;
    }
    // An attempt is read against the one before it; the first one against what a success looks like.
    const int left = right > 0 ? right - 1 : m_similar ? attempts : qMin(1, attempts - 1);
    m_right->setCurrentIndex(right);
    m_left->setCurrentIndex(left);
}

QString DiffView::nameOf(const ComparedItem &side) const
{
    const QString time = timeText(side.item.createdAt);
    if (side.isSimilar)
        return tr("Similar success: log %1 · %2").arg(QString::number(side.record.value()), time);
    // Where the room ends, the icon still tells the status.
    return u"%1 · %2 · %3 · %4"_s.arg(QString::number(side.item.number), time, triggerText(side.item.trigger),
                                      statusText(side.item.status));
}

const ComparedItem *DiffView::chosen(const QComboBox *box) const
{
    const int index = box->currentIndex();
    return index >= 0 && index < m_choices.size() ? &m_choices.at(index) : nullptr;
}

ComparedPart DiffView::part() const
{
    return ComparedPart(m_parts->checkedId());
}

const parameters::Parameters *DiffView::parametersOf(const log::RecordKey &key) const
{
    for (const IntegrationView &view : m_session.integrations) {
        if (view.descriptor.id == key.integration)
            return &view.parameters;
    }
    return nullptr;
}

void DiffView::compareIfSeen()
{
    if (!isVisible() || !m_record || m_attempts.isEmpty() || !m_isStale)
        return;
    if (!m_isSimilarRead)
        readSimilar();
    else
        compareNow();
}

void DiffView::compareNow()
{
    m_compareTicket.cancel();
    m_isStale = false;
    const ComparedItem *left = chosen(m_left);
    const ComparedItem *right = chosen(m_right);
    if (!left || !right)
        return;
    if (left->item.id == right->item.id) {
        m_summary->clear();
        showState(u"view-split-left-right"_s, tr("Nothing to compare with yet"),
                  tr("This record has one execution, and no similar one has succeeded so far. Choose two different "
                     "executions above where there are some."));
        return;
    }
    if (part() == ComparedPart::Configuration) {
        const Result<> allowed = m_session.actor.require(security::Action::ViewParameters, right->key.company);
        if (!allowed) {
            m_summary->clear();
            showState(u"object-locked"_s, tr("You may not see the configuration"), allowed.error().message);
            return;
        }
    }
    const ComparisonOrder order {*left, *right, part(), m_onlyDifferences->isChecked(), m_isRevealed};
    const auto work = [order, parameters = parametersOf(right->key)](storage::Connection &connection) {
        return compare(connection, parameters, order);
    };
    m_summary->setText(tr("Comparing…"));
    m_compareTicket = m_session.database.reads().read<Comparison>(this, work, [this](Result<Comparison> comparison) {
        if (comparison) {
            showComparison(*comparison);
            return;
        }
        m_summary->clear();
        showState(u"dialog-error"_s, tr("The data could not be compared"), comparison.error().message, tr("Try again"));
    });
}

void DiffView::showComparison(const Comparison &comparison)
{
    m_comparison = comparison;
    m_model.setDifferences(comparison.differences, m_left->currentText(), m_right->currentText());
    for (const auto &[view, side] :
         {std::pair(m_leftText, &comparison.left), std::pair(m_rightText, &comparison.right)}) {
        view->setText(side->text);
        view->setMarks(side->marks);
        view->setNumbers(side->numbers);
    }
    const int count = m_model.differenceCount();
    m_summary->setText(count > 0 ? tr("%Ln difference(s)", nullptr, count) : QString());
    if (comparison.isEmpty)
        showState({}, {}, tr("Nothing was stored on either side."));
    else if (count == 0 && m_onlyDifferences->isChecked())
        showState(u"dialog-ok-apply"_s, tr("No difference"),
                  part() == ComparedPart::Configuration ? tr("All parameters had the same values at both times.")
                                                        : tr("Both sides say the same."));
    else
        showChosenForm();
}

void DiffView::showState(const QString &icon, const QString &title, const QString &text, const QString &action)
{
    m_statePage->show(icon, title, text, action);
    m_stack->setCurrentWidget(m_statePage);
}

void DiffView::showChosenForm()
{
    if (m_comparison.differences.isEmpty() && !m_comparison.left.text)
        return;
    m_stack->setCurrentWidget(m_sideBySide->isChecked() ? static_cast<QWidget *>(m_sides) : m_grid);
}

void DiffView::copyShown()
{
    QList<int> rows(m_model.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    QApplication::clipboard()->setText(tsvOf(m_model, rows));
}

void DiffView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    compareIfSeen();
}

void DiffView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DiffView::retranslate()
{
    m_parts->button(int(ComparedPart::Sent))->setText(tr("Sent"));
    m_parts->button(int(ComparedPart::Received))->setText(tr("Received"));
    m_parts->button(int(ComparedPart::Configuration))->setText(tr("Configuration"));
    m_onlyDifferences->setText(tr("Only differences"));
    m_left->setAccessibleName(tr("Left side"));
    m_right->setAccessibleName(tr("Right side"));
    m_grid->setAccessibleName(tr("Differences"));
    m_leftText->setAccessibleName(tr("Left side"));
    m_rightText->setAccessibleName(tr("Right side"));
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_sideBySide, tr("Side by side"));
    name(m_copy, tr("Copy the list"));
    m_model.retranslate();
    fillSides();
    m_isStale = true;
    if (m_record)
        compareIfSeen();
    else
        showState({}, {}, tr("Choose a record to compare its executions."));
}

} // namespace ponte::ui
