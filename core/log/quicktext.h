// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"

#include <QString>

namespace ponte::log {

enum class QuickKind { Nothing, LogId, Cpf, Key, SaleId, Text };

/// What a person meant by what stands in the one search box.
struct QuickText {
    QuickKind kind = QuickKind::Nothing;
    QString value; ///< without "#", a CPF without its mask, spaces around it gone
    bool operator==(const QuickText &) const = default;
};

/// Pure. "#123" and up to seven digits without a leading zero are a log id; eleven digits, masked or not, with right
/// check digits a CPF; other digits a key (RA, CODCFO); letters and digits around a "-" without a space the id of a
/// sale; else text.
[[nodiscard]] QuickText quickText(const QString &typed);

/// Lays it over the filter in place of what an earlier quick text said; ids, key, origin and text are the members that
/// belong to it. A sale's id is searched as text, so that a part of it finds the sale too.
void applyQuickText(Filter &filter, const QuickText &quick);

} // namespace ponte::log
