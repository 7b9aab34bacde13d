// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/savedviews.h"

#include "core/security/people.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ponte::security {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

class ViewsText
{
    Q_DECLARE_TR_FUNCTIONS(SavedViews)
};

SavedView savedViewOf(const storage::Row &row)
{
    SavedView view;
    view.id = row.number(u"id");
    view.name = row.text(u"name");
    view.place = row.text(u"place");
    view.content = row.text(u"content");
    view.owner = row.text(u"owner");
    view.sharedWith = row.text(u"shared_with");
    view.isDefault = row.number(u"is_default") != 0;
    view.changedAt = row.time(u"changed_at");
    return view;
}

/// Views are states of the places that show the log.
Result<> mayUseViews(const Actor &actor)
{
    if (actor.mayAnywhere(Action::ViewLog))
        return {};
    return actor.require(Action::ViewLog);
}

bool mayAdminister(const Actor &actor)
{
    return actor.require(Action::Administer).has_value();
}

/// Those whose views the person sees.
Result<QStringList> ownProfiles(const Actor &actor, Connection &connection)
{
    const Result<bool> known = People::isAnyKnown(connection);
    if (!known)
        return tl::unexpected(known.error());
    const auto rows = *known && actor.kind() == Actor::Kind::Person
                          ? connection.query(u"security.own_profiles"_s, {{u":person"_s, actor.name()}})
                          : connection.query(u"security.all_profiles"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList names;
    for (const storage::Row &row : *rows)
        names.append(row.text(u"name"));
    return names;
}

tl::unexpected<Error> refusedView(const QString &field, const QString &message)
{
    return failure(ErrorCode::Validation, message, {}, field);
}

Result<> checkView(const SavedView &view)
{
    if (view.name.trimmed() != view.name || view.name.isEmpty() || view.name.size() > SavedViews::longestName)
        return refusedView(u"name"_s,
                           ViewsText::tr("A view's name has 1 to %1 characters.").arg(SavedViews::longestName));
    if (view.content.size() > SavedViews::longestContent || !QJsonDocument::fromJson(view.content.toUtf8()).isObject())
        return refusedView(u"content"_s, ViewsText::tr("This is no view."));
    return {};
}

Result<SavedView> existingView(const Actor &actor, Connection &connection, qint64 id)
{
    const auto row = connection.first(u"security.saved_view"_s, {{u":id"_s, id}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return failure(ErrorCode::NotFound, ViewsText::tr("This view is gone."));
    const SavedView view = savedViewOf(**row);
    if (view.owner == actor.name() || (!view.sharedWith.isEmpty() && mayAdminister(actor)))
        return view;
    return failure(ErrorCode::Permission, ViewsText::tr("The view '%1' belongs to %2.").arg(view.name, view.owner));
}

} // namespace

SavedViews::SavedViews(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<QList<SavedView>> SavedViews::list(const Actor &actor, Connection &connection, const QString &place)
{
    if (const Result<> allowed = mayUseViews(actor); !allowed)
        return tl::unexpected(allowed.error());
    const Result<QStringList> profiles = ownProfiles(actor, connection);
    if (!profiles)
        return tl::unexpected(profiles.error());
    const auto rows = connection.query(u"security.saved_views"_s, {{u":person"_s, actor.name()}, {u":place"_s, place}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<SavedView> views;
    for (const storage::Row &row : *rows) {
        const SavedView view = savedViewOf(row);
        if (view.owner == actor.name() || profiles->contains(view.sharedWith))
            views.append(view);
    }
    return views;
}

Result<QStringList> SavedViews::profilesToShareWith(const Actor &actor, Connection &connection)
{
    if (const Result<> allowed = mayUseViews(actor); !allowed)
        return tl::unexpected(allowed.error());
    if (!mayAdminister(actor))
        return ownProfiles(actor, connection);
    const auto rows = connection.query(u"security.all_profiles"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList names;
    for (const storage::Row &row : *rows)
        names.append(row.text(u"name"));
    return names;
}

Result<qint64> SavedViews::save(const Actor &actor, const SavedView &view)
{
    if (const Result<> allowed = mayUseViews(actor); !allowed)
        return tl::unexpected(allowed.error());
    if (const Result<> sound = checkView(view); !sound)
        return tl::unexpected(sound.error());
    return m_database.writer().write<qint64>("view.save", [&](Connection &connection) -> Result<qint64> {
        const Result<QStringList> profiles = profilesToShareWith(actor, connection);
        if (!profiles)
            return tl::unexpected(profiles.error());
        if (!view.sharedWith.isEmpty() && !profiles->contains(view.sharedWith))
            return refusedView(u"sharedWith"_s,
                               ViewsText::tr("You cannot share with the profile '%1'.").arg(view.sharedWith));
        storage::Bindings bindings {{u":name"_s, view.name},
                                    {u":content"_s, view.content},
                                    {u":shared_with"_s, view.sharedWith},
                                    {u":now"_s, m_clock.now()}};
        if (view.id != 0) {
            if (const auto known = existingView(actor, connection, view.id); !known)
                return tl::unexpected(known.error());
            bindings.append({u":id"_s, view.id});
        } else {
            bindings += {{u":owner"_s, actor.name()}, {u":place"_s, view.place}};
        }
        const auto kept = connection.first(view.id != 0 ? u"security.change_view"_s : u"security.add_view"_s, bindings);
        if (!kept)
            return tl::unexpected(kept.error());
        if (!*kept)
            return failure(ErrorCode::Conflict, ViewsText::tr("There is a view named '%1' already.").arg(view.name), {},
                           u"name"_s);
        connection.noteChange(u"views"_s);
        return (*kept)->number(u"id");
    });
}

Result<> SavedViews::remove(const Actor &actor, qint64 id)
{
    if (Result<> allowed = mayUseViews(actor); !allowed)
        return allowed;
    return m_database.writer().write<void>("view.remove", [&](Connection &connection) -> Result<> {
        if (const auto known = existingView(actor, connection, id); !known)
            return tl::unexpected(known.error());
        if (const auto gone = connection.execute(u"security.remove_view"_s, {{u":id"_s, id}}); !gone)
            return tl::unexpected(gone.error());
        connection.noteChange(u"views"_s);
        return {};
    });
}

Result<> SavedViews::setDefault(const Actor &actor, const QString &place, std::optional<qint64> id)
{
    if (Result<> allowed = mayUseViews(actor); !allowed)
        return allowed;
    return m_database.writer().write<void>("view.default", [&](Connection &connection) -> Result<> {
        const storage::Bindings whose {{u":person"_s, actor.name()}, {u":place"_s, place}};
        if (const auto dropped = connection.execute(u"security.drop_default_view"_s, whose); !dropped)
            return tl::unexpected(dropped.error());
        connection.noteChange(u"views"_s);
        if (!id)
            return {};
        const Result<QList<SavedView>> seen = list(actor, connection, place);
        if (!seen)
            return tl::unexpected(seen.error());
        if (std::none_of(seen->begin(), seen->end(), [id](const SavedView &view) { return view.id == *id; }))
            return failure(ErrorCode::NotFound, ViewsText::tr("This view is gone."));
        const auto set =
            connection.execute(u"security.set_default_view"_s, whose + storage::Bindings {{u":id"_s, *id}});
        return set ? Result<>() : Result<>(tl::unexpected(set.error()));
    });
}

} // namespace ponte::security
