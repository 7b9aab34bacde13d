// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/session.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace ponte::ui {

struct Company {
    CompanyId id;
    QString name; ///< empty where RM's list was never read
    QString network; ///< SENAI, IEL, SESI, or empty
    bool operator==(const Company &) const = default;
};

struct Level {
    LevelId id;
    QString name;
    bool operator==(const Level &) const = default;
};

/// The companies and levels that selectors offer: those read from RM, and those with a network. Read in the background.
class Directory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Directory)

public:
    explicit Directory(const Session &session, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const QList<Company> &companies() const { return m_companies; }
    [[nodiscard]] QList<Level> levels(CompanyId company) const { return m_levels.value(company); }
    /// "3 · SENAI Paraná", or the number alone where nothing is known.
    [[nodiscard]] QString companyText(CompanyId company) const;
    [[nodiscard]] QString levelText(CompanyId company, LevelId level) const;
    [[nodiscard]] static QString companyText(const Company &company);
    [[nodiscard]] static QString levelText(const Level &level);

Q_SIGNALS:
    void changed();

private:
    struct Found {
        QList<Company> companies;
        QHash<CompanyId, QList<Level>> levels;
    };
    [[nodiscard]] static Result<Found> find(storage::Connection &connection, const parameters::LookupCache &lookups,
                                            const parameters::Connections &connections);

    const Session &m_session;
    QList<Company> m_companies;
    QHash<CompanyId, QList<Level>> m_levels;
};

} // namespace ponte::ui
