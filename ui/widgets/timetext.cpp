// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/timetext.h"

#include <QCoreApplication>

#include <limits>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// Seconds from UTC. The zone is asked anew only beyond the instants at which its clocks were changed: a grid shows
/// many times, and asking takes longer than painting them.
qint64 offsetAt(qint64 instant)
{
    thread_local qint64 from = 0;
    thread_local qint64 until = 0; // exclusive
    thread_local qint64 offset = 0;
    if (instant >= from && instant < until)
        return offset;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC);
    const QDateTime before = displayZone().previousTransition(time.addMSecs(1)).atUtc;
    const QDateTime after = displayZone().nextTransition(time).atUtc;
    from = before.isValid() ? before.toMSecsSinceEpoch() : instant;
    until = after.isValid()    ? after.toMSecsSinceEpoch()
            : before.isValid() ? std::numeric_limits<qint64>::max()
                               : instant;
    offset = displayZone().offsetFromUtc(time);
    return offset;
}

void put(QString &text, int place, int digits, int number)
{
    for (int i = place + digits - 1; i >= place; --i) {
        text[i] = QChar(u'0' + number % 10);
        number /= 10;
    }
}

} // namespace

const QTimeZone &displayZone()
{
    static const QTimeZone zone("America/Sao_Paulo");
    return zone;
}

QString timeText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const qint64 instant = time.toMSecsSinceEpoch();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant + offsetAt(instant) * 1000, Qt::UTC);
    const QDate date = local.date();
    const QTime clock = local.time();
    QString text = u"00/00/0000 00:00:00"_s;
    put(text, 0, 2, date.day());
    put(text, 3, 2, date.month());
    put(text, 6, 4, date.year());
    put(text, 11, 2, clock.hour());
    put(text, 14, 2, clock.minute());
    put(text, 17, 2, clock.second());
    return text;
}

QString utcText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return time.toUTC().toString(u"dd/MM/yyyy HH:mm:ss 'UTC'");
}

QString zoneText(const QDateTime &at)
{
    const int minutes = displayZone().offsetFromUtc(at) / 60;
    const QString sign = minutes < 0 ? u"\u2212"_s : u"+"_s;
    return u"%1 (UTC%2%3:%4)"_s.arg(QString::fromLatin1(displayZone().id()), sign)
        .arg(qAbs(minutes) / 60, 2, 10, QChar(u'0'))
        .arg(qAbs(minutes) % 60, 2, 10, QChar(u'0'));
}

QString ageText(const QDateTime &since, const QDateTime &now)
{
    if (!since.isValid())
        return {};
    const qint64 seconds = qMax<qint64>(0, since.secsTo(now));
    if (seconds < 1)
        return QCoreApplication::translate("Time", "now");
    if (seconds < 60)
        return QCoreApplication::translate("Time", "%1 s ago").arg(seconds);
    if (seconds < 3600)
        return QCoreApplication::translate("Time", "%1 min ago").arg(seconds / 60);
    if (seconds < 86400)
        return QCoreApplication::translate("Time", "%1 h ago").arg(seconds / 3600);
    return timeText(since);
}

} // namespace ponte::ui
