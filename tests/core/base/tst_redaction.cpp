// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/redaction.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using ponte::redacted;

class TestRedaction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testText_data();
    void testText();
    void testHarmlessText_data();
    void testHarmlessText();
    void testGivenSecrets_data();
    void testGivenSecrets();
    void testJsonStaysJson_data();
    void testJsonStaysJson();
    void testHostileTextTakesLinearTime_data();
    void testHostileTextTakesLinearTime();

private:
    static void addHeaderRows();
    static void addJsonRows();
    static void addXmlRows();
    static void addAddressRows();
};

void TestRedaction::addHeaderRows()
{
    QTest::newRow("an Authorization header") << "Authorization: Basic YTpi"
                                             << "Authorization: ****";
    QTest::newRow("a header of any case") << "authorization: bearer abc\r\nHost: x"
                                          << "authorization: ****\r\nHost: x";
    QTest::newRow("a scheme of its own") << "Proxy-Authorization: Digest a=\"b\", c=d\nX: y"
                                         << "Proxy-Authorization: ****\nX: y";
    QTest::newRow("Bearer alone") << "sent Bearer eyJ.a-b_c/d+e== to it"
                                  << "sent Bearer **** to it";
    QTest::newRow("Basic alone") << "(\"Authorization\", \"Basic YTpi\")"
                                 << "(\"Authorization\", \"Basic ****\")";
    QTest::newRow("a header of another name") << "X-Auth-Token: abc\nA: b"
                                              << "X-Auth-Token: ****\nA: b";
    QTest::newRow("a plain assignment") << "password=abc next"
                                        << "password=**** next";
    QTest::newRow("an assignment with blanks") << "senha = abc, user=joe"
                                               << "senha = **** user=joe";
    QTest::newRow("an assignment with commas and semicolons") << "PASSWORD=a,b;c"
                                                              << "PASSWORD=****";
    QTest::newRow("a quoted assignment") << "password='a b \\' c' user=joe"
                                         << "password='****' user=joe";
    QTest::newRow("an arrow") << "secret => abc"
                              << "secret => ****";
    QTest::newRow("a prefixed name") << "lojaclick.broker.token=abc"
                                     << "lojaclick.broker.token=****";
    QTest::newRow("a name that ends alike") << "client_secret=a&brokerToken=b"
                                            << "client_secret=****&brokerToken=****";
    QTest::newRow("a value on the next line") << "senha:\n  abc"
                                              << "senha:\n  ****";
}

void TestRedaction::addJsonRows()
{
    QTest::newRow("a JSON member") << R"({"password":"x"})"
                                   << R"({"password":"****"})";
    QTest::newRow("JSON with blanks") << "{\"token\" :\n \"x\", \"a\":1}"
                                      << "{\"token\" :\n \"****\", \"a\":1}";
    QTest::newRow("a JSON value with escapes") << R"({"senha":"a\"b\\","c":"d"})"
                                               << R"({"senha":"****","c":"d"})";
    QTest::newRow("a JSON number") << R"({"password":12345,"a":1})"
                                   << R"({"password":"****","a":1})";
    QTest::newRow("a JSON object") << R"({"secret":{"v":"}","w":["x"]},"a":1})"
                                   << R"({"secret":"****","a":1})";
    QTest::newRow("a JSON array") << R"({"access_token":["x","y"],"a":1})"
                                  << R"({"access_token":"****","a":1})";
    QTest::newRow("JSON inside of JSON") << R"({"body":"{\"password\":\"a\\\"b\",\"c\":\"d\"}"})"
                                         << R"({"body":"{\"password\":\"****\",\"c\":\"d\"}"})";
    QTest::newRow("a number inside of inner JSON") << R"({"body":"{\"token\":123,\"c\":4}"})"
                                                   << R"({"body":"{\"token\":\"****\",\"c\":4}"})";
    QTest::newRow("JSON that was cut off") << R"({"refresh_token":"abc)"
                                           << R"({"refresh_token":"****)";
    QTest::newRow("an Authorization member") << R"({"Authorization":"Basic YTpi","a":1})"
                                             << R"({"Authorization":"****","a":1})";
    QTest::newRow("a token's kind stays") << R"({"access_token":"x","token_type":"Bearer","expires_in":300})"
                                          << R"({"access_token":"****","token_type":"Bearer","expires_in":300})";
    QTest::newRow("several members") << R"({"username":"u","password":"p","senha":"s"})"
                                     << R"({"username":"u","password":"****","senha":"****"})";
}

void TestRedaction::addXmlRows()
{
    QTest::newRow("an XML element") << "<a><SENHA>x y</SENHA><b>1</b></a>"
                                    << "<a><SENHA>****</SENHA><b>1</b></a>";
    QTest::newRow("an element with a prefix") << "<w:password t=\"1\">x</w:password>"
                                              << "<w:password>****</w:password>";
    QTest::newRow("an attribute of the element") << "<token password=\"y\">x</token>"
                                                 << "<token>****</token>";
    QTest::newRow("a CDATA section") << "<senha><![CDATA[a</b>]]></senha>!"
                                     << "<senha>****</senha>!";
    QTest::newRow("an element with children") << "<secret><a>x</a></secret>!"
                                              << "<secret>****</secret>!";
    QTest::newRow("an XML attribute") << "<user name=\"u\" password=\"x>y\"/>"
                                      << "<user name=\"u\" password=\"****\"/>";
    QTest::newRow("an empty element with attributes") << "<token secret='x'/>"
                                                      << "<token secret='****'/>";
    QTest::newRow("escaped XML") << "&lt;Senha&gt;x&amp;y&lt;/Senha&gt;&lt;a/&gt;"
                                 << "&lt;Senha&gt;****&lt;/Senha&gt;&lt;a/&gt;";
    QTest::newRow("XML that was cut off") << "<a><password>abc"
                                          << "<a><password>****";
}

void TestRedaction::addAddressRows()
{
    QTest::newRow("user and password of an address") << "GET https://u:p@h:8/x?a=b@c"
                                                     << "GET https://****@h:8/x?a=b@c";
    QTest::newRow("a database address") << "postgresql://ponte:p%40@h/db"
                                        << "postgresql://****@h/db";
    QTest::newRow("a password with a slash") << "postgresql://ponte:a/b@h/db"
                                             << "postgresql://****@h/db";
    QTest::newRow("a password with an at sign") << "https://u:a@b@h/x"
                                                << "https://****@h/x";
    QTest::newRow("a query parameter") << "/x?token=abc&a=b#c"
                                       << "/x?token=****&a=b#c";
    QTest::newRow("a form") << "grant_type=password&username=u&password=p%26q"
                            << "grant_type=password&username=u&password=****";
}

void TestRedaction::testText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    addHeaderRows();
    addJsonRows();
    addXmlRows();
    addAddressRows();
}

void TestRedaction::testText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(redacted(text), expected);
    QCOMPARE(redacted(expected), expected);
}

void TestRedaction::testHarmlessText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("prose") << "O aluno foi matriculado no período letivo.";
    QTest::newRow("a name without a value") << "lojaclick.broker.token não está configurado.";
    QTest::newRow("a name at the end") << "password=";
    QTest::newRow("a name that only contains one") << "tokens: 5, passwordless=yes, PONTE_PASSWORD_FILE=/run/x";
    QTest::newRow("an address with a port") << "http://127.0.0.1:8090/erp?to=a@b.c";
    QTest::newRow("an address of IPv6") << "http://[::1]:8090/erp/a@b";
    QTest::newRow("an e-mail") << "maria@exemplo.com.br";
    QTest::newRow("a scope in code") << "CancelToken::cancel";
    QTest::newRow("an empty member") << R"({"password":)";
    QTest::newRow("a tag without an end") << "<token";
    QTest::newRow("a closing tag") << "x</token>y";
    QTest::newRow("another element") << "<token-type>x</token-type>";
}

void TestRedaction::testHarmlessText()
{
    QFETCH(const QString, text);
    QCOMPARE(redacted(text), text);
}

void TestRedaction::testGivenSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("secrets");
    QTest::addColumn<QString>("expected");
    QTest::newRow("wherever it stands") << "a s3cr3t b s3cr3t" << QStringList {QStringLiteral("s3cr3t")}
                                        << "a **** b ****";
    QTest::newRow("an empty one hides nothing") << "abc" << QStringList {QString()} << "abc";
    QTest::newRow("the longer of two first")
        << "abcdef abc" << QStringList {QStringLiteral("abc"), QStringLiteral("abcdef")} << "**** ****";
    QTest::newRow("percent-encoded") << "x=a%26b%20c" << QStringList {QStringLiteral("a&b c")} << "x=****";
    QTest::newRow("escaped in JSON") << R"({"x":"a\"b\\c"})" << QStringList {QStringLiteral("a\"b\\c")}
                                     << R"({"x":"****"})";
    QTest::newRow("escaped in XML") << "<x>a&amp;&lt;b</x>" << QStringList {QStringLiteral("a&<b")} << "<x>****</x>";
    QTest::newRow("case matters") << "ABC abc" << QStringList {QStringLiteral("abc")} << "ABC ****";
}

void TestRedaction::testGivenSecrets()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, secrets);
    QTEST(redacted(text, secrets), "expected");
}

void TestRedaction::testJsonStaysJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("text") << QByteArray(R"({"a":1,"password":"x","b":2})");
    QTest::newRow("number") << QByteArray(R"({"a":1,"password":1.5e3,"b":2})");
    QTest::newRow("null") << QByteArray(R"({"a":1,"password":null,"b":2})");
    QTest::newRow("object with quotes and brackets") << QByteArray(R"({"a":1,"password":{"x":"}\"]"},"b":2})");
    QTest::newRow("last member") << QByteArray(R"({"b":2,"a":1,"password":true})");
}

void TestRedaction::testJsonStaysJson()
{
    QFETCH(const QByteArray, json);
    const QJsonObject object = QJsonDocument::fromJson(redacted(QString::fromUtf8(json)).toUtf8()).object();
    QCOMPARE(object, QJsonObject({{QStringLiteral("a"), 1},
                                  {QStringLiteral("password"), QStringLiteral("****")},
                                  {QStringLiteral("b"), 2}}));
}

void TestRedaction::testHostileTextTakesLinearTime_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
         {"<token ", "&lt;token ", "token ", "token:", "\"token\":{", "\\\\\\\\\"token\\\":", "://a:b", "://a:b/",
          "Basic ", "<token>", "a:token", "<token></a>", "\"token\":\"", "::::", "\\"})
    {
        QTest::newRow(qPrintable(QStringLiteral("many times %1").arg(QLatin1String(piece))))
            << QString::fromLatin1(piece);
    }
}

void TestRedaction::testHostileTextTakesLinearTime()
{
    QFETCH(const QString, piece);
    const QString text = piece.repeated(1'000'000 / piece.size());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!redacted(text).isEmpty());
    // Quadratic work on this length would take minutes.
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
