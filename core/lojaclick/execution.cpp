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

log::NewExecution asNew(const Subject &subject, const Execution &execution)
{
    const bool known = !execution.keyValues.isEmpty();
    log::NewItem item;
    item.trigger = execution.trigger;
    item.who = execution.who;
    item.message = execution.message;
    item.status = execution.status;
    if (!execution.exchanges.isEmpty() && execution.exchanges.last().httpStatus > 0)
        item.httpStatus = execution.exchanges.last().httpStatus;
    item.duration = durationOf(execution.exchanges);
    item.configurationVersion = execution.configurationVersion.value_or(0);
    if (execution.packed)
        item.packed = execution.packed;
    else
        item.payload = {rm::sentText(execution.exchanges), rm::receivedText(execution.exchanges), execution.detail};
    return {recordKey(subject, execution.functionality),
            known ? keyFields(execution.functionality) : u"CODCOLIGADA;CPF"_s,
            QString::number(subject.company.value()) + u';' + (known ? execution.keyValues : subject.document), item};
}

Result<LogRecordId> recordExecution(storage::Connection &connection, const Subject &subject, const Execution &execution,
                                    const QDateTime &now, bool keepStatus)
{
    log::NewExecution made = asNew(subject, execution);
    if (!execution.configurationVersion) {
        const Result<qint64> version = parameters::Parameters::version(connection);
        if (!version)
            return tl::unexpected(version.error());
        made.item.configurationVersion = *version;
    }
    return log::LogWriter(connection).put(made.key, made.keyFields, made.keyValues, made.item, now, keepStatus);
}

Execution failedExecution(const QString &functionality, const QString &keyValues, const Error &error,
                          const rm::ExchangeLog &exchanges)
{
    return {functionality, keyValues, log::Status::Error, error.message, exchanges, error.detail};
}

} // namespace ponte::lojaclick
