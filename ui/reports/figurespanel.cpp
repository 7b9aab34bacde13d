// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/figurespanel.h"

#include "core/security/personaldata.h"
#include "ui/reports/chartview.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int numbersPerRow = 4;
constexpr qsizetype shownDays = 62;
constexpr qsizetype shownCauses = 5;

QList<reports::pdf::ChartSeries> statusSeries(const reports::ReportLanguage &language)
{
    return {{language.status(log::Status::Success), {}, {}},
            {language.status(log::Status::Error), {}, {}},
            {language.status(log::Status::Pending), {}, {}},
            {language.status(log::Status::Cancelled), {}, {}}};
}

void addCounts(QList<reports::pdf::ChartSeries> &series, const reports::StatusCounts &counts)
{
    series[0].values.append(double(counts.success));
    series[1].values.append(double(counts.error));
    series[2].values.append(double(counts.pending));
    series[3].values.append(double(counts.cancelled));
}

} // namespace

FiguresPanel::FiguresPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_area(new QScrollArea(this))
    , m_numbers(new QGridLayout)
    , m_days(new ChartView(ChartView::Kind::Bars, this))
    , m_functionalities(new ChartView(ChartView::Kind::LyingBars, this))
    , m_ageing(new ChartView(ChartView::Kind::Bars, this))
    , m_deadlines(new QLabel(this))
    , m_causes(new QLabel(this))
{
    auto *content = new QWidget(m_area);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(2 * gridUnit, 2 * gridUnit, 4 * gridUnit, 2 * gridUnit);
    layout->setSpacing(5 * gridUnit);
    m_numbers->setHorizontalSpacing(6 * gridUnit);
    m_numbers->setVerticalSpacing(3 * gridUnit);
    layout->addLayout(m_numbers);
    for (QLabel *label : {m_deadlines, m_causes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_deadlines->setObjectName(u"deadlines"_s);
    m_causes->setObjectName(u"causes"_s);
    layout->addWidget(m_days);
    layout->addWidget(m_functionalities);
    layout->addWidget(m_ageing);
    layout->addWidget(m_deadlines);
    layout->addWidget(m_causes);
    layout->addStretch(1);
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_statePage->setObjectName(u"figuresState"_s);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_area);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 2 * gridUnit, 0, 0);
    outer->addWidget(m_stack);
    connect(m_statePage, &StatePage::actionTriggered, this, &FiguresPanel::retryRequested);
    showReading();
}

void FiguresPanel::showReading()
{
    m_describe = [this] {
        m_statePage->show(u"view-refresh"_s, tr("Counting…"), {});
        m_stack->setCurrentWidget(m_statePage);
    };
    m_describe();
}

void FiguresPanel::showFailure(const Error &error)
{
    m_describe = [this, error] {
        m_statePage->show(u"dialog-error"_s, tr("There are no figures"), error.message, tr("Try again"));
        m_stack->setCurrentWidget(m_statePage);
    };
    m_describe();
}

void FiguresPanel::show(const reports::Summary &summary, const integration::Descriptor &descriptor,
                        const reports::ReportLanguage &language)
{
    m_describe = [this, summary, &descriptor, language] {
        m_area->setAccessibleName(tr("Figures of the report"));
        if (summary.total.total() == 0) {
            m_statePage->show(u"edit-none"_s, tr("Nothing to count"), tr("No record matches this choice."));
            m_stack->setCurrentWidget(m_statePage);
            return;
        }
        showNumbers(summary, language);
        showCharts(summary, descriptor, language);
        showDeadlines(summary, language);
        showCauses(summary, language);
        m_stack->setCurrentWidget(m_area);
    };
    m_describe();
}

void FiguresPanel::showNumbers(const reports::Summary &summary, const reports::ReportLanguage &language)
{
    while (QLayoutItem *item = m_numbers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto time = [&](const std::optional<std::chrono::seconds> &value) {
        return value ? language.duration(*value) : u"–"_s;
    };
    const QList<std::pair<QString, QString>> numbers {
        {tr("Records"), language.number(summary.total.total())},
        {language.status(log::Status::Success), language.number(summary.total.success)},
        {language.status(log::Status::Error), language.number(summary.total.error)},
        {language.status(log::Status::Pending), language.number(summary.total.pending)},
        {language.status(log::Status::Cancelled), language.number(summary.total.cancelled)},
        {tr("Sale to contract, half within"), time(summary.median)},
        {tr("Sale to contract, 95% within"), time(summary.p95)},
        {tr("Recovered by automatic resend"), language.number(summary.recoveredByResend)},
    };
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        auto *card = new QWidget;
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto *value = new QLabel(numbers.at(i).second, card);
        value->setFont(fontOf(TextSize::Heading));
        auto *name = new QLabel(numbers.at(i).first, card);
        name->setWordWrap(true);
        name->setFont(fontOf(TextSize::Small));
        setMuted(name);
        column->addWidget(value);
        column->addWidget(name);
        column->addStretch(1);
        m_numbers->addWidget(card, int(i) / numbersPerRow, int(i) % numbersPerRow);
    }
}

void FiguresPanel::showCharts(const reports::Summary &summary, const integration::Descriptor &descriptor,
                              const reports::ReportLanguage &language)
{
    QStringList labels;
    QList<reports::pdf::ChartSeries> series = statusSeries(language);
    for (const auto &[day, counts] : summary.days.last(qMin(shownDays, summary.days.size()))) {
        labels.append(language.dayOfYear(day));
        addCounts(series, counts);
    }
    m_days->setChart(summary.days.size() > shownDays ? tr("Records per day, the last %1 days").arg(shownDays)
                                                     : tr("Records per day"),
                     labels, series);
    labels.clear();
    series = statusSeries(language);
    for (const auto &[id, counts] : summary.functionalities) {
        labels.append(language.functionality(descriptor, id));
        addCounts(series, counts);
    }
    m_functionalities->setChart(tr("Records per functionality"), labels, series);
    const QStringList bands {tr("< 1 h"),    tr("< 4 h"),     tr("< 1 day"), tr("< 3 days"),
                             tr("< 7 days"), tr("< 30 days"), tr("older")};
    QList<double> values;
    for (const qint64 count : summary.ageing)
        values.append(double(count));
    m_ageing->setChart(tr("Still in Error or Pending, by age"), bands, {{tr("Records"), {}, values}});
}

void FiguresPanel::showDeadlines(const reports::Summary &summary, const reports::ReportLanguage &language)
{
    QStringList lines;
    for (const reports::CompanySla &sla : summary.sla) {
        const std::optional<double> share = sla.share();
        lines.append(tr("Company %1: %2 of the contracts within %3 (%4 in time, %5 late, %6 overdue)")
                         .arg(QString::number(sla.company.value()), share ? language.percent(*share) : u"–"_s,
                              language.duration(sla.deadline), language.number(sla.inTime), language.number(sla.late),
                              language.number(sla.overdue)));
    }
    m_deadlines->setText(lines.join(u'\n'));
    m_deadlines->setVisible(!lines.isEmpty());
}

void FiguresPanel::showCauses(const reports::Summary &summary, const reports::ReportLanguage &language)
{
    QStringList lines;
    for (const log::SignatureGroup &group :
         summary.topSignatures.first(qMin(shownCauses, summary.topSignatures.size())))
        lines.append(u"%1 × %2"_s.arg(language.number(group.count), security::maskedText(group.signature.text)));
    if (!lines.isEmpty())
        lines.prepend(tr("What fails most:"));
    m_causes->setText(lines.join(u'\n'));
    m_causes->setVisible(!lines.isEmpty());
}

void FiguresPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_describe();
    QWidget::changeEvent(event);
}

} // namespace ponte::ui
