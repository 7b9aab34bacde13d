// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/sandbox.h"
#include "app/sandbox/shop/shop.h"

#include <QHostAddress>
#include <QString>
#include <QStringList>

namespace ponte::sandbox {

struct ServeOptions {
    QHostAddress address;
    quint16 port = 0;
    Setup setup;
};

[[nodiscard]] QString helpText();
/// Errors have the code Usage.
[[nodiscard]] Result<ServeOptions> readServeOptions(const QStringList &arguments);
[[nodiscard]] Result<ShopSettings> readSellOptions(const QStringList &arguments);

} // namespace ponte::sandbox
