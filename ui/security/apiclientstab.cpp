// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/security/apiclientstab.h"

#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ApiClientsTab::ApiClientsTab(const Session &session, const Directory &directory, Questions &questions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_directory(directory)
    , m_questions(questions)
    , m_nameLabel(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_companyLabel(new QLabel(this))
    , m_company(new QComboBox(this))
    , m_add(new QPushButton(this))
    , m_message(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_copy(new QPushButton(this))
    , m_model(new QStandardItemModel(0, 5, this))
    , m_grid(new Grid(this))
    , m_revoke(new QPushButton(this))
{
    setObjectName(u"clients"_s);
    m_name->setObjectName(u"clientName"_s);
    m_add->setObjectName(u"addClient"_s);
    m_password->setObjectName(u"clientPassword"_s);
    m_message->setObjectName(u"message"_s);
    m_revoke->setObjectName(u"revokeClient"_s);
    m_grid->setObjectName(u"clientGrid"_s);
    m_grid->setModel(m_model);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setColumnWidths({220, 220, 160, 140, 180});
    m_revoke->setEnabled(false);
    setFocusProxy(m_name);
    setupLayout();
    connect(m_add, &QPushButton::clicked, this, &ApiClientsTab::add);
    connect(m_name, &QLineEdit::returnPressed, this, &ApiClientsTab::add);
    connect(m_revoke, &QPushButton::clicked, this, &ApiClientsTab::revoke);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_password->text()); });
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ApiClientsTab::showChoice);
    connect(&m_directory, &Directory::changed, this, &ApiClientsTab::retranslate);
    retranslate();
}

void ApiClientsTab::setupLayout()
{
    m_nameLabel->setBuddy(m_name);
    m_companyLabel->setBuddy(m_company);
    m_name->setFixedWidth(200);
    m_company->setFixedWidth(240);
    m_password->setReadOnly(true);
    m_password->setFixedWidth(400);
    m_message->setWordWrap(true);
    auto *form = new QHBoxLayout;
    form->setSpacing(2 * gridUnit);
    for (QWidget *widget : QList<QWidget *> {m_nameLabel, m_name, m_companyLabel, m_company, m_add})
        form->addWidget(widget);
    form->addStretch(1);
    auto *secret = new QHBoxLayout;
    secret->setSpacing(2 * gridUnit);
    secret->addWidget(m_password);
    secret->addWidget(m_copy);
    secret->addStretch(1);
    auto *below = new QHBoxLayout;
    below->addStretch(1);
    below->addWidget(m_revoke);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4 * gridUnit, 0, 0);
    layout->setSpacing(3 * gridUnit);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addLayout(secret);
    layout->addWidget(m_grid, 1);
    layout->addLayout(below);
    m_password->hide();
    m_copy->hide();
}

void ApiClientsTab::refresh()
{
    m_hands.call<QList<security::ApiClient>>(
        this, [clients = m_session.apiClients, actor = m_session.actor] { return clients->list(actor); },
        [this](const Result<QList<security::ApiClient>> &clients) {
            if (clients)
                showClients(*clients);
            else
                tell(true, clients.error().message);
        });
}

void ApiClientsTab::showClients(const QList<security::ApiClient> &clients)
{
    m_clients = clients;
    m_model->setRowCount(0);
    for (const security::ApiClient &client : clients) {
        const QStringList texts {
            client.name, client.company ? m_directory.companyText(*client.company) : tr("all companies"),
            timeText(client.createdAt), client.createdBy,
            client.revokedAt.isValid() ? tr("revoked on %1").arg(timeText(client.revokedAt)) : tr("may call")};
        QList<QStandardItem *> row;
        for (const QString &text : texts)
            row.append(new QStandardItem(text));
        m_model->appendRow(row);
    }
    showChoice();
}

void ApiClientsTab::showChoice()
{
    const int row = m_grid->currentIndex().row();
    m_revoke->setEnabled(row >= 0 && row < m_clients.size() && !m_clients.at(row).revokedAt.isValid());
}

void ApiClientsTab::add()
{
    const QString name = m_name->text().trimmed();
    const qint64 number = m_company->currentData().toLongLong();
    const std::optional<CompanyId> company = number > 0 ? std::optional(CompanyId(number)) : std::nullopt;
    m_password->hide();
    m_copy->hide();
    m_hands.call<security::NewApiClient>(
        this,
        [clients = m_session.apiClients, actor = m_session.actor, name, company] {
            return clients->add(actor, name, company);
        },
        [this](const Result<security::NewApiClient> &added) {
            if (!added) {
                tell(true, added.error().message);
                return;
            }
            m_name->clear();
            showPassword(added->username, added->password);
            refresh();
        });
}

void ApiClientsTab::showPassword(const QString &name, const QString &password)
{
    tell(false, tr("The password of %1 is shown this once; only a hash of it is kept. Copy it now.").arg(name));
    m_password->setText(password);
    m_password->show();
    m_copy->show();
    m_copy->setFocus(Qt::OtherFocusReason);
}

void ApiClientsTab::revoke()
{
    const int row = m_grid->currentIndex().row();
    if (row < 0)
        return;
    const QString name = m_clients.at(row).name;
    m_questions.askSure(
        this, tr("Revoke the client"),
        tr("%1 can no longer call from now on; its tokens end at once. This cannot be undone.").arg(name),
        tr("&Revoke"), [this, name] {
            m_hands.call<void>(
                this,
                [clients = m_session.apiClients, actor = m_session.actor, name] {
                    return clients->revoke(actor, name);
                },
                [this, name](const Result<> &revoked) {
                    tell(!revoked, revoked ? tr("%1 was revoked.").arg(name) : revoked.error().message);
                    refresh();
                });
        });
}

void ApiClientsTab::tell(bool isProblem, const QString &text)
{
    m_message->setForegroundRole(isProblem ? QPalette::BrightText : QPalette::WindowText);
    m_message->setText(text);
}

void ApiClientsTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ApiClientsTab::retranslate()
{
    m_nameLabel->setText(tr("Na&me"));
    m_name->setAccessibleName(tr("Name of the new client"));
    m_companyLabel->setText(tr("For c&ompany"));
    m_company->setAccessibleName(tr("Company that the client sells for"));
    const qint64 own = m_session.actor.onlyCompany(security::Action::ManageApiClients).value_or(CompanyId()).value();
    const QVariant chosen = m_company->currentIndex() < 0 ? QVariant(own) : m_company->currentData();
    m_company->clear();
    m_company->addItem(tr("all companies"), qint64(0));
    for (const Company &company : m_directory.companies())
        m_company->addItem(Directory::companyText(company), company.id.value());
    m_company->setCurrentIndex(qMax(0, m_company->findData(chosen)));
    m_add->setText(tr("A&dd client"));
    m_password->setAccessibleName(tr("Password of the new client"));
    m_copy->setText(tr("Cop&y"));
    m_copy->setAccessibleName(tr("Copy the password"));
    m_revoke->setText(tr("Revo&ke…"));
    m_revoke->setAccessibleName(tr("Revoke the chosen client"));
    m_grid->setAccessibleName(tr("API clients"));
    m_grid->setEmptyText(tr("No client yet. A shop or Broker that sends sales needs one: name it above and add it."));
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Company"), tr("Created"), tr("By"), tr("State")});
    showClients(m_clients);
}

} // namespace ponte::ui
