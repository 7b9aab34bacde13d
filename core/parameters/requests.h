// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/checkline.h"
#include "core/base/clock.h"
#include "core/security/secretbox.h"
#include "core/storage/database.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace ponte::parameters {

/// A call outside that a program without the installation's key asks of one that has it.
struct Request {
    qint64 id = 0;
    QString kind; ///< "test" or "refresh"
    QJsonObject wish; ///< of "test": name, url, user, secret; of "refresh": kind, scope
    QString askedBy;
    QString locale; ///< in whose language it is answered, such as "pt_BR"
};

/// What is known of one so far.
struct RequestAnswer {
    enum class State { Waiting, Running, Done, Cancelled };
    State state = State::Waiting;
    QList<CheckLine> lines = {}; ///< of a test, as far as it has come
    int rows = 0; ///< of a refresh
    std::optional<Error> error = {}; ///< why nothing could be tried; its code is Internal where it is not a known one
};

/// The table through which such programs meet. What is asked is sealed to the installation's key. Thread-safe; all of
/// it blocks. Errors: Database, and Permission where take() runs without the key.
class Requests
{
public:
    Requests(storage::Database &database, const Clock &clock, const security::SecretBox &secrets);

    /// Answered in the language of the default QLocale. Also forgets what was asked more than a day ago.
    [[nodiscard]] Result<qint64> ask(const QString &kind, const QJsonObject &wish, const QString &who);
    /// None where it was forgotten.
    [[nodiscard]] Result<std::optional<RequestAnswer>> answer(qint64 id);
    void cancel(qint64 id);

    /// The oldest that nobody took and that was not asked longer than `age` ago; none where there is nothing to do.
    [[nodiscard]] Result<std::optional<Request>> take(std::chrono::milliseconds age);
    /// While the state stays Running: what has come so far.
    [[nodiscard]] Result<> tell(qint64 id, const RequestAnswer &answer);
    [[nodiscard]] Result<> end(qint64 id, const RequestAnswer &answer);

private:
    storage::Database &m_database;
    const Clock &m_clock;
    const security::SecretBox &m_secrets;
};

} // namespace ponte::parameters
