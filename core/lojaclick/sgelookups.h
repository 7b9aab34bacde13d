// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/rm/client.h"

#include <QList>
#include <QString>

namespace ponte::lojaclick {

/// A row of one of RM's catalogues.
struct LookupRow {
    QString code;
    QString name;
    bool operator==(const LookupRow &) const = default;
};

/// The catalogues that parameters and filters choose from, by code.
class SgeLookups
{
public:
    /// An empty user: that of the connection.
    SgeLookups(rm::Client &client, QString user);

    [[nodiscard]] Result<QList<LookupRow>> readStatuses(CompanyId company, LevelId level, rm::ExchangeLog &log);
    [[nodiscard]] Result<QList<LookupRow>> readUsers(rm::ExchangeLog &log);
    [[nodiscard]] Result<QList<LookupRow>> readCompanies(rm::ExchangeLog &log);
    [[nodiscard]] Result<QList<LookupRow>> readBranches(CompanyId company, rm::ExchangeLog &log);
    [[nodiscard]] Result<QList<LookupRow>> readLevels(CompanyId company, rm::ExchangeLog &log);

private:
    struct Source;
    [[nodiscard]] Result<QList<LookupRow>> read(const Source &source, const rm::Context &context, rm::ExchangeLog &log);

    rm::Client &m_client;
    QString m_user;
};

} // namespace ponte::lojaclick
