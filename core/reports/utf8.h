// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <cstddef>
#include <string_view>

namespace ponte::reports {

/// Whether the bytes are UTF-8 as RFC 3629 has it; what a stranger wrote into SQLite need not be.
[[nodiscard]] bool isSoundUtf8(std::string_view text);

/// How many UTF-16 units the sound text has: the measure of a spreadsheet's cell.
[[nodiscard]] size_t utf16Length(std::string_view text);
/// How many bytes of the sound text make at most so many UTF-16 units, without cutting a character.
[[nodiscard]] size_t bytesOfUtf16(std::string_view text, size_t units);

} // namespace ponte::reports
