// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/contract.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace ponte::sandbox::rm {

/// The parameters of a call as WCF reads them: an element out of its place in the sequence is skipped, so its parameter
/// stays null.
struct SoapCall {
    QHash<QString, QString> parameters; ///< null values are absent
    QStringList outOfOrder; ///< the parameters that were sent in vain
    QString fault; ///< why the envelope cannot be read; empty if it could
};

[[nodiscard]] SoapCall readEnvelope(const QByteArray &body, const Operation &operation);

/// How a text travels inside the result element.
enum class Wrapping { Escaped, CData };

[[nodiscard]] QByteArray resultEnvelope(const QString &operation, const QString &result, Wrapping wrapping);
/// A result of type xs:boolean, or of type xs:anyType holding one.
[[nodiscard]] QByteArray booleanEnvelope(const QString &operation, bool result, bool any);
[[nodiscard]] QByteArray faultEnvelope(const QString &code, const QString &text);

} // namespace ponte::sandbox::rm
