// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/delivery/scheduledreport.h"
#include "core/parameters/connections.h"
#include "core/parameters/parameters.h"
#include "core/reports/reportwriter.h"
#include "core/security/audit.h"
#include "core/work/schedule.h"

namespace ponte::delivery {

/// The job "report": writes what the schedule's filter chooses and delivers it to a folder, by mail, or both; masked,
/// since nobody is there whose right it would be to see more.
///
/// A report is owed from the beginning of its run until it is delivered: what fails is told in the run and tried again
/// by the next one, for the days that it was about; of reports about the same days only the newest is kept. A report
/// that a killed program had handed over is not delivered again, except by a server that had not answered: then the
/// message has the same Message-ID. Thread-safe.
class ReportJob
{
public:
    struct Parts {
        storage::Database &database;
        const Clock &clock;
        const integration::Descriptor &descriptor;
        const parameters::Parameters &parameters;
        const parameters::Connections &connections;
        reports::ReportFormats formats;
        security::Audit *audit = nullptr;
    };
    explicit ReportJob(Parts parts);

    /// One run: planned = what is owed, failed = what is still owed after it. The message says why.
    [[nodiscard]] Result<work::ScheduleReport> run(const work::Schedule &schedule, const QDateTime &since,
                                                   const CancelToken &cancel) const;

private:
    struct Owed {
        QDateTime moment;
        bool isInFolder = false;
        Span span;
    };
    struct Written {
        QString path, receipt;
        qint64 rows = 0;
        QByteArray sha256;
    };
    class Delivery;

    [[nodiscard]] Result<> owe(const work::Schedule &schedule, const QDateTime &since) const;
    [[nodiscard]] Result<QList<Owed>> owed(const work::Schedule &schedule, const ScheduledReport &report) const;
    [[nodiscard]] Result<> note(const work::Schedule &schedule, const QDateTime &moment, const QString &statement,
                                const QString &reason = {}) const;

    const Parts m_parts;
};

/// What `Schedules` asks before it keeps a report.
[[nodiscard]] Result<> checkScheduledReport(const QJsonObject &words);

/// "relatorio-de-erros-2026-11-22-2200.xlsx": the schedule's name and the moment of the run in its zone.
[[nodiscard]] QString reportFileName(const QString &schedule, const QDateTime &moment, const QTimeZone &zone,
                                     reports::Format format);

} // namespace ponte::delivery
