// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/answer.h"

#include <QTest>

using namespace ponte;
using namespace ponte::rm;
using namespace Qt::StringLiterals;

namespace {

const QString foreignKey = u"Violação de chave estrangeira\r\n"
                           "\r\nPossíveis causas:\r\n - O registro pai não existe\r\n"
                           "=======================================\r\n"
                           "   at RM.Lib.Data.DataAccess.Save(Int32 x)\r\n   at RM.Edu.Aluno.Save()\r\n"
                           "=======================================\r\n"
                           "The INSERT statement conflicted with the FOREIGN KEY constraint \"FKSALUNO\".\r\n"
                           "=======================================\r\n"
                           "INSERT INTO SALUNO (CODCOLIGADA, RA) VALUES (:P1, :P2)\r\n"
                           "======================================="_s;

} // namespace

class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheKeyOfTheExpectedShape_data();
    void takesTheKeyOfTheExpectedShape();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void namesAnUnexpectedKey();
    void keepsTheWholeTextInTheDetail();
    void headline_data();
    void headline();
    void cutsAnEndlessHeadline();
};

void TestAnswer::takesTheKeyOfTheExpectedShape_data()
{
    QTest::addColumn<KeyShape>("shape");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("person") << KeyShape().newNumber() << u"26620"_s << QStringList {u"26620"_s};
    QTest::newRow("new student") << KeyShape().known(u"3"_s).newCode() << u"3;00878180"_s
                                 << QStringList {u"3"_s, u"00878180"_s};
    QTest::newRow("letters in the RA") << KeyShape().known(u"1"_s).newCode() << u"1;EB-00384"_s
                                       << QStringList {u"1"_s, u"EB-00384"_s};
    QTest::newRow("course") << KeyShape().known(u"1"_s).known(u"24"_s).known(u"00878180"_s) << u" 1;24;00878180\r\n"_s
                            << QStringList {u"1"_s, u"24"_s, u"00878180"_s};
    QTest::newRow("global guardian") << KeyShape().known(u"0"_s).newCode() << u"0;C00123"_s
                                     << QStringList {u"0"_s, u"C00123"_s};
}

void TestAnswer::takesTheKeyOfTheExpectedShape()
{
    QFETCH(KeyShape, shape);
    QFETCH(QString, answer);
    const auto parts = shape.match(answer);
    QVERIFY(parts);
    QTEST(*parts, "parts");
}

void TestAnswer::refusesEverythingElse_data()
{
    QTest::addColumn<KeyShape>("shape");
    QTest::addColumn<QString>("answer");
    const KeyShape student = KeyShape().known(u"3"_s).newCode();
    QTest::newRow("empty") << student << QString();
    QTest::newRow("too few parts") << student << u"3"_s;
    QTest::newRow("too many parts") << student << u"3;1;2"_s;
    QTest::newRow("another company") << student << u"1;00878180"_s;
    QTest::newRow("key not given") << student << u"3;0"_s;
    QTest::newRow("auto number echoed") << student << u"3;-1"_s;
    QTest::newRow("empty part") << student << u"3;"_s;
    QTest::newRow("sentence with a semicolon") << student << u"3;Chave duplicada"_s;
    QTest::newRow("line break") << student << u"3;\n00878180"_s;
    QTest::newRow("foreign key") << student << foreignKey;
    QTest::newRow("not authorised") << student << u"Você não está autorizado a inserir registros!"_s;
    QTest::newRow("one word for a number") << KeyShape().newNumber() << u"Erro"_s;
    QTest::newRow("zero for a number") << KeyShape().newNumber() << u"0"_s;
    QTest::newRow("two words for a code") << KeyShape().newCode() << u"Chave duplicada"_s;
    QTest::newRow("leading zeros lost") << KeyShape().known(u"00878180"_s) << u"878180"_s;
}

void TestAnswer::refusesEverythingElse()
{
    QFETCH(KeyShape, shape);
    QFETCH(QString, answer);
    const auto parts = shape.match(answer);
    QVERIFY(!parts);
    QCOMPARE(parts.error().code, ErrorCode::Refused);
    QVERIFY(!parts.error().message.isEmpty());
    QVERIFY(!parts.error().message.contains(u'\n'));
}

void TestAnswer::namesAnUnexpectedKey()
{
    QCOMPARE(KeyShape().known(u"3"_s).newCode().match(u"9;00000001"_s).error().message,
             u"O SGE devolveu uma chave inesperada: 9;00000001."_s);
    QCOMPARE(KeyShape().newNumber().match(u"0"_s).error().message, u"O SGE devolveu uma chave inesperada: 0."_s);
    QCOMPARE(KeyShape().newNumber().match(u"Erro"_s).error().message, u"Erro"_s);
}

void TestAnswer::keepsTheWholeTextInTheDetail()
{
    const auto parts = KeyShape().known(u"3"_s).newCode().match(foreignKey);
    QVERIFY(!parts);
    QCOMPARE(parts.error().message, u"Violação de chave estrangeira"_s);
    QCOMPARE(parts.error().detail, foreignKey);
}

void TestAnswer::headline_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("captions") << u"O(s) campo(s) abaixo deve(m) estar preenchido(s):\r\nData de Nascimento\r\nCEP\r\n"
                                 "=======================================\r\n   at RM.X.Y()"_s
                              << u"O(s) campo(s) abaixo deve(m) estar preenchido(s): Data de Nascimento, CEP"_s;
    QTest::newRow("separator first") << u"=======================================\r\n   at RM.Lib.Save()\r\n"
                                        "=======================================\r\nORA-00001: unique constraint"_s
                                     << u"ORA-00001: unique constraint"_s;
    QTest::newRow("stack on the same line")
        << u"Object reference not set   at RM.Lib.RMSContext.Get(String x)"_s << u"Object reference not set"_s;
    QTest::newRow("Portuguese stack") << u"Chave duplicada\r\n   em RM.Lib.Save()"_s << u"Chave duplicada"_s;
    QTest::newRow("one line") << u"Column 'NOME' does not allow nulls."_s << u"Column 'NOME' does not allow nulls."_s;
    QTest::newRow("nothing") << u" \r\n"_s << u"O SGE recusou a operação sem dizer o motivo."_s;
    QTest::newRow("colon without a list") << u"Erro:"_s << u"Erro:"_s;
}

void TestAnswer::headline()
{
    QFETCH(QString, text);
    QTEST(rm::headline(text), "line");
}

void TestAnswer::cutsAnEndlessHeadline()
{
    QCOMPARE(rm::headline(QString(5000, u'x')).size(), 300);
}

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
