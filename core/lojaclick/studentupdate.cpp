// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/studentupdate.h"

#include "core/lojaclick/fieldreader.h"
#include "core/lojaclick/salefields.h"

namespace ponte::lojaclick {

StudentUpdateReading readStudentUpdate(const json::Document &document, QDate today)
{
    constexpr QLatin1String StudentPrefix("aluno.");
    constexpr QLatin1String Company("codColigada");
    constexpr QLatin1String Cpf("cpf");

    const FieldReader reader(document, today);
    StudentUpdateReading reading;
    Sale sale;
    for (const SaleField &field : saleFields()) {
        const bool isStudents = field.path.startsWith(StudentPrefix);
        if (!isStudents && field.path != Company)
            continue;
        const QString path = isStudents ? field.path.sliced(StudentPrefix.size()) : field.path;
        const bool isKey = path == Company || path == Cpf;
        const std::optional<FieldError> error =
            isKey && !reader.has(path) ? missingField(path) : reader.read(field, path, sale);
        if (error)
            reading.errors << *error;
    }
    reading.update = StudentUpdate {sale.company, sale.student.cpf, sale.student};
    return reading;
}

} // namespace ponte::lojaclick
