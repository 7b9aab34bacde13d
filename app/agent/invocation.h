// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/arguments.h"
#include "app/agent/output.h"
#include "app/engine/engine.h"

#include <memory>

namespace ponte::agent {

/// One run of one command: its words, its output, and the services that it asks for when it needs them.
class Invocation
{
public:
    /// `person`: who says to act, empty for nobody.
    Invocation(Arguments arguments, Output &output, QString person = {});
    ~Invocation();

    const Arguments arguments;
    Output &output;

    /// --database, PONTE_DATABASE, or the file in the user's data folder.
    [[nodiscard]] Result<storage::Address> address() const;
    /// Opens the database at the first call.
    [[nodiscard]] Result<app::Services *> services();
    /// A connection for reading; good until the next call.
    [[nodiscard]] Result<storage::Connection *> reader();
    /// Who acts, if they may do this; `company` none asks for every company. Logs the person in at the first call, with
    /// the password from the file that PONTE_PASSWORD_FILE names, else from standard input.
    [[nodiscard]] Result<security::Actor> actor(security::Action action, std::optional<CompanyId> company = {});

    /// The same without asking for a right, where the service asks for it.
    [[nodiscard]] Result<security::Actor> whoActs();

private:
    [[nodiscard]] Result<QString> personPassword() const;

    const QString m_person;
    std::unique_ptr<app::Services> m_services;
    std::optional<security::Actor> m_actor;
};

/// Standard input to its end, without the one line break that ends it. Error code Validation where it is no UTF-8 or
/// too long.
[[nodiscard]] Result<QString> standardInput();

} // namespace ponte::agent
