// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/fault.h"

#include <QHash>

#include <algorithm>

namespace ponte::sandbox {

static const QHash<QString, FaultKind> &faultNames()
{
    static const QHash<QString, FaultKind> names {
        {QStringLiteral("refuse"), FaultKind::Refuse},
        {QStringLiteral("reject"), FaultKind::Reject},
        {QStringLiteral("hang"), FaultKind::Hang},
        {QStringLiteral("slow"), FaultKind::Slow},
        {QStringLiteral("drop"), FaultKind::Drop},
        {QStringLiteral("500"), FaultKind::InternalError},
        {QStringLiteral("503"), FaultKind::Unavailable},
        {QStringLiteral("malformed"), FaultKind::Malformed},
        {QStringLiteral("truncate"), FaultKind::Truncate},
        {QStringLiteral("huge"), FaultKind::Huge},
        {QStringLiteral("401"), FaultKind::Unauthorized},
        {QStringLiteral("unknown_outcome"), FaultKind::UnknownOutcome},
        {QStringLiteral("fault200"), FaultKind::FaultWithOk},
        {QStringLiteral("job"), FaultKind::Job},
    };
    return names;
}

static tl::unexpected<Error> wrongMember(const QString &member, const QString &message)
{
    return failure(ErrorCode::Validation, message, {}, member);
}

static QString plainText(const QJsonValue &value)
{
    if (value.isDouble() && value.toDouble() == static_cast<double>(value.toInteger()))
        return QString::number(value.toInteger());
    return value.toVariant().toString();
}

Result<> FaultList::add(const QJsonObject &description)
{
    Fault fault;
    fault.system = description.value(u"system").toString();
    fault.operation = description.value(u"operation").toString();
    fault.match = description.value(u"match").toObject();
    fault.message = description.value(u"message").toString();
    fault.retryAfter = description.value(u"retryAfter").toInt(1);
    static const QStringList systems {QStringLiteral("rm"), QStringLiteral("erp"), QStringLiteral("broker")};
    if (!systems.contains(fault.system))
        return wrongMember(QStringLiteral("system"), QStringLiteral("system is one of rm, erp, broker"));
    const QString name = plainText(description.value(u"fault"));
    if (!faultNames().contains(name)) {
        QStringList known = faultNames().keys();
        known.sort();
        return wrongMember(QStringLiteral("fault"), QStringLiteral("fault is one of ") + known.join(u", "));
    }
    fault.kind = faultNames().value(name);
    const bool rmOnly = fault.kind == FaultKind::FaultWithOk || fault.kind == FaultKind::Job;
    if (rmOnly && fault.system != u"rm")
        return wrongMember(QStringLiteral("fault"), name + QStringLiteral(" is a fault of rm alone"));
    if (const QJsonValue times = description.value(u"times"); !times.isUndefined()) {
        fault.times = times.toInt(-1);
        if (fault.times < 1)
            return wrongMember(QStringLiteral("times"), QStringLiteral("times is a whole number above 0"));
    }
    if (const QJsonValue after = description.value(u"afterMs"); !after.isUndefined()) {
        if (after.toInt(-1) < 0)
            return wrongMember(QStringLiteral("afterMs"), QStringLiteral("afterMs is a whole number from 0"));
        fault.after = std::chrono::milliseconds(after.toInt());
    }
    m_faults.append(fault);
    return {};
}

static bool fitsFields(const Fault &fault, const FieldLookup &fields)
{
    for (auto it = fault.match.begin(); it != fault.match.end(); ++it) {
        if (!fields(it.key()).contains(plainText(it.value())))
            return false;
    }
    return true;
}

std::optional<Fault> FaultList::take(const QString &system, const QStringList &operationNames,
                                     const FieldLookup &fields)
{
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        Fault &fault = m_faults[i];
        const bool operation = fault.operation.isEmpty() || operationNames.contains(fault.operation);
        if (fault.system != system || !operation || !fitsFields(fault, fields))
            continue;
        Fault taken = fault;
        if (fault.times > 0 && --fault.times == 0)
            m_faults.removeAt(i);
        return taken;
    }
    return std::nullopt;
}

QJsonArray FaultList::toJson() const
{
    QJsonArray list;
    for (const Fault &fault : m_faults) {
        QJsonObject object {{QStringLiteral("system"), fault.system},
                            {QStringLiteral("operation"), fault.operation},
                            {QStringLiteral("match"), fault.match},
                            {QStringLiteral("fault"), faultNames().key(fault.kind)}};
        if (fault.times > 0)
            object.insert(QStringLiteral("times"), fault.times);
        if (fault.after)
            object.insert(QStringLiteral("afterMs"), static_cast<qint64>(fault.after->count()));
        list.append(object);
    }
    return list;
}

} // namespace ponte::sandbox
