// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/quicktext.h"
#include "core/log/searchwords.h"

#include <QTest>

using namespace ponte;
using namespace ponte::log;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(ponte::log::QuickText)

class TestQuickText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isUnderstood_data();
    void isUnderstood();
    void takesThePlaceOfAnEarlierOne();
    void wordsWithTheirEnds();
    void queriesOfWords_data();
    void queriesOfWords();
    void groupsOfIds();
};

void TestQuickText::isUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QuickText>("quick");
    const auto row = [](const char *name, const QString &typed, QuickKind kind, const QString &value) {
        QTest::newRow(name) << typed << QuickText {kind, value};
    };
    row("nothing", u"  "_s, QuickKind::Nothing, {});
    row("id with a mark", u"#00123"_s, QuickKind::LogId, u"00123"_s);
    row("mark alone", u"#"_s, QuickKind::Text, u"#"_s);
    row("zero is no id", u"#0"_s, QuickKind::Text, u"#0"_s);
    row("short number", u" 1234567 "_s, QuickKind::LogId, u"1234567"_s);
    row("eight digits", u"12345678"_s, QuickKind::Key, u"12345678"_s);
    row("RA", u"00878180"_s, QuickKind::Key, u"00878180"_s);
    row("CODCFO", u"000123"_s, QuickKind::Key, u"000123"_s);
    row("CPF", u"39053344705"_s, QuickKind::Cpf, u"39053344705"_s);
    row("masked CPF", u"390.533.447-05"_s, QuickKind::Cpf, u"39053344705"_s);
    row("eleven digits that are no CPF", u"39053344706"_s, QuickKind::Key, u"39053344706"_s);
    row("sale", u"LC-2026-000123-1"_s, QuickKind::SaleId, u"LC-2026-000123-1"_s);
    row("part of a sale", u"2026-LC"_s, QuickKind::SaleId, u"2026-LC"_s);
    row("class", u"TEC.001.006017"_s, QuickKind::Text, u"TEC.001.006017"_s);
    row("words", u"turma cheia"_s, QuickKind::Text, u"turma cheia"_s);
}

void TestQuickText::isUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QuickText, quick);
    QCOMPARE(quickText(typed).kind, quick.kind);
    QCOMPARE(quickText(typed).value, quick.value);
}

void TestQuickText::takesThePlaceOfAnEarlierOne()
{
    Filter filter;
    filter.company = CompanyId(3);
    applyQuickText(filter, quickText(u"#7"_s));
    QCOMPARE(filter.ids, QList<LogRecordId> {LogRecordId(7)});
    applyQuickText(filter, quickText(u"00878180"_s));
    QVERIFY(filter.ids.isEmpty());
    QCOMPARE(filter.key, u"00878180"_s);
    applyQuickText(filter, quickText(u"LC-1-x"_s));
    QVERIFY(filter.key.isEmpty());
    QCOMPARE(filter.text, u"LC-1-x"_s);
    applyQuickText(filter, quickText(QString()));
    Filter plain;
    plain.company = CompanyId(3);
    QCOMPARE(filter, plain);
}

void TestQuickText::wordsWithTheirEnds()
{
    QCOMPARE(indexedWords(u"3;0087;Ação"_s), u"0087 087 ação ção"_s);
    QCOMPARE(indexedWords(u"12;x"_s), QString());
    QCOMPARE(indexedWords(u"0087 0087"_s), u"0087 087"_s);
}

void TestQuickText::queriesOfWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("parts");
    QTest::newRow("open end") << u"0087"_s << u"\"0087\" *"_s << u"'0087'"_s;
    QTest::newRow("closed end") << u"0087;"_s << u"\"0087\""_s << u"'0087'"_s;
    QTest::newRow("open end of three") << u"008"_s << u"\"008\" *"_s << u"'008':*"_s;
    QTest::newRow("closed end of three") << u"008;"_s << u"\"008\""_s << u"'008'"_s;
    QTest::newRow("long") << u"Matrícula"_s << u"\"matrícula\" *"_s << u"'Matr' & 'tríc' & 'ícul' & 'cula'"_s;
    QTest::newRow("several") << u"TEC.001.0060"_s << u"\"tec\" AND \"001\" AND \"0060\" *"_s
                             << u"'TEC' & '001' & '0060'"_s;
    QTest::newRow("three beside a number") << u"TEC.00601"_s << u"\"00601\" *"_s << u"'0060' & '0601'"_s;
    QTest::newRow("short parts do not count") << u"3;0087;7"_s << u"\"0087\""_s << u"'0087'"_s;
    QTest::newRow("too short") << u"ab"_s << QString() << QString();
    QTest::newRow("signs of the query's language") << u"a\"b* OR (abc)"_s << u"\"abc\""_s << u"'abc'"_s;
    QTest::newRow("signs of the other's") << u"a'b:* & !(abc)\\"_s << u"\"abc\""_s << u"'abc'"_s;
    QTest::newRow("beyond 16 bits") << u"a😀bc"_s << u"\"a😀bc\" *"_s << u"'a😀bc'"_s;
    QTest::newRow("two beyond 16 bits") << u"😀😀"_s << u"\"😀😀\" *"_s << QString();
}

void TestQuickText::queriesOfWords()
{
    QFETCH(QString, typed);
    QFETCH(QString, query);
    QFETCH(QString, parts);
    QCOMPARE(wordQuery(typed), query);
    QCOMPARE(partQuery(typed), parts);
}

void TestQuickText::groupsOfIds()
{
    QCOMPARE(groupQuery(7, 7), u"'#7'"_s);
    QCOMPARE(groupQuery(7, 9), u"'#7' | '#8' | '#9'"_s);
}

QTEST_GUILESS_MAIN(TestQuickText)
#include "tst_quicktext.moc"
