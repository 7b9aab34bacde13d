// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/schedules/ruleeditor.h"

#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;
using Kind = work::ScheduleRule::Kind;

namespace {

constexpr std::array kinds {Kind::Every, Kind::Daily, Kind::Weekdays, Kind::Once};
constexpr int proposedMinutes = 30;

} // namespace

RuleEditor::RuleEditor(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_minutes(new QSpinBox(this))
    , m_date(new QDateEdit(this))
    , m_at(new QLabel(this))
    , m_time(new QTimeEdit(this))
    , m_weekdayRow(new QWidget(this))
{
    setupFields();
    setupLayout();
    setFocusProxy(m_kind);
    retranslate();
    showKind();
}

void RuleEditor::setupFields()
{
    m_kind->setObjectName(u"kind"_s);
    for (const Kind each : kinds)
        m_kind->addItem(QString(), int(each));
    // Its texts come after it was made, too late for its own idea of a width.
    m_kind->setMinimumWidth(232);
    m_minutes->setObjectName(u"minutes"_s);
    m_minutes->setRange(1, work::ScheduleRule::longestInterval);
    m_minutes->setValue(proposedMinutes);
    m_date->setObjectName(u"date"_s);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(u"dd/MM/yyyy"_s);
    m_time->setObjectName(u"time"_s);
    m_time->setDisplayFormat(u"HH:mm"_s);
    m_time->setTime({22, 0});
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        Q_EMIT edited();
    });
    connect(m_minutes, &QSpinBox::valueChanged, this, &RuleEditor::edited);
    connect(m_date, &QDateEdit::dateChanged, this, &RuleEditor::edited);
    connect(m_time, &QTimeEdit::timeChanged, this, &RuleEditor::edited);
}

void RuleEditor::setupLayout()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_kind, m_minutes, m_date, m_at, m_time})
        row->addWidget(widget);
    row->addStretch(1);
    auto *days = new QHBoxLayout(m_weekdayRow);
    days->setContentsMargins(0, 0, 0, 0);
    days->setSpacing(3 * gridUnit);
    for (int day = 0; day < 7; ++day) {
        auto *box = new QCheckBox(m_weekdayRow);
        box->setObjectName(u"weekday%1"_s.arg(day + 1));
        // Monday to Friday is what most want; nobody means "no day".
        box->setChecked(day < 5);
        connect(box, &QCheckBox::toggled, this, &RuleEditor::edited);
        days->addWidget(box);
        m_weekdays.at(size_t(day)) = box;
    }
    days->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    layout->addLayout(row);
    layout->addWidget(m_weekdayRow);
}

Kind RuleEditor::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

void RuleEditor::showKind()
{
    m_minutes->setVisible(kind() == Kind::Every);
    m_date->setVisible(kind() == Kind::Once);
    m_at->setVisible(kind() != Kind::Every);
    m_time->setVisible(kind() != Kind::Every);
    m_weekdayRow->setVisible(kind() == Kind::Weekdays);
}

void RuleEditor::setRule(const work::ScheduleRule &rule)
{
    const QSignalBlocker blocker(this);
    m_kind->setCurrentIndex(m_kind->findData(int(rule.kind)));
    if (rule.minutes > 0)
        m_minutes->setValue(rule.minutes);
    if (rule.date.isValid())
        m_date->setDate(rule.date);
    if (rule.time.isValid())
        m_time->setTime(rule.time);
    if (!rule.weekdays.isEmpty()) {
        for (int day = 0; day < 7; ++day)
            m_weekdays.at(size_t(day))->setChecked(rule.weekdays.contains(day + 1));
    }
    showKind();
}

work::ScheduleRule RuleEditor::rule() const
{
    work::ScheduleRule rule;
    rule.kind = kind();
    if (rule.kind == Kind::Every)
        rule.minutes = m_minutes->value();
    else
        rule.time = m_time->time();
    if (rule.kind == Kind::Once)
        rule.date = m_date->date();
    if (rule.kind == Kind::Weekdays) {
        for (int day = 0; day < 7; ++day) {
            if (m_weekdays.at(size_t(day))->isChecked())
                rule.weekdays.append(day + 1);
        }
    }
    return rule;
}

void RuleEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RuleEditor::retranslate()
{
    const QStringList texts {tr("Every so many minutes"), tr("Every day"), tr("On certain weekdays"), tr("Once")};
    for (int index = 0; index < m_kind->count(); ++index)
        m_kind->setItemText(index, texts.at(index));
    m_kind->setAccessibleName(tr("When it runs"));
    m_minutes->setSuffix(u' ' + tr("min"));
    m_minutes->setAccessibleName(tr("Minutes between two runs"));
    m_date->setAccessibleName(tr("Date"));
    m_at->setText(tr("at", "a time of day"));
    m_time->setAccessibleName(tr("Time"));
    for (int day = 0; day < 7; ++day) {
        m_weekdays.at(size_t(day))->setText(QLocale().dayName(day + 1, QLocale::ShortFormat).remove(u'.'));
        m_weekdays.at(size_t(day))->setAccessibleName(QLocale().dayName(day + 1));
    }
}

} // namespace ponte::ui
