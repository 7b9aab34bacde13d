// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/connection.h"

namespace ponte::reports {

/// Everything that is read while it lives is of one moment.
class ReadMoment
{
public:
    explicit ReadMoment(storage::Connection &connection);
    ~ReadMoment();
    ReadMoment(const ReadMoment &) = delete;
    ReadMoment &operator=(const ReadMoment &) = delete;

    [[nodiscard]] Result<> begin();

private:
    storage::Connection &m_connection;
    bool m_isOpen = false;
};

} // namespace ponte::reports
