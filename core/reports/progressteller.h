// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportorder.h"

#include <QElapsedTimer>

namespace ponte::reports {

/// Tells a listener how far a report is, some times a second however fast it goes.
class ProgressTeller
{
public:
    explicit ProgressTeller(const ProgressListener &listener);

    void enter(ReportProgress::Phase phase, qint64 total);
    /// Where a report goes through its records more than once, all of them count as one way.
    void setRounds(int rounds) { m_rounds = rounds; }
    void startRound() { m_before += m_total; }
    /// `rows` written, made of `records`.
    void tell(qint64 rows, qint64 records);

private:
    void send(qint64 rows, qint64 records);

    const ProgressListener &m_listener;
    QElapsedTimer m_phaseTime, m_sinceTold;
    ReportProgress::Phase m_phase = ReportProgress::Phase::Counting;
    qint64 m_total = 0, m_before = 0;
    int m_rounds = 1;
};

} // namespace ponte::reports
