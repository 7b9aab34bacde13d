// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/zonetimes.h"

#include <QDateTime>

namespace ponte::reports {

namespace {

constexpr qint64 msPerDay = 86'400'000;

void putDigits(char *target, int digits, int value)
{
    for (int i = digits - 1; i >= 0; --i) {
        target[i] = char('0' + value % 10);
        value /= 10;
    }
}

qint64 floored(qint64 value, qint64 by)
{
    return value >= 0 ? value / by : -((by - 1 - value) / by);
}

} // namespace

ZoneTimes::ZoneTimes(const QTimeZone &zone, Form form)
    : m_zone(zone)
    , m_form(form)
{}

void ZoneTimes::learn(qint64 utc)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC);
    m_offset = qint64(m_zone.offsetFromUtc(time)) * 1000;
    if (!m_zone.hasTransitions()) {
        m_from = std::numeric_limits<qint64>::min();
        m_to = std::numeric_limits<qint64>::max();
        return;
    }
    // previousTransition() looks strictly before, so that the moment of a change itself would be missed.
    const QTimeZone::OffsetData before = m_zone.previousTransition(time.addMSecs(1));
    const QTimeZone::OffsetData after = m_zone.nextTransition(time);
    m_from = before.atUtc.isValid() ? before.atUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
    m_to = after.atUtc.isValid() ? after.atUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

qint64 ZoneTimes::local(qint64 utc)
{
    if (utc < m_from || utc >= m_to)
        learn(utc);
    return utc + m_offset;
}

std::string_view ZoneTimes::text(qint64 utc)
{
    const qint64 shown = local(utc);
    const qint64 day = floored(shown, msPerDay);
    if (day != m_day) {
        m_day = day;
        const QDate date = QDate(1970, 1, 1).addDays(day);
        const bool dayFirst = m_form == Form::DayFirst;
        putDigits(m_text + (dayFirst ? 0 : 8), 2, date.day());
        putDigits(m_text + (dayFirst ? 3 : 5), 2, date.month());
        putDigits(m_text + (dayFirst ? 6 : 0), 4, date.year());
        m_text[dayFirst ? 2 : 4] = m_text[dayFirst ? 5 : 7] = dayFirst ? '/' : '-';
        m_text[10] = ' ';
        m_text[13] = m_text[16] = ':';
    }
    const int seconds = int((shown - day * msPerDay) / 1000);
    putDigits(m_text + 11, 2, seconds / 3600);
    putDigits(m_text + 14, 2, seconds / 60 % 60);
    putDigits(m_text + 17, 2, seconds % 60);
    return {m_text, 19};
}

} // namespace ponte::reports
