// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/outsidedesk.h"

namespace ponte::testing {

/// Calls outside whose answers the test gives when it likes.
class ScriptedDesk final : public parameters::OutsideDesk
{
public:
    void test(const security::Actor &actor, const parameters::ConnectionTrial &asked, const CancelToken &token,
              Told tellEach, Tested tellAll) override
    {
        Q_UNUSED(actor)
        trial = asked;
        cancel = token;
        told = std::move(tellEach);
        tested = std::move(tellAll);
    }
    void refresh(const security::Actor &actor, const QString &kind, const QString &scope, const CancelToken &token,
                 Refreshed tellRows) override
    {
        Q_UNUSED(actor)
        asked.append(kind + u' ' + scope);
        cancel = token;
        refreshed = std::move(tellRows);
    }

    parameters::ConnectionTrial trial;
    CancelToken cancel;
    QStringList asked;
    Told told;
    Tested tested;
    Refreshed refreshed;
};

} // namespace ponte::testing
