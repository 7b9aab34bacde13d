// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/http/client.h"
#include "core/rm/answer.h"
#include "core/rm/connection.h"
#include "core/rm/dataset.h"
#include "core/rm/exchange.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ponte::rm {

/// What a process answered; only the rows tell whether it did its work (totvs-rm.md 1.9).
struct ProcessAnswer {
    enum class Kind { Done, Job, Text };
    Kind kind = Kind::Text;
    QString job; ///< the number of the job
    QString text; ///< the whole answer
};

/// The SOAP services of one RM.Host. Blocks; one Client belongs to one worker thread, like the http::Client that it
/// uses. `name` is the stable name of the call, for crash points ("rm.guardian.save"). Every call appends to `log`,
/// failed ones too.
///
/// Errors: Unauthorized (401, or RM says that the user is wrong or locked: never try again), Unreachable and
/// TimedOut (nothing arrived; also a shortage of licences, which has its own message), OutcomeUnknown (no usable
/// answer), Refused (RM's own words: headline in the message, everything in the detail), Internal (202 without a body:
/// the SOAPAction was not understood), Cancelled.
class Client
{
public:
    Client(http::Sender &http, Connection connection, CancelToken cancel = {});

    [[nodiscard]] Result<DataSet> readView(const QByteArray &name, const QString &dataServer, const QString &filter,
                                           const Context &context, ExchangeLog &log);
    /// The same for long answers: rows are handed over and not kept.
    [[nodiscard]] Result<> visitView(const QByteArray &name, const QString &dataServer, const QString &filter,
                                     const Context &context, const RowVisitor &visit, ExchangeLog &log);
    /// `key`: values joined by `;` in key order. An unknown key is an empty DataSet, not an error.
    [[nodiscard]] Result<DataSet> readRecord(const QByteArray &name, const QString &dataServer, const QString &key,
                                             const Context &context, ExchangeLog &log);
    /// The parts of the saved key.
    [[nodiscard]] Result<QStringList> saveRecord(const QByteArray &name, const QString &dataServer, const QString &xml,
                                                 const Context &context, const KeyShape &shape, ExchangeLog &log);
    [[nodiscard]] Result<ProcessAnswer> executeProcess(const QByteArray &name, const QString &process,
                                                       const QString &xmlParams, ExchangeLog &log);
    /// Checks the credentials at /wsDataServer/IwsBase.
    [[nodiscard]] Result<> authenticate(const QByteArray &name, ExchangeLog &log);
    /// Whether the service answers at all; needs no right in RM. After authenticate(), since wrong credentials count
    /// here too.
    [[nodiscard]] Result<> checkServiceActivity(const QByteArray &name, ExchangeLog &log);

    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] const CancelToken &cancelToken() const { return m_cancel; }

private:
    struct Call;
    [[nodiscard]] Result<QString> call(const Call &call, ExchangeLog &log);
    [[nodiscard]] QStringList secrets() const;
    [[nodiscard]] Error masked(Error error) const;

    http::Sender &m_http;
    Connection m_connection;
    CancelToken m_cancel;
};

} // namespace ponte::rm
