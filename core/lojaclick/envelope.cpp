// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/envelope.h"

#include "core/base/json.h"
#include "core/base/logging.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

constexpr auto outageRetry = std::chrono::seconds(60);

QByteArray envelope(const QString &status, const QString &message, const QJsonObject &created,
                    const QJsonArray &details)
{
    return json::toText(
        {{u"Status"_s, status}, {u"Mensagem"_s, message}, {u"DadosCriados"_s, created}, {u"DetalheErros"_s, details}});
}

int httpStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Validation:
        return 400;
    case ErrorCode::Permission:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::Rule:
    case ErrorCode::Refused:
        return 422;
    case ErrorCode::Internal:
        return 500;
    default:
        return 503;
    }
}

QString codeOf(int status)
{
    switch (status) {
    case 400:
        return u"invalido"_s;
    case 401:
        return u"autenticacao"_s;
    case 403:
        return u"permissao"_s;
    case 404:
        return u"nao_encontrado"_s;
    case 409:
        return u"conteudo_divergente"_s;
    case 422:
        return u"regra"_s;
    case 503:
        return u"indisponivel"_s;
    default:
        return u"erro"_s;
    }
}

} // namespace

QString contractSituation(log::Status status)
{
    switch (status) {
    case log::Status::Success:
        return u"Sucesso"_s;
    case log::Status::Error:
        return u"Erro"_s;
    case log::Status::Pending:
        return u"Pendente"_s;
    case log::Status::Cancelled:
        return u"Cancelado"_s;
    }
    return {};
}

ApiAnswer successAnswer(const Sale &sale, const CreatedData &created)
{
    const QJsonObject data {{u"CodColigada"_s, sale.company.value()},
                            {u"Ra"_s, created.ra},
                            {u"Nome"_s, sale.student.name},
                            {u"CPF"_s, sale.student.cpf},
                            {u"CodCFO"_s, created.guardianCode},
                            {u"CodFilial"_s, sale.branch.value()},
                            {u"IdHabilitacaoFilial"_s, sale.courseOfferId},
                            {u"IdPerlet"_s, sale.termId},
                            {u"CodTurma"_s, sale.classCode},
                            {u"IdPreContrato"_s, created.preContract},
                            {u"IdUnico"_s, sale.id},
                            {u"SituacaoContrato"_s, contractSituation(created.contractStatus)}};
    const QString message =
        created.contractStatus == log::Status::Success
            ? u"Matrícula realizada e contrato efetivado."_s
            : u"Matrícula realizada; contrato: %1."_s.arg(contractSituation(created.contractStatus));
    return {200, envelope(u"Sucesso"_s, message, data, {}), {}};
}

ApiAnswer errorAnswer(int httpStatus, const QString &message, const QList<FieldError> &details)
{
    QJsonArray list;
    for (const FieldError &detail : details)
        list.append(
            QJsonObject {{u"Codigo"_s, detail.code}, {u"Campo"_s, detail.field}, {u"Mensagem"_s, detail.message}});
    ApiAnswer answer {httpStatus, envelope(u"Erro"_s, message, {}, list), {}};
    if (httpStatus == 503 || httpStatus == 429)
        answer.retryAfter = outageRetry;
    return answer;
}

ApiAnswer answerOf(const Error &error)
{
    const int status = httpStatusOf(error.code);
    const QString message = outsideText(error);
    return errorAnswer(status, message, {{codeOf(status), error.field, message}});
}

QString outsideText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Database:
    case ErrorCode::DatabaseUnknown:
    case ErrorCode::DatabaseSchema:
        qCWarning(lcLojaClick) << "a caller is told to try again:" << error.message;
        return u"O banco de dados da integração não está disponível; envie de novo em instantes."_s;
    default:
        return error.message;
    }
}

QByteArray withContractStatus(const QByteArray &answer, log::Status status)
{
    QJsonObject root = QJsonDocument::fromJson(answer).object();
    QJsonObject created = root.value("DadosCriados"_L1).toObject();
    created.insert("SituacaoContrato"_L1, contractSituation(status));
    root.insert("DadosCriados"_L1, created);
    return json::toText(root);
}

} // namespace ponte::lojaclick
