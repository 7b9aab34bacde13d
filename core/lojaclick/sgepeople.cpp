// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/values.h"
#include "core/lojaclick/outsidecalls.h"
#include "core/lojaclick/sgegateway.h"
#include "core/rm/filter.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String guardianServer("FinCFODataBR");
constexpr QLatin1String personServer("RhuPessoaData");
constexpr QLatin1String studentServer("EduAlunoData");

using Columns = QList<QPair<QString, QString>>;

void addAddress(Columns &columns, const Address &address, const QString &stateColumn)
{
    columns << qMakePair(u"RUA"_s, address.street) << qMakePair(u"NUMERO"_s, address.number)
            << qMakePair(u"COMPLEMENTO"_s, address.complement) << qMakePair(u"BAIRRO"_s, address.district)
            << qMakePair(u"CIDADE"_s, address.city) << qMakePair(stateColumn, address.state)
            << qMakePair(u"CEP"_s, address.cep);
}

Columns guardianColumns(const Guardian &guardian)
{
    Columns columns {{u"NOME"_s, guardian.name}, {u"CGCCFO"_s, guardian.document()}};
    addAddress(columns, guardian.address, u"CODETD"_s);
    // TELEX is where RM keeps the mobile number (totvs-rm.md 3.4).
    columns << qMakePair(u"TELEFONE"_s, guardian.phone) << qMakePair(u"TELEX"_s, guardian.mobile)
            << qMakePair(u"EMAIL"_s, guardian.email);
    return columns;
}

Columns personColumns(const Student &student)
{
    const QString birth =
        student.birthDate.isValid() ? QString(student.birthDate.toString(u"yyyy-MM-dd"_s) + u"T00:00:00") : QString();
    Columns columns {
        {u"NOME"_s, student.name},  {u"NOMESOCIAL"_s, student.socialName},  {u"SEXO"_s, student.sex},
        {u"DTNASCIMENTO"_s, birth}, {u"ESTADONATAL"_s, student.birthState}, {u"NATURALIDADE"_s, student.birthPlace},
        {u"CPF"_s, student.cpf}};
    addAddress(columns, student.address, u"ESTADO"_s);
    columns << qMakePair(u"TELEFONE1"_s, student.phone) << qMakePair(u"TELEFONE2"_s, student.mobile)
            << qMakePair(u"EMAIL"_s, student.email);
    return columns;
}

/// What a new row holds: no column is sent empty.
Columns present(const Columns &columns)
{
    Columns kept;
    for (const auto &column : columns) {
        if (!column.second.isEmpty())
            kept << column;
    }
    return kept;
}

/// Present and not empty in the message, and other than in RM.
QHash<QString, QString> changesOf(const rm::Row &row, const Columns &message)
{
    QHash<QString, QString> changes;
    for (const auto &[name, value] : message) {
        if (!value.isEmpty() && row.value(name) != value)
            changes.insert(name, value);
    }
    return changes;
}

/// The lowest code of the active rows, so that every sale takes the same one of a guardian's doubles.
std::optional<GuardianKey> chosenGuardian(const QList<rm::Row> &rows)
{
    std::optional<GuardianKey> chosen;
    bool chosenIsActive = false;
    for (const rm::Row &row : rows) {
        const GuardianKey key {CompanyId(row.number(u"CODCOLIGADA"_s)), row.value(u"CODCFO"_s)};
        const bool isActive = row.value(u"ATIVO"_s) != "0"_L1;
        const bool better =
            !chosen || (isActive && !chosenIsActive) || (isActive == chosenIsActive && key.code < chosen->code);
        if (!key.code.isEmpty() && better) {
            chosen = key;
            chosenIsActive = isActive;
        }
    }
    return chosen;
}

/// A supplier who buys becomes both; an inactive guardian is a payer again.
void makePayer(const rm::Row &row, QHash<QString, QString> &changes)
{
    const QString kind = row.value(u"PAGREC"_s);
    if (kind == "2"_L1)
        changes.insert(u"PAGREC"_s, u"3"_s);
    else if (kind != "1"_L1 && kind != "3"_L1)
        changes.insert(u"PAGREC"_s, u"1"_s);
    if (row.value(u"ATIVO"_s) != "1"_L1)
        changes.insert(u"ATIVO"_s, u"1"_s);
}

tl::unexpected<Error> vanished(const QString &what)
{
    return failure(ErrorCode::Conflict, u"%1 deixou de existir no SGE durante a integração."_s.arg(what));
}

} // namespace

Result<std::optional<GuardianKey>> SgeGateway::findGuardian(const QString &document, rm::ExchangeLog &log)
{
    const QString table = u"FCFO"_s;
    const QString digits = digitsOf(document);
    for (const QString &spelling : {digits, withDocumentMask(digits)}) {
        const QString filter =
            rm::Filter(table).equals(u"CODCOLIGADA", guardianCompany().value()).equals(u"CGCCFO", spelling).toText();
        const auto set = m_client.readView(call::guardianFind, guardianServer, filter, m_context, log);
        if (!set)
            return tl::unexpected(set.error());
        if (auto key = chosenGuardian(set->rowsOf(table)))
            return key;
    }
    return std::nullopt;
}

Result<GuardianKey> SgeGateway::saveGuardian(const Guardian &guardian, const std::optional<GuardianKey> &existing,
                                             rm::ExchangeLog &log)
{
    const QString table = u"FCFO"_s;
    const QString dataSet = rm::dataSetNameOf(guardianServer);
    const QString company = QString::number((existing ? existing->company : guardianCompany()).value());
    QString xml;
    rm::KeyShape shape;
    shape.known(company);
    if (existing) {
        const auto record =
            m_client.readRecord(call::guardianRead, guardianServer, company + u';' + existing->code, m_context, log);
        if (!record)
            return tl::unexpected(record.error());
        const rm::Row *row = record->first(table);
        if (!row)
            return vanished(u"O responsável financeiro %1"_s.arg(existing->code));
        auto changes = changesOf(*row, guardianColumns(guardian));
        makePayer(*row, changes);
        if (changes.isEmpty())
            return *existing;
        xml = rm::changedRecordXml(dataSet, *record, table, changes);
        shape.known(existing->code);
    } else {
        const Columns fixed {{u"CODCOLIGADA"_s, company},
                             {u"CODCFO"_s, u"0"_s},
                             {u"IDCFO"_s, u"0"_s},
                             {u"NOMEFANTASIA"_s, guardian.name},
                             {u"PAGREC"_s, u"1"_s},
                             {u"ATIVO"_s, u"1"_s},
                             {u"PESSOAFISOUJUR"_s, guardian.cpf.isEmpty() ? u"J"_s : u"F"_s}};
        xml = rm::recordXml(dataSet, {{u"FCFO"_s, fixed + present(guardianColumns(guardian))}});
        shape.newCode();
    }
    const auto key = m_client.saveRecord(call::guardianSave, guardianServer, xml, m_context, shape, log);
    if (!key)
        return tl::unexpected(key.error());
    return GuardianKey {CompanyId(key->at(0).toLongLong()), key->at(1)};
}

Result<std::optional<QString>> SgeGateway::findPerson(const QString &cpf, rm::ExchangeLog &log)
{
    const QString table = u"PPESSOA"_s;
    const QString filter = rm::Filter(table).equals(u"CPF", digitsOf(cpf)).toText();
    const auto set = m_client.readView(call::personFind, personServer, filter, m_context, log);
    if (!set)
        return tl::unexpected(set.error());
    qint64 lowest = 0;
    for (const rm::Row &row : set->rowsOf(table)) {
        const qint64 code = row.number(u"CODIGO"_s);
        if (code > 0 && (lowest == 0 || code < lowest))
            lowest = code;
    }
    return lowest == 0 ? std::optional<QString>() : QString::number(lowest);
}

Result<std::optional<StudentKey>> SgeGateway::findStudent(const QString &person, rm::ExchangeLog &log)
{
    const QString table = u"SALUNO"_s;
    const QString filter = rm::Filter(table)
                               .equals(u"CODCOLIGADA", m_context.company.value())
                               .equals(u"CODPESSOA", person.toLongLong())
                               .toText();
    const auto set = m_client.readView(call::studentFind, studentServer, filter, m_context, log);
    if (!set)
        return tl::unexpected(set.error());
    std::optional<StudentKey> found;
    for (const rm::Row &row : set->rowsOf(table)) {
        const QString ra = row.value(u"RA"_s);
        if (!ra.isEmpty() && (!found || ra < found->ra))
            found = StudentKey {ra, person};
    }
    return found;
}

Result<StudentKey> SgeGateway::saveStudent(const Student &student, const std::optional<QString> &person,
                                           const std::optional<StudentKey> &existing, const GuardianKey &guardian,
                                           rm::ExchangeLog &log)
{
    const auto code = savePerson(student, person, log);
    if (!code)
        return tl::unexpected(code.error());
    const auto ra = saveStudentRow(*code, existing, guardian, log);
    if (!ra)
        return tl::unexpected(ra.error());
    return StudentKey {*ra, *code};
}

Result<QString> SgeGateway::savePerson(const Student &student, const std::optional<QString> &person,
                                       rm::ExchangeLog &log)
{
    const QString table = u"PPESSOA"_s;
    const QString dataSet = rm::dataSetNameOf(personServer);
    QString xml;
    rm::KeyShape shape;
    if (person) {
        const auto record = m_client.readRecord(call::personRead, personServer, *person, m_context, log);
        if (!record)
            return tl::unexpected(record.error());
        const rm::Row *row = record->first(table);
        if (!row)
            return vanished(u"A pessoa %1"_s.arg(*person));
        auto changes = changesOf(*row, personColumns(student));
        // The message carries a day; RM may keep any time of it.
        if (changes.value(u"DTNASCIMENTO"_s).left(10) == row->value(u"DTNASCIMENTO"_s).left(10))
            changes.remove(u"DTNASCIMENTO"_s);
        if (changes.isEmpty())
            return *person;
        xml = rm::changedRecordXml(dataSet, *record, table, changes);
        shape.known(*person);
    } else {
        const Columns fixed {{u"CODIGO"_s, u"0"_s}, {u"NACIONALIDADE"_s, u"10"_s}, {u"IDPAIS"_s, u"1"_s}};
        xml = rm::recordXml(dataSet, {{u"PPessoa"_s, fixed + present(personColumns(student))},
                                      {u"VPCompl"_s, {{u"CODPESSOA"_s, u"0"_s}}}});
        shape.newNumber();
    }
    const auto key = m_client.saveRecord(call::personSave, personServer, xml, m_context, shape, log);
    if (!key)
        return tl::unexpected(key.error());
    return key->at(0);
}

Result<QString> SgeGateway::saveStudentRow(const QString &person, const std::optional<StudentKey> &existing,
                                           const GuardianKey &guardian, rm::ExchangeLog &log)
{
    const QString table = u"SALUNO"_s;
    const QString dataSet = rm::dataSetNameOf(studentServer);
    const QString company = QString::number(m_context.company.value());
    const Columns link {{u"CODCOLCFO"_s, QString::number(guardian.company.value())}, {u"CODCFO"_s, guardian.code}};
    QString xml;
    rm::KeyShape shape;
    shape.known(company);
    if (existing) {
        const auto record =
            m_client.readRecord(call::studentRead, studentServer, company + u';' + existing->ra, m_context, log);
        if (!record)
            return tl::unexpected(record.error());
        const rm::Row *row = record->first(table);
        if (!row)
            return vanished(u"O aluno %1"_s.arg(existing->ra));
        const auto changes = changesOf(*row, link);
        if (changes.isEmpty())
            return existing->ra;
        xml = rm::changedRecordXml(dataSet, *record, table, changes);
        shape.known(existing->ra);
    } else {
        const Columns key {{u"CODCOLIGADA"_s, company}, {u"RA"_s, u"0"_s}};
        const Columns rest {{u"CODPESSOA"_s, person}, {u"CODTIPOCURSO"_s, QString::number(m_context.level.value())}};
        xml = rm::recordXml(dataSet, {{u"SAluno"_s, key + rest + link}, {u"SAlunoCompl"_s, key}});
        shape.newCode();
    }
    const auto saved = m_client.saveRecord(call::studentSave, studentServer, xml, m_context, shape, log);
    if (!saved)
        return tl::unexpected(saved.error());
    return saved->at(1);
}

Result<StudentKey> SgeGateway::updateStudentByCpf(const Student &student, rm::ExchangeLog &log)
{
    const auto person = findPerson(student.cpf, log);
    if (!person)
        return tl::unexpected(person.error());
    if (!*person)
        return failure(ErrorCode::NotFound, u"Nenhuma pessoa com este CPF foi encontrada no SGE."_s, {}, u"cpf"_s);
    const auto existing = findStudent(**person, log);
    if (!existing)
        return tl::unexpected(existing.error());
    const auto saved = savePerson(student, *person, log);
    if (!saved)
        return tl::unexpected(saved.error());
    return StudentKey {*existing ? (*existing)->ra : QString(), *saved};
}

} // namespace ponte::lojaclick
