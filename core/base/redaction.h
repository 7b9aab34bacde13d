// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ponte {

/// Takes secrets out of texts that are kept or shown: what follows Authorization, Bearer, Basic, and the values of
/// members named password, senha, token, access_token, refresh_token, secret become `****`, as do the given secret
/// texts themselves. Thread-safe.
[[nodiscard]] QString redacted(const QString &text, const QStringList &secrets = {});

} // namespace ponte
