// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/security/apiclients.h"
#include "tests/ui/support/names.h"
#include "tests/ui/support/scripteddesk.h"
#include "tests/ui/support/stage.h"
#include "ui/security/administrationpage.h"
#include "ui/widgets/checkmenu.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;

namespace {

/// The page over an empty installation, with calls outside that the test answers.
struct Desk {
    Stage stage;
    testing::ScriptedDesk outside;
    ui::Language language;
    std::unique_ptr<ui::Directory> directory;
    std::unique_ptr<ui::AdministrationPage> page;

    explicit Desk(std::optional<security::Actor> actor = {})
    {
        language.use(u"pt_BR"_s);
        stage.session().outside = &outside;
        if (actor)
            stage.session().actor = *actor;
        directory = std::make_unique<ui::Directory>(stage.session());
        page = std::make_unique<ui::AdministrationPage>(stage.session(), *directory, stage.questions());
        page->resize(1100, 700);
        page->show();
        page->enter();
    }
    [[nodiscard]] QWidget *open(const QString &tab) const
    {
        page->showTab(tab);
        return tabs()->currentWidget();
    }
    /// A second page over the same installation.
    struct Shown {
        std::unique_ptr<ui::AdministrationPage> page;
        QWidget *form;
    };
    [[nodiscard]] Shown shownAnew(const QString &form)
    {
        auto second = std::make_unique<ui::AdministrationPage>(stage.session(), *directory, stage.questions());
        second->resize(1100, 700);
        second->show();
        second->enter();
        QWidget *found = second->findChild<QWidget *>(form);
        return {std::move(second), found};
    }
    [[nodiscard]] QTabWidget *tabs() const { return page->findChild<QTabWidget *>(u"administrationTabs"_s); }
};

template<class T>
T *part(QWidget *tab, const QString &name)
{
    T *found = tab->findChild<T *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

void type(QWidget *tab, const QString &name, const QString &text)
{
    auto *line = part<QLineEdit>(tab, name);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

QString messageIn(QWidget *tab)
{
    return part<QLabel>(tab, u"message"_s)->text();
}

QString cell(QWidget *tab, const QString &grid, int row, int column)
{
    return part<ui::Grid>(tab, grid)->model()->index(row, column).data().toString();
}

int rowsOf(QWidget *tab, const QString &grid)
{
    return part<ui::Grid>(tab, grid)->model()->rowCount();
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts.append(label->text());
    return texts;
}

} // namespace

class AdministrationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabsFollowWhatIsReleased()
    {
        using security::Action;
        const Desk all;
        QCOMPARE(all.tabs()->count(), 5);
        const Desk some(security::Actor::person(u"eva"_s, {{Action::ManageApiClients}}));
        QCOMPARE(some.tabs()->count(), 1);
        QCOMPARE(some.tabs()->currentWidget()->objectName(), u"clients"_s);
        QVERIFY(!ui::AdministrationPage::isFor(security::Actor::person(u"eva"_s, {{Action::ViewLog}})));
    }

    void everyTabSpeaksToAScreenReader()
    {
        const Desk desk;
        for (const QString &tab : {u"connections"_s, u"companies"_s, u"clients"_s, u"people"_s, u"profiles"_s}) {
            (void)desk.open(tab);
            QCOMPARE(testing::namelessControls(*desk.page), QString());
        }
    }

    void aConnectionIsTestedAsTypedAndStored()
    {
        Desk desk;
        QWidget *rm = desk.page->findChild<QWidget *>(u"connection.rm"_s);
        type(rm, u"url"_s, u"rm.example"_s);
        part<QPushButton>(rm, u"save"_s)->click();
        QTRY_COMPARE(messageIn(rm), u"Informe um endereço completo, como https://rm.example:8051."_s);
        type(rm, u"url"_s, u"https://rm.example:8051"_s);
        type(rm, u"user"_s, u"integracao"_s);
        type(rm, u"password"_s, u"segredo"_s);
        part<QPushButton>(rm, u"testConnection"_s)->click();
        QCOMPARE(desk.outside.trial.url->toString(), u"https://rm.example:8051"_s);
        QCOMPARE(*desk.outside.trial.secret, u"segredo"_s);
        part<QPushButton>(rm, u"save"_s)->click();
        QTRY_COMPARE(messageIn(rm), u"Salvo."_s);
        QTRY_VERIFY(part<QLineEdit>(rm, u"password"_s)->text().isEmpty());
        const auto connection = desk.stage.services().database.reads().here();
        const auto stored = desk.stage.services().connections.reveal(**connection, u"rm"_s);
        QCOMPARE((*stored)->password, u"segredo"_s);
        // An empty field keeps what is stored.
        type(rm, u"user"_s, u"outro"_s);
        part<QPushButton>(rm, u"save"_s)->click();
        QTRY_COMPARE(messageIn(rm), u"Salvo."_s);
        const auto kept = desk.stage.services().connections.reveal(**connection, u"rm"_s);
        QCOMPARE((*kept)->user, u"outro"_s);
        QCOMPARE((*kept)->password, u"segredo"_s);
    }

    void aStoredPasswordIsAskedForAgainWhereTheServerIsAnother()
    {
        Desk desk;
        QWidget *rm = desk.page->findChild<QWidget *>(u"connection.rm"_s);
        type(rm, u"url"_s, u"https://other.example:8051"_s);
        part<QPushButton>(rm, u"testConnection"_s)->click();
        QVERIFY(!desk.outside.trial.secret);
        desk.outside.tested(failure(ErrorCode::Validation, u"Digite a senha também."_s, {}, u"secret"_s));
        auto *password = part<QLineEdit>(rm, u"password"_s);
        QTRY_COMPARE(part<QLabel>(rm, u"testState"_s)->text(), u"Digite a senha também."_s);
        QCOMPARE(part<QLabel>(rm, u"testState"_s)->foregroundRole(), QPalette::BrightText);
        QVERIFY(password->property(ui::invalidProperty).toBool());
        QCOMPARE(rm->window()->focusWidget(), password);
        type(rm, u"password"_s, u"segredo"_s);
        QVERIFY(!password->property(ui::invalidProperty).toBool());
        QVERIFY(part<QLabel>(rm, u"testState"_s)->text().isEmpty());
    }

    void theMailServerIsTestedAsTypedAndStored()
    {
        Desk desk;
        QWidget *mail = desk.page->findChild<QWidget *>(u"connection.mail"_s);
        type(mail, u"url"_s, u"smtp.example"_s);
        type(mail, u"user"_s, u"ponte"_s);
        type(mail, u"password"_s, u"segredo"_s);
        QCOMPARE(part<QSpinBox>(mail, u"port"_s)->value(), 465);
        part<QComboBox>(mail, u"encryption"_s)->setCurrentIndex(1);
        QCOMPARE(part<QSpinBox>(mail, u"port"_s)->value(), 587);
        type(mail, u"from"_s, u"ponte"_s);
        part<QPushButton>(mail, u"save"_s)->click();
        QVERIFY2(messageIn(mail).contains(u"endereço de e-mail"_s), qPrintable(messageIn(mail)));
        type(mail, u"from"_s, u"ponte@escola.example"_s);
        type(mail, u"caFile"_s, u"/etc/ssl/escola.pem"_s);
        part<QPushButton>(mail, u"testConnection"_s)->click();
        QCOMPARE(desk.outside.trial.name, u"mail"_s);
        QCOMPARE(desk.outside.trial.url->toString(), u"smtp://smtp.example:587"_s);
        QCOMPARE(*desk.outside.trial.secret, u"segredo"_s);
        const QJsonObject further {{u"from"_s, u"ponte@escola.example"_s}, {u"caFile"_s, u"/etc/ssl/escola.pem"_s}};
        QCOMPARE(*desk.outside.trial.extra, further);
        part<QPushButton>(mail, u"save"_s)->click();
        QTRY_COMPARE(messageIn(mail), u"Salvo."_s);
        QTRY_VERIFY(part<QLineEdit>(mail, u"password"_s)->text().isEmpty());
        const auto connection = desk.stage.services().database.reads().here();
        const auto stored = desk.stage.services().connections.reveal(**connection, u"mail"_s);
        QVERIFY(*stored);
        QCOMPARE((*stored)->url.toString(), u"smtp://smtp.example:587"_s);
        QCOMPARE((*stored)->password, u"segredo"_s);
        QCOMPARE((*stored)->extra, further);
        // What is stored shows as it was typed; the password never does.
        const Desk::Shown again = desk.shownAnew(u"connection.mail"_s);
        QTRY_COMPARE(part<QLineEdit>(again.form, u"url"_s)->text(), u"smtp.example"_s);
        QCOMPARE(part<QSpinBox>(again.form, u"port"_s)->value(), 587);
        QCOMPARE(part<QComboBox>(again.form, u"encryption"_s)->currentData().toString(), u"smtp"_s);
        QCOMPARE(part<QLineEdit>(again.form, u"from"_s)->text(), u"ponte@escola.example"_s);
        QCOMPARE(part<QLineEdit>(again.form, u"password"_s)->text(), QString());
    }

    void theFormThatIsWorkedOnHasTheKeys()
    {
        Desk desk;
        QWidget *rm = desk.page->findChild<QWidget *>(u"connection.rm"_s);
        QWidget *erp = desk.page->findChild<QWidget *>(u"connection.erp"_s);
        QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
        part<QLineEdit>(rm, u"url"_s)->setFocus();
        QVERIFY(part<QPushButton>(rm, u"save"_s)->text().contains(u'&'));
        QVERIFY(!part<QPushButton>(erp, u"save"_s)->text().contains(u'&'));
        part<QLineEdit>(erp, u"user"_s)->setFocus();
        QVERIFY(part<QPushButton>(erp, u"testConnection"_s)->text().contains(u'&'));
        QVERIFY(!part<QPushButton>(rm, u"testConnection"_s)->text().contains(u'&'));
        QCOMPARE(testing::doubledMnemonics(*desk.page), QString());
        part<QLineEdit>(desk.page->findChild<QWidget *>(u"connection.mail"_s), u"from"_s)->setFocus();
        for (const QString &language : {u"pt_BR"_s, u"en"_s, u"es"_s}) {
            desk.language.use(language);
            QCOMPARE(testing::doubledMnemonics(*desk.page), QString());
        }
    }

    void checksShowOneByOne()
    {
        Desk desk;
        QWidget *erp = desk.page->findChild<QWidget *>(u"connection.erp"_s);
        type(erp, u"url"_s, u"https://erp.example"_s);
        part<QPushButton>(erp, u"testConnection"_s)->click();
        const auto *state = part<QLabel>(erp, u"testState"_s);
        QCOMPARE(state->text(), u"Testando…"_s);
        desk.outside.told({u"name"_s, u"passed"_s, u"'erp.example' é 10.0.0.7."_s});
        QTRY_VERIFY(textsOf(*erp).contains(u"'erp.example' é 10.0.0.7."_s));
        QCOMPARE(state->text(), u"Testando…"_s);
        const CheckLine failed {u"address"_s, u"failed"_s, u"Nada responde em erp.example:443."_s};
        desk.outside.told(failed);
        QTRY_VERIFY(textsOf(*erp).contains(failed.message));
        QVERIFY(textsOf(*erp).contains(u"✕ falhou"_s));
        desk.outside.tested(QList<CheckLine> {
            {u"name"_s, u"passed"_s, u"'erp.example' é 10.0.0.7."_s}, failed, {u"tls"_s, u"skipped"_s, u"-"_s}});
        QTRY_COMPARE(state->text(), u"ERP não pode ser usado."_s);
        QCOMPARE(textsOf(*erp).count(failed.message), 1);
        // What is typed anew was not tested.
        type(erp, u"url"_s, u"https://outro.example"_s);
        QVERIFY(!textsOf(*erp).contains(failed.message));
    }

    void aCancelledTestEndsAtOnce()
    {
        Desk desk;
        QWidget *rm = desk.page->findChild<QWidget *>(u"connection.rm"_s);
        type(rm, u"url"_s, u"https://rm.example"_s);
        part<QPushButton>(rm, u"testConnection"_s)->click();
        desk.outside.told({u"name"_s, u"passed"_s, u"um"_s});
        QTRY_VERIFY(textsOf(*rm).contains(u"um"_s));
        part<QPushButton>(rm, u"cancelTest"_s)->click();
        QVERIFY(desk.outside.cancel.isCancelled());
        const auto *state = part<QLabel>(rm, u"testState"_s);
        QCOMPARE(state->text(), u"O teste foi cancelado."_s);
        QVERIFY(!part<QPushButton>(rm, u"cancelTest"_s)->isVisible());
        QCOMPARE(desk.stage.activity().runningCount(), 0);
        // The old one tells on, into the next one's lines.
        const auto oldTold = desk.outside.told;
        const auto oldTested = desk.outside.tested;
        part<QPushButton>(rm, u"testConnection"_s)->click();
        oldTold({u"address"_s, u"passed"_s, u"velho"_s});
        oldTested(tl::unexpected(Error {ErrorCode::Cancelled, u"It was cancelled."_s}));
        desk.outside.told({u"name"_s, u"passed"_s, u"novo"_s});
        QTRY_VERIFY(textsOf(*rm).contains(u"novo"_s));
        QVERIFY(!textsOf(*rm).contains(u"velho"_s));
        QCOMPARE(state->text(), u"Testando…"_s);
    }

    void companiesGetTheirNetworks()
    {
        Desk desk;
        QWidget *tab = desk.open(u"companies"_s);
        type(tab, u"companyNumber"_s, u"x"_s);
        part<QPushButton>(tab, u"saveNetwork"_s)->click();
        QCOMPARE(messageIn(tab), u"Informe o número de uma coligada do RM, a partir de 1."_s);
        type(tab, u"companyNumber"_s, u"2"_s);
        auto *network = part<QComboBox>(tab, u"network"_s);
        network->setCurrentText(u"SESI"_s);
        QTest::keyClick(part<QLineEdit>(tab, u"companyNumber"_s), Qt::Key_Return);
        QTRY_COMPARE(messageIn(tab), u"A coligada 2 é SESI."_s);
        QTRY_COMPARE(rowsOf(tab, u"companyGrid"_s), 1);
        QCOMPARE(cell(tab, u"companyGrid"_s, 0, 2), u"SESI"_s);
        part<QPushButton>(tab, u"readCompanies"_s)->click();
        QCOMPARE(desk.outside.asked, QStringList({u" "_s}));
        QCOMPARE(messageIn(tab), u"Lendo do RM…"_s);
        desk.outside.refreshed(tl::unexpected(Error {ErrorCode::Unreachable, u"O RM não respondeu."_s}));
        QTRY_COMPARE(messageIn(tab), u"O RM não respondeu."_s);
    }

    void aClientsPasswordIsShownOnce()
    {
        Desk desk;
        QWidget *tab = desk.open(u"clients"_s);
        type(tab, u"clientName"_s, u"broker"_s);
        part<QPushButton>(tab, u"addClient"_s)->click();
        const auto *password = part<QLineEdit>(tab, u"clientPassword"_s);
        QTRY_VERIFY(password->isVisible() && password->text().size() >= 32);
        QTRY_COMPARE(rowsOf(tab, u"clientGrid"_s), 1);
        QCOMPARE(cell(tab, u"clientGrid"_s, 0, 0), u"broker"_s);
        type(tab, u"clientName"_s, u"broker"_s);
        part<QPushButton>(tab, u"addClient"_s)->click();
        QTRY_VERIFY2(messageIn(tab).contains(u"broker"_s), qPrintable(messageIn(tab)));
        part<ui::Grid>(tab, u"clientGrid"_s)
            ->setCurrentIndex(part<ui::Grid>(tab, u"clientGrid"_s)->model()->index(0, 0));
        desk.stage.questions().isSure = true;
        part<QPushButton>(tab, u"revokeClient"_s)->click();
        QTRY_COMPARE(messageIn(tab), u"broker foi revogado."_s);
        QTRY_VERIFY(cell(tab, u"clientGrid"_s, 0, 4).startsWith(u"revogado em"_s));
        QCOMPARE(desk.stage.questions().asked, 1);
    }

    void peopleComeGoAndReturn()
    {
        Desk desk;
        QWidget *tab = desk.open(u"people"_s);
        auto *profiles = part<ui::CheckMenu>(tab, u"personProfiles"_s);
        const auto save = [&] { part<QPushButton>(tab, u"savePerson"_s)->click(); };
        QTRY_VERIFY(profiles->menu() && profiles->menu()->actions().size() > 3);
        type(tab, u"personName"_s, u"rui"_s);
        type(tab, u"personPassword"_s, u"curta"_s);
        profiles->setChecked({u"Administrator"_s});
        save();
        QTRY_COMPARE(messageIn(tab), u"Uma senha tem pelo menos 8 caracteres."_s);
        type(tab, u"personPassword"_s, u"correct horse"_s);
        profiles->setChecked({u"Analyst"_s});
        save();
        // The first one has to administer, or nobody could any more.
        QTRY_VERIFY2(messageIn(tab).contains(u"ninguém"_s), qPrintable(messageIn(tab)));
        profiles->setChecked({u"Administrator"_s});
        type(tab, u"personPassword"_s, u"correct horse"_s);
        save();
        QTRY_COMPARE(rowsOf(tab, u"peopleGrid"_s), 1);
        QCOMPARE(cell(tab, u"peopleGrid"_s, 0, 1), u"Administrador"_s);
        QCOMPARE(cell(tab, u"peopleGrid"_s, 0, 2), u"pode trabalhar"_s);
        QVERIFY(part<QLineEdit>(tab, u"personPassword"_s)->text().isEmpty());
        type(tab, u"personName"_s, u"eva"_s);
        type(tab, u"personPassword"_s, u"battery staple"_s);
        profiles->setChecked({u"Analyst"_s});
        save();
        QTRY_COMPARE(rowsOf(tab, u"peopleGrid"_s), 2);
        auto *disable = part<QPushButton>(tab, u"disablePerson"_s);
        QTRY_VERIFY(disable->isVisible());
        const QString disables = disable->text();
        disable->click();
        QTRY_COMPARE(messageIn(tab), u"eva não pode mais trabalhar aqui."_s);
        // The list is read again after it was said.
        QTRY_VERIFY(disable->text() != disables);
        QVERIFY(!desk.stage.services().people.login(u"eva"_s, u"battery staple"_s));
        disable->click();
        QTRY_COMPARE(messageIn(tab), u"eva pode trabalhar aqui de novo."_s);
        QVERIFY(desk.stage.services().people.login(u"eva"_s, u"battery staple"_s));
    }

    void aLockedPersonIsSeen()
    {
        Desk desk;
        auto &people = desk.stage.services().people;
        QVERIFY(people.add(desk.stage.session().actor, u"rui"_s, u"correct horse"_s, {u"Administrator"_s}));
        for (int i = 0; i < 5; ++i)
            QVERIFY(!people.login(u"rui"_s, u"wrong horse"_s));
        desk.stage.clock().set(desk.stage.services().clock.now());
        QWidget *tab = desk.open(u"people"_s);
        desk.page->refresh();
        QTRY_VERIFY(rowsOf(tab, u"peopleGrid"_s) == 1);
        QVERIFY2(cell(tab, u"peopleGrid"_s, 0, 2).startsWith(u"bloqueado até"_s),
                 qPrintable(cell(tab, u"peopleGrid"_s, 0, 2)));
    }

    void profilesReleaseWhatIsTicked()
    {
        Desk desk;
        QWidget *tab = desk.open(u"profiles"_s);
        auto *list = part<QListWidget>(tab, u"profileList"_s);
        QTRY_COMPARE(list->count(), 4);
        type(tab, u"profileName"_s, u"Vigia"_s);
        part<QPushButton>(tab, u"addProfile"_s)->click();
        QTRY_COMPARE(list->count(), 5);
        QTRY_COMPARE(list->currentItem()->text(), u"Vigia"_s);
        auto *check = part<QCheckBox>(tab, u"view_log"_s);
        QVERIFY(!check->isChecked());
        check->click();
        part<QPushButton>(tab, u"saveProfile"_s)->click();
        QTRY_VERIFY2(messageIn(tab).startsWith(u"Salvo."_s), qPrintable(messageIn(tab)));
        const auto connection = desk.stage.services().database.reads().here();
        const auto profiles = security::People::profiles(desk.stage.session().actor, **connection);
        const auto vigia = std::find_if(profiles->begin(), profiles->end(),
                                        [](const security::Profile &profile) { return profile.name == u"Vigia"; });
        QCOMPARE(vigia->permissions, QList<security::Permission>({{security::Action::ViewLog}}));
        type(tab, u"profileName"_s, u"Vigia"_s);
        part<QPushButton>(tab, u"addProfile"_s)->click();
        QCOMPARE(messageIn(tab), u"Já há um perfil com esse nome."_s);
    }
};

QTEST_MAIN(AdministrationTest)
#include "tst_administration.moc"
