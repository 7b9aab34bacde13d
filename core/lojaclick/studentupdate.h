// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/sale.h"

namespace ponte::lojaclick {

/// New data of an existing person, found by CPF; what is empty in `fields` stays as RM has it (loja-click.md D0-28).
struct StudentUpdate {
    CompanyId company;
    QString cpf; ///< digits only
    Student fields; ///< with the same cpf
};

struct StudentUpdateReading {
    StudentUpdate update; ///< filled as far as it could be read
    QList<FieldError> errors; ///< every wrong field at once
};

/// Reads and checks the flat message of the student update; the fields have the rules of `aluno` in a sale, none but
/// codColigada and cpf is required.
[[nodiscard]] StudentUpdateReading readStudentUpdate(const json::Document &document,
                                                     QDate today = QDateTime::currentDateTimeUtc().date());

} // namespace ponte::lojaclick
