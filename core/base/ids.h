// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QHashFunctions>

#include <compare>

namespace ponte {

/// A number that cannot be mistaken for another kind of number.
template<class Tag>
class StrongId
{
public:
    constexpr StrongId() = default;
    constexpr explicit StrongId(qint64 value)
        : m_value(value)
    {}
    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    constexpr auto operator<=>(const StrongId &) const = default; // NOLINT(modernize-use-nullptr): a false alarm

private:
    qint64 m_value = 0;
};

template<class Tag>
size_t qHash(StrongId<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value(), seed);
}

using CompanyId = StrongId<struct CompanyTag>; ///< RM CODCOLIGADA; 0 is RM's global company
using BranchId = StrongId<struct BranchTag>; ///< RM CODFILIAL
using LevelId = StrongId<struct LevelTag>; ///< RM CODTIPOCURSO inside a company
using LogRecordId = StrongId<struct LogRecordTag>;
using LogItemId = StrongId<struct LogItemTag>;
using ProcessId = StrongId<struct ProcessTag>; ///< a running program, key of table `process`

} // namespace ponte
