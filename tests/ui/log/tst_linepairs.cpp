// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/linepairs.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using ui::LinePair;
using ui::PayloadText;

class LinePairsTest final : public QObject
{
    Q_OBJECT

private:
    static std::shared_ptr<const PayloadText> text(const QString &lines)
    {
        return PayloadText::make(lines, PayloadText::Form::Stored);
    }

    /// "0=0 1- -1 2~2": same, only left, only right, changed.
    static QString shown(const std::vector<LinePair> &pairs)
    {
        QStringList words;
        for (const LinePair &pair : pairs) {
            if (pair.left < 0 && pair.right < 0)
                words.append(u"…"_s);
            else if (pair.right < 0)
                words.append(u"%1-"_s.arg(pair.left));
            else if (pair.left < 0)
                words.append(u"-%1"_s.arg(pair.right));
            else
                words.append(QString::number(pair.left) + (pair.isSame ? u'=' : u'~') + QString::number(pair.right));
        }
        return words.join(u' ');
    }

private Q_SLOTS:
    void pairs_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the same") << u"a\nb"_s << u"a\nb"_s << u"0=0 1=1"_s;
        QTest::newRow("indentation and comma") << u"a,\nb"_s << u"\ta\nb,"_s << u"0=0 1=1"_s;
        QTest::newRow("one changed") << u"a\nb\nc"_s << u"a\nx\nc"_s << u"0=0 1~1 2=2"_s;
        QTest::newRow("one more on the right") << u"a\nc"_s << u"a\nb\nc"_s << u"0=0 -1 1=2"_s;
        QTest::newRow("one more on the left") << u"a\nb\nc"_s << u"a\nc"_s << u"0=0 1- 2=1"_s;
        QTest::newRow("moved apart") << u"a\nb\nc\nd\ne"_s << u"x\nb\nd\ne\ny"_s << u"0~0 1=1 2- 3=2 4=3 -4"_s;
        QTest::newRow("nothing in common") << u"a\nb"_s << u"x"_s << u"0~0 1-"_s;
        QTest::newRow("against nothing") << u"a\nb"_s << QString() << u"0~0 1-"_s;
    }

    void pairs()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QTEST(shown(ui::linePairs(*text(left), *text(right))), "expected");
    }

    void keepsSomeLinesAroundADifference()
    {
        const auto pairs =
            ui::linePairs(*text(u"1\n2\n3\n4\n5\n6\n7\n8\n9\n10"_s), *text(u"1\n2\n3\n4\nx\n6\n7\n8\n9\n10"_s));
        QCOMPARE(shown(ui::differingPairs(pairs)), u"… 1=1 2=2 3=3 4~4 5=5 6=6 7=7 …"_s);
        QVERIFY(ui::differingPairs(ui::linePairs(*text(u"a"_s), *text(u"a"_s))).empty());
    }

    void gathersEveryLineOnceWhateverTheTexts()
    {
        quint32 state = 7;
        const auto random = [&state](int below) {
            state = state * 1664525 + 1013904223;
            return int((state >> 16) % quint32(below));
        };
        for (int round = 0; round < 300; ++round) {
            QStringList left, right;
            for (int i = random(30); i >= 0; --i)
                left.append(QString::number(random(6)));
            for (int i = random(30); i >= 0; --i)
                right.append(QString::number(random(6)));
            const auto pairs = ui::linePairs(*text(left.join(u'\n')), *text(right.join(u'\n')));
            int nextLeft = 0;
            int nextRight = 0;
            for (const LinePair &pair : pairs) {
                if (pair.left >= 0)
                    QCOMPARE(pair.left, nextLeft++);
                if (pair.right >= 0)
                    QCOMPARE(pair.right, nextRight++);
                if (pair.isSame)
                    QCOMPARE(left.at(pair.left), right.at(pair.right));
            }
            QCOMPARE(nextLeft, int(left.size()));
            QCOMPARE(nextRight, int(right.size()));
        }
    }

    void differentLargeTextsEnd()
    {
        QStringList left, right;
        for (int i = 0; i < 20'000; ++i) {
            left.append(u"l%1"_s.arg(i));
            right.append(u"r%1"_s.arg(i));
        }
        QCOMPARE(int(ui::linePairs(*text(left.join(u'\n')), *text(right.join(u'\n'))).size()), 20'000);
    }
};

QTEST_GUILESS_MAIN(LinePairsTest)
#include "tst_linepairs.moc"
