// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/coderows.h"
#include "ui/log/codesearch.h"
#include "ui/log/payloadpath.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using ui::CodeRows;
using ui::PayloadProblem;
using ui::PayloadText;

class PayloadTextTest final : public QObject
{
    Q_OBJECT

private:
    static std::shared_ptr<const PayloadText> indentedText(const QString &payload)
    {
        return PayloadText::make(payload, PayloadText::Form::Indented);
    }

private Q_SLOTS:
    void indents_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("expected");
        QTest::newRow("object") << u"{\"a\":1,\"b\":[true,null]}"_s
                                << u"{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}"_s;
        QTest::newRow("empty object and array stay short")
            << u"{\"a\":{ },\"b\":[]}"_s << u"{\n  \"a\": {},\n  \"b\": []\n}"_s;
        QTest::newRow("money keeps its digits") << u"{\"v\":1500.00,\"n\":12345678901234567890}"_s
                                                << u"{\n  \"v\": 1500.00,\n  \"n\": 12345678901234567890\n}"_s;
        QTest::newRow("numbers with exponents") << u"[1e5,-0.5E-3]"_s << u"[\n  1e5,\n  -0.5E-3\n]"_s;
        QTest::newRow("signs inside texts are text")
            << u"{\"a\":\"x,{}[]:\\\" y\"}"_s << u"{\n  \"a\": \"x,{}[]:\\\" y\"\n}"_s;
        QTest::newRow("elements with text alone stay in one line")
            << u"<A><B>1</B><C/></A>"_s << u"<A>\n  <B>1</B>\n  <C/>\n</A>"_s;
        QTest::newRow("declaration, comment and escapes")
            << u"<?xml version=\"1.0\"?><A><!-- n --><B>a &amp; b</B></A>"_s
            << u"<?xml version=\"1.0\"?>\n<A>\n  <!-- n -->\n  <B>a &amp; b</B>\n</A>"_s;
        QTest::newRow("CDATA stays as it is")
            << u"<A><B><![CDATA[<x> & y]]></B></A>"_s << u"<A>\n  <B><![CDATA[<x> & y]]></B>\n</A>"_s;
        QTest::newRow("an empty element keeps its pair") << u"<A><B></B></A>"_s << u"<A>\n  <B></B>\n</A>"_s;
        QTest::newRow("a sign of the end inside an attribute")
            << u"<A x=\"1>2\"><B/></A>"_s << u"<A x=\"1>2\">\n  <B/>\n</A>"_s;
        QTest::newRow("a document type") << u"<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"_s
                                         << u"<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a>&x;</a>"_s;
        QTest::newRow("a text of several lines keeps them")
            << u"<A><B>one\ntwo</B></A>"_s << u"<A>\n  <B>one\ntwo</B>\n</A>"_s;
        QTest::newRow("several exchanges, each under its heading")
            << u"# ReadView EduAlunoData\nSALUNO.RA=1\n\n# SaveRecord EduAlunoData\n<A><B>1</B></A>"_s
            << u"# ReadView EduAlunoData\nSALUNO.RA=1\n\n# SaveRecord EduAlunoData\n<A>\n  <B>1</B>\n</A>"_s;
        QTest::newRow("an exchange that is broken stands as it is")
            << u"# POST /a\n{\"a\":\n\n# POST /b\n{\"b\":1}"_s
            << u"# POST /a\n{\"a\":\n\n# POST /b\n{\n  \"b\": 1\n}"_s;
    }

    void indents()
    {
        QFETCH(QString, payload);
        QTEST(ui::indented(payload), "expected");
    }

    void leavesAlone_data()
    {
        using Kind = PayloadProblem::Kind;
        QTest::addColumn<QString>("payload");
        QTest::addColumn<int>("problem");
        QTest::addColumn<int>("offset");
        QTest::newRow("nothing") << QString() << -1 << 0;
        QTest::newRow("plain text") << u"3;00878180"_s << -1 << 0;
        QTest::newRow("an object that ends early") << u"{\"a\": [1, 2"_s << int(Kind::EndsEarly) << 11;
        QTest::newRow("a text that ends early") << u"{\"a\": \"x"_s << int(Kind::EndsEarly) << 8;
        QTest::newRow("a text that ends in a backslash") << u"{\"a\": \"x\\"_s << int(Kind::EndsEarly) << 9;
        QTest::newRow("brackets that do not fit") << u"{\"a\": [1}]"_s << int(Kind::Unexpected) << 8;
        QTest::newRow("a comma too much") << u"{\"a\": 1,}"_s << int(Kind::Unexpected) << 8;
        QTest::newRow("a member without a name") << u"{1: 2}"_s << int(Kind::Unexpected) << 1;
        QTest::newRow("a word that is none") << u"[tru, 1]"_s << int(Kind::Unexpected) << 1;
        QTest::newRow("a number that is none") << u"[1.2.3, 1]"_s << int(Kind::Unexpected) << 1;
        QTest::newRow("a second document") << u"{} {}"_s << int(Kind::Unexpected) << 3;
        QTest::newRow("an element that ends early") << u"<A><B>1"_s << int(Kind::EndsEarly) << 7;
        QTest::newRow("a tag that ends early") << u"<A><B"_s << int(Kind::EndsEarly) << 5;
        QTest::newRow("an end too much") << u"<A></A></B>"_s << int(Kind::EndTag) << 7;
        QTest::newRow("an end of another element") << u"<A><B></A></B>"_s << int(Kind::EndTag) << 6;
        QTest::newRow("text after the end") << u"  <A/>x"_s << int(Kind::Unexpected) << 6;
    }

    void leavesAlone()
    {
        QFETCH(QString, payload);
        QFETCH(int, problem);
        QFETCH(int, offset);
        QCOMPARE(ui::indented(payload), payload);
        const auto text = indentedText(payload);
        QCOMPARE(text->problem() ? int(text->problem()->kind) : -1, problem);
        if (text->problem())
            QCOMPARE(int(text->problem()->offset), offset);
    }

    void countsWhatIsStrange()
    {
        const auto text = indentedText(u"a\u0000b\u0001\tc\uFFFD\n"_s + QChar(0x7f));
        QCOMPARE(text->controlCharacters(), 3);
        QCOMPARE(text->replacedBytes(), 1);
        QCOMPARE(indentedText(u"ação"_s)->bytes(), 6);
    }

    void tabsAtTheBeginningAreIndentation()
    {
        const auto text = PayloadText::make(u"Error\n\tat x\n\t\tat y"_s, PayloadText::Form::Stored);
        QCOMPARE(text->lineCount(), 3);
        QCOMPARE(text->indentOf(2), 8);
        QCOMPARE(text->line(2), u"at y");
    }

    void isAsDeepAsTheTextIs_data()
    {
        QTest::addColumn<QString>("open");
        QTest::addColumn<QString>("close");
        QTest::newRow("arrays") << u"["_s << u"]"_s;
        QTest::newRow("objects") << u"{\"a\":"_s << u"}"_s;
        QTest::newRow("elements") << u"<a>"_s << u"</a>"_s;
    }

    void isAsDeepAsTheTextIs()
    {
        QFETCH(QString, open);
        QFETCH(QString, close);
        constexpr int levels = 100'000;
        const bool isXml = open.startsWith(u'<');
        const auto text = indentedText(open.repeated(levels) + (isXml ? QString() : u"1"_s) + close.repeated(levels));
        QVERIFY(!text->problem());
        QCOMPARE(text->depth(), isXml ? levels - 1 : levels);
        QCOMPARE(text->indentOf(levels - 1), 80);
        QCOMPARE(text->foldEnd(0), text->lineCount() - 1);
        QVERIFY2(text->text().size() < 50'000'000, "the indentation grows with the depth");
    }

    void takesALineOfTwentyMegabytes()
    {
        const auto text = indentedText(u"{\"file\":\""_s + QString(20'000'000, u'A') + u"\",\"n\":1}"_s);
        QVERIFY(!text->problem());
        QCOMPARE(text->lineCount(), 4);
        QCOMPARE(text->longestLine(), 20'000'013);
    }

    void takesAMillionLines()
    {
        QString payload = u"["_s;
        while (payload.size() < 7'000'000)
            payload += u"{\"RA\":\"00878180\",\"valor\":1500.00,\"itens\":[1,2,3]},"_s;
        payload.back() = u']';
        const auto text = indentedText(payload);
        QVERIFY(!text->problem());
        QVERIFY(text->lineCount() > 1'000'000);
        QCOMPARE(text->line(text->lineCount() - 1), u"]");
    }

    void refusesMoreLinesThanAnybodyReads()
    {
        QString payload = u"["_s + u"1,"_s.repeated(int(ui::mostPayloadLines)) + u"1]"_s;
        const auto text = indentedText(payload);
        QVERIFY(text->problem());
        QCOMPARE(text->problem()->kind, PayloadProblem::Kind::TooManyLines);
        QCOMPARE(text->lineCount(), 1);
    }

    void showsTheBeginningOfWhatIsCut()
    {
        const auto text = PayloadText::beginning(u"{\"a\":[1,2,{\"b\":\"x"_s, PayloadText::Form::Indented);
        QVERIFY(!text->problem());
        QVERIFY(text->text().startsWith(u"{\n  \"a\": [\n    1,\n    2,\n    {"_s));
        QCOMPARE(text->foldEnd(0), 0);
    }

    void saysWhereAndWhat_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::newRow("the document") << 0 << u"$"_s << QString();
        QTest::newRow("a member") << 1 << u"$.nome"_s << u"Ana \"A\""_s;
        QTest::newRow("an array") << 2 << u"$.parcelas"_s
                                  << u"[\n    10.50,\n    {\n      \"valor do mês\": null\n    }\n  ]"_s;
        QTest::newRow("a number") << 3 << u"$.parcelas[0]"_s << u"10.50"_s;
        QTest::newRow("a name with a space") << 5 << u"$.parcelas[1]['valor do mês']"_s << u"null"_s;
        QTest::newRow("the end of an array") << 7 << u"$.parcelas"_s << QString();
    }

    void saysWhereAndWhat()
    {
        QFETCH(int, line);
        QFETCH(QString, value);
        const auto text =
            indentedText(u"{\"nome\":\"Ana \\\"A\\\"\",\"parcelas\":[10.50,{\"valor do mês\":null}],\"z\":{}}"_s);
        QTEST(ui::pathOf(*text, line), "path");
        if (!value.isEmpty())
            QCOMPARE(ui::valueOf(*text, line), value);
    }

    void saysWhereInXml()
    {
        const auto text = indentedText(u"<V><P><R>1 &amp; 2</R></P><P><R>2</R></P><Q/></V>"_s);
        QCOMPARE(ui::pathOf(*text, 2), u"/V/P[1]/R"_s);
        QCOMPARE(ui::pathOf(*text, 5), u"/V/P[2]/R"_s);
        QCOMPARE(ui::pathOf(*text, 7), u"/V/Q"_s);
        QCOMPARE(ui::valueOf(*text, 2), u"1 & 2"_s);
        QVERIFY(ui::pathOf(*PayloadText::make(u"<V/>"_s, PayloadText::Form::Stored), 0).isEmpty());
    }

    void finds()
    {
        const auto text = indentedText(u"{\"nome\":\"ANA\",\"b\":[\"ana\",\"x\"],\"Ana\":1}"_s);
        const auto hits = ui::findInCode(*text, u"ana"_s, CancelToken());
        QCOMPARE(hits.size(), 3);
        QCOMPARE(hits.at(0).at.line, 1);
        QCOMPARE(text->line(1).mid(hits.at(0).at.column, hits.at(0).length), u"ANA");
        QVERIFY(ui::findInCode(*text, u"{\"nome"_s, CancelToken()).isEmpty());
        CancelToken cancelled;
        cancelled.cancel();
        QVERIFY(ui::findInCode(*text, u"ana"_s, cancelled).isEmpty());
    }

    void foldsRows()
    {
        CodeRows rows;
        rows.setText(indentedText(u"{\"a\":{\"b\":[1,2]},\"c\":1}"_s));
        QCOMPARE(rows.rowCount(), 9);
        rows.setFolded(1, true);
        QCOMPARE(rows.rowCount(), 4);
        QCOMPARE(rows.at(2).line, 7);
        QCOMPARE(rows.rowOf(3), 1);
        QCOMPARE(rows.stepped(1, 1), 7);
        QVERIFY(rows.reveal(4));
        QCOMPARE(rows.rowCount(), 9);
        QVERIFY(!rows.reveal(4));
        rows.foldFrom(1);
        QVERIFY(rows.isFolded(1) && rows.isFolded(2));
        rows.setFolded(1, false);
        QCOMPARE(rows.rowCount(), 6);
        rows.unfoldAll();
        QCOMPARE(rows.rowCount(), 9);
    }

    void wrapsRows()
    {
        CodeRows rows;
        rows.setText(indentedText(u"[\""_s + QString(96, u'x') + u"\",1]"_s));
        rows.setColumns(22);
        QCOMPARE(rows.charactersPerRow(1), 20);
        QCOMPARE(rows.rowCount(), 8);
        QCOMPARE(rows.at(3).line, 1);
        QCOMPARE(rows.at(3).part, 2);
        QCOMPARE(rows.rowOf(1, 41), 3);
        QCOMPARE(rows.rowOf(2), 6);
    }
};

QTEST_GUILESS_MAIN(PayloadTextTest)
#include "tst_payloadtext.moc"
