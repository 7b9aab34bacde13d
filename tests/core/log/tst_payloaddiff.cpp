// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/payloaddiff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponte::log;

using Kind = PayloadDifference::Kind;

namespace {

/// "~path: left -> right", "-path: left", "+path: right", "=path: value".
QStringList told(const QList<PayloadDifference> &differences, bool withSame = false)
{
    QStringList lines;
    for (const PayloadDifference &found : differences) {
        switch (found.kind) {
        case Kind::Same:
            if (withSame)
                lines.append(u'=' + found.path + u": "_s + found.left);
            break;
        case Kind::Changed:
            lines.append(u'~' + found.path + u": "_s + found.left + u" -> "_s + found.right);
            break;
        case Kind::OnlyLeft:
            lines.append(u'-' + found.path + u": "_s + found.left);
            break;
        case Kind::OnlyRight:
            lines.append(u'+' + found.path + u": "_s + found.right);
            break;
        }
    }
    return lines;
}

} // namespace

class PayloadDiffTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsDifferences_data();
    void findsDifferences();
    void isMirrored();
    void tellsWhatIsSame();
    void largeInputs_data();
    void largeInputs();
    void survivesAnything_data();
    void survivesAnything();
};

void PayloadDiffTest::findsDifferences_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &left, const QString &right, const QStringList &expected) {
        QTest::newRow(name) << left << right << expected;
    };
    row("equal", uR"({"a":1})"_s, uR"({"a":1})"_s, {});
    row("nothing", {}, {}, {});
    row("layout and order count for nothing", uR"({"a":1,"b":[1,2]})"_s, u"{ \"b\" : [1,\n2], \"a\":1 }"_s, {});
    row("value", uR"({"a":{"b":"x"}})"_s, uR"({"a":{"b":"y"}})"_s, {u"~a.b: \"x\" -> \"y\""_s});
    row("number as written", uR"({"v":1500.10})"_s, uR"({"v":1500.1})"_s, {u"~v: 1500.10 -> 1500.1"_s});
    row("member", uR"({"a":1,"b":2})"_s, uR"({"a":1,"c":3})"_s, {u"-b: 2"_s, u"+c: 3"_s});
    row("kind", uR"({"a":{"x":1}})"_s, uR"({"a":null})"_s, {u"~a: {\"x\":1} -> null"_s});
    row("array by place", uR"({"a":[1,2,3]})"_s, uR"({"a":[1,5]})"_s, {u"~a[1]: 2 -> 5"_s, u"-a[2]: 3"_s});
    row("array by key", uR"([{"id":1,"v":"a"},{"id":2,"v":"b"}])"_s, uR"([{"id":2,"v":"b"},{"id":3,"v":"c"}])"_s,
        {u"-[id=1]: {\"id\":1,\"v\":\"a\"}"_s, u"+[id=3]: {\"id\":3,\"v\":\"c\"}"_s});
    row("key that repeats is none", uR"([{"id":1,"v":1},{"id":1,"v":2}])"_s, uR"([{"id":1,"v":1},{"id":1,"v":3}])"_s,
        {u"~[1].v: 2 -> 3"_s});
    row("data set",
        u"<D><R><CODCOLIGADA>3</CODCOLIGADA><IDT>1</IDT><S>a</S></R><R><CODCOLIGADA>3</CODCOLIGADA><IDT>2</IDT><S>b</S></R></D>"_s,
        u"<D>\n <R><IDT>2</IDT><CODCOLIGADA>3</CODCOLIGADA><S>c</S></R><R><CODCOLIGADA>3</CODCOLIGADA><IDT>1</IDT><S>a</S></R></D>"_s,
        {u"~R[IDT=2].S: b -> c"_s});
    row("attribute", u"<a x='1'><b>2</b></a>"_s, u"<a x=\"3\"><b>2</b></a>"_s, {u"~x: 1 -> 3"_s});
    row("empty element", u"<a><b/></a>"_s, u"<a><b>1</b></a>"_s, {u"~b:  -> 1"_s});
    row("another document", u"<a/>"_s, u"<b/>"_s, {u"~: a -> b"_s});
    row("prolog and comments", u"<?xml version=\"1.0\"?><!-- x --><a><b>1</b></a>"_s, u"<a><b>1</b></a>"_s, {});
    row("lines", u"a\nb\nc"_s, u"a\nx\nc\nd"_s, {u"~2: b -> x"_s, u"+4: d"_s});
    row("moved lines", u"one\ntwo\nthree"_s, u"zero\none\ntwo\nthree"_s, {u"+1: zero"_s});
    row("broken document", uR"({"a":1)"_s, uR"({"a":2)"_s, {u"~1: {\"a\":1 -> {\"a\":2"_s});
    row("json against xml", uR"({"a":1})"_s, u"<a/>"_s, {u"~1: {\"a\":1} -> <a/>"_s});
    row("text before a document", u"Contexto: X=1\n\n{\"a\":1}"_s, u"Contexto: X=2\n\n{\"a\":1}"_s,
        {u"~1: Contexto: X=1 -> Contexto: X=2"_s});
    row("calls", u"# ReadView A\nFiltro: x\n\n# POST http://e/c\n{\"v\":1}"_s,
        u"# POST http://e/c\n{\"v\":2}\n\n# ReadView B\ny"_s,
        {u"-ReadView A: Filtro: x"_s, u"~POST http://e/c: v: 1 -> 2"_s, u"+ReadView B: y"_s});
    row("document type", u"<!DOCTYPE a [<!ENTITY x 'y'>]><a/>"_s, u"<a/>"_s,
        {u"~1: <!DOCTYPE a [<!ENTITY x 'y'>]><a/> -> <a/>"_s});
}

void PayloadDiffTest::findsDifferences()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QFETCH(const QStringList, expected);
    QCOMPARE(told(payloadDifferences(left, right)), expected);
}

void PayloadDiffTest::isMirrored()
{
    const QString left = uR"({"a":1,"b":{"c":[1,2]},"only":true})"_s;
    const QString right = uR"({"a":2,"b":{"c":[1]}})"_s;
    QCOMPARE(payloadDifferences(left, right).size(), payloadDifferences(right, left).size());
    QCOMPARE(told(payloadDifferences(right, left)), QStringList({u"~a: 2 -> 1"_s, u"+b.c[1]: 2"_s, u"+only: true"_s}));
}

void PayloadDiffTest::tellsWhatIsSame()
{
    QCOMPARE(told(payloadDifferences(uR"({"a":1,"b":{"c":2,"d":3}})"_s, uR"({"a":1,"b":{"c":2,"d":4}})"_s), true),
             QStringList({u"=a: 1"_s, u"=b.c: 2"_s, u"~b.d: 3 -> 4"_s}));
}

void PayloadDiffTest::largeInputs_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("expected");
    constexpr qsizetype size = 4 * 1024 * 1024;
    QString rows = u"["_s;
    for (int i = 0; rows.size() < size; ++i)
        rows += u"{\"id\":%1,\"nome\":\"Fulano de Tal\",\"valor\":\"1500.00\"},"_s.arg(i);
    rows += u"{\"id\":-1}]"_s;
    QTest::newRow("json") << rows
                          << QString(rows).replace(u"{\"id\":777,\"nome\":\"Fulano"_s,
                                                   u"{\"id\":777,\"nome\":\"Beltrano"_s)
                          << u"~[id=777].nome: \"Fulano de Tal\" -> \"Beltrano de Tal\""_s;
    QString set = u"<D>"_s;
    for (int i = 0; set.size() < size; ++i)
        set += u"<R><ID>%1</ID><S>x</S></R>"_s.arg(i);
    set += u"</D>"_s;
    QTest::newRow("xml") << set << QString(set).replace(u"<ID>777</ID><S>x"_s, u"<ID>777</ID><S>y"_s)
                         << u"~R[ID=777].S: x -> y"_s;
    QString lines;
    for (int i = 0; lines.size() < size; ++i)
        lines += u"linha %1 de um texto sem estrutura nenhuma\n"_s.arg(i);
    QTest::newRow("lines")
        << lines << QString(lines).replace(u"linha 776 "_s, u"linha x "_s)
        << u"~777: linha 776 de um texto sem estrutura nenhuma -> linha x de um texto sem estrutura nenhuma"_s;
    QTest::newRow("one line") << QString(size, u'a') << QString(QString(size, u'a') + u'b')
                              << u"~1: "_s + QString(differenceValueLimit, u'a') + u"… -> "_s
                                     + QString(differenceValueLimit, u'a') + u"…"_s;
}

void PayloadDiffTest::largeInputs()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QFETCH(const QString, expected);
    const QList<PayloadDifference> differences = payloadDifferences(left, right);
    QVERIFY(differences.size() <= differenceLimit);
    QCOMPARE(told(differences), QStringList({expected}));
}

void PayloadDiffTest::survivesAnything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("deep json") << QString(100'000, u'[');
    QTest::newRow("deep closed json") << QString(QString(100'000, u'[') + QString(100'000, u']'));
    QTest::newRow("deep xml") << QString(u"<a>"_s).repeated(100'000);
    QTest::newRow("open string") << u"{\"a"_s;
    QTest::newRow("escape at the end") << u"{\"a\\"_s;
    QTest::newRow("no value") << u"{\"a\":"_s;
    QTest::newRow("comma only") << u"{,}"_s;
    QTest::newRow("two documents") << u"{} {}"_s;
    QTest::newRow("two roots") << u"<a/><b/>"_s;
    QTest::newRow("open tag") << u"<a"_s;
    QTest::newRow("open attribute") << u"<a b="_s;
    QTest::newRow("wrong end") << u"<a></b>"_s;
    QTest::newRow("end first") << u"</a>"_s;
    QTest::newRow("open comment") << u"<a><!--"_s;
    QTest::newRow("heading only") << u"# POST x"_s;
    QTest::newRow("headings only") << u"# A\n\n\n# B\n\n# C"_s;
    QTest::newRow("every element another") << [] {
        QString text = u"{"_s;
        for (int i = 0; i < 100'000; ++i)
            text += u"\"m%1\":%1,"_s.arg(i);
        return QString(text + u"\"z\":1}"_s);
    }();
}

void PayloadDiffTest::survivesAnything()
{
    QFETCH(const QString, text);
    QVERIFY(told(payloadDifferences(text, text)).isEmpty());
    for (const QString &other : {QString(), u"{\"x\":1}"_s, u"<x/>"_s, u"y"_s}) {
        QVERIFY(payloadDifferences(text, other).size() <= differenceLimit);
        QVERIFY(payloadDifferences(other, text).size() <= differenceLimit);
    }
}

QTEST_GUILESS_MAIN(PayloadDiffTest)
#include "tst_payloaddiff.moc"
