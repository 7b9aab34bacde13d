// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/ids.h"

#include <QString>
#include <QUrl>

#include <chrono>

namespace ponte::rm {

/// How to reach one RM.Host and as whom. RM locks the user after six wrong passwords, so nobody tries a 401 twice.
struct Connection {
    QUrl url; ///< scheme, host, port and perhaps a path; the services stand below it
    QString user;
    QString password;
    bool latin1Credentials = false; ///< some servers read Basic as ISO-8859-1 (totvs-rm.md 1.2)
    std::chrono::milliseconds readTimeout = std::chrono::seconds(30);
    std::chrono::milliseconds processTimeout = std::chrono::seconds(300);
};

/// The educational context that goes with every call (totvs-rm.md 1.6).
struct Context {
    CompanyId company;
    BranchId branch;
    LevelId level;
    QString user; ///< CODUSUARIO: who the call acts for
    bool operator==(const Context &) const = default;

    /// `CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=S;CODUSUARIO=lojaclick`
    [[nodiscard]] QString toText() const;
};

} // namespace ponte::rm
