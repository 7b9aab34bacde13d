// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/hands.h"
#include "ui/widgets/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ponte::ui {

class ConnectionTest;
class MailFields;

/// One connection: address, user, password (write-only), limits, a test of what is typed, and saving.
class ConnectionForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionForm)

public:
    /// `systemName` is as a person calls it; empty: the mail server, whose name is translated.
    ConnectionForm(const Session &session, const QString &name, const QString &systemName, QWidget *parent);
    ~ConnectionForm() override;

    /// Reads what is stored, unless something is typed that is not saved.
    void refresh();
    /// Whether its labels and buttons hold their keys (Alt and a letter): of forms that stand together one does.
    void setHasKeys(bool hasKeys);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupLayout();
    void handleEdit();
    static void mark(QLineEdit *field, bool isInvalid);
    [[nodiscard]] QString systemName() const;
    void showStored(const std::optional<parameters::ConnectionSettings> &stored);
    [[nodiscard]] parameters::ConnectionChange change() const;
    [[nodiscard]] parameters::ConnectionTrial trial() const;
    void save();
    void handleSaved(const Result<> &saved);
    void retranslate();

    const Session &m_session;
    const QString m_name;
    const QString m_systemName;
    MailFields *const m_mail; ///< of the mail server alone
    storage::ReadTicket m_ticket;
    std::optional<parameters::ConnectionSettings> m_stored;
    bool m_isEdited = false;
    bool m_isShowing = false; ///< the fields take what is stored, which nobody typed
    bool m_hasKeys = true;
    QLabel *m_heading;
    QLabel *m_urlLabel;
    QLineEdit *m_url;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QLabel *m_concurrencyLabel;
    QSpinBox *m_concurrency;
    QLabel *m_timeoutLabel;
    QSpinBox *m_timeout;
    QLabel *m_message;
    QPushButton *m_save;
    ConnectionTest *m_test;
    Hands m_hands;
};

} // namespace ponte::ui
