// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/connection.h"

namespace ponte::rm {

QString Context::toText() const
{
    return QStringLiteral("CODCOLIGADA=%1;CODFILIAL=%2;CODTIPOCURSO=%3;CODSISTEMA=S;CODUSUARIO=%4")
        .arg(QString::number(company.value()), QString::number(branch.value()), QString::number(level.value()), user);
}

} // namespace ponte::rm
