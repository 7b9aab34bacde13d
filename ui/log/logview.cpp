// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/logview.h"

#include "core/log/filterwords.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto linkStart = "ponte:log?"_L1;

QString sortWord(const log::Sort &sort)
{
    const QString column = sort.column == log::SortColumn::CreatedAt   ? u"createdAt"_s
                           : sort.column == log::SortColumn::ChangedAt ? u"changedAt"_s
                                                                       : u"id"_s;
    return sort.descending ? u'-' + column : column;
}

std::optional<log::Sort> sortOfWord(const QString &word)
{
    log::Sort sort;
    for (const log::SortColumn column : {log::SortColumn::Id, log::SortColumn::CreatedAt, log::SortColumn::ChangedAt}) {
        for (const bool descending : {true, false}) {
            sort = {column, descending};
            if (sortWord(sort) == word)
                return sort;
        }
    }
    return {};
}

/// The word of a moving period; its times leave the filter.
void takePeriod(const QString &name, const Period &period, QDateTime &from, QDateTime &to, QJsonObject &words)
{
    const bool isFixed = period.kind == Period::Kind::Fixed;
    from = isFixed ? period.from : QDateTime();
    to = isFixed ? period.to : QDateTime();
    if (const QString word = period.word(); !word.isEmpty())
        words.insert(name, word);
}

std::optional<Period> readPeriod(const QJsonValue &word, const QDateTime &from, const QDateTime &to)
{
    if (word.isUndefined())
        return Period::between(from, to);
    const Period period = Period::ofWord(word.toString());
    return period.kind == Period::Kind::All ? std::nullopt : std::optional(period);
}

} // namespace

log::Filter LogView::filterAt(const QDateTime &now) const
{
    log::Filter at = filter;
    at.createdFrom = created.startAt(now);
    at.createdTo = created.endAt(now);
    at.changedFrom = changed.startAt(now);
    at.changedTo = changed.endAt(now);
    return at;
}

QJsonObject LogView::toWords() const
{
    QJsonObject moving;
    log::Filter fixed = filter;
    takePeriod(u"created"_s, created, fixed.createdFrom, fixed.createdTo, moving);
    takePeriod(u"changed"_s, changed, fixed.changedFrom, fixed.changedTo, moving);
    QJsonObject words = log::filterWords(fixed);
    for (auto word = moving.constBegin(); word != moving.constEnd(); ++word)
        words.insert(word.key(), word.value());
    words.insert(u"sort"_s, sortWord(sort));
    return words;
}

std::optional<LogView> LogView::fromWords(QJsonObject words)
{
    LogView view;
    const QJsonValue created = words.take(u"created"_s);
    const QJsonValue changed = words.take(u"changed"_s);
    const QJsonValue order = words.take(u"sort"_s);
    const std::optional<log::Filter> filter = log::filterFromWords(words);
    if (!filter)
        return {};
    view.filter = *filter;
    const auto createdPeriod = readPeriod(created, filter->createdFrom, filter->createdTo);
    const auto changedPeriod = readPeriod(changed, filter->changedFrom, filter->changedTo);
    const auto sort = order.isUndefined() ? log::Sort() : sortOfWord(order.toString());
    if (!createdPeriod || !changedPeriod || !sort)
        return {};
    view.created = *createdPeriod;
    view.changed = *changedPeriod;
    view.sort = *sort;
    return view;
}

QString LogView::toLink() const
{
    const QJsonObject words = toWords();
    QStringList parts;
    for (auto word = words.constBegin(); word != words.constEnd(); ++word) {
        QStringList values;
        if (word->isArray()) {
            const QJsonArray array = word->toArray();
            for (const auto &value : array)
                values.append(value.toVariant().toString());
        } else {
            values.append(word->toVariant().toString());
        }
        for (QString &value : values)
            value = QString::fromLatin1(QUrl::toPercentEncoding(value, ":"));
        parts.append(word.key() + u'=' + values.join(u','));
    }
    return linkStart + parts.join(u'&');
}

std::optional<LogView> LogView::fromLink(const QString &link)
{
    static const QStringList listNames {u"status"_s, u"functionality"_s, u"module"_s, u"ids"_s};
    static const QStringList textNames {u"origin"_s,  u"key"_s,     u"text"_s,        u"signature"_s,
                                        u"from"_s,    u"to"_s,      u"changedFrom"_s, u"changedTo"_s,
                                        u"created"_s, u"changed"_s, u"sort"_s};
    const QString trimmed = link.trimmed();
    if (!trimmed.startsWith(linkStart))
        return {};
    QJsonObject words;
    for (const QString &part : trimmed.mid(linkStart.size()).split(u'&', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0);
        QStringList values = part.section(u'=', 1).split(u',');
        for (QString &value : values)
            value = QUrl::fromPercentEncoding(value.toUtf8());
        const auto typed = [&](const QString &value) {
            bool isNumber = false;
            const qint64 number = value.toLongLong(&isNumber);
            return isNumber && !textNames.contains(name) ? QJsonValue(number) : QJsonValue(value);
        };
        QJsonArray array;
        for (const QString &value : std::as_const(values))
            array.append(typed(value));
        words.insert(name, listNames.contains(name) ? QJsonValue(array) : array.first());
    }
    return fromWords(words);
}

} // namespace ponte::ui
