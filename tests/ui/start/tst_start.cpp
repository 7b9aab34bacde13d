// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/integrations.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/support/names.h"
#include "tests/ui/support/stage.h"
#include "ui/start/databasepage.h"
#include "ui/start/setuppage.h"
#include "ui/start/setuprow.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTcpServer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using storage::Address;
using testing::Stage;

namespace {

struct Form {
    ui::Language language;
    ui::DatabasePage page;
    QSignalSpy chosen {&page, &ui::DatabasePage::chosen};

    Form()
        : page(storage::DatabaseTrial(migrationModules()), *Address::parse(u"sqlite:/tmp/standard.db"_s))
    {
        language.use(u"pt_BR"_s);
        page.resize(1000, 700);
        page.show();
    }
    void typeServer(const QString &address)
    {
        page.findChild<QRadioButton *>(u"databaseServer"_s)->click();
        auto *line = page.findChild<QLineEdit *>(u"databaseAddress"_s);
        line->selectAll();
        QTest::keyClicks(line, address);
    }
    [[nodiscard]] QString state() const { return page.findChild<QLabel *>(u"databaseState"_s)->text(); }
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    }
    void press(const QString &name) const { page.findChild<QPushButton *>(name)->click(); }
};

QString withoutPassword(const Address &address)
{
    Address plain = address;
    plain.password.clear();
    return plain.text();
}

} // namespace

/// The choice of a database, and the diagnosis.
class StartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsTakenAsItIs()
    {
        Form form;
        form.page.ask(*Address::parse(u"sqlite:/tmp/mine.db"_s), {}, false);
        QVERIFY(!form.page.findChild<QPushButton *>(u"databaseBack"_s)->isVisible());
        QVERIFY(!form.page.findChild<QLineEdit *>(u"databaseAddress"_s)->isEnabled());
        form.press(u"useDatabase"_s);
        QCOMPARE(form.chosen.size(), 1);
        QCOMPARE(form.chosen.first().first().value<Address>().path, u"/tmp/mine.db"_s);
        form.page.findChild<QLineEdit *>(u"databasePath"_s)->clear();
        form.press(u"useDatabase"_s);
        QCOMPARE(form.state(), u"Informe o nome do arquivo."_s);
        QCOMPARE(form.chosen.size(), 1);
    }

    void aServerIsTriedBeforeItIsTaken()
    {
        const test::TestDatabase database(u"postgresql"_s);
        Form form;
        form.typeServer(withoutPassword(database.address()));
        QTest::keyClicks(form.page.findChild<QLineEdit *>(u"databasePassword"_s), u"segredo"_s);
        form.press(u"useDatabase"_s);
        QTRY_COMPARE(form.chosen.size(), 1);
        const auto address = form.chosen.first().first().value<Address>();
        QCOMPARE(address.database, database.address().database);
        QCOMPARE(address.password, u"segredo"_s);
        QVERIFY(!address.text().contains(u"segredo"_s));
        QVERIFY(form.texts().contains(u"As tabelas são as desta versão."_s));
    }

    void anEmptyOneSaysTheCommand()
    {
        const test::TestDatabase database(u"postgresql"_s, false);
        Form form;
        form.typeServer(withoutPassword(database.address()));
        form.press(u"useDatabase"_s);
        QTRY_COMPARE(form.state(), u"Este banco de dados ainda não pode ser usado."_s);
        QVERIFY2(form.texts().join(u'\n').contains(u"ponte-agent migrate --database postgresql://"_s),
                 qPrintable(form.texts().join(u'\n')));
        QCOMPARE(form.chosen.size(), 0);
    }

    void wrongWordsAreRefusedBesideTheField()
    {
        Form form;
        form.typeServer(u"servidor"_s);
        form.press(u"testDatabase"_s);
        QVERIFY2(form.state().contains(u"postgresql://papel@servidor:porta/nome"_s), qPrintable(form.state()));
        QCOMPARE(form.chosen.size(), 0);
    }

    void aCancelShowsAtOnceAndNothingFollows()
    {
        // A server that never answers.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Form form;
        form.typeServer(u"postgresql://ana@127.0.0.1:%1/ponte"_s.arg(silent.serverPort()));
        form.press(u"useDatabase"_s);
        QCOMPARE(form.state(), u"Testando…"_s);
        QTRY_VERIFY(form.texts().contains(u"✓ passou"_s));
        form.press(u"cancelDatabaseTest"_s);
        QCOMPARE(form.state(), u"O teste foi cancelado."_s);
        QVERIFY(!form.page.findChild<QPushButton *>(u"cancelDatabaseTest"_s)->isVisible());
        QVERIFY(form.page.findChild<QPushButton *>(u"useDatabase"_s)->isEnabled());
        silent.close();
        QCOMPARE(form.chosen.size(), 0);
    }

    void keepsWhatIsTypedInAnotherLanguage()
    {
        Form form;
        form.typeServer(u"postgresql://ana@db/ponte"_s);
        for (const QString &code : ui::Language::available()) {
            form.language.use(code);
            QCoreApplication::processEvents();
            QCOMPARE(testing::doubledMnemonics(form.page), QString());
            QCOMPARE(testing::fieldsWithoutMnemonic(form.page), QString());
            QCOMPARE(testing::namelessControls(form.page), QString());
        }
        QCOMPARE(form.page.findChild<QLineEdit *>(u"databaseAddress"_s)->text(), u"postgresql://ana@db/ponte"_s);
    }

    void theDiagnosisLeadsToWhatIsMissing()
    {
        ui::Language language;
        language.use(u"pt_BR"_s);
        Stage stage;
        ui::SetupPage page(stage.session());
        page.offerDatabases();
        page.resize(1000, 700);
        page.show();
        page.enter();
        const auto rows = [&page] { return page.findChildren<ui::SetupRow *>(); };
        QTRY_COMPARE(rows().size(), 12);
        QCOMPARE(page.findChild<QLabel *>(u"setupHeading"_s)->text(), u"Primeiros passos"_s);
        QSignalSpy places(&page, &ui::SetupPage::placeRequested);
        QSignalSpy databases(&page, &ui::SetupPage::databasesRequested);
        for (const ui::SetupRow *row : rows()) {
            if (auto *button = row->findChild<QPushButton *>(); !button->isHidden())
                button->click();
        }
        QCOMPARE(databases.size(), 1);
        QStringList ways;
        for (const QVariantList &way : places)
            ways.append(way.at(0).toString() + u'/' + way.at(1).toString());
        QCOMPARE(ways,
                 QStringList({u"administration/connections"_s, u"administration/connections"_s,
                              u"administration/companies"_s, u"administration/companies"_s,
                              u"parameters.lojaclick/integration_data"_s, u"parameters.lojaclick/enrollment_status"_s,
                              u"parameters.lojaclick/general"_s, u"administration/clients"_s, u"schedules/"_s}));
        stage.setNetworks();
        page.refresh();
        const auto isThere = [&rows](const QString &name) {
            const QList<ui::SetupRow *> all = rows();
            return std::any_of(all.begin(), all.end(),
                               [&name](const ui::SetupRow *row) { return row->accessibleName() == name; });
        };
        QTRY_VERIFY(isThere(u"Coligadas e redes: ✓ pronto"_s));
        language.use(u"en"_s);
        QTRY_VERIFY(rows().at(0)->accessibleName().startsWith(u"Database"));
    }
};

QTEST_MAIN(StartTest)
#include "tst_start.moc"
