// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/engine/engine.h"
#include "core/parameters/outsidedesk.h"

#include <QThreadPool>

#include <memory>

namespace ponte::app {

/// Tests of connections and readings of lists for a person at a screen, on threads of their own.
class OutsideDesk final : public parameters::OutsideDesk
{
public:
    /// `locale`: the language of the answers, as of SpokenLanguage; empty for the program's own.
    explicit OutsideDesk(Services &services, QString locale = {});
    /// Cancels what runs. Does not wait for a name lookup that nobody can interrupt: it holds nothing of this program.
    ~OutsideDesk() override;

    void test(const security::Actor &actor, const parameters::ConnectionTrial &trial, const CancelToken &cancel,
              Told told, Tested done) override;
    void refresh(const security::Actor &actor, const QString &kind, const QString &scope, const CancelToken &cancel,
                 Refreshed done) override;

private:
    Services &m_services;
    const QString m_locale;
    CancelToken m_closing;
    QThreadPool m_readers;
};

/// The desk that fits this program: its own where it holds the installation's key, else one that asks a worker.
[[nodiscard]] std::unique_ptr<parameters::OutsideDesk> makeOutsideDesk(Services &services);

} // namespace ponte::app
