// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::log {

/// What errors of one cause have in common: their message with the variable parts (numbers, ids, dates, CPF and CNPJ,
/// quoted texts, addresses) taken out.
struct Signature {
    QString id; ///< "1-0f3a…": the version and a hash of the text; the same on every machine
    QString text; ///< "A turma ‹n› está cheia."
    bool operator==(const Signature &) const = default;
};

/// Of the rules below; another version never gives an id of this one.
constexpr int signatureVersion = 2;

/// Pure. `cause` tells errors apart whose messages are the same. Empty for an empty message.
[[nodiscard]] Signature signatureOf(const QString &message, const QString &cause = {});
/// The constraint or database code that stands in what is behind a message (RM's stack and database error); empty where
/// none does.
[[nodiscard]] QString causeIn(const QString &detail);

} // namespace ponte::log
