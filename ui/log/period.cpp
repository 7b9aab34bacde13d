// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/period.h"

#include "ui/widgets/timetext.h"

#include <QCoreApplication>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

QString endText(const QDateTime &time)
{
    const QString text = timeText(time);
    return text.endsWith(u" 00:00:00"_s) ? text.chopped(9) : text.chopped(3);
}

} // namespace

QDateTime Period::startAt(const QDateTime &now) const
{
    const QDate today = now.toTimeZone(displayZone()).date();
    switch (kind) {
    case Kind::All:
        return {};
    case Kind::Today:
        return today.startOfDay(displayZone()).toUTC();
    case Kind::Day: {
        const QDateTime start = now.toUTC().addDays(-1);
        return start.addMSecs(-(start.toMSecsSinceEpoch() % 60'000));
    }
    case Kind::Week:
        return today.addDays(-6).startOfDay(displayZone()).toUTC();
    case Kind::Month:
        return today.addDays(-29).startOfDay(displayZone()).toUTC();
    case Kind::ThisMonth:
        return QDate(today.year(), today.month(), 1).startOfDay(displayZone()).toUTC();
    case Kind::Fixed:
        return from;
    }
    return {};
}

QDateTime Period::endAt(const QDateTime &now) const
{
    Q_UNUSED(now)
    return kind == Kind::Fixed ? to : QDateTime();
}

QString Period::text() const
{
    if (kind != Kind::Fixed)
        return textOf(kind);
    if (!from.isValid())
        return QCoreApplication::translate("Period", "until %1").arg(endText(to));
    if (!to.isValid())
        return QCoreApplication::translate("Period", "since %1").arg(endText(from));
    return u"%1 – %2"_s.arg(endText(from), endText(to));
}

QString Period::word() const
{
    switch (kind) {
    case Kind::Today:
        return u"today"_s;
    case Kind::Day:
        return u"24h"_s;
    case Kind::Week:
        return u"7d"_s;
    case Kind::Month:
        return u"30d"_s;
    case Kind::ThisMonth:
        return u"month"_s;
    case Kind::All:
    case Kind::Fixed:
        break;
    }
    return {};
}

Period Period::ofWord(const QString &word)
{
    for (const Kind kind : presets()) {
        const Period period {kind, {}, {}};
        if (!word.isEmpty() && period.word() == word)
            return period;
    }
    return {};
}

Period Period::between(const QDateTime &from, const QDateTime &to)
{
    return from.isValid() || to.isValid() ? Period {Kind::Fixed, from, to} : Period();
}

const QList<Period::Kind> &Period::presets()
{
    static const QList<Kind> kinds {Kind::All, Kind::Today, Kind::Day, Kind::Week, Kind::Month, Kind::ThisMonth};
    return kinds;
}

QString Period::textOf(Kind kind)
{
    switch (kind) {
    case Kind::All:
        return QCoreApplication::translate("Period", "All time");
    case Kind::Today:
        return QCoreApplication::translate("Period", "Today");
    case Kind::Day:
        return QCoreApplication::translate("Period", "Last 24 hours");
    case Kind::Week:
        return QCoreApplication::translate("Period", "Last 7 days");
    case Kind::Month:
        return QCoreApplication::translate("Period", "Last 30 days");
    case Kind::ThisMonth:
        return QCoreApplication::translate("Period", "This month");
    case Kind::Fixed:
        return QCoreApplication::translate("Period", "Free…");
    }
    return {};
}

} // namespace ponte::ui
