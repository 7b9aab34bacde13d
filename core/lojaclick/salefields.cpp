// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/salefields.h"

#include <array>
#include <limits>

namespace ponte::lojaclick {

// Named, so that its short words stay in here where the module is compiled as one unit.
namespace saletable {

namespace {

/// The member of a sale that a chain of member pointers leads to.
template<auto... Members>
auto &at(Sale &sale)
{
    return (sale.*....*Members);
}

template<auto Member>
constexpr auto guardian = &at<&Sale::guardian, Member>;
template<auto Member>
constexpr auto guardianAddress = &at<&Sale::guardian, &Guardian::address, Member>;
template<auto Member>
constexpr auto student = &at<&Sale::student, Member>;
template<auto Member>
constexpr auto studentAddress = &at<&Sale::student, &Student::address, Member>;

constexpr int HighestId = std::numeric_limits<qint32>::max(); // RM keeps its ids in INTEGER columns

using enum FieldKind;
using enum Presence;

// Lengths are those of RM's columns: FCFO for the guardian, PPESSOA for the student, SMATRICPL and SCONTRATO for the
// rest.
constexpr std::array Fields {
    SaleField {QLatin1String("idVenda"), SaleId, Required, 60, &at<&Sale::id>},
    SaleField {QLatin1String("codColigada"), Id, Required, HighestId, &at<&Sale::company>},
    SaleField {QLatin1String("codFilial"), Id, Required, HighestId, &at<&Sale::branch>},
    SaleField {QLatin1String("codTipoCurso"), Id, Required, HighestId, &at<&Sale::level>},

    SaleField {QLatin1String("responsavelFinanceiro.nome"), Text, Required, 100, guardian<&Guardian::name>},
    SaleField {QLatin1String("responsavelFinanceiro.cpf"), Cpf, GuardianDocument, 11, guardian<&Guardian::cpf>},
    SaleField {QLatin1String("responsavelFinanceiro.cnpj"), Cnpj, GuardianDocument, 14, guardian<&Guardian::cnpj>},
    SaleField {QLatin1String("responsavelFinanceiro.email"), Email, Optional, 60, guardian<&Guardian::email>},
    SaleField {QLatin1String("responsavelFinanceiro.cep"), Cep, Optional, 8, guardianAddress<&Address::cep>},
    SaleField {QLatin1String("responsavelFinanceiro.logradouro"), Text, Optional, 100,
               guardianAddress<&Address::street>},
    SaleField {QLatin1String("responsavelFinanceiro.numero"), Text, Optional, 8, guardianAddress<&Address::number>},
    SaleField {QLatin1String("responsavelFinanceiro.complemento"), Text, Optional, 60,
               guardianAddress<&Address::complement>},
    SaleField {QLatin1String("responsavelFinanceiro.bairro"), Text, Optional, 80, guardianAddress<&Address::district>},
    SaleField {QLatin1String("responsavelFinanceiro.cidade"), Text, Optional, 32, guardianAddress<&Address::city>},
    SaleField {QLatin1String("responsavelFinanceiro.estado"), State, Optional, 2, guardianAddress<&Address::state>},
    SaleField {QLatin1String("responsavelFinanceiro.telefone"), Text, Optional, 15, guardian<&Guardian::phone>},
    SaleField {QLatin1String("responsavelFinanceiro.celular"), Text, Optional, 15, guardian<&Guardian::mobile>},

    SaleField {QLatin1String("aluno.nome"), Text, Required, 120, student<&Student::name>},
    SaleField {QLatin1String("aluno.nomeSocial"), Text, Optional, 120, student<&Student::socialName>},
    SaleField {QLatin1String("aluno.sexo"), Sex, Optional, 1, student<&Student::sex>},
    SaleField {QLatin1String("aluno.dataNascimento"), BirthDate, Required, 0, student<&Student::birthDate>},
    SaleField {QLatin1String("aluno.cpf"), Cpf, Required, 11, student<&Student::cpf>},
    SaleField {QLatin1String("aluno.estadoNatal"), State, Required, 2, student<&Student::birthState>},
    SaleField {QLatin1String("aluno.naturalidade"), Text, Required, 32, student<&Student::birthPlace>},
    SaleField {QLatin1String("aluno.nomeMae"), Text, Optional, 120, student<&Student::motherName>},
    SaleField {QLatin1String("aluno.email"), Email, Optional, 60, student<&Student::email>},
    SaleField {QLatin1String("aluno.telefone"), Text, Optional, 15, student<&Student::phone>},
    SaleField {QLatin1String("aluno.celular"), Text, Optional, 15, student<&Student::mobile>},
    SaleField {QLatin1String("aluno.cep"), Cep, Optional, 8, studentAddress<&Address::cep>},
    SaleField {QLatin1String("aluno.logradouro"), Text, Optional, 100, studentAddress<&Address::street>},
    SaleField {QLatin1String("aluno.numero"), Text, Optional, 8, studentAddress<&Address::number>},
    SaleField {QLatin1String("aluno.complemento"), Text, Optional, 60, studentAddress<&Address::complement>},
    SaleField {QLatin1String("aluno.bairro"), Text, Optional, 80, studentAddress<&Address::district>},
    SaleField {QLatin1String("aluno.cidade"), Text, Optional, 32, studentAddress<&Address::city>},
    SaleField {QLatin1String("aluno.estado"), State, Optional, 2, studentAddress<&Address::state>},

    SaleField {QLatin1String("matricula.idHabilitacaoFilial"), Id, Required, HighestId, &at<&Sale::courseOfferId>},
    SaleField {QLatin1String("matricula.idPerlet"), Id, Required, HighestId, &at<&Sale::termId>},
    SaleField {QLatin1String("matricula.codTurma"), Text, Required, 20, &at<&Sale::classCode>},
    SaleField {QLatin1String("matricula.serie"), Count, Grade, 99, &at<&Sale::grade>},
    SaleField {QLatin1String("matricula.codPlanoPgto"), Text, Required, 10, &at<&Sale::paymentPlan>},
    SaleField {QLatin1String("matricula.dataMatricula"), Date, Required, 0, &at<&Sale::enrollmentDate>},

    SaleField {QLatin1String("contrato.valorTotal"), Amount, Required, 0, &at<&Sale::total>},
    SaleField {QLatin1String("contrato.quantidadeParcelas"), Count, Required, 999, &at<&Sale::instalments>},
    SaleField {QLatin1String("contrato.diaVencimento"), Count, Required, 31, &at<&Sale::dueDay>},
    SaleField {QLatin1String("contrato.formaPagamento"), Text, Required, 20, &at<&Sale::paymentMethod>},
    SaleField {QLatin1String("contrato.dataVenda"), Instant, Required, 0, &at<&Sale::soldAt>},
};

QJsonValue jsonOf(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QJsonValue jsonOf(QDate date)
{
    return jsonOf(date.toString(Qt::ISODate));
}

QJsonValue jsonOf(const QDateTime &instant)
{
    return jsonOf(instant.toString(Qt::ISODateWithMs));
}

QJsonValue jsonOf(Money money)
{
    return money.cents == 0 ? QJsonValue(QJsonValue::Undefined) : QJsonValue(money.toText());
}

QJsonValue jsonOf(qint64 number)
{
    return number == 0 ? QJsonValue(QJsonValue::Undefined) : QJsonValue(number);
}

QJsonValue jsonOf(int number)
{
    return jsonOf(qint64(number));
}

QJsonValue jsonOf(std::optional<int> number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Undefined);
}

template<class Tag>
QJsonValue jsonOf(StrongId<Tag> id)
{
    return jsonOf(id.value());
}

} // namespace

} // namespace saletable

std::span<const SaleField> saleFields()
{
    return saletable::Fields;
}

QJsonValue valueOf(const SaleField &field, const Sale &sale)
{
    Sale readable = sale; // shared strings; the table's accessors exist for writing
    return std::visit([&readable](auto target) { return saletable::jsonOf(target(readable)); }, field.target);
}

} // namespace ponte::lojaclick
