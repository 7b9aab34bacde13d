// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/sale.h"

#include <QJsonValue>

#include <span>
#include <variant>

namespace ponte::lojaclick {

enum class FieldKind { SaleId, Text, Email, State, Cep, Cpf, Cnpj, Sex, Id, Count, Date, BirthDate, Amount, Instant };

enum class Presence {
    Optional,
    Required,
    GuardianDocument, ///< one of CPF and CNPJ
    Grade, ///< required by SESI, refused by the others
};

/// One field of the inbound sale: its place in the message and in Sale, and what it may hold.
struct SaleField {
    using Target = std::variant<QString &(*)(Sale &), QDate &(*)(Sale &), QDateTime &(*)(Sale &), Money &(*)(Sale &),
                                qint64 &(*)(Sale &), int &(*)(Sale &), std::optional<int> &(*)(Sale &),
                                CompanyId &(*)(Sale &), BranchId &(*)(Sale &), LevelId &(*)(Sale &)>;

    QLatin1String path; ///< dotted, e.g. "aluno.nome"
    FieldKind kind = FieldKind::Text;
    Presence presence = Presence::Optional;
    int limit = 0; ///< longest text or highest number
    Target target;
};

/// All fields in the order of the contract, which is the order of errors and of the content hash.
[[nodiscard]] std::span<const SaleField> saleFields();

/// The field's value as toJson() writes it; Undefined when absent.
[[nodiscard]] QJsonValue valueOf(const SaleField &field, const Sale &sale);

} // namespace ponte::lojaclick
