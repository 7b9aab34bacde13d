// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace reference {

using Rows = std::vector<std::vector<std::string>>;

/// All rows of a CSV file with ';' and quotes, the header too.
inline Rows readValues(const char *path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    Rows rows(1, {std::string()});
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            rows.back().back() += text[i++];
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (isQuoted || (c != ';' && c != '\r' && c != '\n'))
            rows.back().back() += c;
        else if (c == ';')
            rows.back().emplace_back();
        else if (c == '\n' && i + 1 < text.size())
            rows.push_back({std::string()});
    }
    return rows;
}

} // namespace reference
