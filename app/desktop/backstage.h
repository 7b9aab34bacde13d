// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/engine/engine.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace ponte::desktop {

/// What stands behind the window: the open database and, on an embedded one, the engine. All of it happens in a thread
/// of its own, so that the window never waits for it.
class Backstage final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Backstage)

public:
    Backstage(storage::Address address, app::EngineOptions options, bool withSandbox);
    /// Waits until work in flight has ended.
    ~Backstage() override;

    void open();
    /// The same with another database, once the work on the one that was open has ended; nothing of it may be in use.
    /// The stand-in systems are not set up there.
    void openOther(const storage::Address &address);
    /// After loginNeeded(); ends in opened() or in another loginNeeded().
    void login(const QString &name, const QString &password);
    /// For an embedded database; elsewhere agents do the work.
    void startEngine();

    /// Valid from opened() on, until this object goes.
    [[nodiscard]] app::Services &services() { return *m_services; }
    [[nodiscard]] const security::Actor &actor() const { return *m_actor; }

Q_SIGNALS:
    void opened();
    /// People are known here; `problem` says why the last try failed, empty before the first.
    void loginNeeded(const QString &problem);
    void failed(const ponte::Error &error);
    void engineStarted(quint16 port);
    /// The work is done, but nothing listens: the port is taken.
    void portTaken(quint16 port);
    void engineFailed(const ponte::Error &error);

private:
    void openNow();
    void loginNow(const QString &name, const QString &password);
    void startEngineNow();

    storage::Address m_address;
    const app::EngineOptions m_options;
    bool m_withSandbox;
    QThread m_thread;
    std::unique_ptr<QObject> m_hand; ///< lives in the thread; what is invoked on it runs there
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<security::Actor> m_actor;
    std::unique_ptr<app::Engine> m_engine;
};

} // namespace ponte::desktop
