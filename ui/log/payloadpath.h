// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/payloadtext.h"

namespace ponte::ui {

/// Where the value of a line stands in its document: "$.parcelas[2].valor" (JSONPath) or "/Venda/Parcela[2]/Valor"
/// (XPath). Empty where the text is not indented.
[[nodiscard]] QString pathOf(const PayloadText &text, int line);
/// The value that stands or begins in a line: a text without its quotes and escapes, an element's text, or all of an
/// object, array or element with children.
[[nodiscard]] QString valueOf(const PayloadText &text, int line);

} // namespace ponte::ui
