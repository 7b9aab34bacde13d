// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/security/profilestab.h"

#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;
using security::Action;
using security::Permission;

namespace {

// The names of the profiles that come with the program.
[[maybe_unused]] constexpr const char *builtinProfiles[] = {
    QT_TRANSLATE_NOOP("Profiles", "Administrator"), QT_TRANSLATE_NOOP("Profiles", "Key user"),
    QT_TRANSLATE_NOOP("Profiles", "Analyst"), QT_TRANSLATE_NOOP("Profiles", "Manager")};

QString profileText(const QString &name)
{
    return QCoreApplication::translate("Profiles", name.toUtf8().constData());
}

/// The action as the menu entry that it releases.
QString checkText(Action action)
{
    switch (action) {
    case Action::ViewParameters:
        return ProfilesTab::tr("Loja Click integration | Parameters (see)");
    case Action::ManageParameters:
        return ProfilesTab::tr("Loja Click integration | Parameters (change)");
    case Action::ViewLog:
        return ProfilesTab::tr("Loja Click integration | Log Monitor");
    case Action::ViewPersonalData:
        return ProfilesTab::tr("Personal data unmasked");
    case Action::Reprocess:
        return ProfilesTab::tr("Processes | Data reprocessing");
    case Action::ManageSchedules:
        return ProfilesTab::tr("Schedules (change)");
    case Action::ExportReports:
        return ProfilesTab::tr("Reports");
    case Action::ManageConnections:
        return ProfilesTab::tr("Administration | Connections, companies");
    case Action::ManageApiClients:
        return ProfilesTab::tr("Administration | API clients");
    case Action::Administer:
        return ProfilesTab::tr("Administration | People, profiles");
    }
    return {};
}

} // namespace

ProfilesTab::ProfilesTab(const Session &session, Questions &questions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_questions(questions)
    , m_list(new QListWidget(this))
    , m_heading(new QLabel(this))
    , m_limited(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_add(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_message(new QLabel(this))
{
    setObjectName(u"profiles"_s);
    m_list->setObjectName(u"profileList"_s);
    m_name->setObjectName(u"profileName"_s);
    m_add->setObjectName(u"addProfile"_s);
    m_save->setObjectName(u"saveProfile"_s);
    m_message->setObjectName(u"message"_s);
    for (const Action action : security::allActions()) {
        m_checks.append({action, new QCheckBox(this)});
        m_checks.last().second->setObjectName(security::toWord(action));
    }
    setFocusProxy(m_list);
    setupLayout();
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesTab::showChoice);
    connect(m_save, &QPushButton::clicked, this, &ProfilesTab::save);
    connect(m_add, &QPushButton::clicked, this, &ProfilesTab::add);
    connect(m_name, &QLineEdit::returnPressed, this, &ProfilesTab::add);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesTab::remove);
    retranslate();
}

void ProfilesTab::setupLayout()
{
    m_list->setFixedWidth(240);
    m_list->setSpacing(gridUnit / 2);
    m_name->setFixedWidth(240);
    m_heading->setFont(fontOf(TextSize::Heading));
    m_limited->setWordWrap(true);
    m_message->setWordWrap(true);
    auto *left = new QVBoxLayout;
    left->setSpacing(2 * gridUnit);
    left->addWidget(m_list, 1);
    left->addWidget(m_name);
    left->addWidget(m_add);
    auto *right = new QVBoxLayout;
    right->setSpacing(2 * gridUnit);
    right->addWidget(m_heading);
    for (const auto &[action, check] : std::as_const(m_checks))
        right->addWidget(check);
    right->addWidget(m_limited);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * gridUnit);
    buttons->addWidget(m_save);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_message, 1);
    right->addLayout(buttons);
    right->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4 * gridUnit, 0, 0);
    layout->setSpacing(6 * gridUnit);
    layout->addLayout(left);
    layout->addLayout(right, 1);
}

void ProfilesTab::refresh()
{
    const auto work = [actor = m_session.actor](storage::Connection &connection) {
        return security::People::profiles(actor, connection);
    };
    m_session.database.reads().read<QList<security::Profile>>(this, work,
                                                              [this](const Result<QList<security::Profile>> &found) {
                                                                  if (!found) {
                                                                      tell(true, found.error().message);
                                                                      return;
                                                                  }
                                                                  m_found = *found;
                                                                  showProfiles();
                                                              });
}

void ProfilesTab::showProfiles()
{
    const QString wanted = !m_wanted.isEmpty() ? std::exchange(m_wanted, {}) : (chosen() ? chosen()->name : QString());
    m_list->clear();
    int row = 0;
    for (int i = 0; i < m_found.size(); ++i) {
        m_list->addItem(profileText(m_found.at(i).name));
        if (m_found.at(i).name == wanted)
            row = i;
    }
    m_list->setCurrentRow(row);
    showChoice();
}

const security::Profile *ProfilesTab::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_found.size() ? &m_found.at(row) : nullptr;
}

void ProfilesTab::showChoice()
{
    const security::Profile *profile = chosen();
    m_save->setEnabled(profile);
    m_remove->setEnabled(profile && !profile->isBuiltin);
    m_heading->setText(profile ? tr("%1 releases").arg(profileText(profile->name)) : QString());
    QStringList limited;
    for (const auto &[action, check] : std::as_const(m_checks)) {
        check->setEnabled(profile);
        check->setChecked(profile && profile->permissions.contains(Permission {action}));
    }
    for (const Permission &permission : profile ? profile->permissions : QList<Permission>()) {
        if (permission.company)
            limited.append(tr("%1 in company %2").arg(checkText(permission.action)).arg(permission.company->value()));
    }
    m_limited->setText(limited.join(u'\n'));
    m_limited->setVisible(!limited.isEmpty());
}

void ProfilesTab::save()
{
    const security::Profile *profile = chosen();
    if (!profile)
        return;
    QList<Permission> permissions;
    for (const auto &[action, check] : std::as_const(m_checks)) {
        if (check->isChecked())
            permissions.append({action});
    }
    for (const Permission &permission : profile->permissions) {
        if (permission.company)
            permissions.append(permission);
    }
    act([people = m_session.people, actor = m_session.actor, name = profile->name,
         permissions] { return people->setProfile(actor, name, permissions); },
        tr("Saved. It counts from the next login on."));
}

void ProfilesTab::add()
{
    const QString name = m_name->text().trimmed();
    const bool isTaken = std::any_of(m_found.begin(), m_found.end(), [&name](const security::Profile &profile) {
        return profile.name == name || profileText(profile.name) == name;
    });
    if (isTaken) {
        tell(true, tr("There is a profile of this name already."));
        return;
    }
    m_wanted = name;
    m_name->clear();
    act([people = m_session.people, actor = m_session.actor, name] { return people->setProfile(actor, name, {}); },
        tr("The profile releases nothing yet: tick what it may."));
}

void ProfilesTab::remove()
{
    const security::Profile *profile = chosen();
    if (!profile)
        return;
    m_questions.askSure(this, tr("Remove the profile"), tr("The profile %1 is removed.").arg(profile->name),
                        tr("&Remove"), [this, name = profile->name] {
                            act([people = m_session.people, actor = m_session.actor,
                                 name] { return people->removeProfile(actor, name); },
                                tr("%1 is gone.").arg(name));
                        });
}

void ProfilesTab::act(std::function<Result<>()> work, const QString &done)
{
    m_hands.call<void>(this, std::move(work), [this, done](const Result<> &result) {
        tell(!result, result ? done : result.error().message);
        refresh();
    });
}

void ProfilesTab::tell(bool isProblem, const QString &text)
{
    m_message->setForegroundRole(isProblem ? QPalette::BrightText : QPalette::WindowText);
    m_message->setText(text);
}

void ProfilesTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProfilesTab::retranslate()
{
    m_list->setAccessibleName(tr("Profiles"));
    m_name->setPlaceholderText(tr("Name of a new profile"));
    m_name->setAccessibleName(tr("Name of a new profile"));
    m_add->setText(tr("A&dd profile"));
    m_save->setText(tr("&Save"));
    m_save->setAccessibleName(tr("Save what the profile releases"));
    m_remove->setText(tr("Re&move…"));
    m_remove->setAccessibleName(tr("Remove the chosen profile"));
    for (const auto &[action, check] : std::as_const(m_checks))
        check->setText(checkText(action));
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setText(profileText(m_found.at(i).name));
    showChoice();
}

} // namespace ponte::ui
