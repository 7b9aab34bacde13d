// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/checkline.h"
#include "core/storage/address.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace ponte::storage {

/// Tries a PostgreSQL database in the order in which things go wrong: is the server's name known, does it answer, does
/// it encrypt as the address asks, are the credentials taken, are the tables those of this program. Changes nothing;
/// the first failure ends the trial, so that wrong credentials are tried once only.
class DatabaseTrial
{
public:
    using Told = std::function<void(const CheckLine &)>;
    using Done = std::function<void(bool isUsable)>;

    /// `modules` as of Database::open.
    explicit DatabaseTrial(QStringList modules);

    /// Returns at once; `told` runs for each check as it ends, in a thread of the trial's own, and then `done`. After a
    /// cancel neither is called again; a name lookup that nobody can interrupt ends unseen.
    void start(const Address &address, const CancelToken &cancel, Told told, Done done) const;
    /// The same in the calling thread, which blocks for up to half a minute.
    bool run(const Address &address, const CancelToken &cancel, const Told &told) const;

private:
    QStringList m_modules;
};

} // namespace ponte::storage
