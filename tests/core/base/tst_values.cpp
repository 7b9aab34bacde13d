// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/values.h"

#include <QTest>

#include <limits>

using namespace ponte;

class TestValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testDigitsOf();
    void testCpf_data();
    void testCpf();
    void testCpfHasOneRightPairOfCheckDigits();
    void testCnpj_data();
    void testCnpj();
    void testMask_data();
    void testMask();
    void testMoneyText_data();
    void testMoneyText();
    void testMoneyRefusals_data();
    void testMoneyRefusals();
    void testMoneyToTextOfExtremes();
    void testMoneyKeepsEveryCent();
};

void TestValues::testDigitsOf()
{
    QCOMPARE(digitsOf(u"390.533.447-05"), QStringLiteral("39053344705"));
    QCOMPARE(digitsOf(u"abc"), QString());
    QCOMPARE(digitsOf(QStringView()), QString());
    // Digits of another script are no digits of a document.
    QCOMPARE(digitsOf(u"\u0663\u0669"
                      u"1"),
             QStringLiteral("1"));
}

void TestValues::testCpf_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<bool>("valid");
    QTest::newRow("a right one") << "39053344705" << true;
    QTest::newRow("another right one") << "52998224725" << true;
    QTest::newRow("check digits zero") << "00000000191" << true;
    QTest::newRow("equal digits") << "11111111111" << false;
    QTest::newRow("zeros") << "00000000000" << false;
    QTest::newRow("wrong first check digit") << "39053344715" << false;
    QTest::newRow("wrong second check digit") << "39053344706" << false;
    QTest::newRow("swapped digits") << "39053347405" << false;
    QTest::newRow("too short") << "3905334470" << false;
    QTest::newRow("too long") << "390533447050" << false;
    QTest::newRow("with mask") << "390.533.447-05" << false;
    QTest::newRow("letters") << "3905334470a" << false;
    QTest::newRow("digits of another script") << QString::fromUtf8("٣٩٠٥٣٣٤٤٧٠٥") << false;
    QTest::newRow("empty") << "" << false;
}

void TestValues::testCpf()
{
    QFETCH(const QString, digits);
    QTEST(isValidCpf(digits), "valid");
}

void TestValues::testCpfHasOneRightPairOfCheckDigits()
{
    for (const char *base : {"390533447", "123456789", "987654321", "000000001"}) {
        int right = 0;
        for (int pair = 0; pair < 100; ++pair) {
            const QString digits = QString::fromLatin1(base) + QString::number(pair).rightJustified(2, u'0');
            right += isValidCpf(digits) ? 1 : 0;
        }
        QCOMPARE(right, 1);
    }
}

void TestValues::testCnpj_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<bool>("valid");
    QTest::newRow("a right one") << "11222333000181" << true;
    QTest::newRow("another right one") << "11444777000161" << true;
    QTest::newRow("equal digits") << "11111111111111" << false;
    QTest::newRow("zeros, whose check digits are right") << "00000000000000" << false;
    QTest::newRow("wrong first check digit") << "11222333000191" << false;
    QTest::newRow("wrong second check digit") << "11222333000182" << false;
    QTest::newRow("a CPF") << "39053344705" << false;
    QTest::newRow("with mask") << "11.222.333/0001-81" << false;
    QTest::newRow("empty") << "" << false;
}

void TestValues::testCnpj()
{
    QFETCH(const QString, digits);
    QTEST(isValidCnpj(digits), "valid");
}

void TestValues::testMask_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QString>("masked");
    QTest::newRow("CPF") << "39053344705"
                         << "390.533.447-05";
    QTest::newRow("CNPJ") << "11222333000181"
                          << "11.222.333/0001-81";
    QTest::newRow("another length stays") << "123"
                                          << "123";
    QTest::newRow("eleven letters stay") << "abcdefghijk"
                                         << "abcdefghijk";
    QTest::newRow("empty stays") << ""
                                 << "";
}

void TestValues::testMask()
{
    QFETCH(const QString, digits);
    QTEST(withDocumentMask(digits), "masked");
}

void TestValues::testMoneyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QString>("written");
    QTest::newRow("whole") << "1500" << qint64(150000) << "1500.00";
    QTest::newRow("one decimal") << "1500.5" << qint64(150050) << "1500.50";
    QTest::newRow("two decimals") << "1500.05" << qint64(150005) << "1500.05";
    QTest::newRow("zero") << "0" << qint64(0) << "0.00";
    QTest::newRow("one cent") << "0.01" << qint64(1) << "0.01";
    QTest::newRow("twelve digits") << "999999999999.99" << qint64(99999999999999) << "999999999999.99";
    QTest::newRow("what a double rounds") << "90071992547.41" << qint64(9007199254741) << "90071992547.41";
    QTest::newRow("leading zeros") << "0010.10" << qint64(1010) << "10.10";
}

void TestValues::testMoneyText()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, cents);
    QFETCH(const QString, written);
    const std::optional<Money> money = Money::fromText(text);
    QVERIFY(money.has_value());
    QCOMPARE(money->cents, cents);
    QCOMPARE(money->toText(), written);
}

void TestValues::testMoneyRefusals_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",    " ",   "1e3",   "1E3",   "1,50",     "-1",    "+1",       "0.005",         "1.",
                             ".5",  ".",   "1.5.0", "1 500", "1.500,00", "R$ 10", "1500.00 ", "1000000000000", "0x10",
                             "NaN", "inf", "1.-5",  "1.5e"})
    {
        QTest::newRow(qPrintable(QStringLiteral("refuses \"%1\"").arg(QLatin1String(text))))
            << QString::fromLatin1(text);
    }
    QTest::newRow("refuses digits of another script") << QString::fromUtf8("١٥");
}

void TestValues::testMoneyRefusals()
{
    QFETCH(const QString, text);
    QVERIFY(!Money::fromText(text).has_value());
}

void TestValues::testMoneyToTextOfExtremes()
{
    QCOMPARE(Money {-5}.toText(), QStringLiteral("-0.05"));
    QCOMPARE(Money {std::numeric_limits<qint64>::max()}.toText(), QStringLiteral("92233720368547758.07"));
    QCOMPARE(Money {std::numeric_limits<qint64>::min()}.toText(), QStringLiteral("-92233720368547758.08"));
}

void TestValues::testMoneyKeepsEveryCent()
{
    for (qint64 cents = 0; cents < 100'000; cents += 7) {
        const Money money {cents};
        const std::optional<Money> read = Money::fromText(money.toText());
        QVERIFY(read.has_value());
        QCOMPARE(read->cents, cents);
    }
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
