// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/utf8.h"

#include <cstdint>
#include <cstring>

namespace ponte::reports {

namespace {

size_t asciiStart(std::string_view text)
{
    size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        if (word & 0x8080808080808080ULL)
            break;
    }
    return i;
}

/// Bytes of the character that starts here; 0 where none does.
size_t soundCharacter(std::string_view rest)
{
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(rest[i]); };
    const auto follows = [&](size_t i, unsigned low = 0x80, unsigned high = 0xbf) {
        return i < rest.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return follows(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const unsigned low = first == 0xe0 ? 0xa0 : 0x80;
        const unsigned high = first == 0xed ? 0x9f : 0xbf;
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const unsigned low = first == 0xf0 ? 0x90 : 0x80;
        const unsigned high = first == 0xf4 ? 0x8f : 0xbf;
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

size_t units(unsigned char byte)
{
    if ((byte & 0xc0) == 0x80)
        return 0;
    return byte >= 0xf0 ? 2 : 1;
}

} // namespace

bool isSoundUtf8(std::string_view text)
{
    size_t i = asciiStart(text);
    while (i < text.size()) {
        const size_t length = soundCharacter(text.substr(i));
        if (length == 0)
            return false;
        i += length;
    }
    return true;
}

size_t utf16Length(std::string_view text)
{
    size_t length = 0;
    for (const char c : text)
        length += units(static_cast<unsigned char>(c));
    return length;
}

size_t bytesOfUtf16(std::string_view text, size_t wanted)
{
    size_t length = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        length += units(static_cast<unsigned char>(text[i]));
        if (length > wanted)
            return i;
    }
    return text.size();
}

} // namespace ponte::reports
