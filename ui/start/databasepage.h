// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/storage/databasetrial.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace ponte::ui {

class CheckList;

/// Which database this console works with: a file of this computer, or the PostgreSQL that a team shares, tried before
/// it is taken.
class DatabasePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatabasePage)

public:
    /// `embedded` is what is proposed for a file.
    DatabasePage(storage::DatabaseTrial trial, storage::Address embedded, QWidget *parent = nullptr);
    ~DatabasePage() override;

    /// `current` fills the form; `problem` says why it cannot be used, empty where it can. `mayGoBack`: there is
    /// something open to go back to.
    void ask(const storage::Address &current, const QString &problem, bool mayGoBack);

Q_SIGNALS:
    /// With the password that was typed, which is kept nowhere.
    void chosen(const ponte::storage::Address &address);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupForm();
    void setupLayout();
    void test(bool isToBeUsed);
    void cancelTest();
    void finishTest(int run, bool isUsable, bool isToBeUsed);
    void use();
    [[nodiscard]] std::optional<storage::Address> typedServer();
    void showState();
    void retranslate();

    const storage::DatabaseTrial m_trial;
    const storage::Address m_embedded;
    CancelToken m_cancelToken;
    int m_run = 0; ///< counts trials, since what was cancelled may still tell
    bool m_isTesting = false;
    bool m_hasResult = false;
    QString m_problem;
    QLabel *m_heading;
    QLabel *m_text;
    QRadioButton *m_file;
    QLabel *m_fileHelp;
    QLabel *m_pathLabel;
    QLineEdit *m_path;
    QRadioButton *m_server;
    QLabel *m_serverHelp;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QLabel *m_state;
    CheckList *m_checks;
    QPushButton *m_use;
    QPushButton *m_back;
};

} // namespace ponte::ui
