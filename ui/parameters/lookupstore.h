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

    /// What is known now; asks for it where it was never read from the database. None until the first answer.
    [[nodiscard]] std::optional<parameters::Lookup> lookup(const QString &kind, const parameters::Scope &scope);
    /// Reads all that was asked for anew.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    using Name = std::pair<QString, QString>;
    void read(const Name &name);

    const Session &m_session;
    QMap<Name, parameters::Lookup> m_lookups;
    QSet<Name> m_asked;
};

} // namespace ponte::ui
