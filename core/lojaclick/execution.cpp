// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/execution.h"

#include "core/lojaclick/descriptor.h"
#include "core/parameters/parameters.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

log::RecordKey recordKey(const Subject &subject, const QString &functionality)
{
    const integration::Functionality *known = descriptor().functionality(functionality);
    Q_ASSERT(known);
    return {descriptor().id, subject.company, subject.level, subject.origin, functionality, known->module};
}

QString keyFields(const QString &functionality)
{
    return descriptor().functionality(functionality)->keyFields.join(u';');
}

std::chrono::milliseconds durationOf(const rm::ExchangeLog &exchanges)
{
    std::chrono::milliseconds total {0};
    for (const rm::Exchange &exchange : exchanges)
        total += exchange.duration;
    return total;
}

void pack(Execution &execution)
{
    execution.packed =
        log::packed({rm::sentText(execution.exchanges), rm::receivedText(execution.exchanges), execution.detail});
}

Result<LogRecordId> recordExecution(storage::Connection &connection, const Subject &subject, const Execution &execution,
                                    const QDateTime &now, bool keepStatus)
{
    const bool known = !execution.keyValues.isEmpty();
    const QString company = QString::number(subject.company.value());
    log::NewItem item;
    item.trigger = execution.trigger;
    item.who = execution.who;
    item.message = execution.message;
    item.status = execution.status;
    if (!execution.exchanges.isEmpty() && execution.exchanges.last().httpStatus > 0)
        item.httpStatus = execution.exchanges.last().httpStatus;
    item.duration = durationOf(execution.exchanges);
    const auto version = execution.configurationVersion ? Result<qint64>(*execution.configurationVersion)
                                                        : parameters::Parameters::version(connection);
    if (!version)
        return tl::unexpected(version.error());
    item.configurationVersion = *version;
    if (execution.packed)
        item.packed = execution.packed;
    else
        item.payload = {rm::sentText(execution.exchanges), rm::receivedText(execution.exchanges), execution.detail};
    return log::LogWriter(connection)
        .put(recordKey(subject, execution.functionality),
             known ? keyFields(execution.functionality) : u"CODCOLIGADA;CPF"_s,
             company + u';' + (known ? execution.keyValues : subject.document), item, now, keepStatus);
}

Execution failedExecution(const QString &functionality, const QString &keyValues, const Error &error,
                          const rm::ExchangeLog &exchanges)
{
    return {functionality, keyValues, log::Status::Error, error.message, exchanges, error.detail};
}

} // namespace ponte::lojaclick
