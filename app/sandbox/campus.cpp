// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/campus.h"

namespace ponte::sandbox {

std::span<const Campus> campuses()
{
    static constexpr Campus all[] = {
        {2, "SESI", 2016, 1, 14, 67, "FUN.001.006017", "FUN.001.006018", "PL12", true},
        {3, "SENAI", 3016, 1, 24, 77, "TEC.001.006017", "TEC.001.006018", "PL12", false},
        {4, "IEL", 4016, 1, 34, 87, "EXT.001.006017", "EXT.001.006018", "PL12", false},
    };
    return all;
}

const Campus *campusOf(int company)
{
    for (const Campus &campus : campuses()) {
        if (campus.company == company)
            return &campus;
    }
    return nullptr;
}

} // namespace ponte::sandbox
