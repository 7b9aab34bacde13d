// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/security/personaldata.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponte;

/// No part of this person may stand anywhere.
static const QStringList secretsOfMaria {
    u"39053344705"_s,    u"390.533.447-05"_s, u"maria.silva"_s, u"41988887777"_s,      u"98888-7777"_s,
    u"Rua das Flores"_s, u"80530902"_s,       u"2001-05-17"_s,  u"4111111111111111"_s, u"4111 1111 1111 1111"_s};

class PersonalDataTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void payload_data();
    void payload();
    void hidesEverythingOfASale_data();
    void hidesEverythingOfASale();
    void keepsLayout();
    void survivesAnything_data();
    void survivesAnything();
    void namedValue();
};

void PersonalDataTest::text_data()
{
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const QString &plain, const QString &masked) {
        QTest::newRow(name) << plain << masked;
    };
    row("cpf with mask", u"CPF 390.533.447-05."_s, u"CPF ***.533.447-**."_s);
    row("cpf in digits", u"3;39053344705"_s, u"3;***533447**"_s);
    row("origin of a person", u"CPF-39053344705"_s, u"CPF-***533447**"_s);
    row("not a cpf", u"39053344706"_s, u"39053344706"_s);
    row("cnpj with mask", u"11.222.333/0001-81"_s, u"**.222.333/****-**"_s);
    row("cnpj in digits", u"11222333000181"_s, u"**222333******"_s);
    row("e-mail", u"de maria.silva+x@exemplo.com.br hoje"_s, u"de m***@exemplo.com.br hoje"_s);
    row("mobile", u"(41) 98888-7777"_s, u"(**) *****-**77"_s);
    row("mobile in digits", u"ligar 41988887777"_s, u"ligar *********77"_s);
    row("fixed line", u"(41) 3333-4444"_s, u"(**) ****-**44"_s);
    row("with country", u"+55 41 98888-7777"_s, u"+** ** *****-**77"_s);
    row("card", u"cartão 4111 1111 1111 1111"_s, u"cartão **** 1111"_s);
    row("card in digits", u"4111111111111111"_s, u"**** 1111"_s);
    row("ra stays", u"RA 00878180"_s, u"RA 00878180"_s);
    row("contract stays", u"contrato 2026000000123"_s, u"contrato 2026000000123"_s);
    row("hash stays", u"a39053344705f"_s, u"a39053344705f"_s);
    row("sale stays", u"LC-2026-000123-1"_s, u"LC-2026-000123-1"_s);
    row("time stays", u"2026-11-20T14:03:22-03:00"_s, u"2026-11-20T14:03:22-03:00"_s);
    row("uuid stays", u"4b1c0a3e-0f61-4f0e-9c1e-390533447054"_s, u"4b1c0a3e-0f61-4f0e-9c1e-390533447054"_s);
}

void PersonalDataTest::text()
{
    QFETCH(const QString, plain);
    QFETCH(const QString, masked);
    QCOMPARE(security::maskedText(plain), masked);
    QCOMPARE(security::maskedText(masked), masked);
}

void PersonalDataTest::payload_data()
{
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const QString &plain, const QString &masked) {
        QTest::newRow(name) << plain << masked;
    };
    row("member", uR"({"cpf":"12345678900","nome":"Maria"})"_s, uR"({"cpf":"***456789**","nome":"Maria"})"_s);
    row("number", uR"({"cpf" : 12345678900})"_s, uR"({"cpf" : "***456789**"})"_s);
    row("null stays", uR"({"cpf":null,"email":""})"_s, uR"({"cpf":null,"email":""})"_s);
    row("camel case", uR"({"dataNascimento":"2001-05-17","nomeMae":"Ana"})"_s,
        uR"({"dataNascimento":"***","nomeMae":"***"})"_s);
    row("city and state stay", uR"({"cidade":"Curitiba","estado":"PR"})"_s,
        uR"({"cidade":"Curitiba","estado":"PR"})"_s);
    row("array", uR"({"telefones":["4133334444", "41988887777"],"x":1})"_s,
        uR"({"telefones":["********44", "*********77"],"x":1})"_s);
    row("numbered", uR"({"TELEFONE1":"4133334444"})"_s, uR"({"TELEFONE1":"********44"})"_s);
    row("escaped quote", uR"({"rua":"das \"Flores\"","x":"y"})"_s, uR"({"rua":"***","x":"y"})"_s);
    row("json in json", uR"({"body":"{\"cpf\":\"12345678900\",\"n\":1}"})"_s,
        uR"({"body":"{\"cpf\":\"***456789**\",\"n\":1}"})"_s);
    row("element", u"<CPF>12345678900</CPF><NOME>Maria</NOME>"_s, u"<CPF>***456789**</CPF><NOME>Maria</NOME>"_s);
    row("element with attribute", u"<a:CEP tipo=\"x\">80530902</a:CEP>"_s, u"<a:CEP tipo=\"x\">***</a:CEP>"_s);
    row("attribute", u"<p CPF=\"12345678900\" n='1'/>"_s, u"<p CPF=\"***456789**\" n='1'/>"_s);
    row("escaped element", u"&lt;EMAIL&gt;maria@x.com&lt;/EMAIL&gt;"_s, u"&lt;EMAIL&gt;m***@x.com&lt;/EMAIL&gt;"_s);
    row("cdata", u"<RUA><![CDATA[das Flores]]></RUA>"_s, u"<RUA><![CDATA[***]]></RUA>"_s);
    row("empty element stays", u"<CPF/><CEP></CEP>"_s, u"<CPF/><CEP></CEP>"_s);
    row("filter", u"FCFO.CGCCFO='12345678900' AND X=1"_s, u"FCFO.CGCCFO='***456789**' AND X=1"_s);
    row("query", u"codColigada=3&cpf=12345678900&x=1"_s, u"codColigada=3&cpf=***456789**&x=1"_s);
    row("contract's number stays", uR"({"numeroContrato":"7001","valorTotal":"1500.00"})"_s,
        uR"({"numeroContrato":"7001","valorTotal":"1500.00"})"_s);
    row("heading between exchanges",
        u"# SaveRecord X\n<CPF>12345678900</CPF>\n\n# POST http://erp/contratos\n{\"ra\":\"1\"}"_s,
        u"# SaveRecord X\n<CPF>***456789**</CPF>\n\n# POST http://erp/contratos\n{\"ra\":\"1\"}"_s);
}

void PersonalDataTest::payload()
{
    QFETCH(const QString, plain);
    QFETCH(const QString, masked);
    QCOMPARE(security::maskedPayload(plain), masked);
    QCOMPARE(security::maskedPayload(masked), masked);
}

void PersonalDataTest::hidesEverythingOfASale_data()
{
    QTest::addColumn<QString>("payload");
    const QString json = uR"({"aluno":{"nome":"Maria da Silva","cpf":"39053344705","email":"maria.silva@exemplo.com",
  "celular":"41988887777","cep":"80530902","logradouro":"Rua das Flores","dataNascimento":"2001-05-17",
  "cartao":{"numero":"4111111111111111"}},"texto":"CPF 390.533.447-05, (41) 98888-7777, 4111 1111 1111 1111"})"_s;
    QTest::newRow("json") << json;
    QTest::newRow("json in json") << u"{\"corpo\":\""_s + QString(json).replace(u'"', u"\\\""_s).remove(u'\n')
                                         + u"\"}"_s;
    const QString xml = u"<PPessoa><CPF>39053344705</CPF><EMAIL>maria.silva@exemplo.com</EMAIL>"
                        "<TELEFONE2>41988887777</TELEFONE2><RUA>Rua das Flores</RUA><CEP>80530902</CEP>"
                        "<DTNASCIMENTO>2001-05-17</DTNASCIMENTO><CARTAO>4111111111111111</CARTAO></PPessoa>"_s;
    QTest::newRow("xml") << xml;
    QTest::newRow("escaped xml") << u"<XML>"_s + xml.toHtmlEscaped() + u"</XML>"_s;
    QTest::newRow("twice escaped xml") << xml.toHtmlEscaped().toHtmlEscaped();
    QTest::newRow("xml in json") << u"{\"xml\":\""_s
                                        + QString(xml).replace(u'<', u"\\u003c"_s).replace(u'>', u"\\u003e"_s)
                                        + u"\"}"_s;
}

void PersonalDataTest::hidesEverythingOfASale()
{
    QFETCH(const QString, payload);
    const QString masked = security::maskedPayload(payload);
    for (const QString &secret : secretsOfMaria)
        QVERIFY2(!masked.contains(secret), qPrintable(secret + u" in "_s + masked));
}

void PersonalDataTest::keepsLayout()
{
    const QString plain = u"{\n  \"ra\" : \"00878180\",\t\"x\":[1, 2.50,\ttrue]\n}"_s;
    QCOMPARE(security::maskedPayload(plain), plain);
}

void PersonalDataTest::survivesAnything_data()
{
    QTest::addColumn<QString>("payload");
    QTest::newRow("nothing") << QString();
    QTest::newRow("open name") << u"{\"cpf"_s;
    QTest::newRow("open member") << u"{\"cpf\":"_s;
    QTest::newRow("open value") << u"{\"cpf\":\"3905334"_s;
    QTest::newRow("open array") << u"{\"cpf\":[\"1\","_s;
    QTest::newRow("open element") << u"<CPF>390"_s;
    QTest::newRow("open tag") << u"<CPF"_s;
    QTest::newRow("open cdata") << u"<CPF><![CDATA[390"_s;
    QTest::newRow("open assignment") << u"cpf="_s;
    QTest::newRow("open quoted assignment") << u"cpf='"_s;
    QTest::newRow("backslashes") << QString(100'000, u'\\') + u'"';
    QTest::newRow("quotes") << QString(100'000, u'"');
    QTest::newRow("brackets") << QString(100'000, u'<');
    QTest::newRow("one long word") << QString(2'000'000, u'a');
    QTest::newRow("one long number") << QString(2'000'000, u'7');
    QTest::newRow("names without values") << QString(u"\"cpf\":"_s).repeated(50'000);
    QTest::newRow("elements without ends") << QString(u"<CPF>"_s).repeated(50'000);
    QTest::newRow("dots and ats") << QString(u"a.@"_s).repeated(100'000);
    QTest::newRow("broken surrogate") << QString(QChar(0xd83d)) + u"{\"cpf\":\"1\"}"_s;
}

void PersonalDataTest::survivesAnything()
{
    QFETCH(const QString, payload);
    const QString masked = security::maskedPayload(payload);
    QVERIFY(!masked.contains(u"3905334"_s));
    QCOMPARE(security::maskedPayload(masked), masked);
}

void PersonalDataTest::namedValue()
{
    QCOMPARE(security::maskedValue(u"CPF", u"11111111111"_s), u"***111111**"_s);
    QCOMPARE(security::maskedValue(u"RA", u"00878180"_s), u"00878180"_s);
    QCOMPARE(security::maskedValue(u"CPF", {}), QString());
}

QTEST_GUILESS_MAIN(PersonalDataTest)
#include "tst_personaldata.moc"
