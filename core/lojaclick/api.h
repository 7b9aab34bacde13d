// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/router.h"
#include "core/lojaclick/saledesk.h"
#include "core/lojaclick/studentupdate.h"
#include "core/security/apiclients.h"

namespace ponte::lojaclick {

/// The inbound API of Loja Click: sale, stored answer, student update, token. Requests are read in a few front threads;
/// a sale then waits at the desk without holding one.
class Api
{
public:
    Api(Environment &environment, SaleDesk &desk, work::WorkerPool &front, work::WorkerPool &workers,
        security::ApiClients &clients);

    void addRoutes(http::Router &router);

private:
    using Handler = ApiAnswer (Api::*)(const http::ServerRequest &, const security::Actor &);
    void inFront(http::ServerRequest request, const http::Responder &responder,
                 std::function<void(const http::ServerRequest &, const http::Responder &)> work);
    void sell(const http::ServerRequest &request, const http::Responder &responder);
    void update(const http::ServerRequest &request, const http::Responder &responder);
    void ask(const http::ServerRequest &request, const http::Responder &responder);
    void token(const http::ServerRequest &request, const http::Responder &responder);

    [[nodiscard]] Result<security::Actor> authenticated(const http::ServerRequest &request);
    struct Admitted {
        security::Actor actor;
        json::Document document;
    };
    /// Who sends and what, or the answer that refuses: 401, 415 or 400.
    [[nodiscard]] tl::expected<Admitted, ApiAnswer> admit(const http::ServerRequest &request);
    [[nodiscard]] Result<std::optional<Network>> networkOf(CompanyId company);
    [[nodiscard]] ApiAnswer storedAnswer(CompanyId company, const QString &saleId);
    [[nodiscard]] ApiAnswer updateStudent(const StudentUpdate &update, const QString &who, http::Client &client);
    void noteRefusal(const Sale &sale, const QString &who, const QByteArray &body, const ApiAnswer &answer);

    Environment &m_environment;
    SaleDesk &m_desk;
    work::WorkerPool &m_front;
    work::WorkerPool &m_workers;
    security::ApiClients &m_clients;
};

} // namespace ponte::lojaclick
