// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/integration/descriptor.h"
#include "core/reports/reportwriter.h"
#include "core/security/actor.h"
#include "core/security/audit.h"

namespace ponte::reports {

class AsideFile;
class ProgressTeller;

/// Writes the log to a file, newest record first, as it was at one moment, in memory that does not grow with the rows.
/// Objects on connections of their own may work at the same time.
class LogReport
{
public:
    /// Long-lived references; the connection belongs to the calling thread and runs nothing else meanwhile. Where an
    /// audit is given, each report is an event of it before its file appears.
    LogReport(storage::Connection &connection, const integration::Descriptor &descriptor, const Clock &clock,
              ReportFormats formats = ReportFormats::standard(), security::Audit *audit = nullptr);

    /// The file appears whole or not at all, and so does its receipt. Errors: Permission, Usage (the order, or no such
    /// folder), Internal (disk), Database, Cancelled.
    [[nodiscard]] Result<Receipt> write(const security::Actor &actor, const ReportOrder &order,
                                        const CancelToken &cancel = {}, const ProgressListener &progress = {}) const;

private:
    [[nodiscard]] Result<> check(const security::Actor &actor, const ReportOrder &order) const;
    [[nodiscard]] Result<Receipt> make(const security::Actor &actor, const ReportOrder &order, AsideFile &aside,
                                       const CancelToken &cancel, ProgressTeller &teller) const;
    [[nodiscard]] Result<qint64> writeRows(ReportWriter &writer, const ReportOrder &order, const QDateTime &now,
                                           qint64 records, const CancelToken &cancel, ProgressTeller &teller) const;
    [[nodiscard]] Result<> rehearse(ReportWriter &writer, const ReportOrder &order, const QDateTime &now,
                                    qint64 records, const CancelToken &cancel, ProgressTeller &teller) const;

    storage::Connection &m_connection;
    const integration::Descriptor &m_descriptor;
    const Clock &m_clock;
    const ReportFormats m_formats;
    security::Audit *m_audit;
};

} // namespace ponte::reports
