// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/security/apiclients.h"
#include "ui/widgets/hands.h"
#include "ui/widgets/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;

namespace ponte::ui {

class Directory;
class Grid;
class Questions;

/// Who may call the inbound API. A new client's password is shown once, here.
class ApiClientsTab final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiClientsTab)

public:
    ApiClientsTab(const Session &session, const Directory &directory, Questions &questions, QWidget *parent);

    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupLayout();
    void showClients(const QList<security::ApiClient> &clients);
    void showChoice();
    void add();
    void showPassword(const QString &name, const QString &password);
    void revoke();
    void tell(bool isProblem, const QString &text);
    void retranslate();

    const Session &m_session;
    const Directory &m_directory;
    Questions &m_questions;
    QList<security::ApiClient> m_clients;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_companyLabel;
    QComboBox *m_company;
    QPushButton *m_add;
    QLabel *m_message;
    QLineEdit *m_password;
    QPushButton *m_copy;
    QStandardItemModel *m_model;
    Grid *m_grid;
    QPushButton *m_revoke;
    Hands m_hands;
};

} // namespace ponte::ui
