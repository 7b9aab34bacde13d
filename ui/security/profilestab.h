// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/security/people.h"
#include "ui/widgets/hands.h"
#include "ui/widgets/session.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ponte::ui {

class Questions;

/// What each profile releases, by the menu entries of the integration. Rights in one company alone are given by the
/// agent and shown here.
class ProfilesTab final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilesTab)

public:
    ProfilesTab(const Session &session, Questions &questions, QWidget *parent);

    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupLayout();
    void showProfiles();
    void showChoice();
    void save();
    void add();
    void remove();
    void act(std::function<Result<>()> work, const QString &done);
    [[nodiscard]] const security::Profile *chosen() const;
    void tell(bool isProblem, const QString &text);
    void retranslate();

    const Session &m_session;
    Questions &m_questions;
    QList<security::Profile> m_found;
    QString m_wanted; ///< to be chosen when the list is read again
    QListWidget *m_list;
    QLabel *m_heading;
    QList<std::pair<security::Action, QCheckBox *>> m_checks;
    QLabel *m_limited;
    QLineEdit *m_name;
    QPushButton *m_add;
    QPushButton *m_save;
    QPushButton *m_remove;
    QLabel *m_message;
    Hands m_hands;
};

} // namespace ponte::ui
