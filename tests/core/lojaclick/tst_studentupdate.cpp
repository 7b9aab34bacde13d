// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/studentupdate.h"
#include "salesample.h"

#include <QTest>

using namespace ponte;
using namespace ponte::lojaclick;
using namespace ponte::lojaclick::sample;

namespace {

QJsonObject soundUpdate()
{
    QJsonObject update = senaiSale().value(QStringLiteral("aluno")).toObject();
    update.insert(QStringLiteral("codColigada"), 3);
    return update;
}

} // namespace

class TestStudentUpdate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testAllFieldsAreRead();
    void testOnlyTheKeyIsRequired();
    void testEmptyAndNullFieldsAreAbsent();
    void testFieldsOfASaleAreIgnored();
    void testWrongFields_data();
    void testWrongFields();
    void testAllWrongFieldsAtOnce();
};

void TestStudentUpdate::testAllFieldsAreRead()
{
    const StudentUpdateReading reading = readStudentUpdate(parsed(soundUpdate()), Today);
    QVERIFY(reading.errors.isEmpty());
    QCOMPARE(reading.update.company, CompanyId(3));
    QCOMPARE(reading.update.cpf, QStringLiteral("52998224725"));
    QVERIFY(reading.update.fields == read(senaiSale()).sale.student);
}

void TestStudentUpdate::testOnlyTheKeyIsRequired()
{
    const StudentUpdateReading reading =
        readStudentUpdate(json::parseObject(R"({"codColigada":2,"cpf":"390.533.447-05"})").value(), Today);
    QVERIFY(reading.errors.isEmpty());
    Student student;
    student.cpf = QStringLiteral("39053344705");
    QVERIFY(reading.update.fields == student);
}

void TestStudentUpdate::testEmptyAndNullFieldsAreAbsent()
{
    const StudentUpdateReading reading = readStudentUpdate(
        json::parseObject(
            R"({"codColigada":2,"cpf":"39053344705","nome":"","email":" ","dataNascimento":null,"cidade":"Londrina"})")
            .value(),
        Today);
    QVERIFY(reading.errors.isEmpty());
    QVERIFY(reading.update.fields.name.isEmpty());
    QVERIFY(reading.update.fields.email.isEmpty());
    QVERIFY(!reading.update.fields.birthDate.isValid());
    QCOMPARE(reading.update.fields.address.city, QStringLiteral("Londrina"));
}

void TestStudentUpdate::testFieldsOfASaleAreIgnored()
{
    const QJsonObject update =
        with(with(soundUpdate(), QStringLiteral("idVenda"), 5), QStringLiteral("contrato"), QStringLiteral("x"));
    QVERIFY(readStudentUpdate(parsed(update), Today).errors.isEmpty());
}

void TestStudentUpdate::testWrongFields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *field, const QJsonValue &value, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(field) << value << QString::fromLatin1(code);
    };
    row("no company", "codColigada", QJsonValue::Undefined, "obrigatorio");
    row("a company as text", "codColigada", QStringLiteral("3"), "tipo");
    row("no CPF", "cpf", QJsonValue::Undefined, "obrigatorio");
    row("an empty CPF", "cpf", QString(), "obrigatorio");
    row("a wrong CPF", "cpf", QStringLiteral("11111111111"), "cpf");
    row("a long name", "nome", QString(121, u'a'), "tamanho");
    row("a wrong e-mail", "email", QStringLiteral("ana"), "formato");
    row("a birth date to come", "dataNascimento", QStringLiteral("2026-11-23"), "valor");
    row("a name of another type", "nome", QJsonArray(), "tipo");
}

void TestStudentUpdate::testWrongFields()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, code);
    const StudentUpdateReading reading = readStudentUpdate(parsed(with(soundUpdate(), field, value)), Today);
    QCOMPARE(reading.errors.size(), 1);
    QCOMPARE(reading.errors.first().field, field);
    QCOMPARE(reading.errors.first().code, code);
}

void TestStudentUpdate::testAllWrongFieldsAtOnce()
{
    const StudentUpdateReading reading =
        readStudentUpdate(json::parseObject(R"({"email":"x","sexo":"x","estado":"XX"})").value(), Today);
    QCOMPARE(fieldsOf(reading.errors).join(u' '), QStringLiteral("codColigada sexo cpf email estado"));
}

QTEST_GUILESS_MAIN(TestStudentUpdate)
#include "tst_studentupdate.moc"
