// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QString>

namespace ponte::security {

/// Argon2id with libsodium's interactive limits: about 0.1 s and 64 MiB. Internal where there is no memory for it.
[[nodiscard]] Result<QString> passwordHash(const QString &password);
[[nodiscard]] bool isPassword(const QString &hash, const QString &password);
/// As long as isPassword(), for a name that nobody has: its answer must not come sooner.
void spendPasswordTime(const QString &password);

} // namespace ponte::security
