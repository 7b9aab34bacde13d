// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/schedules/runpreview.h"

#include "core/work/schedulewords.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownRuns = 5;

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace

RunPreview::RunPreview(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_heading(new QLabel(this))
    , m_runs(new QLabel(this))
    , m_coverage(new QLabel(this))
{
    QFont bold = fontOf(TextSize::Normal);
    bold.setWeight(QFont::DemiBold);
    m_words->setFont(bold);
    m_words->setObjectName(u"ruleWords"_s);
    m_runs->setObjectName(u"nextRuns"_s);
    m_coverage->setObjectName(u"coverage"_s);
    setMuted(m_heading);
    for (QLabel *label : {m_words, m_heading, m_runs, m_coverage}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    // The lines stay where they are while one types: a rule that is not valid for a moment moves nothing.
    m_runs->setMinimumHeight(shownRuns * m_runs->fontMetrics().lineSpacing());
    m_runs->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    for (QLabel *label : {m_words, m_heading, m_runs})
        layout->addWidget(label);
    layout->addSpacing(gridUnit);
    layout->addWidget(m_coverage);
}

void RunPreview::show(const work::ScheduleRule &rule, const QString &zone, const QDateTime &now)
{
    const QTimeZone timeZone(zone.toLatin1());
    const bool isSound = rule.isValid() && timeZone.isValid();
    m_words->setText(isSound ? capitalized(work::ruleWords(rule, zone)) : QString());
    m_heading->setText(isSound ? tr("Next runs, in the time of %1:").arg(work::zoneWords(zone)) : QString());
    QStringList lines;
    if (isSound) {
        for (const QDateTime &run : work::nextRuns(rule, timeZone, now, shownRuns)) {
            const QDateTime local = run.toTimeZone(timeZone);
            lines.append(u"%1 · %2"_s.arg(local.toString(u"dd/MM/yyyy HH:mm:ss"_s),
                                          QLocale().dayName(local.date().dayOfWeek())));
        }
        if (lines.isEmpty())
            lines.append(tr("None: this time has passed."));
    }
    m_runs->setText(lines.join(u'\n'));
}

void RunPreview::setCoverage(const QString &text)
{
    m_coverage->setText(text);
    m_coverage->setVisible(!text.isEmpty());
}

} // namespace ponte::ui
