// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/security/administrationpage.h"

#include "ui/security/apiclientstab.h"
#include "ui/security/companiestab.h"
#include "ui/security/connectionstab.h"
#include "ui/security/peopletab.h"
#include "ui/security/profilestab.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;
using security::Action;

AdministrationPage::AdministrationPage(const Session &session, Directory &directory, Questions &questions,
                                       QWidget *parent)
    : Place(parent)
    , m_tabs(new QTabWidget(this))
{
    m_tabs->setObjectName(u"administrationTabs"_s);
    m_tabs->setDocumentMode(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 3 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->addWidget(m_tabs);
    if (session.actor.mayAnywhere(Action::ManageConnections)) {
        addTab(new ConnectionsTab(session, m_tabs), QT_TR_NOOP("Connections"));
        addTab(new CompaniesTab(session, directory, m_tabs), QT_TR_NOOP("Companies and networks"));
    }
    if (session.apiClients && session.actor.mayAnywhere(Action::ManageApiClients))
        addTab(new ApiClientsTab(session, directory, questions, m_tabs), QT_TR_NOOP("API clients"));
    if (session.people && session.actor.mayAnywhere(Action::Administer)) {
        addTab(new PeopleTab(session, m_tabs), QT_TR_NOOP("People"));
        addTab(new ProfilesTab(session, questions, m_tabs), QT_TR_NOOP("Profiles"));
    }
    retranslate();
}

template<class Tab>
void AdministrationPage::addTab(Tab *tab, const char *title)
{
    connect(this, &AdministrationPage::refreshRequested, tab, &Tab::refresh);
    m_tabs->addTab(tab, QString());
    m_titles.append(title);
}

bool AdministrationPage::isFor(const security::Actor &actor)
{
    return actor.mayAnywhere(Action::ManageConnections) || actor.mayAnywhere(Action::ManageApiClients)
           || actor.mayAnywhere(Action::Administer);
}

QString AdministrationPage::id() const
{
    return u"administration"_s;
}

QString AdministrationPage::title() const
{
    return tr("Administration");
}

QString AdministrationPage::iconName() const
{
    return u"user-group-properties"_s;
}

void AdministrationPage::showTab(const QString &name)
{
    for (int index = 0; index < m_tabs->count(); ++index) {
        if (m_tabs->widget(index)->objectName() == name)
            m_tabs->setCurrentIndex(index);
    }
    m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void AdministrationPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Place::changeEvent(event);
}

void AdministrationPage::retranslate()
{
    setAccessibleName(title());
    m_tabs->setAccessibleName(title());
    for (int index = 0; index < m_titles.size(); ++index) {
        m_tabs->setTabText(index, tr(m_titles.at(index)));
        m_tabs->widget(index)->setAccessibleName(tr(m_titles.at(index)));
    }
}

} // namespace ponte::ui
