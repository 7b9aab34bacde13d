// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/json.h"
#include "core/lojaclick/sale.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace ponte::lojaclick::sample {

/// A sound sale for SENAI with every field of the contract.
inline QJsonObject senaiSale()
{
    return QJsonDocument::fromJson(R"({
        "idVenda": "LC-2026-000123-1", "codColigada": 3, "codFilial": 3016, "codTipoCurso": 1,
        "responsavelFinanceiro": {
            "nome": "Maria de Souza", "cpf": "39053344705", "cnpj": null, "email": "maria@exemplo.com.br",
            "cep": "80530902", "logradouro": "Avenida Cândido de Abreu", "numero": "200", "complemento": "sala 1",
            "bairro": "Centro Cívico", "cidade": "Curitiba", "estado": "PR", "telefone": "4132719000",
            "celular": "41999990000"},
        "aluno": {
            "nome": "Ana de Souza", "nomeSocial": null, "sexo": "F", "dataNascimento": "2001-05-17",
            "cpf": "52998224725", "estadoNatal": "PR", "naturalidade": "Curitiba", "nomeMae": "Maria de Souza",
            "email": "ana@exemplo.com.br", "celular": "41999990001", "cep": "80530902",
            "logradouro": "Avenida Cândido de Abreu", "numero": "200", "bairro": "Centro Cívico",
            "cidade": "Curitiba", "estado": "PR"},
        "matricula": {
            "idHabilitacaoFilial": 24, "idPerlet": 77, "codTurma": "TEC.001.006017", "serie": null,
            "codPlanoPgto": "PL12", "dataMatricula": "2026-11-20"},
        "contrato": {
            "valorTotal": "1500.00", "quantidadeParcelas": 12, "diaVencimento": 10, "formaPagamento": "CARTAO",
            "dataVenda": "2026-11-20T14:03:22-03:00"}
    })")
        .object();
}

/// The object with another value at a path of one or two names; Undefined takes the member away.
inline QJsonObject with(QJsonObject object, const QString &path, const QJsonValue &value)
{
    const qsizetype point = path.indexOf(u'.');
    if (point >= 0) {
        const QString group = path.first(point);
        object.insert(group, with(object.value(group).toObject(), path.sliced(point + 1), value));
    } else if (value.isUndefined()) {
        object.remove(path);
    } else {
        object.insert(path, value);
    }
    return object;
}

/// As it arrives, so that numbers have their texts.
inline json::Document parsed(const QJsonObject &object)
{
    return json::parseObject(json::toText(object)).value();
}

inline QJsonObject sesiSale()
{
    return with(with(senaiSale(), QStringLiteral("codColigada"), 2), QStringLiteral("matricula.serie"), 3);
}

inline const QDate Today(2026, 11, 22);

inline SaleReading read(const QJsonObject &object, std::optional<Network> network = Network::Senai)
{
    return readSale(parsed(object), network, Today);
}

inline QStringList fieldsOf(const QList<FieldError> &errors)
{
    QStringList fields;
    for (const FieldError &error : errors)
        fields << error.field;
    return fields;
}

} // namespace ponte::lojaclick::sample
