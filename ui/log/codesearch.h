// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "ui/log/codeview.h"

namespace ponte::ui {

constexpr int mostCodeHits = 100'000;

/// Where a text stands in the lines, whatever its case, ascending and at most mostCodeHits. In any thread; a cancelled
/// search returns what it has.
[[nodiscard]] QList<CodeView::Hit> findInCode(const PayloadText &text, const QString &wanted,
                                              const CancelToken &cancel);

} // namespace ponte::ui
