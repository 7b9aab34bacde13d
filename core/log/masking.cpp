// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/masking.h"

#include "core/security/personaldata.h"

#include <QStringList>

namespace ponte::log {

Record masked(Record record)
{
    const QStringList fields = record.keyFields.split(u';');
    QStringList values = record.keyValues.split(u';');
    for (qsizetype i = 0; i < values.size(); ++i)
        values[i] = security::maskedValue(fields.value(i), values.at(i));
    record.keyValues = values.join(u';');
    record.key.origin = security::maskedText(record.key.origin);
    record.message = security::maskedPayload(record.message);
    record.cancelledReason = security::maskedPayload(record.cancelledReason);
    return record;
}

Item masked(Item item)
{
    item.message = security::maskedPayload(item.message);
    return item;
}

Payload masked(const Payload &payload)
{
    return {security::maskedPayload(payload.sent), security::maskedPayload(payload.received),
            security::maskedPayload(payload.detail)};
}

} // namespace ponte::log
