// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/session.h"

#include <QMap>

namespace ponte::ui {

/// What an installation has, as far as selling needs it. Read in the background.
struct SetupFacts {
    struct Parameter {
        const char *label = nullptr; ///< as of parameters::Definition
        QList<qint64> companies; ///< that lack it; empty with `isMissing` for a global one
        bool isMissing = false;
    };
    bool hasRm = false;
    bool hasErp = false;
    int companies = 0; ///< with a network
    bool hasLists = false; ///< companies were read from RM at least once
    QMap<QString, QList<Parameter>> parameters; ///< by tab id of the integration; only what is missing
    int apiClients = 0; ///< that may call
    int workers = 0;

    [[nodiscard]] bool isComplete() const;
};

[[nodiscard]] Result<SetupFacts> readSetupFacts(storage::Connection &connection,
                                                const parameters::Connections &connections,
                                                const parameters::LookupCache &lookups,
                                                const QList<IntegrationView> &integrations);

} // namespace ponte::ui
