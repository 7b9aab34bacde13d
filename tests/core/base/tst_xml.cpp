// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/xml.h"

#include <QTest>

using namespace ponte;

namespace {

/// The events as one line each.
QStringList eventsOf(const QByteArray &text, Result<> *result = nullptr, const xml::Limits &limits = {})
{
    QStringList events;
    const Result<> read = xml::read(
        text,
        [&events](QXmlStreamReader &reader) -> Result<> {
            if (reader.isStartElement())
                events << QStringLiteral("start %1").arg(reader.name());
            else if (reader.isEndElement())
                events << QStringLiteral("end %1").arg(reader.name());
            else
                events << QStringLiteral("text %1").arg(reader.text());
            return {};
        },
        limits);
    if (result != nullptr)
        *result = read;
    return events;
}

} // namespace

class TestXml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testWalk();
    void testRefusals_data();
    void testRefusals();
    void testDepth_data();
    void testDepth();
    void testTokens();
    void testVisitorEndsTheWalk();
    void testVisitorMayReadAnElementItself();
    void testEscaped_data();
    void testEscaped();
    void testEscapedTextComesBack();
};

void TestXml::testWalk()
{
    Result<> result;
    const QStringList events =
        eventsOf("<?xml version=\"1.0\"?><a><!-- c --><b>x &amp; y</b><![CDATA[<z>]]><?pi?></a>", &result);
    QVERIFY(result.has_value());
    const QStringList expected {QStringLiteral("start a"), QStringLiteral("start b"),  QStringLiteral("text x & y"),
                                QStringLiteral("end b"),   QStringLiteral("text <z>"), QStringLiteral("end a")};
    QCOMPARE(events, expected);
}

void TestXml::testRefusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const QString malformed = QStringLiteral("bem formado");
    const QString doctype = QStringLiteral("DOCTYPE");
    QTest::newRow("empty") << QByteArray() << malformed;
    QTest::newRow("no XML") << QByteArray("hello") << malformed;
    QTest::newRow("cut off") << QByteArray("<a><b>") << malformed;
    QTest::newRow("wrong nesting") << QByteArray("<a><b></a></b>") << malformed;
    QTest::newRow("text behind the root") << QByteArray("<a/>x") << malformed;
    QTest::newRow("two roots") << QByteArray("<a/><b/>") << malformed;
    QTest::newRow("an undeclared entity") << QByteArray("<a>&x;</a>") << malformed;
    QTest::newRow("invalid UTF-8") << QByteArray("<a>\xC3\x28</a>") << malformed;
    QTest::newRow("a control character") << QByteArray("<a>\x01</a>") << malformed;
    QTest::newRow("a DOCTYPE") << QByteArray("<!DOCTYPE a><a/>") << doctype;
    QTest::newRow("an external DTD") << QByteArray("<!DOCTYPE a SYSTEM \"http://x/\"><a/>") << doctype;
    QTest::newRow("a bomb of entities") << QByteArray(
        "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]><a>&y;</a>")
                                        << doctype;
}

void TestXml::testRefusals()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, reason);
    Result<> result;
    const QStringList events = eventsOf(text, &result);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Validation);
    QVERIFY2(result.error().message.contains(reason), qPrintable(result.error().message));
    if (reason == QStringLiteral("DOCTYPE"))
        QVERIFY(events.isEmpty());
}

void TestXml::testDepth_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("as deep as allowed") << 64 << true;
    QTest::newRow("one level deeper") << 65 << false;
    QTest::newRow("a hundred thousand levels") << 100'000 << false;
}

void TestXml::testDepth()
{
    QFETCH(const int, depth);
    Result<> result;
    eventsOf(QByteArray("<a>").repeated(depth) + QByteArray("</a>").repeated(depth), &result);
    QTEST(result.has_value(), "accepted");
}

void TestXml::testTokens()
{
    xml::Limits limits;
    limits.tokens = 100;
    Result<> result;
    eventsOf("<a>" + QByteArray("<b/>").repeated(40) + "</a>", &result, limits);
    QVERIFY(result.has_value());
    eventsOf("<a>" + QByteArray("<b/>").repeated(50) + "</a>", &result, limits);
    QVERIFY(!result.has_value());
    eventsOf("<a>" + QByteArray("<!-- c -->").repeated(100) + "</a>", &result, limits);
    QVERIFY(!result.has_value());
}

void TestXml::testVisitorEndsTheWalk()
{
    int visits = 0;
    const Result<> result = xml::read("<a><b/></a>", [&visits](QXmlStreamReader &) -> Result<> {
        ++visits;
        return failure(ErrorCode::Refused, QStringLiteral("enough"));
    });
    QCOMPARE(visits, 1);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().message, QStringLiteral("enough"));
}

void TestXml::testVisitorMayReadAnElementItself()
{
    QStringList texts;
    xml::Limits limits;
    limits.depth = 2;
    const Result<> result = xml::read(
        "<a>" + QByteArray("<b>x</b>").repeated(10) + "</a>",
        [&texts](QXmlStreamReader &reader) -> Result<> {
            if (reader.isStartElement() && reader.name() == u"b")
                texts << reader.readElementText();
            return {};
        },
        limits);
    QVERIFY(result.has_value());
    QCOMPARE(texts.size(), 10);
}

void TestXml::testEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    QTest::newRow("plain") << QStringLiteral("São João") << QStringLiteral("São João");
    QTest::newRow("the five") << "a&<b>\"c'"
                              << "a&amp;&lt;b&gt;&quot;c&apos;";
    QTest::newRow("an entity is text") << "&amp;"
                                       << "&amp;amp;";
    QTest::newRow("tab and line feed stay") << "a\tb\nc"
                                            << "a\tb\nc";
    QTest::newRow("carriage return") << "a\r\nb"
                                     << "a&#13;\nb";
    QTest::newRow("control characters go")
        << QStringLiteral("a\u0001\u001Fb") + QChar(0) + QStringLiteral("c") << "abc";
    QTest::newRow("non-characters go") << QString(QChar(0xFFFE)) + QChar(0xFFFF) + u'x' << "x";
    QTest::newRow("half of a pair goes") << QString(QChar(0xD83D)) + u'x' + QChar(0xDE00) << "x";
    QTest::newRow("a pair stays") << QString::fromUtf8("😀") << QString::fromUtf8("😀");
    QTest::newRow("empty") << ""
                           << "";
}

void TestXml::testEscaped()
{
    QFETCH(const QString, text);
    QTEST(xml::escaped(text), "escaped");
}

void TestXml::testEscapedTextComesBack()
{
    const QString text = QString::fromUtf8("\r\n\t<&>\"'é😀]]>");
    QString back;
    const Result<> result =
        xml::read("<a>" + xml::escaped(text).toUtf8() + "</a>", [&back](QXmlStreamReader &reader) -> Result<> {
            if (reader.isCharacters())
                back += reader.text();
            return {};
        });
    QVERIFY(result.has_value());
    QCOMPARE(back, text);
}

QTEST_GUILESS_MAIN(TestXml)
#include "tst_xml.moc"
