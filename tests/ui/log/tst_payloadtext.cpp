// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadtext.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using ponte::ui::indented;

class PayloadTextTest final : public QObject
{
    Q_OBJECT

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
        QTest::newRow("several exchanges, each under its heading")
            << u"# ReadView EduAlunoData\nSALUNO.RA=1\n\n# SaveRecord EduAlunoData\n<A><B>1</B></A>"_s
            << u"# ReadView EduAlunoData\nSALUNO.RA=1\n\n# SaveRecord EduAlunoData\n<A>\n  <B>1</B>\n</A>"_s;
    }

    void indents()
    {
        QFETCH(QString, payload);
        QTEST(indented(payload), "expected");
    }

    void leavesAlone_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::newRow("nothing") << QString();
        QTest::newRow("plain text") << u"3;00878180"_s;
        QTest::newRow("an object that ends early") << u"{\"a\": [1, 2"_s;
        QTest::newRow("a text that ends early") << u"{\"a\": \"x"_s;
        QTest::newRow("a text that ends in a backslash") << u"{\"a\": \"x\\"_s;
        QTest::newRow("brackets that do not fit") << u"{\"a\": [1}]"_s;
        QTest::newRow("an element that ends early") << u"<A><B>1"_s;
        QTest::newRow("a tag that ends early") << u"<A><B"_s;
        QTest::newRow("an end too much") << u"<A></A></B>"_s;
    }

    void leavesAlone()
    {
        QFETCH(QString, payload);
        QCOMPARE(indented(payload), payload);
    }

    void indentsTwentyMegabytesBeforeAPersonLeaves()
    {
        QString payload = u"["_s;
        while (payload.size() < 20'000'000)
            payload += u"{\"RA\":\"00878180\",\"valor\":1500.00,\"itens\":[1,2,3]},"_s;
        payload.back() = u']';
        QElapsedTimer timer;
        timer.start();
        QVERIFY(indented(payload).size() > payload.size());
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(PayloadTextTest)
#include "tst_payloadtext.moc"
