// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace ponte::mail {

/// How the mail server is reached. TLS is never optional: smtps:// is encrypted from the first byte, smtp:// must offer
/// STARTTLS before anything is said.
struct MailSettings {
    QUrl url; ///< smtps://host:465 or smtp://host:587
    QString user, password; ///< empty: the server asks for none
    QString from; ///< the sender's address
    QString caFile; ///< PEM; empty: the authorities that the system trusts
    std::chrono::milliseconds deadline = std::chrono::seconds(120); ///< for the whole exchange
    std::chrono::milliseconds patience = std::chrono::seconds(30); ///< until the server is connected
};

struct MailAttachment {
    QString name; ///< as the reader sees it
    QByteArray type; ///< such as "text/csv"
    QString file; ///< read while it is sent
};

struct MailMessage {
    QString id; ///< the part before the @ of its Message-ID; the same for the same thing sent again
    QDateTime date;
    QStringList to;
    QString subject;
    QString text; ///< plain
    QString html; ///< the same for those who see HTML; empty for none
    QList<MailAttachment> attachments;
};

/// Sends one message to all or to none. Blocks, never called from the UI thread; the cancel takes effect at once.
///
/// Errors, each with what to do, in Portuguese, because a run of a schedule keeps them: Validation (`field` "from" or
/// "to"; no usable address), Unreachable (name, connection, certificate, no STARTTLS: nothing was sent), Unauthorized
/// (user or password), Refused (with the server's words), TimedOut and Cancelled (nothing was taken over),
/// OutcomeUnknown (the whole message was sent and no answer came), Internal (an attachment cannot be read).
[[nodiscard]] Result<> sendMail(const MailSettings &settings, const MailMessage &message,
                                const CancelToken &cancel = {});

/// How far a server let itself be tried, in the order in which things go wrong.
enum class MailStage { Name, Address, Encryption, Login, Answer };

struct MailTrial {
    MailStage stage = MailStage::Answer; ///< which failed; the last where none did
    std::optional<Error> problem = {}; ///< of the codes above
};

/// Connects, encrypts and logs in as for a message, and sends none. Blocks, never called from the UI thread.
[[nodiscard]] MailTrial tryMailServer(const MailSettings &settings, const CancelToken &cancel = {});

} // namespace ponte::mail
