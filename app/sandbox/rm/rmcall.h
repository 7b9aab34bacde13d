// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/refusals.h"
#include "app/sandbox/rm/rm.h"

namespace ponte::sandbox::rm {

/// A request as far as RM reads it before it acts.
struct Rm::Call final : OutsideCall {
    const Service *service = nullptr;
    const Port *port = nullptr; ///< none: the address of the description, or an unknown one
    const Operation *operation = nullptr;
    QByteArray action;
    SoapCall soap;
    Shape shape;
    mutable QString user; ///< whose Basic credentials were accepted

    [[nodiscard]] QString parameter(const QString &name) const { return soap.parameters.value(name); }
    /// The data server or process that is called; empty for other operations.
    [[nodiscard]] QString server() const;
    /// The operation without the ending of its twin for e-mail addresses.
    [[nodiscard]] QString baseOperation() const;
    /// Whether business refusals come as the text of the result.
    [[nodiscard]] bool returnsText() const;
    [[nodiscard]] QStringList field(const QString &name) const override;
};

[[nodiscard]] inline QString refusalText(const QString &message)
{
    return refusals::scripted(message);
}

} // namespace ponte::sandbox::rm
