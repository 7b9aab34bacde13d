// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/sale.h"
#include "salesample.h"

#include <QTest>

using namespace ponte;
using namespace ponte::lojaclick;
using namespace ponte::lojaclick::sample;

namespace {

QString longText(int length)
{
    return QString(length, u'á');
}

void addWrong(const char *name, const char *field, const QJsonValue &value, const char *code)
{
    QTest::newRow(name) << QString::fromLatin1(field) << value << QString::fromLatin1(code);
}

} // namespace

class TestSaleFields final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testMissingFields_data();
    void testMissingFields();
    void testOptionalFields_data();
    void testOptionalFields();
    void testWrongFields_data();
    void testWrongFields();
    void testAcceptedSpellings_data();
    void testAcceptedSpellings();
    void testLengths_data();
    void testLengths();
    void testMoneyNumbers_data();
    void testMoneyNumbers();

private:
    static void addWrongIdRows();
    static void addWrongTextRows();
    static void addWrongDateRows();
    static void addWrongMoneyRows();
};

void TestSaleFields::testMissingFields_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"idVenda",
                              "codColigada",
                              "codFilial",
                              "codTipoCurso",
                              "responsavelFinanceiro.nome",
                              "responsavelFinanceiro.cpf",
                              "aluno.nome",
                              "aluno.dataNascimento",
                              "aluno.cpf",
                              "aluno.estadoNatal",
                              "aluno.naturalidade",
                              "matricula.idHabilitacaoFilial",
                              "matricula.idPerlet",
                              "matricula.codTurma",
                              "matricula.codPlanoPgto",
                              "matricula.dataMatricula",
                              "contrato.valorTotal",
                              "contrato.quantidadeParcelas",
                              "contrato.diaVencimento",
                              "contrato.formaPagamento",
                              "contrato.dataVenda"})
    {
        QTest::newRow(qPrintable(QStringLiteral("%1 is missing").arg(QLatin1String(field))))
            << QString::fromLatin1(field);
    }
}

void TestSaleFields::testMissingFields()
{
    QFETCH(const QString, field);
    const QList<QJsonValue> absences {QJsonValue(QJsonValue::Undefined), QJsonValue(QJsonValue::Null),
                                      QJsonValue(QString()), QJsonValue(QStringLiteral(" \t"))};
    for (const QJsonValue &absence : absences) {
        const SaleReading reading = read(with(senaiSale(), field, absence));
        QCOMPARE(fieldsOf(reading.errors), QStringList {field});
        QCOMPARE(reading.errors.first().code, QStringLiteral("obrigatorio"));
        QCOMPARE(reading.errors.first().message, QStringLiteral("O campo %1 é obrigatório.").arg(field));
    }
}

void TestSaleFields::testOptionalFields_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"responsavelFinanceiro.cnpj",
                              "responsavelFinanceiro.email",
                              "responsavelFinanceiro.cep",
                              "responsavelFinanceiro.logradouro",
                              "responsavelFinanceiro.numero",
                              "responsavelFinanceiro.complemento",
                              "responsavelFinanceiro.bairro",
                              "responsavelFinanceiro.cidade",
                              "responsavelFinanceiro.estado",
                              "responsavelFinanceiro.telefone",
                              "responsavelFinanceiro.celular",
                              "aluno.nomeSocial",
                              "aluno.sexo",
                              "aluno.nomeMae",
                              "aluno.email",
                              "aluno.telefone",
                              "aluno.celular",
                              "aluno.cep",
                              "aluno.logradouro",
                              "aluno.numero",
                              "aluno.complemento",
                              "aluno.bairro",
                              "aluno.cidade",
                              "aluno.estado",
                              "matricula.serie"})
    {
        QTest::newRow(qPrintable(QStringLiteral("%1 may be absent").arg(QLatin1String(field))))
            << QString::fromLatin1(field);
    }
}

void TestSaleFields::testOptionalFields()
{
    QFETCH(const QString, field);
    for (const QJsonValue &absence :
         {QJsonValue(QJsonValue::Undefined), QJsonValue(QJsonValue::Null), QJsonValue(QString())})
        QCOMPARE(fieldsOf(read(with(senaiSale(), field, absence)).errors), QStringList());
}

void TestSaleFields::addWrongIdRows()
{
    addWrong("a sale id with a blank", "idVenda", QStringLiteral("LC 1"), "formato");
    addWrong("a sale id with a slash", "idVenda", QStringLiteral("LC/1"), "formato");
    addWrong("a sale id with an accent", "idVenda", QStringLiteral("LÇ1"), "formato");
    addWrong("a sale id of digits of another script", "idVenda", QString::fromUtf8("١٢"), "formato");
    addWrong("a sale id as number", "idVenda", 123, "tipo");
    addWrong("a company as text", "codColigada", QStringLiteral("3"), "tipo");
    addWrong("a company as boolean", "codColigada", true, "tipo");
    addWrong("the global company", "codColigada", 0, "valor");
    addWrong("a negative branch", "codFilial", -1, "valor");
    addWrong("a branch with decimals", "codFilial", 1.5, "formato");
    addWrong("a level beyond RM's integers", "codTipoCurso", qint64(2147483648), "valor");
    addWrong("an offer beyond all integers", "matricula.idHabilitacaoFilial", 1e30, "formato");
    addWrong("an offer as text", "matricula.idHabilitacaoFilial", QStringLiteral("24"), "tipo");
    addWrong("a term as list", "matricula.idPerlet", QJsonArray {77}, "tipo");
    addWrong("a term of zero", "matricula.idPerlet", 0, "valor");
    addWrong("no instalments", "contrato.quantidadeParcelas", 0, "valor");
    addWrong("a thousand instalments", "contrato.quantidadeParcelas", 1000, "valor");
    addWrong("instalments as text", "contrato.quantidadeParcelas", QStringLiteral("12"), "tipo");
    addWrong("day zero", "contrato.diaVencimento", 0, "valor");
    addWrong("day 32", "contrato.diaVencimento", 32, "valor");
    addWrong("half a day", "contrato.diaVencimento", 10.5, "formato");
}

void TestSaleFields::addWrongTextRows()
{
    addWrong("a name as number", "aluno.nome", 5, "tipo");
    addWrong("a name as object", "responsavelFinanceiro.nome", QJsonObject(), "tipo");
    addWrong("a name with a line feed", "aluno.nome", QStringLiteral("Ana\nSouza"), "formato");
    addWrong("a name with a NUL", "aluno.nome", QString(QStringLiteral("Ana") + QChar(0) + u'S'), "formato");
    addWrong("a name with a C1 control", "aluno.nome", QString(QStringLiteral("Ana") + QChar(0x85) + u'S'), "formato");
    addWrong("a name with a non-character", "aluno.nome", QString(QStringLiteral("Ana") + QChar(0xFFFE) + u'S'),
             "formato");
    addWrong("a CPF of equal digits", "aluno.cpf", QStringLiteral("111.111.111-11"), "cpf");
    addWrong("a CPF with a wrong check digit", "aluno.cpf", QStringLiteral("39053344706"), "cpf");
    addWrong("a short CPF", "aluno.cpf", QStringLiteral("3905334470"), "cpf");
    addWrong("a CPF with letters between", "aluno.cpf", QStringLiteral("390x533x447x05"), "cpf");
    addWrong("a CPF with half of a mask", "aluno.cpf", QStringLiteral("390533447-05"), "cpf");
    addWrong("a CPF as number", "aluno.cpf", qint64(39053344705), "tipo");
    addWrong("a guardian's wrong CPF", "responsavelFinanceiro.cpf", QStringLiteral("39053344700"), "cpf");
    addWrong("a guardian's CNPJ as CPF", "responsavelFinanceiro.cpf", QStringLiteral("11222333000181"), "cpf");
    addWrong("an e-mail without an at sign", "aluno.email", QStringLiteral("ana.exemplo.com"), "formato");
    addWrong("an e-mail without a domain", "aluno.email", QStringLiteral("ana@"), "formato");
    addWrong("an e-mail without a point", "aluno.email", QStringLiteral("ana@exemplo"), "formato");
    addWrong("an e-mail with a blank", "aluno.email", QStringLiteral("ana s@exemplo.com"), "formato");
    addWrong("two e-mails", "responsavelFinanceiro.email", QStringLiteral("a@b.com;c@d.com"), "formato");
    addWrong("a short CEP", "aluno.cep", QStringLiteral("8053090"), "formato");
    addWrong("a CEP with letters", "responsavelFinanceiro.cep", QStringLiteral("80530abc"), "formato");
    addWrong("a CEP as number", "aluno.cep", 80530902, "tipo");
    addWrong("an unknown state", "aluno.estado", QStringLiteral("XX"), "valor");
    addWrong("a state by its name", "aluno.estadoNatal", QStringLiteral("Paraná"), "valor");
    addWrong("a guardian's unknown state", "responsavelFinanceiro.estado", QStringLiteral("P"), "valor");
    addWrong("an unknown sex", "aluno.sexo", QStringLiteral("X"), "valor");
    addWrong("a number of a house as number", "aluno.numero", 200, "tipo");
    addWrong("a class as number", "matricula.codTurma", 6017, "tipo");
}

void TestSaleFields::addWrongDateRows()
{
    addWrong("a Brazilian date", "aluno.dataNascimento", QStringLiteral("17/05/2001"), "formato");
    addWrong("a date without zeros", "aluno.dataNascimento", QStringLiteral("2001-5-17"), "formato");
    addWrong("a day that does not exist", "aluno.dataNascimento", QStringLiteral("2001-02-29"), "formato");
    addWrong("a date with time", "aluno.dataNascimento", QStringLiteral("2001-05-17T00:00:00"), "formato");
    addWrong("a date as number", "aluno.dataNascimento", 20010517, "tipo");
    addWrong("a birth tomorrow", "aluno.dataNascimento", QStringLiteral("2026-11-23"), "valor");
    addWrong("a birth before 1900", "aluno.dataNascimento", QStringLiteral("1899-12-31"), "valor");
    addWrong("an enrolment in month 13", "matricula.dataMatricula", QStringLiteral("2026-13-01"), "formato");
    addWrong("an enrolment in the year 1", "matricula.dataMatricula", QStringLiteral("0001-01-01"), "valor");
    addWrong("a sale without an offset", "contrato.dataVenda", QStringLiteral("2026-11-20T14:03:22"), "formato");
    addWrong("a sale without a time", "contrato.dataVenda", QStringLiteral("2026-11-20"), "formato");
    addWrong("a sale at hour 24", "contrato.dataVenda", QStringLiteral("2026-11-20T24:00:00-03:00"), "formato");
    addWrong("a sale on a day that does not exist", "contrato.dataVenda", QStringLiteral("2026-11-31T14:03:22Z"),
             "formato");
    addWrong("a sale with a blank for the T", "contrato.dataVenda", QStringLiteral("2026-11-20 14:03:22Z"), "formato");
    addWrong("a sale with an impossible offset", "contrato.dataVenda", QStringLiteral("2026-11-20T14:03:22-25:00"),
             "formato");
    addWrong("a sale as number", "contrato.dataVenda", 1763658202, "tipo");
    addWrong("a sale in the year 9999", "contrato.dataVenda", QStringLiteral("9999-11-20T14:03:22Z"), "valor");
}

void TestSaleFields::addWrongMoneyRows()
{
    addWrong("money with a comma", "contrato.valorTotal", QStringLiteral("1,50"), "formato");
    addWrong("money with an exponent", "contrato.valorTotal", QStringLiteral("1e3"), "formato");
    addWrong("money with a sign", "contrato.valorTotal", QStringLiteral("-1"), "formato");
    addWrong("money with three decimals", "contrato.valorTotal", QStringLiteral("0.005"), "formato");
    addWrong("money with thirteen digits", "contrato.valorTotal", QStringLiteral("1000000000000"), "formato");
    addWrong("no money", "contrato.valorTotal", QStringLiteral("0.00"), "valor");
    addWrong("no money as number", "contrato.valorTotal", 0, "valor");
    addWrong("negative money as number", "contrato.valorTotal", -5, "formato");
    addWrong("three decimals as number", "contrato.valorTotal", 1.005, "formato");
    addWrong("money as boolean", "contrato.valorTotal", true, "tipo");
    addWrong("money as object", "contrato.valorTotal", QJsonObject(), "tipo");
}

void TestSaleFields::testWrongFields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    addWrongIdRows();
    addWrongTextRows();
    addWrongDateRows();
    addWrongMoneyRows();
}

void TestSaleFields::testWrongFields()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, code);
    const SaleReading reading = read(with(senaiSale(), field, value));
    QCOMPARE(fieldsOf(reading.errors), QStringList {field});
    QCOMPARE(reading.errors.first().code, code);
    const QString message = reading.errors.first().message;
    QVERIFY2(message.contains(field) && message.endsWith(u'.'), qPrintable(message));
}

void TestSaleFields::testAcceptedSpellings_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonValue>("kept");
    const auto row = [](const char *name, const char *field, const QJsonValue &value, const QJsonValue &kept) {
        QTest::newRow(name) << QString::fromLatin1(field) << value << kept;
    };
    row("a CPF with mask", "aluno.cpf", QStringLiteral("390.533.447-05"), QStringLiteral("39053344705"));
    row("a CEP with hyphen", "aluno.cep", QStringLiteral("80530-902"), QStringLiteral("80530902"));
    row("a state in small letters", "aluno.estado", QStringLiteral("sp"), QStringLiteral("SP"));
    row("a sex in a small letter", "aluno.sexo", QStringLiteral("m"), QStringLiteral("M"));
    row("blanks around a name", "aluno.nome", QStringLiteral("  Ana \n"), QStringLiteral("Ana"));
    row("accents as marks of their own", "aluno.nome", QStringLiteral("Joa\u0303o"), QStringLiteral("João"));
    row("every letter of a sale id", "idVenda", QStringLiteral("aZ09._-"), QStringLiteral("aZ09._-"));
    row("money as whole number", "contrato.valorTotal", 1500, QStringLiteral("1500.00"));
    row("money as number", "contrato.valorTotal", 1500.25, QStringLiteral("1500.25"));
    row("money as whole text", "contrato.valorTotal", QStringLiteral("1500"), QStringLiteral("1500.00"));
    row("the least money", "contrato.valorTotal", QStringLiteral("0.01"), QStringLiteral("0.01"));
    row("a leap day", "aluno.dataNascimento", QStringLiteral("2004-02-29"), QStringLiteral("2004-02-29"));
    row("a birth today", "aluno.dataNascimento", QStringLiteral("2026-11-22"), QStringLiteral("2026-11-22"));
    row("a birth in 1900", "aluno.dataNascimento", QStringLiteral("1900-01-01"), QStringLiteral("1900-01-01"));
    row("a sale in UTC", "contrato.dataVenda", QStringLiteral("2026-11-20T14:03:22Z"),
        QStringLiteral("2026-11-20T14:03:22.000Z"));
    row("a sale without seconds", "contrato.dataVenda", QStringLiteral("2026-11-20T14:03-03:00"),
        QStringLiteral("2026-11-20T14:03:00.000-03:00"));
    row("a sale with a fraction", "contrato.dataVenda", QStringLiteral("2026-11-20T14:03:22.1234567-03:00"),
        QStringLiteral("2026-11-20T14:03:22.123-03:00"));
    row("the highest id", "codFilial", 2147483647, 2147483647);
    row("999 instalments", "contrato.quantidadeParcelas", 999, 999);
    row("day 31", "contrato.diaVencimento", 31, 31);
    row("a student's phone", "aluno.telefone", QStringLiteral("(41) 99999-9999"), QStringLiteral("(41) 99999-9999"));
}

void TestSaleFields::testAcceptedSpellings()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const QJsonValue, kept);
    const SaleReading reading = read(with(senaiSale(), field, value));
    QCOMPARE(fieldsOf(reading.errors), QStringList());
    const QStringList names = field.split(u'.');
    QJsonValue found = toJson(reading.sale);
    for (const QString &name : names)
        found = found.toObject().value(name);
    QCOMPARE(found, kept);
}

void TestSaleFields::testLengths_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("longest");
    const auto row = [](const char *field, int longest) {
        QTest::newRow(qPrintable(QStringLiteral("%1 holds %2 characters").arg(QLatin1String(field)).arg(longest)))
            << QString::fromLatin1(field) << longest;
    };
    row("responsavelFinanceiro.nome", 100);
    row("responsavelFinanceiro.logradouro", 100);
    row("responsavelFinanceiro.numero", 8);
    row("responsavelFinanceiro.complemento", 60);
    row("responsavelFinanceiro.bairro", 80);
    row("responsavelFinanceiro.cidade", 32);
    row("responsavelFinanceiro.telefone", 15);
    row("responsavelFinanceiro.celular", 15);
    row("aluno.nome", 120);
    row("aluno.nomeSocial", 120);
    row("aluno.naturalidade", 32);
    row("aluno.nomeMae", 120);
    row("aluno.telefone", 15);
    row("aluno.celular", 15);
    row("aluno.logradouro", 100);
    row("aluno.numero", 8);
    row("aluno.complemento", 60);
    row("aluno.bairro", 80);
    row("aluno.cidade", 32);
    row("matricula.codTurma", 20);
    row("matricula.codPlanoPgto", 10);
    row("contrato.formaPagamento", 20);
}

void TestSaleFields::testLengths()
{
    QFETCH(const QString, field);
    QFETCH(const int, longest);
    QCOMPARE(fieldsOf(read(with(senaiSale(), field, longText(longest))).errors), QStringList());
    const SaleReading reading = read(with(senaiSale(), field, longText(longest + 1)));
    QCOMPARE(fieldsOf(reading.errors), QStringList {field});
    QCOMPARE(reading.errors.first().code, QStringLiteral("tamanho"));
    QVERIFY(reading.errors.first().message.contains(QString::number(longest)));
}

void TestSaleFields::testMoneyNumbers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("trailing zero") << QByteArray("1500.10") << true;
    QTest::newRow("one decimal") << QByteArray("1500.1") << true;
    QTest::newRow("an exponent that gives a whole number") << QByteArray("15e2") << false;
    QTest::newRow("a third decimal that is zero") << QByteArray("1500.100") << false;
    QTest::newRow("a third decimal that a double loses") << QByteArray("900719925474.001") << false;
    QTest::newRow("twelve digits") << QByteArray("999999999999.99") << true;
    QTest::newRow("thirteen digits") << QByteArray("9999999999999") << false;
}

void TestSaleFields::testMoneyNumbers()
{
    QFETCH(const QByteArray, number);
    QFETCH(const bool, accepted);
    QByteArray text = json::toText(senaiSale());
    text.replace("\"1500.00\"", number);
    const SaleReading reading = readSale(json::parseObject(text).value(), Network::Senai, Today);
    QCOMPARE(reading.errors.isEmpty(), accepted);
    if (accepted)
        QCOMPARE(reading.sale.total, Money::fromText(QString::fromLatin1(number)).value());
    else
        QCOMPARE(reading.errors.first().code, QStringLiteral("formato"));
}

QTEST_GUILESS_MAIN(TestSaleFields)
#include "tst_salefields.moc"
