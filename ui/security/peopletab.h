// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/security/people.h"
#include "ui/widgets/hands.h"
#include "ui/widgets/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;

namespace ponte::ui {

class CheckMenu;
class Grid;

/// Who may work here, with which profiles.
class PeopleTab final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeopleTab)

public:
    PeopleTab(const Session &session, QWidget *parent);

    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Found {
        QList<security::Person> people;
        QList<security::Profile> profiles;
    };
    void setupLayout();
    void showFound(const Found &found);
    void showPeople();
    void showChoice();
    void save();
    void act(std::function<Result<>()> work, const QString &done);
    [[nodiscard]] const security::Person *chosen() const;
    void tell(bool isProblem, const QString &text);
    void retranslate();

    const Session &m_session;
    Found m_found;
    QLabel *m_text;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    CheckMenu *m_profiles;
    QPushButton *m_save;
    QPushButton *m_disable;
    QLabel *m_message;
    QStandardItemModel *m_model;
    Grid *m_grid;
    Hands m_hands;
};

} // namespace ponte::ui
