// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/desktop/backstage.h"

#include "app/desktop/sandbox.h"
#include "core/base/logging.h"

namespace ponte::desktop {

using namespace Qt::StringLiterals;

Backstage::Backstage(storage::Address address, app::EngineOptions options, bool withSandbox)
    : m_address(std::move(address))
    , m_options(std::move(options))
    , m_withSandbox(withSandbox)
    , m_hand(std::make_unique<QObject>())
{
    qRegisterMetaType<Error>();
    m_thread.setObjectName(u"backstage"_s);
    m_hand->moveToThread(&m_thread);
    m_thread.start();
}

Backstage::~Backstage()
{
    // The engine ends in the thread that started it.
    QMetaObject::invokeMethod(
        m_hand.get(),
        [this] {
            m_engine.reset();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void Backstage::open()
{
    QMetaObject::invokeMethod(
        m_hand.get(), [this] { openNow(); }, Qt::QueuedConnection);
}

void Backstage::openOther(const storage::Address &address)
{
    QMetaObject::invokeMethod(
        m_hand.get(),
        [this, address] {
            m_engine.reset();
            m_actor.reset();
            m_services.reset();
            m_address = address;
            m_withSandbox = false;
            openNow();
        },
        Qt::QueuedConnection);
}

void Backstage::startEngine()
{
    QMetaObject::invokeMethod(
        m_hand.get(), [this] { startEngineNow(); }, Qt::QueuedConnection);
}

void Backstage::openNow()
{
    Result<std::unique_ptr<app::Services>> services = app::Services::open(m_address);
    if (!services) {
        Q_EMIT failed(services.error());
        return;
    }
    const Result<bool> needsLogin = (*services)->needsLogin();
    if (!needsLogin) {
        Q_EMIT failed(needsLogin.error());
        return;
    }
    if (*needsLogin) {
        m_services = std::move(*services);
        Q_EMIT loginNeeded({});
        return;
    }
    const Result<security::Actor> actor = (*services)->actor();
    if (!actor) {
        Q_EMIT failed(actor.error());
        return;
    }
    if (m_withSandbox) {
        if (const Result<> connected = connectToSandbox(**services, *actor); !connected) {
            Q_EMIT failed(connected.error());
            return;
        }
    }
    m_services = std::move(*services);
    m_actor = std::make_unique<security::Actor>(*actor);
    Q_EMIT opened();
}

void Backstage::login(const QString &name, const QString &password)
{
    QMetaObject::invokeMethod(
        m_hand.get(), [this, name, password] { loginNow(name, password); }, Qt::QueuedConnection);
}

void Backstage::loginNow(const QString &name, const QString &password)
{
    const Result<security::Actor> actor = m_services->people.login(name, password);
    if (!actor) {
        Q_EMIT loginNeeded(actor.error().message);
        return;
    }
    m_actor = std::make_unique<security::Actor>(*actor);
    Q_EMIT opened();
}

void Backstage::startEngineNow()
{
    Result<std::unique_ptr<app::Engine>> engine = app::Engine::start(*m_services, m_options);
    const bool isPortTaken = !engine && engine.error().code == ErrorCode::PortInUse;
    if (isPortTaken) {
        app::EngineOptions withoutApi = m_options;
        withoutApi.listenAddress.reset();
        engine = app::Engine::start(*m_services, withoutApi);
    }
    if (!engine) {
        qCWarning(lcUi) << "the engine did not start:" << engine.error().message;
        Q_EMIT engineFailed(engine.error());
        return;
    }
    m_engine = std::move(*engine);
    if (isPortTaken)
        Q_EMIT portTaken(m_options.listenPort);
    else
        Q_EMIT engineStarted(m_engine->port());
}

} // namespace ponte::desktop
