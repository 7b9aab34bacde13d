// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/schedulerule.h"

#include <QStringList>

#include <algorithm>

namespace ponte::work {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int daysOfWeek = 7;

const QStringList &weekdayWords()
{
    static const QStringList words {u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
    return words;
}

std::optional<QTime> minuteOf(QStringView text)
{
    const QTime time = QTime::fromString(text.toString(), u"HH:mm"_s);
    return text.size() == 5 && time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<ScheduleRule> onceOf(QStringView text)
{
    if (text.indexOf(u'T') != 10)
        return {};
    const QDate date = QDate::fromString(text.left(10).toString(), u"yyyy-MM-dd"_s);
    const QString clock = text.sliced(11).toString();
    const QTime time = QTime::fromString(clock, clock.size() == 8 ? u"HH:mm:ss"_s : u"HH:mm"_s);
    if (!date.isValid() || !time.isValid())
        return {};
    ScheduleRule rule;
    rule.kind = ScheduleRule::Kind::Once;
    rule.date = date;
    rule.time = time;
    return rule;
}

std::optional<ScheduleRule> everyOf(QStringView text)
{
    if (!text.endsWith(u'm') && !text.endsWith(u'h'))
        return {};
    const QStringView digits = text.chopped(1);
    const bool isNumber = !digits.isEmpty() && digits.size() <= 5
                          && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isNumber)
        return {};
    ScheduleRule rule;
    rule.kind = ScheduleRule::Kind::Every;
    rule.minutes = digits.toInt() * (text.endsWith(u'h') ? 60 : 1);
    return rule;
}

std::optional<ScheduleRule> weekdaysOf(QStringView text)
{
    const qsizetype space = text.indexOf(u' ');
    const auto time = space > 0 ? minuteOf(text.sliced(space + 1)) : std::nullopt;
    if (!time)
        return {};
    ScheduleRule rule;
    rule.kind = ScheduleRule::Kind::Weekdays;
    rule.time = *time;
    for (const QStringView word : text.left(space).split(u',')) {
        const qsizetype index = weekdayWords().indexOf(word.toString());
        if (index < 0)
            return {};
        if (!rule.weekdays.contains(int(index) + 1))
            rule.weekdays.append(int(index) + 1);
    }
    std::sort(rule.weekdays.begin(), rule.weekdays.end());
    return rule;
}

qint64 offsetAt(const QTimeZone &zone, qint64 utc)
{
    return qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC))) * 1000;
}

bool runsOn(const ScheduleRule &rule, QDate date)
{
    return rule.kind == ScheduleRule::Kind::Daily || rule.weekdays.contains(date.dayOfWeek());
}

} // namespace

QString weekdayWord(int weekday)
{
    return weekdayWords().value(weekday - 1);
}

bool ScheduleRule::isValid() const
{
    switch (kind) {
    case Kind::Once:
        return date.isValid() && time.isValid();
    case Kind::Every:
        return minutes >= 1 && minutes <= longestInterval;
    case Kind::Daily:
        return time.isValid();
    case Kind::Weekdays:
        return time.isValid() && !weekdays.isEmpty();
    }
    return false;
}

QString ScheduleRule::toText() const
{
    switch (kind) {
    case Kind::Once:
        return u"at "_s + date.toString(u"yyyy-MM-dd"_s) + u'T'
               + time.toString(time.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    case Kind::Every:
        return u"every %1m"_s.arg(minutes);
    case Kind::Daily:
        return u"daily "_s + time.toString(u"HH:mm"_s);
    case Kind::Weekdays: {
        QStringList words;
        for (const int weekday : weekdays)
            words.append(weekdayWord(weekday));
        return u"weekdays "_s + words.join(u',') + u' ' + time.toString(u"HH:mm"_s);
    }
    }
    return {};
}

std::optional<ScheduleRule> ScheduleRule::fromText(QStringView text)
{
    const qsizetype space = text.indexOf(u' ');
    if (space < 0)
        return {};
    const QStringView kind = text.left(space);
    const QStringView rest = text.sliced(space + 1);
    std::optional<ScheduleRule> rule;
    if (kind == "at"_L1)
        rule = onceOf(rest);
    else if (kind == "every"_L1)
        rule = everyOf(rest);
    else if (kind == "weekdays"_L1)
        rule = weekdaysOf(rest);
    else if (const auto time = kind == "daily"_L1 ? minuteOf(rest) : std::nullopt)
        rule = ScheduleRule {Kind::Daily, {}, *time, 0, {}};
    return rule && rule->isValid() ? rule : std::nullopt;
}

QDateTime instantOf(QDate date, QTime time, const QTimeZone &zone)
{
    const qint64 local = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const qint64 before = offsetAt(zone, local - dayMs);
    const qint64 after = offsetAt(zone, local + dayMs);
    qint64 earliest = local - std::max(before, after);
    qint64 latest = local - std::min(before, after);
    for (const qint64 candidate : {earliest, latest}) {
        if (candidate + offsetAt(zone, candidate) == local)
            return QDateTime::fromMSecsSinceEpoch(candidate, Qt::UTC);
    }
    // The clocks jump over this time somewhere between the two.
    while (latest - earliest > 1) {
        const qint64 middle = earliest + (latest - earliest) / 2;
        (offsetAt(zone, middle) == before ? earliest : latest) = middle;
    }
    return QDateTime::fromMSecsSinceEpoch(latest, Qt::UTC);
}

QDateTime nextRun(const ScheduleRule &rule, const QTimeZone &zone, const QDateTime &after, const QDateTime &anchor)
{
    if (!rule.isValid() || !zone.isValid() || !after.isValid())
        return {};
    if (rule.kind == ScheduleRule::Kind::Every) {
        const qint64 interval = qint64(rule.minutes) * 60 * 1000;
        const QDateTime base = anchor.isValid() ? anchor : after;
        const qint64 passed = std::max<qint64>(base.msecsTo(after), 0) / interval;
        return base > after ? base.toUTC() : base.toUTC().addMSecs((passed + 1) * interval);
    }
    if (rule.kind == ScheduleRule::Kind::Once) {
        const QDateTime run = instantOf(rule.date, rule.time, zone);
        return run > after ? run : QDateTime();
    }
    // A gap may push yesterday's run into today, and a week and a day hold every weekday.
    const QDate today = after.toTimeZone(zone).date();
    for (int day = -1; day <= daysOfWeek + 1; ++day) {
        const QDate date = today.addDays(day);
        const QDateTime run = runsOn(rule, date) ? instantOf(date, rule.time, zone) : QDateTime();
        if (run.isValid() && run > after)
            return run;
    }
    return {};
}

QList<QDateTime> nextRuns(const ScheduleRule &rule, const QTimeZone &zone, const QDateTime &after, int count,
                          const QDateTime &anchor)
{
    QList<QDateTime> runs;
    QDateTime run = nextRun(rule, zone, after, anchor);
    while (run.isValid() && runs.size() < count) {
        runs.append(run);
        run = nextRun(rule, zone, run, run);
    }
    return runs;
}

std::optional<ResendCoverage> resendCoverage(const ScheduleRule &rule, std::optional<int> maximum)
{
    if (!maximum || *maximum < 1 || !rule.isValid() || rule.kind == ScheduleRule::Kind::Once)
        return {};
    const QTimeZone utc = QTimeZone::utc();
    const QDateTime monday({2026, 1, 5}, {0, 0}, Qt::UTC);
    const int inAWeek = rule.kind == ScheduleRule::Kind::Weekdays ? int(rule.weekdays.size())
                        : rule.kind == ScheduleRule::Kind::Daily  ? daysOfWeek
                                                                  : 1;
    const QList<QDateTime> runs = nextRuns(rule, utc, monday, inAWeek + *maximum + 1);
    ResendCoverage coverage {std::chrono::minutes::max(), std::chrono::minutes(0)};
    const auto between = [&runs](qsizetype from, qsizetype to) {
        return std::chrono::duration_cast<std::chrono::minutes>(
            std::chrono::milliseconds(runs.at(from).msecsTo(runs.at(to))));
    };
    for (qsizetype first = 1; first <= inAWeek; ++first) {
        const qsizetype last = first + *maximum - 1;
        coverage.least = std::min(coverage.least, between(first, last));
        coverage.most = std::max(coverage.most, between(first - 1, last));
    }
    return coverage;
}

} // namespace ponte::work
