// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ponte::ui {

/// Asks who works here, where people are known.
class LoginPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoginPage)

public:
    explicit LoginPage(QWidget *parent = nullptr);

    /// Ready for a try; `problem` says why the last one failed.
    void ask(const QString &problem = {});

Q_SIGNALS:
    void loginRequested(const QString &name, const QString &password);

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();

    QLabel *m_heading;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QLabel *m_problem;
    QPushButton *m_enter;
};

} // namespace ponte::ui
