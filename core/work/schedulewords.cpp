// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/schedulewords.h"

#include "core/work/scheduletext.h"

namespace ponte::work {

using namespace Qt::StringLiterals;

namespace {

QString onWeekday(int weekday)
{
    switch (weekday) {
    case 1:
        return ScheduleText::tr("Monday");
    case 2:
        return ScheduleText::tr("Tuesday");
    case 3:
        return ScheduleText::tr("Wednesday");
    case 4:
        return ScheduleText::tr("Thursday");
    case 5:
        return ScheduleText::tr("Friday");
    case 6:
        return ScheduleText::tr("Saturday");
    case 7:
        return ScheduleText::tr("Sunday");
    default:
        return {};
    }
}

QString listed(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return ScheduleText::tr("%1 and %2", "the last two of a list")
        .arg(words.first(words.size() - 1).join(u", "_s), words.last());
}

QString weekdaysText(const QList<int> &weekdays, const QString &time)
{
    if (weekdays == QList<int> {1, 2, 3, 4, 5})
        return ScheduleText::tr("every working day at %1").arg(time);
    if (weekdays == QList<int> {6, 7})
        return ScheduleText::tr("every Saturday and Sunday at %1").arg(time);
    QStringList words;
    for (const int weekday : weekdays)
        words.append(onWeekday(weekday));
    // Portuguese says "toda segunda" and "todo sábado": the first day decides.
    return (weekdays.first() < 6 ? ScheduleText::tr("every %1 at %2", "the first is a day from Monday to Friday")
                                 : ScheduleText::tr("every %1 at %2", "the first is Saturday or Sunday"))
        .arg(listed(words), time);
}

} // namespace

QString zoneWords(const QString &zone)
{
    if (zone == "America/Sao_Paulo"_L1)
        return ScheduleText::tr("Brasília");
    if (zone == "America/Noronha"_L1)
        return ScheduleText::tr("Fernando de Noronha");
    if (zone == "America/Manaus"_L1)
        return ScheduleText::tr("Amazonas");
    if (zone == "America/Rio_Branco"_L1)
        return ScheduleText::tr("Acre");
    return zone.section(u'/', -1).replace(u'_', u' ');
}

QString ruleWords(const ScheduleRule &rule, const QString &zone)
{
    const QString time = rule.time.toString(rule.time.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    QString words;
    switch (rule.kind) {
    case ScheduleRule::Kind::Every:
        return ScheduleText::tr("every %1").arg(durationWords(std::chrono::minutes(rule.minutes)));
    case ScheduleRule::Kind::Once:
        words = ScheduleText::tr("once, on %1 at %2").arg(rule.date.toString(u"dd/MM/yyyy"_s), time);
        break;
    case ScheduleRule::Kind::Daily:
        words = ScheduleText::tr("every day at %1").arg(time);
        break;
    case ScheduleRule::Kind::Weekdays:
        words = weekdaysText(rule.weekdays, time);
        break;
    }
    return words + u" ("_s + zoneWords(zone) + u')';
}

QStringList offeredZones()
{
    QStringList zones {u"America/Sao_Paulo"_s,    u"America/Manaus"_s,     u"America/Cuiaba"_s,
                       u"America/Campo_Grande"_s, u"America/Belem"_s,      u"America/Fortaleza"_s,
                       u"America/Recife"_s,       u"America/Bahia"_s,      u"America/Porto_Velho"_s,
                       u"America/Boa_Vista"_s,    u"America/Rio_Branco"_s, u"America/Noronha"_s};
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        const QString zone = QString::fromLatin1(id);
        if (zone.contains(u'/') && !zones.contains(zone))
            zones.append(zone);
    }
    return zones;
}

QString durationWords(std::chrono::minutes duration)
{
    const qint64 minutes = duration.count();
    const qint64 days = minutes / (24 * 60);
    const qint64 hours = minutes / 60 % 24;
    QStringList words;
    if (days > 0)
        words.append(days == 1 ? ScheduleText::tr("1 day") : ScheduleText::tr("%1 days").arg(days));
    if (hours > 0)
        words.append(ScheduleText::tr("%1 h").arg(hours));
    if (minutes % 60 > 0 || words.isEmpty())
        words.append(ScheduleText::tr("%1 min").arg(minutes % 60));
    return words.join(u' ');
}

QString coverageWords(const ScheduleRule &rule, std::optional<int> maximum)
{
    if (!maximum)
        return ScheduleText::tr("Nothing is resent by itself: the parameter 'Number of resend attempts' is empty.");
    const auto coverage = resendCoverage(rule, maximum);
    if (!coverage)
        return ScheduleText::tr("A schedule that runs once outlasts no outage.");
    if (coverage->least.count() == 0)
        return ScheduleText::tr("With %1 attempt per record, an outage of the ERP that meets the next run cancels it.")
            .arg(*maximum);
    return ScheduleText::tr("With %1 attempts per record, an outage of the ERP of up to %2 is outlasted; one of more "
                            "than %3 cancels records.")
        .arg(QString::number(*maximum), durationWords(coverage->least), durationWords(coverage->most));
}

} // namespace ponte::work
