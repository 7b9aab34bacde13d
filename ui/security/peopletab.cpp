// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/security/peopletab.h"

#include "ui/widgets/checkmenu.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

PeopleTab::PeopleTab(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new QLabel(this))
    , m_nameLabel(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_passwordLabel(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_profiles(new CheckMenu(this))
    , m_save(new QPushButton(this))
    , m_disable(new QPushButton(this))
    , m_message(new QLabel(this))
    , m_model(new QStandardItemModel(0, 5, this))
    , m_grid(new Grid(this))
{
    setObjectName(u"people"_s);
    m_name->setObjectName(u"personName"_s);
    m_password->setObjectName(u"personPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_profiles->setObjectName(u"personProfiles"_s);
    m_save->setObjectName(u"savePerson"_s);
    m_disable->setObjectName(u"disablePerson"_s);
    m_message->setObjectName(u"message"_s);
    m_grid->setObjectName(u"peopleGrid"_s);
    m_grid->setModel(m_model);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setColumnWidths({180, 300, 200, 160, 140});
    setFocusProxy(m_name);
    setupLayout();
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeopleTab::showChoice);
    connect(m_name, &QLineEdit::textChanged, this, [this] { retranslate(); });
    connect(m_save, &QPushButton::clicked, this, &PeopleTab::save);
    connect(m_password, &QLineEdit::returnPressed, this, &PeopleTab::save);
    connect(m_disable, &QPushButton::clicked, this, [this] {
        if (const security::Person *person = chosen()) {
            const bool isDisabled = person->disabledAt.isValid();
            act([people = m_session.people, actor = m_session.actor, name = person->name,
                 isDisabled] { return people->setDisabled(actor, name, !isDisabled); },
                isDisabled ? tr("%1 may work here again.").arg(person->name)
                           : tr("%1 may no longer work here.").arg(person->name));
        }
    });
    retranslate();
}

void PeopleTab::setupLayout()
{
    m_text->setWordWrap(true);
    setMuted(m_text);
    m_nameLabel->setBuddy(m_name);
    m_passwordLabel->setBuddy(m_password);
    m_name->setFixedWidth(180);
    m_password->setFixedWidth(180);
    m_message->setWordWrap(true);
    auto *form = new QHBoxLayout;
    form->setSpacing(2 * gridUnit);
    for (QWidget *widget :
         QList<QWidget *> {m_nameLabel, m_name, m_passwordLabel, m_password, m_profiles, m_save, m_disable})
        form->addWidget(widget);
    form->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4 * gridUnit, 0, 0);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_text);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addWidget(m_grid, 1);
}

void PeopleTab::refresh()
{
    const auto work = [actor = m_session.actor](storage::Connection &connection) -> Result<Found> {
        const auto people = security::People::list(actor, connection);
        if (!people)
            return tl::unexpected(people.error());
        const auto profiles = security::People::profiles(actor, connection);
        if (!profiles)
            return tl::unexpected(profiles.error());
        return Found {*people, *profiles};
    };
    m_session.database.reads().read<Found>(this, work, [this](const Result<Found> &found) {
        if (found)
            showFound(*found);
        else
            tell(true, found.error().message);
    });
}

void PeopleTab::showFound(const Found &found)
{
    m_found = found;
    const QStringList ticked = m_profiles->checked();
    QList<CheckMenu::Choice> choices;
    for (const security::Profile &profile : found.profiles)
        choices.append({profile.name, QCoreApplication::translate("Profiles", profile.name.toUtf8().constData())});
    m_profiles->setChoices(choices);
    m_profiles->setChecked(ticked);
    showPeople();
}

void PeopleTab::showPeople()
{
    m_model->setRowCount(0);
    for (const security::Person &person : std::as_const(m_found.people)) {
        QStringList profiles;
        for (const QString &profile : person.profiles)
            profiles.append(QCoreApplication::translate("Profiles", profile.toUtf8().constData()));
        QString state = tr("may work");
        if (person.disabledAt.isValid())
            state = tr("disabled on %1").arg(timeText(person.disabledAt));
        else if (person.lockedUntil.isValid() && person.lockedUntil > m_session.clock.now())
            state = tr("locked until %1").arg(timeText(person.lockedUntil));
        QList<QStandardItem *> row;
        for (const QString &text :
             {person.name, profiles.join(u", "_s), state, timeText(person.createdAt), person.createdBy})
            row.append(new QStandardItem(text));
        m_model->appendRow(row);
    }
    showChoice();
}

const security::Person *PeopleTab::chosen() const
{
    const QString name = m_name->text().trimmed();
    const auto found = std::find_if(m_found.people.begin(), m_found.people.end(),
                                    [&name](const security::Person &person) { return person.name == name; });
    return found == m_found.people.end() ? nullptr : &*found;
}

void PeopleTab::showChoice()
{
    const int row = m_grid->currentIndex().row();
    if (row >= 0 && row < m_found.people.size()) {
        m_name->setText(m_found.people.at(row).name);
        m_profiles->setChecked(m_found.people.at(row).profiles);
    }
    retranslate();
}

void PeopleTab::save()
{
    const QString name = m_name->text().trimmed();
    const QString password = m_password->text();
    const QStringList profiles = m_profiles->checked();
    security::People *people = m_session.people;
    const security::Actor actor = m_session.actor;
    if (chosen()) {
        act(
            [=]() -> Result<> {
                if (Result<> set = people->setProfiles(actor, name, profiles); !set)
                    return set;
                return password.isEmpty() ? Result<>() : people->setPassword(actor, name, password);
            },
            tr("%1 was changed.").arg(name));
    } else {
        act([=] { return people->add(actor, name, password, profiles); },
            tr("%1 may work here now. Who starts the program from now on has to log in.").arg(name));
    }
}

void PeopleTab::act(std::function<Result<>()> work, const QString &done)
{
    m_save->setEnabled(false);
    m_hands.call<void>(this, std::move(work), [this, done](const Result<> &result) {
        m_save->setEnabled(true);
        tell(!result, result ? done : result.error().message);
        if (result)
            m_password->clear();
        else if (result.error().field == "name"_L1)
            m_name->setFocus(Qt::OtherFocusReason);
        else if (result.error().field == "password"_L1)
            m_password->setFocus(Qt::OtherFocusReason);
        refresh();
    });
}

void PeopleTab::tell(bool isProblem, const QString &text)
{
    m_message->setForegroundRole(isProblem ? QPalette::BrightText : QPalette::WindowText);
    m_message->setText(text);
}

void PeopleTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showPeople();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void PeopleTab::retranslate()
{
    const security::Person *person = chosen();
    const bool isEmbedded = m_session.database.backend() == storage::Backend::Sqlite;
    m_text->setText(isEmbedded ? tr("While nobody is listed, whoever opens the database may do everything. The first "
                                    "person needs a profile that administers.")
                               : tr("On PostgreSQL a person is the database role of that name."));
    m_nameLabel->setText(tr("Na&me"));
    m_name->setAccessibleName(tr("Name of the person"));
    m_passwordLabel->setText(tr("Pass&word"));
    m_password->setAccessibleName(tr("Password of the person"));
    m_password->setPlaceholderText(person ? tr("kept") : QString());
    m_passwordLabel->setVisible(isEmbedded);
    m_password->setVisible(isEmbedded);
    m_profiles->setTitle(tr("Profiles"));
    m_save->setText(person ? tr("&Save") : tr("A&dd person"));
    m_disable->setVisible(person);
    m_disable->setText(person && person->disabledAt.isValid() ? tr("E&nable") : tr("&Disable"));
    m_grid->setAccessibleName(tr("People"));
    m_grid->setEmptyText(tr("Nobody yet."));
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Profiles"), tr("State"), tr("Created"), tr("By")});
}

} // namespace ponte::ui
