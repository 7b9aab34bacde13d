// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/overview/overviewcards.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// About two lines of the card; the whole text is on hover.
constexpr int longestLine = 110;

} // namespace

OverviewCards::OverviewCards(QWidget *parent)
    : QWidget(parent)
    , m_waiting(makeCard(u"waitingCard"_s))
    , m_risk(makeCard(u"riskCard"_s))
    , m_health(makeCard(u"healthCard"_s))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_waiting.frame, 4);
    layout->addWidget(m_risk.frame, 3);
    layout->addWidget(m_health.frame, 5);
    for (int age = 0; age < waitingAges; ++age) {
        QPushButton *number = makeNumber(u"waiting%1"_s.arg(age));
        auto *text = new QLabel(this);
        setMuted(text);
        m_waiting.rows->addWidget(number, 0, age);
        m_waiting.rows->addWidget(text, 1, age, Qt::AlignHCenter);
        connect(number, &QPushButton::clicked, this,
                [this, age] { Q_EMIT filterChosen(m_reading.filterOfWaiting(age)); });
        m_ages.append(number);
        m_ageTexts.append(text);
    }
    retranslate();
}

OverviewCards::Card OverviewCards::makeCard(const QString &name)
{
    Card card;
    card.frame = new QFrame(this);
    card.frame->setObjectName(name);
    card.frame->setFrameShape(QFrame::StyledPanel);
    card.frame->setAutoFillBackground(true);
    card.frame->setBackgroundRole(QPalette::Base);
    card.title = new QLabel(card.frame);
    QFont bold = card.title->font();
    bold.setBold(true);
    card.title->setFont(bold);
    card.rows = new QGridLayout;
    card.rows->setHorizontalSpacing(4 * gridUnit);
    card.rows->setVerticalSpacing(gridUnit);
    auto *layout = new QVBoxLayout(card.frame);
    layout->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(card.title);
    layout->addLayout(card.rows);
    layout->addStretch(1);
    return card;
}

QPushButton *OverviewCards::makeNumber(const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setFlat(true);
    button->setFont(fontOf(TextSize::Heading));
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

void OverviewCards::setReading(const OverviewReading &reading)
{
    m_reading = reading;
    retranslate();
}

void OverviewCards::showWaiting()
{
    const QStringList texts {tr("up to 1 hour"), tr("up to 1 day"), tr("up to 7 days"), tr("older")};
    for (int age = 0; age < waitingAges; ++age) {
        const QString number = QLocale().toString(m_reading.waiting(age));
        m_ages.at(age)->setText(number);
        m_ages.at(age)->setAccessibleName(tr("%1 waiting, %2").arg(number, texts.at(age)));
        m_ages.at(age)->setToolTip(tr("Shows these records in the monitor"));
        m_ageTexts.at(age)->setText(texts.at(age));
    }
}

bool OverviewCards::isNews(QString &shown, const QString &now)
{
    if (shown == now)
        return false;
    shown = now;
    return true;
}

void OverviewCards::showRisks()
{
    // Buttons that are made anew lose the focus, so they stay while they say the same.
    QString content = tr("At risk of being cancelled");
    for (const RiskShare &share : std::as_const(m_reading.risks))
        content += u"|%1 %2 %3"_s.arg(share.company.value_or(CompanyId()).value()).arg(share.maximum).arg(share.count);
    if (!isNews(m_riskShown, content))
        return;
    const auto clear = [](QGridLayout *rows) {
        while (QLayoutItem *item = rows->takeAt(0)) {
            delete item->widget();
            delete item;
        }
    };
    clear(m_risk.rows);
    const auto addText = [this](const QString &text, int row, int column) {
        auto *label = new QLabel(text, m_risk.frame);
        label->setWordWrap(true);
        setMuted(label);
        m_risk.rows->addWidget(label, row, column);
    };
    if (m_reading.risks.isEmpty()) {
        addText(tr("None: no record is one automatic attempt away from being cancelled."), 0, 0);
        return;
    }
    int row = 0;
    for (const RiskShare &share : std::as_const(m_reading.risks)) {
        QPushButton *number = makeNumber(u"risk%1"_s.arg(row));
        number->setText(QLocale().toString(share.count));
        number->setToolTip(tr("Shows these records in the monitor"));
        const QString text =
            share.company && !m_reading.company
                ? tr("company %1: the attempt %2 is the last").arg(share.company->value()).arg(share.maximum)
                : tr("the next automatic attempt (%1) is the last").arg(share.maximum);
        number->setAccessibleName(tr("%1 at risk, %2").arg(number->text(), text));
        m_risk.rows->addWidget(number, row, 0);
        addText(text, row, 1);
        m_risk.rows->setColumnStretch(1, 1);
        connect(number, &QPushButton::clicked, this, [this, share] { Q_EMIT filterChosen(m_reading.filterOf(share)); });
        if (++row == 3)
            break;
    }
    if (m_reading.risks.size() > 3)
        addText(tr("and %n more compan(y/ies): choose one above", nullptr, int(m_reading.risks.size()) - 3), row, 1);
}

QList<OverviewCards::Line> OverviewCards::destinationLines() const
{
    QList<Line> lines;
    for (const auto &[id, name] : {std::pair(u"rm"_s, u"RM"_s), {u"erp"_s, u"ERP"_s}, {u"broker"_s, u"Broker"_s}}) {
        const auto found = std::find_if(m_reading.destinations.begin(), m_reading.destinations.end(),
                                        [&id = id](const DestinationState &state) { return state.destination == id; });
        if (found == m_reading.destinations.end())
            lines.append({u"○ "_s + name, tr("not called yet"), false});
        else if (found->isStopped)
            lines.append(
                {u"✕ "_s + name, tr("refuses the credentials; nothing is sent. %1").arg(found->lastError), true});
        else if (found->pausedUntil.isValid() && found->pausedUntil > m_reading.at)
            lines.append(
                {u"◐ "_s + name,
                 tr("paused until %1. %2").arg(timeText(found->pausedUntil).section(u' ', 1), found->lastError), true});
        else if (found->lastSuccess.isValid())
            lines.append({u"● "_s + name, tr("answered %1").arg(ageText(found->lastSuccess, m_reading.at)), false});
        else if (found->wasVerified)
            lines.append({u"● "_s + name, tr("works"), false});
        else
            lines.append({u"◐ "_s + name, tr("has not answered yet. %1").arg(found->lastError), true});
    }
    const bool hasWorker = m_reading.workers > 0;
    lines.append({(hasWorker ? u"● "_s : u"✕ "_s) + tr("Workers"),
                  hasWorker ? tr("%n program(s) at work", nullptr, m_reading.workers)
                            : tr("none: nothing is sent and no schedule runs"),
                  !hasWorker});
    return lines;
}

void OverviewCards::showDestinations()
{
    const QList<Line> lines = destinationLines();
    for (int row = 0; row < lines.size(); ++row) {
        if (row == m_healthLabels.size()) {
            m_healthLabels.append(std::pair(new QLabel(m_health.frame), new QLabel(m_health.frame)));
            const auto [name, text] = m_healthLabels.last();
            text->setTextFormat(Qt::PlainText);
            text->setWordWrap(true);
            text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            setMuted(text);
            m_health.rows->addWidget(name, row, 0, Qt::AlignTop);
            m_health.rows->addWidget(text, row, 1);
            m_health.rows->setColumnStretch(1, 1);
        }
        const auto [name, text] = m_healthLabels.at(row);
        name->setText(lines.at(row).name);
        name->setForegroundRole(lines.at(row).isBad ? QPalette::BrightText : QPalette::WindowText);
        const QString &line = lines.at(row).text;
        text->setText(line.size() > longestLine ? line.left(longestLine) + u'…' : line);
        text->setToolTip(lines.at(row).text);
    }
}

void OverviewCards::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OverviewCards::retranslate()
{
    m_waiting.title->setText(tr("Waiting, by age"));
    m_waiting.frame->setToolTip(tr("In error or pending, and may be run again"));
    m_risk.title->setText(tr("At risk of being cancelled"));
    m_health.title->setText(tr("Outside systems"));
    showWaiting();
    showRisks();
    showDestinations();
}

} // namespace ponte::ui
