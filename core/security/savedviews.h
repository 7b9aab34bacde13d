// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/security/actor.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace ponte::security {

/// A named state of a place (filter, sort, columns) that a person kept.
struct SavedView {
    qint64 id = 0; ///< 0: not kept yet
    QString name; ///< unique within owner and place
    QString place; ///< "log"
    QString content; ///< JSON, the place's own
    QString owner;
    QString sharedWith; ///< name of the profile that sees it too; empty: the owner alone
    bool isDefault = false; ///< of the person who asks
    QDateTime changedAt;
};

/// Views of each person and those that others shared with one of the person's profiles; while no person is known, with
/// everybody. Thread-safe; the writing calls wait for the commit, so none belongs into the UI thread.
///
/// Errors: Permission (a view of somebody else, unless one may administer; a profile that is not one's own), Validation
/// with `field` ("name", "content", "sharedWith"), Conflict where the name is taken, NotFound, Database.
class SavedViews
{
public:
    static constexpr int longestName = 60;
    static constexpr int longestContent = 65'536;

    SavedViews(storage::Database &database, const Clock &clock);

    /// By name, one's own first.
    [[nodiscard]] static Result<QList<SavedView>> list(const Actor &actor, storage::Connection &connection,
                                                       const QString &place);
    /// The names of profiles that the person may share with.
    [[nodiscard]] static Result<QStringList> profilesToShareWith(const Actor &actor, storage::Connection &connection);

    /// Keeps a new view (id 0) of the acting person or changes one; `owner` and `isDefault` are not read. Its id.
    [[nodiscard]] Result<qint64> save(const Actor &actor, const SavedView &view);
    [[nodiscard]] Result<> remove(const Actor &actor, qint64 id);
    /// What the place opens with for this person; none lifts it.
    [[nodiscard]] Result<> setDefault(const Actor &actor, const QString &place, std::optional<qint64> id);

private:
    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace ponte::security
