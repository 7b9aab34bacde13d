// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/values.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace ponte::lojaclick {

/// The kind of house a company is; decides the steps of an enrolment (loja-click.md D0-11).
enum class Network { Senai, Iel, Sesi };

[[nodiscard]] QString networkName(Network network); ///< "SENAI", "IEL", "SESI"
[[nodiscard]] std::optional<Network> networkFromName(QStringView name);

struct Address {
    QString cep, street, number, complement, district, city, state;
    bool operator==(const Address &) const = default;
};

/// The payer. Exactly one of cpf and cnpj is set, digits only.
struct Guardian {
    QString name, cpf, cnpj, email, phone, mobile;
    Address address;
    bool operator==(const Guardian &) const = default;
    [[nodiscard]] QString document() const { return cpf.isEmpty() ? cnpj : cpf; }
};

struct Student {
    QString name, socialName, sex, cpf, birthState, birthPlace, motherName, email, phone, mobile;
    QDate birthDate;
    Address address;
    bool operator==(const Student &) const = default;
};

/// One order line of the shop (the message of inserirMatricula). Texts are trimmed, documents are digits only, absent
/// texts are empty.
struct Sale {
    QString id;
    CompanyId company;
    BranchId branch;
    LevelId level;
    Guardian guardian;
    Student student;
    qint64 courseOfferId = 0; ///< IDHABILITACAOFILIAL
    qint64 termId = 0; ///< IDPERLET
    QString classCode; ///< CODTURMA
    std::optional<int> grade; ///< série, SESI only
    QString paymentPlan; ///< CODPLANOPGTO
    QDate enrollmentDate;
    Money total;
    int instalments = 0;
    int dueDay = 0; ///< 1..31
    QString paymentMethod;
    QDateTime soldAt; ///< as sent, with its offset
    bool operator==(const Sale &) const = default;
};

/// One wrong field of a request, as DetalheErros shows it.
struct FieldError {
    QString code; ///< obrigatorio, tipo, formato, tamanho, valor, cpf, cnpj or nao_aceito
    QString field; ///< dotted path, e.g. "aluno.nome"
    QString message; ///< Portuguese, a whole sentence
};

struct SaleReading {
    Sale sale; ///< filled as far as it could be read
    QList<FieldError> errors; ///< every wrong field at once; empty when the sale is sound
};

/// Reads and checks all that does not need the database or RM: required fields, types, lengths of RM's columns, CPF,
/// CNPJ, dates, money (exact), e-mail, states. Unknown members are ignored. `network` is none where the company is not
/// configured. Nobody is born after `today`. Errors come in the order of the contract.
[[nodiscard]] SaleReading readSale(const json::Document &document, std::optional<Network> network,
                                   QDate today = QDateTime::currentDateTimeUtc().date());

/// Hex SHA-256 over the known fields in a fixed order, normalised: the same content in another order, spelling of a CPF
/// or of an amount gives the same hash.
[[nodiscard]] QString contentHash(const Sale &sale);

/// The known fields as JSON, for keeping with the sale; readSale() of it gives the same sale.
[[nodiscard]] QJsonObject toJson(const Sale &sale);

/// CODCONTRATO of the pre-contract: `LC` and the first 16 lower-case hex digits of SHA-256("{company}/{sale id}").
[[nodiscard]] QString preContractKey(CompanyId company, const QString &saleId);

} // namespace ponte::lojaclick
