// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/logreport.h"

#include "core/log/filterwords.h"
#include "core/log/logfilter.h"
#include "core/reports/asidefile.h"
#include "core/reports/filtertext.h"
#include "core/reports/progressteller.h"
#include "core/reports/readmoment.h"
#include "core/reports/recordrows.h"
#include "core/reports/reporttext.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsPerLook = 256;

QString receiptFile(const QString &report)
{
    return report + u".receipt.json"_s;
}

tl::unexpected<Error> reportCancelled()
{
    return failure(ErrorCode::Cancelled, ReportText::tr("The report was cancelled; no file was written."));
}

Result<qint64> countRecords(storage::Connection &connection, const log::Filter &filter)
{
    const log::BuiltQuery conditions = log::conditionsOf(filter);
    const auto rows =
        connection.queryText(u"SELECT count(*) AS n FROM log_record"_s + conditions.sql, conditions.bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->first().number(u"n");
}

Result<> writeReceipt(const Receipt &receipt, AsideFile &aside)
{
    QFile file(aside.path());
    const QByteArray text = QJsonDocument(receipt.toJson()).toJson(QJsonDocument::Indented);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return tl::unexpected(writeError(aside.path(), file.errorString()));
    return {};
}

} // namespace

LogReport::LogReport(storage::Connection &connection, const integration::Descriptor &descriptor, const Clock &clock,
                     ReportFormats formats, security::Audit *audit)
    : m_connection(connection)
    , m_descriptor(descriptor)
    , m_clock(clock)
    , m_formats(std::move(formats))
    , m_audit(audit)
{}

Result<> LogReport::check(const security::Actor &actor, const ReportOrder &order) const
{
    if (Result<> allowed = actor.require(security::Action::ExportReports, order.filter.company); !allowed)
        return allowed;
    if (order.personalData) {
        if (Result<> allowed = actor.require(security::Action::ViewPersonalData, order.filter.company); !allowed)
            return allowed;
    }
    if (order.columns.isEmpty())
        return failure(ErrorCode::Usage, ReportText::tr("A report needs at least one column."));
    if (order.csv.separator != u';' && order.csv.separator != u',')
        return failure(ErrorCode::Usage, ReportText::tr("The separator of a CSV file is ';' or ','."));
    if (!order.zone.isValid())
        return failure(ErrorCode::Usage, ReportText::tr("A report needs a time zone."));
    return {};
}

Result<Receipt> LogReport::write(const security::Actor &actor, const ReportOrder &order, const CancelToken &cancel,
                                 const ProgressListener &progress) const
{
    if (const Result<> sound = check(actor, order); !sound)
        return tl::unexpected(sound.error());
    Result<AsideFile> aside = AsideFile::begin(order.file);
    if (!aside)
        return tl::unexpected(aside.error());
    Result<AsideFile> asideReceipt = AsideFile::begin(receiptFile(order.file));
    if (!asideReceipt)
        return tl::unexpected(asideReceipt.error());
    ProgressTeller teller(progress);
    Result<Receipt> receipt = make(actor, order, *aside, cancel, teller);
    if (!receipt && (cancel.isCancelled() || receipt.error().code == ErrorCode::Cancelled))
        return reportCancelled();
    if (!receipt)
        return receipt;
    if (const Result<> written = writeReceipt(*receipt, *asideReceipt); !written)
        return tl::unexpected(written.error());
    if (m_audit) {
        const security::AuditEntry event {u"report.export"_s,
                                          u"%1, %2 rows, sha256 %3"_s.arg(toWord(order.format))
                                              .arg(receipt->rows)
                                              .arg(QString::fromLatin1(receipt->sha256)),
                                          order.filter.company,
                                          {}};
        if (const Result<> told = m_audit->append(actor, event); !told)
            return tl::unexpected(told.error());
    }
    if (cancel.isCancelled())
        return reportCancelled();
    // An earlier receipt must not stand beside a file that it does not speak of.
    QFile::remove(receiptFile(order.file));
    for (AsideFile *file : {&*aside, &*asideReceipt}) {
        if (const Result<> appeared = file->appear(); !appeared)
            return tl::unexpected(appeared.error());
    }
    return receipt;
}

Result<Receipt> LogReport::make(const security::Actor &actor, const ReportOrder &order, AsideFile &aside,
                                const CancelToken &cancel, ProgressTeller &teller) const
{
    const std::unique_ptr<ReportWriter> writer = m_formats.make(order.format);
    if (!writer)
        return failure(ErrorCode::Usage,
                       ReportText::tr("This program does not write %1 files.").arg(toWord(order.format)));
    ReadMoment moment(m_connection);
    if (const Result<> begun = moment.begin(); !begun)
        return tl::unexpected(begun.error());
    // Goes before the moment ends, whose last statement is not to be interrupted.
    const CancelToken::Registration interrupting = cancel.onCancel([this] { m_connection.interrupt(); });
    const QDateTime now = m_clock.now();
    teller.enter(ReportProgress::Phase::Counting, 0);
    const Result<qint64> records = countRecords(m_connection, order.filter);
    if (!records)
        return tl::unexpected(records.error());
    Result<Summary> figures = Summary();
    if (writer->wantsSummary())
        figures = summarize(m_connection, m_descriptor, order.filter, order.zone, now);
    if (!figures)
        return tl::unexpected(figures.error());
    const ReportHead head {order,
                           m_descriptor,
                           writer->wantsSummary() ? &*figures : nullptr,
                           RecordRows::headers(order),
                           RecordRows::kinds(order),
                           actor.name(),
                           now,
                           *records};
    if (const Result<> begun = writer->begin(aside.path(), head); !begun)
        return tl::unexpected(begun.error());
    teller.setRounds(writer->wantsRehearsal() ? 2 : 1);
    teller.enter(ReportProgress::Phase::Rows, *records);
    if (const Result<> rehearsed = rehearse(*writer, order, now, *records, cancel, teller); !rehearsed)
        return tl::unexpected(rehearsed.error());
    const Result<qint64> rows = writeRows(*writer, order, now, *records, cancel, teller);
    if (!rows)
        return tl::unexpected(rows.error());
    teller.enter(ReportProgress::Phase::Finishing, *records);
    if (const Result<> ended = writer->end(*rows, cancel); !ended)
        return tl::unexpected(ended.error());
    if (cancel.isCancelled())
        return reportCancelled();
    Result<QByteArray> hash = writer->sha256();
    if (hash->isEmpty())
        hash = sha256OfFile(aside.path());
    if (!hash)
        return tl::unexpected(hash.error());
    return Receipt {log::filterWords(tellableFilter(order)),
                    QString::fromLatin1(order.zone.id()),
                    now,
                    actor.name(),
                    *rows,
                    true,
                    *hash};
}

Result<> LogReport::rehearse(ReportWriter &writer, const ReportOrder &order, const QDateTime &now, qint64 records,
                             const CancelToken &cancel, ProgressTeller &teller) const
{
    if (!writer.wantsRehearsal())
        return {};
    const auto rows = RecordRows::open(m_connection, order, m_descriptor, now, records);
    if (!rows)
        return tl::unexpected(rows.error());
    qint64 seen = 0;
    while (true) {
        const Result<bool> found = (*rows)->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        writer.rehearse((*rows)->row());
        if (++seen % rowsPerLook == 0) {
            if (cancel.isCancelled())
                return reportCancelled();
            teller.tell(0, (*rows)->records());
        }
    }
    teller.startRound();
    return {};
}

Result<qint64> LogReport::writeRows(ReportWriter &writer, const ReportOrder &order, const QDateTime &now,
                                    qint64 records, const CancelToken &cancel, ProgressTeller &teller) const
{
    const auto rows = RecordRows::open(m_connection, order, m_descriptor, now, records);
    if (!rows)
        return tl::unexpected(rows.error());
    qint64 written = 0;
    while (true) {
        const Result<bool> found = (*rows)->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        if (const Result<> put = writer.write((*rows)->row()); !put)
            return tl::unexpected(put.error());
        if (++written % rowsPerLook == 0) {
            if (cancel.isCancelled())
                return reportCancelled();
            teller.tell(written, (*rows)->records());
        }
    }
    // A file that says complete has what was counted in the same moment.
    if ((*rows)->records() != records)
        return failure(ErrorCode::Internal, ReportText::tr("The report read %1 of %2 records; no file was written.")
                                                .arg((*rows)->records())
                                                .arg(records));
    return written;
}

} // namespace ponte::reports
