// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/filterwords.h"

#include <QJsonArray>

namespace ponte::reports {

using namespace Qt::StringLiterals;

QJsonObject filterWords(const log::Filter &filter)
{
    QJsonObject words;
    if (filter.company)
        words.insert(u"company"_s, filter.company->value());
    if (filter.level)
        words.insert(u"level"_s, filter.level->value());
    QJsonArray statuses;
    for (const log::Status status : filter.statuses)
        statuses.append(log::toWord(status));
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

} // namespace ponte::reports
