// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/samples/sampletimeline.h"

#include <queue>

#include <memory>
#include <vector>

namespace ponte::samples {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 recordsPerSale = 7;
constexpr qint64 salesBetweenLooks = 256;

} // namespace

/// What is still to come lies in a heap that holds no more than the sales of a few hours.
struct SampleTimeline::Walk {
    struct Event {
        qint64 at = 0;
        qint64 order = 0;
        std::shared_ptr<const SampleSale> sale;
        int record = 0;
        int item = 0; ///< 0: the record itself
        qint64 recordId = 0;
        bool operator<(const Event &other) const
        {
            return at != other.at ? at > other.at : order > other.order; // the earliest is on top
        }
    };
    const OnRecord &onRecord;
    const OnItem &onItem;
    const qint64 records;
    std::priority_queue<Event> coming = {};
    qint64 order = 0, recordId = 0, itemId = 0;

    void add(const std::shared_ptr<const SampleSale> &sale)
    {
        for (int i = 0; i < int(sale->records.size()); ++i)
            coming.push({sale->records.at(i).items.first().at, ++order, sale, i});
    }

    Result<> happen(const Event &event)
    {
        const SampleRecord &record = event.sale->records.at(event.record);
        if (event.item > 0)
            return onItem(++itemId, event.recordId, *event.sale, record, event.item);
        if (recordId == records)
            return {};
        ++recordId;
        if (onRecord)
            return onRecord(recordId, *event.sale, record);
        for (int i = 0; i < int(record.items.size()); ++i)
            coming.push({record.items.at(i).at, ++order, event.sale, event.record, i + 1, recordId});
        return {};
    }

    Result<> runUntil(qint64 at)
    {
        while (!coming.empty() && coming.top().at < at) {
            const Event event = coming.top();
            coming.pop();
            if (Result<> done = happen(event); !done)
                return done;
        }
        return {};
    }
};

SampleTimeline::SampleTimeline(quint64 seed, qint64 records, qint64 until)
    : m_seed(seed)
    , m_records(records)
    , m_until(until)
    , m_sales(records / recordsPerSale + 1)
{
    // How many records the sales leave depends a little on how many there are.
    for (qint64 found = 0; found < records;) {
        const SampleShop shop(seed, m_sales, until);
        found = 0;
        qint64 number = 0;
        while (number < m_sales && found < records)
            found += shop.sale(++number).records.size();
        m_sales = found < records ? m_sales + (records - found) / recordsPerSale + 1 : m_sales;
        if (found >= records && number < m_sales - 2) {
            m_sales = number + 1;
            found = 0;
        }
    }
}

Result<> SampleTimeline::walk(const CancelToken &cancel, const OnRecord &onRecord, const OnItem &onItem) const
{
    const SampleShop shop(m_seed, m_sales, m_until);
    Walk walk {onRecord, onItem, m_records};
    for (qint64 number = 1; number <= m_sales; ++number) {
        if (number % salesBetweenLooks == 0 && cancel.isCancelled())
            return failure(ErrorCode::Cancelled, u"Stopped; nothing was written."_s);
        const auto sale = std::make_shared<const SampleSale>(shop.sale(number));
        if (Result<> done = walk.runUntil(sale->records.first().items.first().at); !done)
            return done;
        walk.add(sale);
    }
    return walk.runUntil(std::numeric_limits<qint64>::max());
}

Result<> SampleTimeline::eachRecord(const CancelToken &cancel, const OnRecord &visit) const
{
    return walk(cancel, visit, {});
}

Result<> SampleTimeline::eachItem(const CancelToken &cancel, const OnItem &visit) const
{
    return walk(cancel, {}, visit);
}

} // namespace ponte::samples
