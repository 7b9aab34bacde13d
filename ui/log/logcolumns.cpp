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
    case LogColumn::Company:
        return QCoreApplication::translate("Log", "Company");
    case LogColumn::Level:
        return QCoreApplication::translate("Log", "Level");
    case LogColumn::Sale:
        return QCoreApplication::translate("Log", "Sale");
    case LogColumn::Attempts:
        return QCoreApplication::translate("Log", "Attempts");
    case LogColumn::NextAttempt:
        return QCoreApplication::translate("Log", "Next attempt");
    case LogColumn::Signature:
        return QCoreApplication::translate("Log", "Error signature");
    case LogColumn::Age:
        return QCoreApplication::translate("Log", "Age");
    }
    return {};
}

QString toWord(LogColumn column)
{
    static const QStringList words {u"id"_s,     u"keyFields"_s, u"keyValues"_s,   u"status"_s,    u"functionality"_s,
                                    u"module"_s, u"created"_s,   u"changed"_s,     u"company"_s,   u"level"_s,
                                    u"sale"_s,   u"attempts"_s,  u"nextAttempt"_s, u"signature"_s, u"age"_s};
    return words.value(int(column));
}

QDateTime nextAttempt(const log::Record &record, const CellContext &context)
{
    const bool isOpen = record.status == log::Status::Error || record.status == log::Status::Pending;
    if (!isOpen || !context.names.mayBeReprocessed(record.key.functionality))
        return {};
    const QDateTime run = context.nextRuns.value(record.key.company);
    return run.isValid() && record.notBefore.isValid() ? qMax(run, record.notBefore) : run;
}

QString cellText(const log::Record &record, LogColumn column, const CellContext &context)
{
    const LogNames &names = context.names;
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
    case LogColumn::Company:
        return QString::number(record.key.company.value());
    case LogColumn::Level:
        return QString::number(record.key.level.value());
    case LogColumn::Sale:
        return record.key.origin;
    case LogColumn::Attempts:
        return QCoreApplication::translate("Log", "%1 automatic, %2 manual")
            .arg(record.automaticAttempts)
            .arg(record.manualAttempts);
    case LogColumn::NextAttempt:
        return timeText(nextAttempt(record, context));
    case LogColumn::Signature:
        return record.signature;
    case LogColumn::Age:
        return ageText(record.createdAt, context.now);
    }
    return {};
}

bool isTabular(LogColumn column)
{
    return column != LogColumn::KeyFields && column != LogColumn::Status && column != LogColumn::Functionality
           && column != LogColumn::Module && column != LogColumn::Age && column != LogColumn::Attempts;
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

QString toTsv(const QList<log::Record> &records, const QList<LogColumn> &columns, const CellContext &context)
{
    QStringList cells;
    for (const LogColumn column : columns)
        cells.append(tsvCell(headerText(column)));
    QString text = cells.join(u'\t') + u'\n';
    for (const log::Record &record : records) {
        cells.clear();
        for (const LogColumn column : columns)
            cells.append(tsvCell(cellText(record, column, context)));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace ponte::ui
