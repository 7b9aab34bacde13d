// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/logcolumns.h"

#include "ui/widgets/statustext.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tsv.h"

#include <QCoreApplication>
#include <QStringList>

namespace ponte::ui {

using namespace Qt::StringLiterals;

QString headerText(LogColumn column)
{
    switch (column) {
    case LogColumn::Id:
        return QCoreApplication::translate("Log", "Log id");
    case LogColumn::KeyFields:
        return QCoreApplication::translate("Log", "Key fields");
    case LogColumn::KeyValues:
        return QCoreApplication::translate("Log", "Key values");
    case LogColumn::Status:
        return QCoreApplication::translate("Log", "Status");
    case LogColumn::Functionality:
        return QCoreApplication::translate("Log", "Functionality");
    case LogColumn::Module:
        return QCoreApplication::translate("Log", "Module");
    case LogColumn::Created:
        return QCoreApplication::translate("Log", "Created");
    case LogColumn::Changed:
        return QCoreApplication::translate("Log", "Last changed");
    }
    return {};
}

QString cellText(const log::Record &record, LogColumn column, const LogNames &names)
{
    switch (column) {
    case LogColumn::Id:
        return QString::number(record.id.value());
    case LogColumn::KeyFields:
        return record.keyFields;
    case LogColumn::KeyValues:
        return record.keyValues;
    case LogColumn::Status:
        return statusText(record.status);
    case LogColumn::Functionality:
        return names.functionality(record.key.functionality);
    case LogColumn::Module:
        return names.module(record.key.module);
    case LogColumn::Created:
        return timeText(record.createdAt);
    case LogColumn::Changed:
        return timeText(record.changedAt);
    }
    return {};
}

bool isTabular(LogColumn column)
{
    return column == LogColumn::Id || column == LogColumn::KeyValues || column == LogColumn::Created
           || column == LogColumn::Changed;
}

QString headerText(ItemColumn column)
{
    switch (column) {
    case ItemColumn::Id:
        return QCoreApplication::translate("LogItem", "Item id");
    case ItemColumn::Record:
        return QCoreApplication::translate("LogItem", "Log id");
    case ItemColumn::Message:
        return QCoreApplication::translate("LogItem", "Message");
    case ItemColumn::Status:
        return QCoreApplication::translate("LogItem", "Status");
    case ItemColumn::Sent:
        return QCoreApplication::translate("LogItem", "Data sent");
    case ItemColumn::Received:
        return QCoreApplication::translate("LogItem", "Data received");
    case ItemColumn::Created:
        return QCoreApplication::translate("LogItem", "Created");
    case ItemColumn::Changed:
        return QCoreApplication::translate("LogItem", "Last changed");
    }
    return {};
}

bool isTabular(ItemColumn column)
{
    return column == ItemColumn::Id || column == ItemColumn::Record || column == ItemColumn::Created
           || column == ItemColumn::Changed;
}

QString toTsv(const QList<log::Record> &records, const LogNames &names)
{
    QStringList cells;
    for (int column = 0; column < logColumnCount; ++column)
        cells.append(tsvCell(headerText(LogColumn(column))));
    QString text = cells.join(u'\t') + u'\n';
    for (const log::Record &record : records) {
        cells.clear();
        for (int column = 0; column < logColumnCount; ++column)
            cells.append(tsvCell(cellText(record, LogColumn(column), names)));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace ponte::ui
