// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

#include <optional>

namespace ponte {

/// Only the digits of a text.
[[nodiscard]] QString digitsOf(QStringView text);
/// Whether 11 digits form a CPF with right check digits; equal digits throughout are no CPF (loja-click.md A0-06).
[[nodiscard]] bool isValidCpf(QStringView digits);
/// Whether 14 digits form a CNPJ with right check digits.
[[nodiscard]] bool isValidCnpj(QStringView digits);
/// "390.533.447-05" for 11 digits, "11.222.333/0001-81" for 14; other texts unchanged.
[[nodiscard]] QString withDocumentMask(QStringView digits);

/// An amount of money in centavos, exact.
struct Money {
    qint64 cents = 0;
    bool operator==(const Money &) const = default;

    /// Reads "1500", "1500.5" or "1500.50": no sign, exponent, thousands separator or third decimal; up to 12 digits
    /// before the point.
    [[nodiscard]] static std::optional<Money> fromText(QStringView text);
    /// Always with two decimals and a point: "1500.00".
    [[nodiscard]] QString toText() const;
};

} // namespace ponte
