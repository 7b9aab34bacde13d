// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/checkline.h"
#include "core/base/result.h"
#include "core/security/actor.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

namespace ponte::parameters {

using ponte::CheckLine;

/// What to try: what is stored, with what a person typed over it.
struct ConnectionTrial {
    QString name; ///< "rm", "erp", "broker" or "mail"
    std::optional<QUrl> url = {};
    std::optional<QString> user = {};
    std::optional<QString> secret = {}; ///< password or token
    std::optional<QJsonObject> extra = {}; ///< further settings, as of ConnectionSettings
};

/// Calls outside that a person waits for. Screens hold this face, the program's engine stands behind it. Every call
/// returns at once; `done` runs once, in a thread of the desk's own, also after a cancel (code Cancelled).
class OutsideDesk
{
public:
    using Told = std::function<void(const CheckLine &)>;
    using Tested = std::function<void(const Result<QList<CheckLine>> &)>;
    using Refreshed = std::function<void(const Result<int> &)>;

    virtual ~OutsideDesk() = default;
    /// Errors: Permission (also where this program does not hold the installation's key), Rule where too little is set
    /// up to try, Validation of "secret" where another server than the stored one is given and no secret for it. A
    /// check that fails is a line, not an error. `told` runs for each check as it ends, in a thread of the desk's own
    /// and before `done`, which has all of them again.
    virtual void test(const security::Actor &actor, const ConnectionTrial &trial, const CancelToken &cancel, Told told,
                      Tested done) = 0;
    /// Reads a list from RM and keeps it; the number of its rows. `kind` and `scope` as of LookupCache; an empty kind
    /// reads all lists of all companies that have a network.
    virtual void refresh(const security::Actor &actor, const QString &kind, const QString &scope,
                         const CancelToken &cancel, Refreshed done) = 0;
};

} // namespace ponte::parameters
