// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/filterwords.h"

#include <QJsonArray>

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

std::optional<QStringList> wordList(const QJsonValue &value)
{
    QStringList words;
    const QJsonArray array = value.toArray();
    for (const auto &word : array) {
        if (!word.isString())
            return {};
        words.append(word.toString());
    }
    return value.isArray() ? std::optional(words) : std::nullopt;
}

bool readStatusWords(const QJsonValue &value, Filter &filter)
{
    const auto words = wordList(value);
    for (const QString &word : words.value_or(QStringList())) {
        const std::optional<Status> status = statusFromWord(word);
        if (!status)
            return false;
        filter.statuses.append(*status);
    }
    return words.has_value();
}

bool readIds(const QJsonValue &value, Filter &filter)
{
    const QJsonArray array = value.toArray();
    for (const auto &id : array) {
        if (id.toInteger() < 1)
            return false;
        filter.ids.append(LogRecordId(id.toInteger()));
    }
    return value.isArray();
}

bool readWordList(const QJsonValue &value, QStringList &target)
{
    const auto words = wordList(value);
    target = words.value_or(QStringList());
    return words.has_value();
}

bool readTime(const QJsonValue &value, QDateTime &target)
{
    target = QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
    return target.isValid();
}

bool readWord(const QString &word, const QJsonValue &value, Filter &filter)
{
    const auto text = [&value](QString &target) {
        target = value.toString();
        return value.isString();
    };
    if (word == "company"_L1)
        filter.company = CompanyId(value.toInteger());
    else if (word == "level"_L1)
        filter.level = LevelId(value.toInteger());
    else if (word == "status"_L1)
        return readStatusWords(value, filter);
    else if (word == "functionality"_L1)
        return readWordList(value, filter.functionalities);
    else if (word == "module"_L1)
        return readWordList(value, filter.modules);
    else if (word == "ids"_L1)
        return readIds(value, filter);
    else if (word == "origin"_L1)
        return text(filter.origin);
    else if (word == "key"_L1)
        return text(filter.key);
    else if (word == "text"_L1)
        return text(filter.text);
    else if (word == "signature"_L1)
        return text(filter.signature);
    else if (word == "from"_L1)
        return readTime(value, filter.createdFrom);
    else if (word == "to"_L1)
        return readTime(value, filter.createdTo);
    else if (word == "changedFrom"_L1)
        return readTime(value, filter.changedFrom);
    else if (word == "changedTo"_L1)
        return readTime(value, filter.changedTo);
    else if (word == "attemptsFrom"_L1)
        filter.automaticAttemptsFrom = value.toInt();
    else
        return false;
    return value.isDouble();
}

} // namespace

QJsonObject filterWords(const Filter &filter)
{
    QJsonObject words;
    if (filter.company)
        words.insert(u"company"_s, filter.company->value());
    if (filter.level)
        words.insert(u"level"_s, filter.level->value());
    if (filter.automaticAttemptsFrom)
        words.insert(u"attemptsFrom"_s, *filter.automaticAttemptsFrom);
    QJsonArray statuses;
    for (const Status status : filter.statuses)
        statuses.append(toWord(status));
    QJsonArray ids;
    for (const LogRecordId id : filter.ids)
        ids.append(id.value());
    const struct {
        QString name;
        QJsonArray values;
    } lists[] = {{u"status"_s, statuses},
                 {u"functionality"_s, QJsonArray::fromStringList(filter.functionalities)},
                 {u"module"_s, QJsonArray::fromStringList(filter.modules)},
                 {u"ids"_s, ids}};
    for (const auto &[name, values] : lists) {
        if (!values.isEmpty())
            words.insert(name, values);
    }
    const struct {
        QString name;
        QString value;
    } texts[] = {{u"origin"_s, filter.origin},
                 {u"key"_s, filter.key},
                 {u"text"_s, filter.text},
                 {u"signature"_s, filter.signature},
                 {u"from"_s, filter.createdFrom.toUTC().toString(Qt::ISODateWithMs)},
                 {u"to"_s, filter.createdTo.toUTC().toString(Qt::ISODateWithMs)},
                 {u"changedFrom"_s, filter.changedFrom.toUTC().toString(Qt::ISODateWithMs)},
                 {u"changedTo"_s, filter.changedTo.toUTC().toString(Qt::ISODateWithMs)}};
    for (const auto &[name, value] : texts) {
        if (!value.isEmpty())
            words.insert(name, value);
    }
    return words;
}

std::optional<Filter> filterFromWords(const QJsonObject &words)
{
    Filter filter;
    for (auto word = words.constBegin(); word != words.constEnd(); ++word) {
        if (!readWord(word.key(), word.value(), filter))
            return {};
    }
    return filter;
}

} // namespace ponte::log
