// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/csvwriter.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using ponte::reports::CsvWriter;

class CsvTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void otherSeparator();
    void refusingDevice();
};

void CsvTest::cells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << u"Matrícula"_s << QByteArray("Matrícula");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("separator") << u"3;77"_s << QByteArray("\"3;77\"");
    QTest::newRow("comma") << u"1,5"_s << QByteArray("1,5");
    QTest::newRow("quote") << u"a\"b"_s << QByteArray("\"a\"\"b\"");
    QTest::newRow("line break") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("space in front") << u" a"_s << QByteArray("\" a\"");
    QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
    QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("formula with quotes") << u"=A(\"x\")"_s << QByteArray("\"'=A(\"\"x\"\")\"");
    QTest::newRow("minus inside") << u"Loja Click - Importação"_s << QByteArray("Loja Click - Importação");
}

void CsvTest::cells()
{
    QFETCH(const QString, cell);
    QFETCH(const QByteArray, text);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter csv(buffer);
    csv.writeRow({u"1"_s, cell, u"2"_s});
    QVERIFY(csv.state());
    QCOMPARE(buffer.data(), "\xEF\xBB\xBF"
                            "1;" + text
                                + ";2\r\n");
}

void CsvTest::otherSeparator()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter csv(buffer, u',');
    csv.writeRow({u"1,5"_s, u"3;77"_s});
    QCOMPARE(buffer.data(), QByteArray("\xEF\xBB\xBF\"1,5\",3;77\r\n"));
}

void CsvTest::refusingDevice()
{
    QBuffer closed;
    CsvWriter csv(closed);
    csv.writeRow({u"1"_s});
    QVERIFY(!csv.state());
    QCOMPARE(csv.state().error().code, ponte::ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(CsvTest)
#include "csv_test.moc"
