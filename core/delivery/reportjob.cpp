// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/delivery/reportjob.h"

#include "core/base/crashpoint.h"
#include "core/delivery/dailysummary.h"
#include "core/delivery/mailsettings.h"
#include "core/mail/mimetext.h"
#include "core/reports/logreport.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace ponte::delivery {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOwed = 31;
constexpr qint64 largestAttachment = 20LL * 1024 * 1024;

QTimeZone zoneOf(const work::Schedule &schedule)
{
    const QTimeZone zone(schedule.zone.toLatin1());
    return zone.isValid() ? zone : reports::standardZone();
}

QByteArray mimeType(reports::Format format)
{
    switch (format) {
    case reports::Format::Csv:
        return "text/csv";
    case reports::Format::Xlsx:
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case reports::Format::Pdf:
        return "application/pdf";
    case reports::Format::Html:
        return "text/html";
    }
    return "application/octet-stream";
}

/// What both restrict: the later beginning and the earlier end.
void narrow(log::Filter &filter, const Span &span)
{
    if (span.from.isValid() && !(filter.createdFrom > span.from))
        filter.createdFrom = span.from;
    if (span.to.isValid() && (!filter.createdTo.isValid() || filter.createdTo > span.to))
        filter.createdTo = span.to;
}

/// What the next message of the same run would meet too.
bool isOfTheServer(ErrorCode code)
{
    return code == ErrorCode::Unreachable || code == ErrorCode::Unauthorized || code == ErrorCode::TimedOut;
}

log::Filter filterOf(const work::Schedule &schedule)
{
    log::Filter filter = schedule.filter;
    filter.company = schedule.company;
    return filter;
}

} // namespace

Result<> checkScheduledReport(const QJsonObject &words)
{
    const Result<ScheduledReport> report = ScheduledReport::fromJson(words);
    return report ? report->check() : tl::unexpected(report.error());
}

QString reportFileName(const QString &schedule, const QDateTime &moment, const QTimeZone &zone, reports::Format format)
{
    QString name = QString::fromLatin1(mail::plainFileName(schedule.simplified().toLower()));
    static const QRegularExpression runs(u"[-.]+"_s);
    name.replace(runs, u"-"_s);
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    return u"%1-%2.%3"_s.arg(name, moment.toTimeZone(zone).toString(u"yyyy-MM-dd-HHmm"_s), reports::toWord(format));
}

/// One report of one moment, on its way.
class ReportJob::Delivery
{
public:
    Delivery(const Parts &parts, const work::Schedule &schedule, const ScheduledReport &report, const Owed &owed,
             const CancelToken &cancel)
        : m_parts(parts)
        , m_schedule(schedule)
        , m_report(report)
        , m_owed(owed)
        , m_cancel(cancel)
        , m_zone(zoneOf(schedule))
    {}

    /// `handedOver` is called once the report stands in the folder and the mail is still to come.
    /// `down`: why no mail can leave, where an earlier one of this run has shown it.
    [[nodiscard]] Result<> run(const std::function<Result<>()> &handedOver, const std::optional<Error> &down)
    {
        const bool toFolder = !m_report.folder.isEmpty() && !m_owed.isInFolder;
        if (down && !toFolder)
            return tl::unexpected(*down);
        if (m_report.format) {
            if (Result<> written = write(toFolder ? m_report.folder : m_temporary.path()); !written)
                return written;
        }
        if (m_report.recipients.isEmpty())
            return {};
        if (Result<> kept = toFolder ? handedOver() : Result<>(); !kept)
            return kept;
        return down ? Result<>(tl::unexpected(*down)) : send();
    }

    [[nodiscard]] qint64 rows() const { return m_written.rows; }

private:
    [[nodiscard]] Result<> write(const QString &folder)
    {
        const Result<storage::Connection *> connection = m_parts.database.reads().here();
        if (!connection)
            return tl::unexpected(connection.error());
        auto language = reports::ReportLanguage::find(m_report.language);
        if (!language)
            return tl::unexpected(language.error());
        reports::ReportOrder order {.filter = filterOf(m_schedule),
                                    .filterName = m_schedule.name,
                                    .language = *language,
                                    .zone = m_zone,
                                    .format = *m_report.format,
                                    .columns = m_report.columns,
                                    .withItems = m_report.withItems,
                                    .withPayloads = m_report.withPayloads,
                                    .csv = {m_report.separator, m_report.byteOrderMark},
                                    .file = {}};
        narrow(order.filter, m_owed.span);
        order.file = QDir(folder).filePath(reportFileName(m_schedule.name, m_owed.moment, m_zone, order.format));
        const Result<reports::Receipt> receipt =
            reports::LogReport(**connection, m_parts.descriptor, m_parts.clock, m_parts.formats, m_parts.audit)
                .write(security::Actor::system(), order, m_cancel);
        if (!receipt)
            return tl::unexpected(receipt.error());
        m_written = {order.file, order.file + u".receipt.json"_s, receipt->rows, receipt->sha256};
        return {};
    }

    [[nodiscard]] Result<> send()
    {
        const Result<storage::Connection *> connection = m_parts.database.reads().here();
        if (!connection)
            return tl::unexpected(connection.error());
        const Result<mail::MailSettings> settings = readMailSettings(**connection, m_parts.connections);
        if (!settings)
            return tl::unexpected(settings.error());
        const Result<mail::MailMessage> message = compose(**connection);
        if (!message)
            return tl::unexpected(message.error());
        crashPoint("call.mail.send", Side::Before);
        Result<> sent = mail::sendMail(*settings, *message, m_cancel);
        crashPoint("call.mail.send", Side::After);
        return sent;
    }

    [[nodiscard]] Result<mail::MailMessage> compose(storage::Connection &connection) const
    {
        const QDateTime now = m_parts.clock.now();
        const auto language = reports::ReportLanguage::find(m_report.language);
        if (!language)
            return tl::unexpected(language.error());
        std::optional<DailySummary> summary;
        if (m_report.withSummary) {
            const auto made = summarizeDay(connection, m_parts.descriptor, m_parts.parameters, filterOf(m_schedule),
                                           m_owed.span, m_zone, now);
            if (!made)
                return tl::unexpected(made.error());
            summary = *made;
        }
        const MessageHead head {m_schedule.name, m_schedule.company, m_owed.span, m_zone, now,
                                *language,       m_parts.descriptor};
        const AttachedReport attached {QFileInfo(m_written.path).fileName(), m_written.rows, m_written.sha256};
        const DailySummary *told = summary ? &*summary : nullptr;
        const AttachedReport *file = m_report.format ? &attached : nullptr;
        mail::MailMessage message;
        message.id = u"report-%1-%2"_s.arg(m_schedule.id).arg(m_owed.moment.toMSecsSinceEpoch());
        message.date = now;
        message.to = m_report.recipients;
        message.subject = messageSubject(head, told);
        message.text = messageText(head, told, file);
        message.html = messageHtml(head, told, file);
        if (!file)
            return message;
        if (QFileInfo(m_written.path).size() > largestAttachment)
            return failure(
                ErrorCode::Rule,
                u"O relatório tem %1 MB, demais para e-mail (no máximo %2): restrinja o filtro ou o período, ou entregue em pasta."_s
                    .arg(QFileInfo(m_written.path).size() / (1024 * 1024))
                    .arg(largestAttachment / (1024 * 1024)));
        message.attachments = {{attached.file, mimeType(*m_report.format), m_written.path},
                               {QFileInfo(m_written.receipt).fileName(), "application/json", m_written.receipt}};
        return message;
    }

    const Parts &m_parts;
    const work::Schedule &m_schedule;
    const ScheduledReport &m_report;
    const Owed &m_owed;
    const CancelToken &m_cancel;
    const QTimeZone m_zone;
    QTemporaryDir m_temporary;
    Written m_written;
};

ReportJob::ReportJob(Parts parts)
    : m_parts(std::move(parts))
{}

Result<> ReportJob::note(const work::Schedule &schedule, const QDateTime &moment, const QString &statement,
                         const QString &reason) const
{
    return m_parts.database.writer().write<void>("report.delivery", [&](storage::Connection &connection) -> Result<> {
        storage::Bindings bindings {{u":schedule"_s, schedule.id}, {u":moment"_s, moment}};
        if (statement == "delivery.not_delivered"_L1)
            bindings.append({u":reason"_s, reason});
        const auto noted = connection.execute(statement, bindings);
        return noted ? Result<>() : tl::unexpected(noted.error());
    });
}

/// A run that goes on finds its report owed or delivered already; any other owes a new one.
Result<> ReportJob::owe(const work::Schedule &schedule, const QDateTime &since) const
{
    const QDateTime moment = since.isValid() ? since : m_parts.clock.now();
    return m_parts.database.writer().write<void>("report.owe", [&](storage::Connection &connection) -> Result<> {
        const storage::Bindings bindings {{u":schedule"_s, schedule.id}, {u":moment"_s, moment}};
        for (const QString &statement : {u"delivery.forget_orphans"_s, u"delivery.forget_delivered"_s}) {
            const auto cleaned =
                connection.execute(statement, statement.endsWith("orphans"_L1) ? storage::Bindings() : bindings);
            if (!cleaned)
                return tl::unexpected(cleaned.error());
        }
        const auto known = since.isValid() ? connection.first(u"delivery.since"_s, bindings)
                                           : Result<std::optional<storage::Row>>(std::nullopt);
        if (!known)
            return tl::unexpected(known.error());
        if (*known && (*known)->number(u"n") > 0)
            return {};
        const auto owed = connection.execute(u"delivery.owe"_s, bindings);
        return owed ? Result<>() : tl::unexpected(owed.error());
    });
}

Result<QList<ReportJob::Owed>> ReportJob::owed(const work::Schedule &schedule, const ScheduledReport &report) const
{
    const Result<storage::Connection *> connection = m_parts.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = (*connection)->query(u"delivery.owed"_s, {{u":schedule"_s, schedule.id}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Owed> kept;
    for (auto row = rows->crbegin(); row != rows->crend(); ++row) {
        const QDateTime moment = row->time(u"moment");
        const Span span = spanOf(report.period, moment, zoneOf(schedule));
        const bool isSuperseded =
            std::any_of(kept.begin(), kept.end(), [&](const Owed &newer) { return newer.span.from == span.from; });
        if (isSuperseded || kept.size() >= mostOwed) {
            if (Result<> forgotten = note(schedule, moment, u"delivery.forget"_s); !forgotten)
                return tl::unexpected(forgotten.error());
            continue;
        }
        kept.append({moment, row->number(u"in_folder") != 0, span});
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
}

Result<work::ScheduleReport> ReportJob::run(const work::Schedule &schedule, const QDateTime &since,
                                            const CancelToken &cancel) const
{
    const Result<ScheduledReport> report = ScheduledReport::fromJson(schedule.report);
    if (!report)
        return tl::unexpected(report.error());
    if (const Result<> kept = owe(schedule, since); !kept)
        return tl::unexpected(kept.error());
    const Result<QList<Owed>> all = owed(schedule, *report);
    if (!all)
        return tl::unexpected(all.error());
    work::ScheduleReport told;
    told.planned = int(all->size());
    qint64 rows = 0;
    QStringList reasons;
    std::optional<Error> down;
    if (!report->recipients.isEmpty()) {
        const Result<storage::Connection *> connection = m_parts.database.reads().here();
        const auto settings = connection ? readMailSettings(**connection, m_parts.connections)
                                         : Result<mail::MailSettings>(tl::unexpected(connection.error()));
        if (!settings && settings.error().code == ErrorCode::Database)
            return tl::unexpected(settings.error());
        if (!settings)
            down = settings.error();
    }
    for (const Owed &each : *all) {
        if (cancel.isCancelled()) {
            ++told.notAttempted;
            continue;
        }
        Delivery delivery(m_parts, schedule, *report, each, cancel);
        const Result<> done =
            delivery.run([&] { return note(schedule, each.moment, u"delivery.put_in_folder"_s); }, down);
        if (!done && isOfTheServer(done.error().code))
            down = done.error();
        if (!done && done.error().code == ErrorCode::Cancelled) {
            ++told.notAttempted;
            continue;
        }
        const Result<> noted = done ? note(schedule, each.moment, u"delivery.delivered"_s)
                                    : note(schedule, each.moment, u"delivery.not_delivered"_s, done.error().message);
        if (!noted)
            return tl::unexpected(noted.error());
        if (done) {
            ++told.succeeded;
            rows += delivery.rows();
        } else {
            ++told.failed;
            if (!reasons.contains(done.error().message))
                reasons.append(done.error().message);
        }
    }
    QStringList message;
    const auto counted = [](qint64 count, const QString &one, const QString &many) {
        return count == 1 ? one : many.arg(count);
    };
    if (told.succeeded > 0 && report->format)
        message.append(
            u"%1, %2."_s.arg(counted(told.succeeded, u"1 relatório entregue"_s, u"%1 relatórios entregues"_s),
                             counted(rows, u"1 linha"_s, u"%1 linhas"_s)));
    else if (told.succeeded > 0)
        message.append(counted(told.succeeded, u"1 resumo entregue."_s, u"%1 resumos entregues."_s));
    if (told.failed > 0)
        message.append(counted(told.failed, u"1 não entregue, a próxima execução tenta de novo: "_s,
                               u"%1 não entregues, a próxima execução tenta de novo: "_s)
                       + reasons.join(u' '));
    if (told.notAttempted > 0)
        message.append(u"A execução foi interrompida; o resto fica para a próxima."_s);
    told.message = message.join(u' ');
    return told;
}

} // namespace ponte::delivery
