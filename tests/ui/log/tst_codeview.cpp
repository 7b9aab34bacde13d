// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/codecolours.h"
#include "ui/log/codefindbar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using ui::CodeView;
using ui::PayloadText;

class CodeViewTest final : public QObject
{
    Q_OBJECT

private:
    static std::shared_ptr<const PayloadText> text(const QString &payload)
    {
        return PayloadText::make(payload, PayloadText::Form::Indented);
    }

    static void show(QWidget &view)
    {
        view.resize(400, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
    }

private Q_SLOTS:
    void walksAndSelectsByKeyboard()
    {
        CodeView view;
        show(view);
        view.setText(text(u"{\"a\":1,\"b\":[1,2]}"_s));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(view.selectedText(), u"a\": 1,"_s);
        QCOMPARE(view.accessibleDescription(), u"\"a\": 1,"_s);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"a\": 1,"_s);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), view.toPlainText());
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(view.caret(), CodeView::Place());
    }

    void foldsByKeyboardAndMouse()
    {
        CodeView view;
        show(view);
        view.setText(text(u"{\"a\":{\"b\":[1,2]},\"c\":1}"_s));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Minus);
        QVERIFY(view.rows().isFolded(1));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.caret().line, 7);
        QTest::keyClick(&view, Qt::Key_Asterisk);
        QCOMPARE(view.rows().rowCount(), 9);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {4, 4});
        QVERIFY(view.rows().isFolded(0));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {4, 4});
        QVERIFY(!view.rows().isFolded(0));
    }

    void showsWhatItGoesTo()
    {
        CodeView view;
        show(view);
        QString payload = u"["_s;
        for (int i = 0; i < 500; ++i)
            payload += u"{\"n\":%1},"_s.arg(i);
        payload.back() = u']';
        view.setText(text(payload));
        view.foldAll();
        view.goTo({1001, 1}, 1);
        QCOMPARE(view.selectedText(), u"n"_s);
        const int top = view.verticalScrollBar()->value();
        const int row = view.rows().rowOf(1001);
        QVERIFY(row >= top && row <= top + view.verticalScrollBar()->pageStep());
    }

    void paintsOnlyWhatIsInSight()
    {
        CodeView view;
        show(view);
        view.setText(text(u"[\""_s + QString(5'000'000, u'x') + u"\"]"_s));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.horizontalScrollBar()->value() > 4'999'000);
        QVERIFY(!view.grab().isNull());
        view.setWrapping(true);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        QVERIFY(view.verticalScrollBar()->maximum() > 10'000);
        QVERIFY(!view.grab().isNull());
    }

    void aSelectionByMouseHasTheCharactersUnderIt()
    {
        CodeView view;
        show(view);
        view.setText(text(u"{\"codigo\":\"ação\"}"_s));
        const int y = QFontMetrics(view.font()).height() + 8;
        const double cell = QFontMetricsF(view.font()).horizontalAdvance(QString(100, u'0')) / 100.0;
        const int left = int(cell * 2) + 28 + int(cell * 2);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, {left + int(cell), y});
        QTest::mouseMove(view.viewport(), {left + int(cell * 7), y});
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, {left + int(cell * 7), y});
        QCOMPARE(view.selectedText(), u"codigo"_s);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, {left + int(cell * 12.4), y});
        QCOMPARE(view.selectedText(), u"ação"_s);
    }

    void findsForwardsAndBackwards()
    {
        QWidget window;
        auto *view = new CodeView(&window);
        auto *bar = new ui::CodeFindBar(view, &window);
        show(window);
        view->setFocus();
        view->setText(text(u"[\"um\",\"dois\",\"Um\",\"UM\"]"_s));
        QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
        auto *wanted = bar->findChild<QLineEdit *>(u"findInPayload"_s);
        auto *count = bar->findChild<QLabel *>(u"findCount"_s);
        QVERIFY(bar->isVisible());
        QTRY_VERIFY(wanted->hasFocus());
        QTest::keyClicks(wanted, u"um"_s);
        QTest::keyClick(wanted, Qt::Key_Return);
        QTRY_COMPARE(count->text(), u"1 of 3"_s);
        QCOMPARE(view->caret().line, 1);
        QTest::keyClick(wanted, Qt::Key_F3);
        QCOMPARE(view->caret().line, 3);
        QTest::keyClick(view, Qt::Key_F3);
        QCOMPARE(view->caret().line, 4);
        QTest::keyClick(view, Qt::Key_F3);
        QCOMPARE(view->caret().line, 1);
        QTest::keyClick(wanted, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count->text(), u"3 of 3"_s);
        wanted->clear();
        QTest::keyClicks(wanted, u"zz"_s);
        QTRY_COMPARE(count->text(), u"Not found"_s);
        QTest::keyClick(wanted, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QVERIFY(view->hasFocus());
    }

    void coloursNames_data()
    {
        using Role = ui::CodeSpan::Role;
        QTest::addColumn<QString>("line");
        QTest::addColumn<QList<ui::CodeSpan>>("spans");
        QTest::newRow("a member") << u"\"a\": \"b\","_s << QList<ui::CodeSpan> {{0, 3, Role::Name}};
        QTest::newRow("a text that holds XML") << u"\"a\": \"<b>\""_s << QList<ui::CodeSpan> {{0, 3, Role::Name}};
        QTest::newRow("an element") << u"<a x=\"1\">2</a>"_s
                                    << QList<ui::CodeSpan> {{0, 2, Role::Name},
                                                            {8, 1, Role::Name},
                                                            {10, 3, Role::Name},
                                                            {13, 1, Role::Name}};
        QTest::newRow("a heading") << u"# POST /a"_s << QList<ui::CodeSpan> {{0, 9, Role::Heading}};
        QTest::newRow("a value") << u"1500.00,"_s << QList<ui::CodeSpan> {};
    }

    void coloursNames()
    {
        QFETCH(QString, line);
        QTEST(ui::codeSpans(line), "spans");
    }

    void givesAShapeToWhatHasNone() { QCOMPARE(ui::visibleText(u"a\u0000\u001bb\u202ec"_s), u"a\u2400\u241bb¤c"_s); }

    void leavesOtherKeysToThePage()
    {
        CodeView view;
        show(view);
        QSignalSpy escaped(&view, &CodeView::escaped);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(escaped.count(), 1);
        QKeyEvent event(QEvent::KeyPress, Qt::Key_E, Qt::NoModifier, u"e"_s);
        QGuiApplication::sendEvent(&view, &event);
        QVERIFY(!event.isAccepted());
    }
};

QTEST_MAIN(CodeViewTest)
#include "tst_codeview.moc"
