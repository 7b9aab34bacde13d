// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"
#include "core/storage/address.h"

#include <QHostAddress>
#include <QStringList>

namespace ponte::desktop {

/// What was asked for on the command line and in the environment.
struct Options {
    storage::Address database;
    bool isDatabaseGiven = false; ///< false: `database` is the file in the user's data folder
    QString language; ///< empty: what the person chose last, else the system's
    QHostAddress listenAddress = QHostAddress(QHostAddress::LocalHost);
    quint16 listenPort = 8080;
    QString link; ///< "ponte:log?…", shown once the database is open
    bool sandbox = false;
    bool help = false;
    bool version = false;

    /// Words without the program's own name. Errors: Usage.
    [[nodiscard]] static Result<Options> parse(const QStringList &words);
    [[nodiscard]] static QString helpText();
};

} // namespace ponte::desktop
