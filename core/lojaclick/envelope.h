// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/lojaclick/sale.h"

#include <QJsonObject>

#include <chrono>
#include <optional>

namespace ponte::lojaclick {

/// What the API answers: always the same envelope (Status, Mensagem, DadosCriados, DetalheErros).
struct ApiAnswer {
    int httpStatus = 200;
    QByteArray body;
    std::optional<std::chrono::seconds> retryAfter = {};
};

/// What a finished sale made.
struct CreatedData {
    QString ra;
    QString guardianCode;
    QString preContract;
    log::Status contractStatus = log::Status::Pending;
};

[[nodiscard]] ApiAnswer successAnswer(const Sale &sale, const CreatedData &created);
[[nodiscard]] ApiAnswer errorAnswer(int httpStatus, const QString &message, const QList<FieldError> &details = {});
/// By the kind of error: 400, 401, 403, 404, 409, 422, 503 with Retry-After.
[[nodiscard]] ApiAnswer answerOf(const Error &error);
/// What an outsider is told: of a database that fails, neither its address nor its own words, which go to the
/// program's log.
[[nodiscard]] QString outsideText(const Error &error);
/// A stored answer with the contract's state as it is now.
[[nodiscard]] QByteArray withContractStatus(const QByteArray &answer, log::Status status);
/// "Sucesso", "Erro", "Pendente", "Cancelado".
[[nodiscard]] QString contractSituation(log::Status status);

} // namespace ponte::lojaclick
