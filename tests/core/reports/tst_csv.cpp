// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/csvreport.h"
#include "core/reports/utf8.h"
#include "core/reports/zonetimes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ponte::reports::CsvText;
using ponte::reports::ZoneTimes;

class CsvTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void otherSeparator();
    void timesOfTheZone_data();
    void timesOfTheZone();
    void soundUtf8_data();
    void soundUtf8();
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
    std::string line;
    CsvText(';').append(line, cell.toStdString());
    QCOMPARE(QByteArray::fromStdString(line), text);
}

void CsvTest::otherSeparator()
{
    std::string line;
    const CsvText text(',');
    text.append(line, "1,5");
    line += ',';
    text.append(line, "3;77");
    QCOMPARE(line, std::string("\"1,5\",3;77"));
}

void CsvTest::timesOfTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("from");
    QTest::newRow("today") << QByteArray("America/Sao_Paulo") << QDateTime({2026, 11, 22}, {1, 30, 5}, Qt::UTC);
    // Summer time began and ended in these nights; the latter shows one hour twice.
    QTest::newRow("begin of summer time")
        << QByteArray("America/Sao_Paulo") << QDateTime({2018, 11, 4}, {1, 0}, Qt::UTC);
    QTest::newRow("end of summer time") << QByteArray("America/Sao_Paulo")
                                        << QDateTime({2019, 2, 17}, {0, 30}, Qt::UTC);
    QTest::newRow("half an hour") << QByteArray("Asia/Kolkata") << QDateTime({2026, 2, 28}, {18, 0}, Qt::UTC);
    QTest::newRow("before 1970") << QByteArray("America/Sao_Paulo") << QDateTime({1969, 12, 31}, {2, 30}, Qt::UTC);
    QTest::newRow("UTC") << QByteArray("UTC") << QDateTime({2024, 2, 28}, {23, 0}, Qt::UTC);
}

void CsvTest::timesOfTheZone()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDateTime, from);
    const QTimeZone known(zone);
    ZoneTimes dayFirst(known, ZoneTimes::Form::DayFirst);
    ZoneTimes yearFirst(known, ZoneTimes::Form::YearFirst);
    for (int minutes = 0; minutes < 60 * 8; minutes += 7) {
        const QDateTime time = from.addSecs(qint64(minutes) * 60);
        const QDateTime shown = time.toTimeZone(known);
        QCOMPARE(QString::fromStdString(std::string(dayFirst.text(time.toMSecsSinceEpoch()))),
                 shown.toString(u"dd/MM/yyyy HH:mm:ss"_s));
        QCOMPARE(QString::fromStdString(std::string(yearFirst.text(time.toMSecsSinceEpoch()))),
                 shown.toString(u"yyyy-MM-dd HH:mm:ss"_s));
    }
}

void CsvTest::soundUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isSound");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("accents") << QByteArray("Matrícula em Ação, 12345678") << true;
    QTest::newRow("emoji") << QByteArray("ok 🎓") << true;
    QTest::newRow("Latin-1") << QByteArray("12345678 Matr\xED"
                                           "cula")
                             << false;
    QTest::newRow("cut off") << QByteArray("ok \xF0\x9F\x8E") << false;
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << false;
}

void CsvTest::soundUtf8()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isSound);
    const std::string_view text(bytes.constData(), size_t(bytes.size()));
    QCOMPARE(ponte::reports::isSoundUtf8(text), isSound);
    if (!isSound)
        return;
    const QString units = QString::fromUtf8(bytes);
    QCOMPARE(ponte::reports::utf16Length(text), size_t(units.size()));
    for (size_t most = 0; most <= size_t(units.size()); ++most) {
        const QString cut = QString::fromUtf8(bytes.left(qsizetype(ponte::reports::bytesOfUtf16(text, most))));
        QVERIFY(cut.size() <= qsizetype(most) && cut.size() + 2 > qsizetype(most) && units.startsWith(cut));
    }
}

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
