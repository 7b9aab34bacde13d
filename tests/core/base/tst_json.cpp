// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/json.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace ponte;

class TestJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testAgreesWithQt_data();
    void testAgreesWithQt();
    void testNumberTexts_data();
    void testNumberTexts();
    void testIntegersAreExact();
    void testPathsCannotBeForged();
    void testByteOrderMark();
    void testEmbeddedNulInText();
    void testRefusals_data();
    void testRefusals();
    void testDepth_data();
    void testDepth();
    void testLimits();
    void testManyMembersAreFast();
    void testToText();
};

void TestJson::testAgreesWithQt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("every type") << QByteArray(R"({"a":null,"b":true,"c":false,"d":1,"e":-2.5,"f":"x","g":[],"h":{}})");
    QTest::newRow("nesting") << QByteArray(R"({"a":[1,[2,{"b":[{}]}],{"c":{"d":"e"}}]})");
    QTest::newRow("white space") << QByteArray(" \t\r\n{ \"a\" : [ 1 , 2 ] } \n");
    QTest::newRow("escapes") << QByteArray(R"({"a":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"})");
    QTest::newRow("UTF-8") << QByteArray(R"({"é":"São João 😀"})");
    QTest::newRow("names out of order") << QByteArray(R"({"z":1,"a":2,"m":3,"":4})");
}

void TestJson::testAgreesWithQt()
{
    QFETCH(const QByteArray, text);
    const Result<json::Document> document = json::parseObject(text);
    QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().message));
    QCOMPARE(document->root, QJsonDocument::fromJson(text).object());
}

void TestJson::testNumberTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("number");
    QTest::newRow("trailing zero") << QByteArray(R"({"contrato":{"valorTotal":1500.10}})") << "contrato.valorTotal"
                                   << "1500.10";
    QTest::newRow("more digits than a double") << QByteArray(R"({"a":12345678901234567890.123456789})") << "a"
                                               << "12345678901234567890.123456789";
    QTest::newRow("exponent") << QByteArray(R"({"a":1e3})") << "a"
                              << "1e3";
    QTest::newRow("capital exponent with sign") << QByteArray(R"({"a":-1.50E+02})") << "a"
                                                << "-1.50E+02";
    QTest::newRow("negative zero") << QByteArray(R"({"a":-0})") << "a"
                                   << "-0";
    QTest::newRow("array index") << QByteArray(R"({"a":[0,{"b":[5,6.70]}]})") << "a.1.b.1"
                                 << "6.70";
    QTest::newRow("tiny") << QByteArray(R"({"a":1e-400})") << "a"
                          << "1e-400";
    QTest::newRow("last byte") << QByteArray(R"({"a":{"b":7}})") << "a.b"
                               << "7";
}

void TestJson::testNumberTexts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, path);
    const Result<json::Document> document = json::parseObject(text);
    QVERIFY(document.has_value());
    QTEST(document->numbers.value(path), "number");
}

void TestJson::testIntegersAreExact()
{
    const Result<json::Document> document = json::parseObject(
        R"({"a":9007199254740993,"b":9223372036854775807,"c":-9223372036854775808,"d":9223372036854775808})");
    QVERIFY(document.has_value());
    const QJsonObject &root = document->root;
    QCOMPARE(root.value(QStringLiteral("a")).toInteger(), 9007199254740993);
    QCOMPARE(root.value(QStringLiteral("b")).toInteger(), std::numeric_limits<qint64>::max());
    QCOMPARE(root.value(QStringLiteral("c")).toInteger(), std::numeric_limits<qint64>::min());
    QCOMPARE(root.value(QStringLiteral("d")).toDouble(), 9223372036854775808.0);
    QCOMPARE(document->numbers.value(QStringLiteral("d")), QStringLiteral("9223372036854775808"));
}

void TestJson::testPathsCannotBeForged()
{
    const Result<json::Document> document =
        json::parseObject(R"({"a":{"b":1},"a.b":2,"":{"a":{"b":3}},"a\\":{"b":4},"a\\.b":5})");
    QVERIFY(document.has_value());
    QCOMPARE(document->numbers.value(QStringLiteral("a.b")), QStringLiteral("1"));
    QCOMPARE(document->numbers.value(QStringLiteral("a\\.b")), QStringLiteral("2"));
    QCOMPARE(document->numbers.value(QStringLiteral(".a.b")), QStringLiteral("3"));
    QCOMPARE(document->numbers.value(QStringLiteral("a\\\\.b")), QStringLiteral("4"));
    QCOMPARE(document->numbers.value(QStringLiteral("a\\\\\\.b")), QStringLiteral("5"));
    QCOMPARE(document->numbers.size(), 5);
}

void TestJson::testByteOrderMark()
{
    const Result<json::Document> document = json::parseObject("\xEF\xBB\xBF{\"a\":1}");
    QVERIFY(document.has_value());
    QCOMPARE(document->root.value(QStringLiteral("a")).toInteger(), 1);
    QVERIFY(!json::parseObject("\xEF\xBB\xBF\xEF\xBB\xBF{}").has_value());
    QVERIFY(!json::parseObject("\xEF\xBB\xBF").has_value());
    QVERIFY(!json::parseObject("\xEF\xBB{}").has_value());
    QVERIFY(!json::parseObject(QByteArray("\xFF\xFE{\0}\0", 6)).has_value());
}

void TestJson::testEmbeddedNulInText()
{
    const Result<json::Document> document = json::parseObject("{\"a\":\"x\\u0000y\"}");
    QVERIFY(document.has_value());
    QCOMPARE(document->root.value(QStringLiteral("a")).toString().size(), 3);
}

void TestJson::testRefusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &text,
                        const QString &reason = QStringLiteral("bem formado")) {
        QTest::newRow(name) << text << reason;
    };
    row("empty", "", QStringLiteral("vazio"));
    row("only blanks", " \n", QStringLiteral("vazio"));
    row("an array as root", "[]", QStringLiteral("objeto era esperado"));
    row("a text as root", "\"a\"", QStringLiteral("objeto era esperado"));
    row("a number as root", "1", QStringLiteral("objeto era esperado"));
    row("null as root", "null", QStringLiteral("objeto era esperado"));
    row("cut off", "{\"a\":1");
    row("cut off in a text", "{\"a\":\"x");
    row("text behind the object", "{} x", QStringLiteral("depois do objeto"));
    row("a second object", "{}{}", QStringLiteral("depois do objeto"));
    row("text behind a NUL", QByteArray("{}\0x", 4));
    row("a NUL at the end", QByteArray("{}\0", 3));
    row("a NUL in a text", QByteArray("{\"a\":\"\0\"}", 9));
    row("a duplicate member", R"({"a":1,"b":2,"a":3})", QStringLiteral("\"a\" está repetido"));
    row("a duplicate member spelled with an escape", R"({"a":1,"\u0061":3})", QStringLiteral("\"a\" está repetido"));
    row("a duplicate member deep inside", R"({"x":[{"a":1,"a":1}]})", QStringLiteral("\"a\" está repetido"));
    row("a trailing comma", R"({"a":1,})");
    row("a trailing comma in an array", R"({"a":[1,]})");
    row("a comment", R"({"a":1/* c */})");
    row("single quotes", R"({'a':1})");
    row("a leading zero", R"({"a":01})");
    row("a plus sign", R"({"a":+1})");
    row("a point without digits", R"({"a":1.})");
    row("a point without whole digits", R"({"a":.5})");
    row("an exponent without digits", R"({"a":1e})");
    row("NaN", R"({"a":NaN})");
    row("Infinity", R"({"a":Infinity})");
    row("hexadecimal", R"({"a":0x10})");
    row("a number beyond a double", R"({"a":1e999})", QStringLiteral("grande demais"));
    row("a number beyond a double without exponent", "{\"a\":" + QByteArray(400, '9') + "}",
        QStringLiteral("grande demais"));
    row("a raw line feed in a text", "{\"a\":\"x\ny\"}");
    row("an unknown escape", R"({"a":"\x41"})");
    row("half of a surrogate pair", R"({"a":"\ud83d"})");
    row("surrogates in the wrong order", R"({"a":"\ude00\ud83d"})");
    const QString encoding = QStringLiteral("UTF-8");
    row("a stray continuation byte", "{\"a\":\"\x80\"}", encoding);
    row("an incomplete sequence", "{\"a\":\"\xC3\"}", encoding);
    row("an overlong sequence", "{\"a\":\"\xC0\xAF\"}", encoding);
    row("an encoded surrogate", "{\"a\":\"\xED\xA0\x80\"}", encoding);
    row("beyond Unicode", "{\"a\":\"\xF4\x90\x80\x80\"}", encoding);
    row("Latin-1", "{\"a\":\"S\xE3o\"}", encoding);
    row("invalid UTF-8 in a name", "{\"\xFF\":1}", encoding);
}

void TestJson::testRefusals()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, reason);
    const Result<json::Document> document = json::parseObject(text);
    QVERIFY(!document.has_value());
    QCOMPARE(document.error().code, ErrorCode::Validation);
    QVERIFY2(document.error().message.contains(reason), qPrintable(document.error().message));
    QVERIFY(document.error().message.contains(QStringLiteral("posição ")));
}

void TestJson::testDepth_data()
{
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("close");
    QTest::addColumn<int>("levels");
    QTest::addColumn<bool>("accepted");
    const QByteArray object("{\"a\":");
    QTest::newRow("objects as deep as allowed") << object << QByteArray("}") << 31 << true;
    QTest::newRow("objects one level deeper") << object << QByteArray("}") << 32 << false;
    QTest::newRow("arrays as deep as allowed") << QByteArray("[") << QByteArray("]") << 31 << true;
    QTest::newRow("arrays one level deeper") << QByteArray("[") << QByteArray("]") << 32 << false;
    QTest::newRow("arrays that would end a stack") << QByteArray("[") << QByteArray("]") << 400'000 << false;
}

void TestJson::testDepth()
{
    QFETCH(const QByteArray, open);
    QFETCH(const QByteArray, close);
    QFETCH(const int, levels);
    const QByteArray text = "{\"a\":" + open.repeated(levels) + "1" + close.repeated(levels) + "}";
    QTEST(json::parseObject(text).has_value(), "accepted");
}

void TestJson::testLimits()
{
    json::Limits limits;
    limits.bytes = 20;
    QVERIFY(json::parseObject(R"({"a":"xxxxxxxxxxxx"})", limits).has_value());
    QVERIFY(!json::parseObject(R"({"a":"xxxxxxxxxxxxx"})", limits).has_value());

    limits = {};
    limits.values = 3;
    QVERIFY(json::parseObject(R"({"a":[1,2]})", limits).has_value());
    QVERIFY(!json::parseObject(R"({"a":[1,2,3]})", limits).has_value());
    QVERIFY(!json::parseObject(R"({"a":[[],[],[]]})", limits).has_value());

    // A long name above many numbers would make many long paths.
    const QByteArray name(500'000, 'n');
    const Result<json::Document> document =
        json::parseObject("{\"" + name + "\":[1" + QByteArray(",1").repeated(40'000) + "]}");
    QVERIFY(!document.has_value());
    QVERIFY(document.error().message.contains(QStringLiteral("longos demais")));
}

void TestJson::testManyMembersAreFast()
{
    QByteArray text("{");
    for (int i = 49'999; i >= 0; --i)
        text += "\"k" + QByteArray::number(i) + "\":1" + (i == 0 ? "}" : ",");
    QElapsedTimer timer;
    timer.start();
    const Result<json::Document> document = json::parseObject(text);
    QVERIFY(document.has_value());
    QCOMPARE(document->root.size(), 50'000);
    // Filling the object out of order takes several times as long as this allows.
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

void TestJson::testToText()
{
    const QByteArray text = R"({"a":[1,"é"],"b":{}})";
    const Result<json::Document> document = json::parseObject(text);
    QVERIFY(document.has_value());
    QCOMPARE(json::toText(document->root), text);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
