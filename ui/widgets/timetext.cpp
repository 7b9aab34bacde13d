// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/timetext.h"

#include <QCoreApplication>

namespace ponte::ui {

using namespace Qt::StringLiterals;

const QTimeZone &displayZone()
{
    static const QTimeZone zone("America/Sao_Paulo");
    return zone;
}

QString timeText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return time.toTimeZone(displayZone()).toString(u"dd/MM/yyyy HH:mm:ss");
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
