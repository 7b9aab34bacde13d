// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/credentials.h"
#include "app/sandbox/outside.h"
#include "app/sandbox/rm/contract.h"
#include "app/sandbox/rm/database.h"
#include "app/sandbox/rm/dataset.h"
#include "app/sandbox/rm/soap.h"
#include "core/base/clock.h"

#include <QJsonObject>

#include <memory>

namespace ponte::sandbox::rm {

/// What the sandbox is started with: users and rows beyond the standard ones, and how varied RM's answers are.
struct RmSetup {
    quint64 seed = 0; ///< 0 gives the plainest answers
    QHash<QString, QString> users; ///< passwords by user
    QJsonObject tables; ///< rows by table, put over the standard ones
    QJsonObject sentences; ///< rows by "coligada|sistema|sentença"
};

/// The stand-in for TOTVS RM: its three SOAP services over tables in memory.
class Rm final : public OutsideSystem
{
public:
    Rm(const RmSetup &setup, const Clock &clock, Later later);

    /// Whether a path is one of RM's addresses.
    [[nodiscard]] static bool owns(const QString &path);

    [[nodiscard]] std::unique_ptr<OutsideCall> identify(const http::ServerRequest &request) override;
    [[nodiscard]] http::ServerResponse answer(const OutsideCall &call, const http::ServerRequest &request) override;
    [[nodiscard]] http::ServerResponse answerByJob(const OutsideCall &call, const http::ServerRequest &request,
                                                   std::chrono::milliseconds delay) override;
    [[nodiscard]] http::ServerResponse faulty(const Fault &fault, const OutsideCall &call) override;
    [[nodiscard]] QJsonObject state() const override;
    /// The rows of the tables that describe the school rather than its pupils.
    [[nodiscard]] QJsonObject catalog() const;
    void reset() override;

private:
    struct Call;
    [[nodiscard]] http::ServerResponse describe(const http::ServerRequest &request, const Service &service);
    [[nodiscard]] http::ServerResponse perform(const Call &call);
    [[nodiscard]] http::ServerResponse dataServer(const Call &call);
    [[nodiscard]] http::ServerResponse schema(const Call &call, const TableDefinition &table);
    [[nodiscard]] http::ServerResponse view(const Call &call, const TableDefinition &table);
    [[nodiscard]] http::ServerResponse sentence(const Call &call);
    [[nodiscard]] http::ServerResponse process(const Call &call, std::optional<std::chrono::milliseconds> delay);
    [[nodiscard]] http::ServerResponse jobStatus(const Call &call) const;
    [[nodiscard]] QString enroll(const Call &call);
    [[nodiscard]] http::ServerResponse fault(const Call &call, const QString &text) const;
    [[nodiscard]] http::ServerResponse text(const Call &call, const QString &result) const;
    [[nodiscard]] QString localTime() const;
    void violate(const QString &rule) { ++m_violations[rule]; }

    RmSetup m_setup;
    const Clock &m_clock;
    Later m_later;
    Database m_database;
    Credentials m_credentials {6};
    QHash<QString, int> m_calls;
    QHash<QString, int> m_violations;
    QHash<int, int> m_jobs; ///< status by job number: 0 waits, 2 done, 5 failed
    QHash<int, QString> m_jobLogs;
    int m_nextJob = 900472;
};

} // namespace ponte::sandbox::rm
