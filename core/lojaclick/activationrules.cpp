// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/activationrules.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using log::Status;

AttemptPermission mayAttempt(const ActivationState &state, AttemptKind kind, std::optional<int> maximum,
                             const QString &lastError)
{
    AttemptPermission permission {false, state, {}};
    if (state.status == Status::Success) {
        permission.reason = u"O contrato já foi efetivado."_s;
        return permission;
    }
    if (kind != AttemptKind::Automatic) {
        permission.allowed = true;
        return permission;
    }
    if (state.status == Status::Cancelled) {
        permission.reason = u"O registro está cancelado; só o reprocessamento manual o alcança."_s;
        return permission;
    }
    if (!maximum) {
        permission.reason = u"O parâmetro 'Número tentativas de reenvio' está vazio."_s;
        return permission;
    }
    if (state.automaticAttempts >= *maximum) {
        permission.state.status = Status::Cancelled;
        permission.state.cancelledReason =
            u"Já havia %1 tentativas automáticas e o máximo (parâmetro 'Número tentativas de reenvio') passou a ser %2. Último erro: %3"_s
                .arg(QString::number(state.automaticAttempts), QString::number(*maximum), lastError);
        permission.reason = permission.state.cancelledReason;
        return permission;
    }
    permission.allowed = true;
    return permission;
}

ActivationState begunAnew(const ActivationState &state)
{
    return {state.status == Status::Cancelled ? Status::Error : state.status, 0, state.manualAttempts, {}};
}

ActivationState afterAttempt(const ActivationState &state, AttemptKind kind, AttemptResult result,
                             std::optional<int> maximum, const QString &lastError)
{
    ActivationState next = state;
    if (kind == AttemptKind::Automatic)
        ++next.automaticAttempts;
    if (kind == AttemptKind::Manual)
        ++next.manualAttempts;
    if (result == AttemptResult::Accepted) {
        next.status = Status::Success;
        next.cancelledReason.clear();
        return next;
    }
    if (state.status == Status::Cancelled)
        return next;
    if (kind == AttemptKind::Automatic && maximum && next.automaticAttempts >= *maximum) {
        next.status = Status::Cancelled;
        next.cancelledReason =
            u"O máximo de %1 tentativas automáticas (parâmetro 'Número tentativas de reenvio') foi atingido. Último erro: %2"_s
                .arg(*maximum)
                .arg(lastError);
        return next;
    }
    next.status = result == AttemptResult::Refused ? Status::Error : Status::Pending;
    return next;
}

} // namespace ponte::lojaclick
