// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/progressteller.h"

#include <algorithm>

namespace ponte::reports {

namespace {

constexpr qint64 msBetweenTellings = 200;

} // namespace

ProgressTeller::ProgressTeller(const ProgressListener &listener)
    : m_listener(listener)
{}

void ProgressTeller::enter(ReportProgress::Phase phase, qint64 total)
{
    m_phase = phase;
    m_total = total;
    m_phaseTime.start();
    send(phase == ReportProgress::Phase::Finishing ? total : 0, 0);
}

void ProgressTeller::tell(qint64 rows, qint64 records)
{
    if (m_listener && m_sinceTold.hasExpired(msBetweenTellings))
        send(rows, records);
}

void ProgressTeller::send(qint64 rows, qint64 records)
{
    m_sinceTold.start();
    if (!m_listener)
        return;
    ReportProgress progress {m_phase, rows, m_total};
    const double seconds = double(std::max<qint64>(1, m_phaseTime.elapsed())) / 1000;
    const double done = double(m_before + records);
    const double all = double(m_total) * m_rounds;
    progress.rowsPerSecond = double(rows) / seconds;
    if (m_phase == ReportProgress::Phase::Rows && done > 0 && all >= done)
        progress.remaining = std::chrono::seconds(qint64((all - done) * seconds / done));
    m_listener(progress);
}

} // namespace ponte::reports
