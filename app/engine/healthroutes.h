// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/router.h"
#include "core/security/apiclients.h"
#include "core/storage/database.h"

#include <functional>

namespace ponte::app {

/// /health/live, /health/ready and /metrics (Prometheus text), without credentials on loopback only, and /openapi.yaml.
class HealthRoutes
{
public:
    using Figures = std::function<QList<QPair<QString, double>>()>;

    HealthRoutes(storage::Database &database, security::ApiClients &clients, Figures figures);
    void addRoutes(http::Router &router);

private:
    [[nodiscard]] bool isAllowed(const http::ServerRequest &request);
    [[nodiscard]] Result<> databaseAnswers();
    [[nodiscard]] QByteArray metrics();

    storage::Database &m_database;
    security::ApiClients &m_clients;
    const Figures m_figures;
};

} // namespace ponte::app
