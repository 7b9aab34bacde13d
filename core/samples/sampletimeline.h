// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/samples/samplesale.h"

#include <functional>

namespace ponte::samples {

/// The records and items of all sales in the order of time, with the ids that they got from it.
class SampleTimeline
{
public:
    SampleTimeline(quint64 seed, qint64 records, qint64 until);

    using OnRecord = std::function<Result<>(qint64 id, const SampleSale &, const SampleRecord &)>;
    using OnItem =
        std::function<Result<>(qint64 id, qint64 recordId, const SampleSale &, const SampleRecord &, int number)>;
    [[nodiscard]] Result<> eachRecord(const CancelToken &cancel, const OnRecord &visit) const;
    [[nodiscard]] Result<> eachItem(const CancelToken &cancel, const OnItem &visit) const;
    [[nodiscard]] qint64 sales() const { return m_sales; }

private:
    struct Walk;
    [[nodiscard]] Result<> walk(const CancelToken &cancel, const OnRecord &onRecord, const OnItem &onItem) const;

    const quint64 m_seed;
    const qint64 m_records;
    const qint64 m_until;
    qint64 m_sales = 0;
};

} // namespace ponte::samples
