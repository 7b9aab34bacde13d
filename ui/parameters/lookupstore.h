// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/session.h"

#include <QMap>
#include <QObject>
#include <QSet>

namespace ponte::ui {

/// Lookups as far as screens have asked for them, read in the background.
class LookupStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookupStore)

public:
    explicit LookupStore(const Session &session, QObject *parent = nullptr);
    ~LookupStore() override;

    /// What is known now; asks for it where it was never read from the database. None until the first answer.
    [[nodiscard]] std::optional<parameters::Lookup> lookup(const QString &kind, const parameters::Scope &scope);
    /// Has the list read from RM now; what was known stays where that fails.
    void readFromRm(const QString &kind, const parameters::Scope &scope);
    struct Reading {
        bool isRunning = false;
        QString problem = {}; ///< of the last attempt; empty where it went well
        bool operator==(const Reading &) const = default;
    };
    [[nodiscard]] Reading reading(const QString &kind, const parameters::Scope &scope) const;
    [[nodiscard]] bool canReadFromRm() const { return m_session.outside != nullptr; }
    /// Reads all that was asked for anew, from the database.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    using Name = std::pair<QString, QString>;
    void read(const Name &name);
    [[nodiscard]] static QString titleOf(const QString &kind);

    const Session &m_session;
    QMap<Name, parameters::Lookup> m_lookups;
    QSet<Name> m_asked;
    QMap<Name, Reading> m_readings;
    QSet<int> m_jobs; ///< of the activity, still running
    CancelToken m_closing;
};

} // namespace ponte::ui
