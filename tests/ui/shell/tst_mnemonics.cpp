// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/names.h"
#include "tests/ui/support/stage.h"
#include "ui/schedules/scheduledialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/place.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;

namespace {

QString doubledIn(const QMenu &menu)
{
    QMap<QString, QStringList> claims;
    for (const QAction *action : menu.actions()) {
        const QKeySequence key = QKeySequence::mnemonic(action->text());
        if (action->isVisible() && !key.isEmpty())
            claims[key.toString()].append(action->text());
    }
    QStringList doubled;
    for (const QStringList &texts : std::as_const(claims)) {
        if (texts.size() > 1)
            doubled.append(texts.join(u" / "_s));
    }
    return doubled.join(u", "_s);
}

/// Of several forms on a page the one that is worked on has the keys.
QString withoutKeyWhereWorkedOn(const QWidget &window)
{
    const QStringList without = testing::fieldsWithoutMnemonic(window).split(u", "_s, Qt::SkipEmptyParts);
    QStringList found;
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || !label->buddy() || !without.contains(label->text().remove(u'&')))
            continue;
        label->buddy()->setFocus(Qt::OtherFocusReason);
        if (!QTest::qWaitFor([label] { return !QKeySequence::mnemonic(label->text()).isEmpty(); }, 2000))
            found.append(label->text());
    }
    return found.join(u", "_s);
}

} // namespace

class MnemonicsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKeyLeadsToOneControl_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &code : ui::Language::available())
            QTest::newRow(qPrintable(code)) << code;
    }

    void eachKeyLeadsToOneControl()
    {
        QFETCH(QString, language);
        Stage stage;
        testing::setUsualLookups(stage);
        stage.add({u"V-1"_s});
        ui::Theme theme(*qApp);
        ui::Language chosen;
        chosen.use(language);
        ui::MainWindow window(theme, chosen, stage.settings(), stage.questions(), stage.clock());
        window.offerDatabases(storage::DatabaseTrial({}), storage::Address::standard());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openSession(stage.session());
        QStringList problems;
        const auto note = [&problems](const QString &where, const QString &what, const QString &found) {
            if (!found.isEmpty())
                problems.append(u"%1: %2: %3"_s.arg(where, what, found));
        };
        const auto look = [&](const QString &where) {
            // Some labels get their letters once they are read and all around them have theirs.
            (void)QTest::qWaitFor([&] { return testing::fieldsWithoutMnemonic(window).isEmpty(); }, 1000);
            note(where, u"twice"_s, testing::doubledMnemonics(window));
            note(where, u"no key"_s, withoutKeyWhereWorkedOn(window));
            note(where, u"twice, elsewhere"_s, testing::doubledMnemonics(window));
            note(where, u"no name"_s, testing::namelessControls(window));
        };
        for (const QString &place : window.placeIds()) {
            window.goTo(place);
            look(place);
            auto *tabs = window.currentPlace()->findChild<QTabWidget *>();
            for (int tab = 1; tabs && tabs->isVisible() && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                look(u"%1/%2"_s.arg(place, tabs->currentWidget()->objectName()));
            }
        }
        window.goTo(u"schedules"_s);
        auto *add = window.currentPlace()->findChild<QAction *>(u"addSchedule"_s);
        QTRY_VERIFY(add->isEnabled());
        add->trigger();
        auto *dialog = window.findChild<ui::ScheduleDialog *>();
        auto *job = dialog->findChild<QComboBox *>(u"job"_s);
        for (int index = 0; index < job->count(); ++index) {
            job->setCurrentIndex(index);
            note(u"schedule"_s, u"twice"_s, testing::doubledMnemonics(*dialog));
            note(u"schedule"_s, u"no name"_s, testing::namelessControls(*dialog));
        }
        delete dialog;
        window.askDatabase(storage::Address::standard());
        look(u"database"_s);
        window.askLogin({});
        look(u"login"_s);
        for (const QMenu *menu : window.menuBar()->findChildren<QMenu *>())
            note(menu->title(), u"twice"_s, doubledIn(*menu));
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
        window.closeSession();
    }
};

QTEST_MAIN(MnemonicsTest)
#include "tst_mnemonics.moc"
