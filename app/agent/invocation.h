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
    Invocation(Arguments arguments, Output &output);
    ~Invocation();

    const Arguments arguments;
    Output &output;

    /// --database, PONTE_DATABASE, or the file in the user's data folder.
    [[nodiscard]] Result<storage::Address> address() const;
    /// Opens the database at the first call.
    [[nodiscard]] Result<app::Services *> services();
    /// A connection for reading; good until the next call.
    [[nodiscard]] Result<storage::Connection *> reader();
    /// Who acts, if they may do this; `company` none asks for every company.
    [[nodiscard]] Result<security::Actor> actor(security::Action action, std::optional<CompanyId> company = {});

private:
    std::unique_ptr<app::Services> m_services;
};

/// Standard input to its end, without the one line break that ends it. Error code Validation where it is no UTF-8 or
/// too long.
[[nodiscard]] Result<QString> standardInput();

} // namespace ponte::agent
