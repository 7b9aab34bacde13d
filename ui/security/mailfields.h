// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/connections.h"

#include <QObject>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace ponte::ui {

/// What the mail server has beside host, user and password: encryption, port, sender and the file of an authority.
class MailFields final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MailFields)

public:
    using Add = std::function<void(QLabel *label, QWidget *field, int width)>;
    using Text = std::function<QString(const QString &text)>;
    using Name = std::function<void(QWidget *field, const QString &text)>;

    explicit MailFields(QWidget *form);

    void addServer(const Add &add); ///< encryption and port
    void addSender(const Add &add); ///< sender and authority
    /// Takes what is stored; answers the host.
    [[nodiscard]] QString show(const parameters::ConnectionSettings &settings);
    [[nodiscard]] QUrl url(const QString &host) const;
    [[nodiscard]] QJsonObject extra() const;
    /// Marks a sender that is no address, and says so. Empty: it is one.
    [[nodiscard]] QString checkSender();
    void retranslate(const Text &keyed, const Name &name);

Q_SIGNALS:
    void edited();

private:
    void handleEncryption();

    QLabel *m_encryptionLabel;
    QComboBox *m_encryption;
    QLabel *m_portLabel;
    QSpinBox *m_port;
    QLabel *m_fromLabel;
    QLineEdit *m_from;
    QLabel *m_caFileLabel;
    QLineEdit *m_caFile;
};

} // namespace ponte::ui
