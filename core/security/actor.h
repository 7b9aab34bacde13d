// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace ponte::security {

/// What may be done; a permission is an action × integration × scope.
enum class Action {
    ViewLog,
    ViewPersonalData,
    Reprocess,
    ManageSchedules,
    ViewParameters,
    ManageParameters,
    ManageConnections,
    ManageApiClients,
    ExportReports,
    Administer,
};

[[nodiscard]] const QList<Action> &allActions();
/// Stable words: "view_log", "manage_parameters"…; stored.
[[nodiscard]] QString toWord(Action action);
[[nodiscard]] std::optional<Action> actionFromWord(QStringView word);
/// "see the log monitor", translated: completes "may".
[[nodiscard]] QString actionText(Action action);

/// One right: an action, in one company or in all.
struct Permission {
    Action action = Action::ViewLog;
    std::optional<CompanyId> company = {}; ///< none: all
    bool operator==(const Permission &) const = default;
};

/// Who acts. It travels with every service call; the service asks `require` before it does anything.
class Actor
{
public:
    enum class Kind {
        Owner, ///< of an embedded database: may do everything until the first person is added
        Role, ///< a PostgreSQL role while no person is known: what it may do is the server's matter
        Person, ///< may do what the person's profiles release
        ApiClient, ///< the Broker, bound to a company or to none
        System, ///< the program itself: workers, schedules
    };

    [[nodiscard]] static Actor owner(const QString &name);
    [[nodiscard]] static Actor role(const QString &name);
    [[nodiscard]] static Actor person(const QString &name, const QList<Permission> &permissions);
    [[nodiscard]] static Actor system();
    [[nodiscard]] static Actor apiClient(const QString &name, std::optional<CompanyId> company);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString name() const { return m_name; }
    /// Error code Permission with a sentence that names the action. `company` none asks for every company.
    [[nodiscard]] Result<> require(Action action, std::optional<CompanyId> company = {}) const;
    /// Whether the action is released for at least one company: for menus, which only hide what would be refused.
    [[nodiscard]] bool mayAnywhere(Action action) const;
    /// The one company for which the action is released; none where it is so for several, for all, or for no company.
    [[nodiscard]] std::optional<CompanyId> onlyCompany(Action action) const;

private:
    Actor(Kind kind, QString name, std::optional<CompanyId> company);
    Kind m_kind;
    QString m_name;
    std::optional<CompanyId> m_company;
    QList<Permission> m_permissions;
};

} // namespace ponte::security
