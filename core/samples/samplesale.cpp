// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/samples/samplesale.h"

#include <algorithm>

namespace ponte::samples {

using log::Status;
using log::Trigger;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 day = 24 * 60 * minute;
constexpr qint64 span = 1'643 * day;
constexpr int maximumAttempts = 4;
constexpr qint64 recentShare = 400; ///< the newest 1/400 of the sales: about four days

quint64 nextNumber(quint64 &state)
{
    state += 0x9e3779b97f4a7c15ULL;
    quint64 z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// 0 to limit - 1.
qint64 below(quint64 &state, qint64 limit)
{
    return qint64(nextNumber(state) % quint64(limit));
}

/// True so many times in a thousand.
bool oftenIn1000(quint64 &state, qint64 times)
{
    return below(state, 1000) < times;
}

void chooseScope(quint64 &state, SampleSale &sale)
{
    const qint64 roll = below(state, 100);
    sale.company = roll < 60 ? 3 : roll < 88 ? 2 : 4;
    const qint64 level = below(state, 100);
    if (sale.company == 3)
        sale.level = level < 70 ? 1 : level < 90 ? 2 : 4;
    else
        sale.level = level < 80 ? 1 : 3;
}

SampleRecord done(Step step, qint64 at, int kind = 0)
{
    return {step, Status::Success, false, {{Trigger::Import, Status::Success, at, kind}}};
}

SampleRecord refused(quint64 &state, Step step, qint64 at)
{
    SampleRecord record {step, Status::Error, step == Step::Guardian || step == Step::Student, {}};
    const int repeats = oftenIn1000(state, 250) ? 2 : 1;
    for (int i = 0; i < repeats; ++i)
        record.items.append({Trigger::Import, Status::Error, at + i * 20 * minute, int(below(state, 4))});
    return record;
}

} // namespace

SampleShop::SampleShop(quint64 seed, qint64 sales, qint64 until)
    : m_seed(seed)
    , m_sales(std::max<qint64>(1, sales))
    , m_until(until)
{}

SampleRecord SampleShop::activation(quint64 &state, qint64 number, qint64 at) const
{
    SampleRecord record {Step::Activation, Status::Success, false, {}};
    const bool recent = m_sales - number < m_sales / recentShare;
    const qint64 roll = below(state, 1000);
    const bool stays = roll >= 930; // so many in a thousand do not end well
    record.status = !stays                         ? Status::Success
                    : recent && roll < 985         ? Status::Pending
                    : roll < (recent ? 998 : 980)  ? Status::Error
                    : roll < (recent ? 1000 : 985) ? Status::Pending
                                                   : Status::Cancelled;
    const bool atOnce = !stays && roll < 890;
    const int attempts = atOnce                               ? 1
                         : record.status == Status::Cancelled ? maximumAttempts
                                                              : 1 + int(below(state, maximumAttempts));
    qint64 when = at;
    for (int i = 0; i < attempts && when <= m_until; ++i) {
        const bool last = i == attempts - 1;
        const Trigger trigger = i == 0                    ? Trigger::Import
                                : oftenIn1000(state, 200) ? Trigger::Manual
                                                          : Trigger::Schedule;
        const Status status = last ? record.status : oftenIn1000(state, 300) ? Status::Pending : Status::Error;
        record.items.append({trigger, status, when, int(below(state, 4))});
        when += 30 * minute + below(state, 90 * minute);
    }
    if (record.items.last().status != record.status)
        record.status = record.items.last().status;
    return record;
}

SampleSale SampleShop::sale(qint64 number) const
{
    quint64 state = m_seed * 0x2545f4914f6cdd1dULL + quint64(number) * 0xd1342543de82ef95ULL;
    SampleSale sale;
    sale.number = number;
    chooseScope(state, sale);
    const bool isNew = number == 1 || oftenIn1000(state, 650);
    sale.student = isNew ? number : 1 + below(state, number - 1);
    sale.courseOffer = 10 + below(state, 60);
    sale.classNumber = 1'000 + below(state, 9'000);
    const qint64 distance = qint64(double(span) / double(m_sales) * double(m_sales - number));
    qint64 at = std::min(m_until - 30 * second, m_until - distance + below(state, second));
    sale.term = 60 + (at - (m_until - span)) / (182 * day);
    constexpr std::array steps {Step::Guardian, Step::Student,  Step::Course,
                                Step::Term,     Step::Subjects, Step::PreContract};
    // One sale in nine is refused on its way: half by its fields, the rest at any step.
    const qint64 roll = below(state, 1000);
    const int failing = roll < 55 ? 0 : roll < 110 ? int(1 + below(state, 5)) : int(steps.size());
    for (int i = 0; i < int(steps.size()); ++i) {
        at += second / 3 + below(state, second);
        const Step step = steps.at(size_t(i));
        if (i == failing) {
            sale.records.append(refused(state, step, at));
            return sale;
        }
        sale.records.append(done(step, at, isNew ? 0 : 1));
    }
    sale.records.append(activation(state, number, at + second));
    if (sale.records.last().status == Status::Success) {
        SampleRecord notice = done(Step::Notice, sale.records.last().items.last().at + 2 * second);
        if (oftenIn1000(state, 12)) {
            notice.status = Status::Error;
            notice.items[0].status = Status::Error;
        }
        notice.items[0].trigger = Trigger::Outbox;
        sale.records.append(notice);
    }
    if (isNew && oftenIn1000(state, 150))
        sale.records.append(done(Step::Update, at + 10 * second));
    return sale;
}

} // namespace ponte::samples
