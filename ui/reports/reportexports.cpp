// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/reportexports.h"

#include "core/reports/logreport.h"
#include "core/reports/pdf/pdfreport.h"
#include "ui/widgets/activity.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSettings>
#include <QtConcurrentRun>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int exportsAtOnce = 4;
constexpr qsizetype rememberedExports = 20;

QString stateWord(Export::State state)
{
    if (state == Export::State::Done)
        return u"done"_s;
    return state == Export::State::Failed ? u"failed"_s : u"cancelled"_s;
}

reports::ReportFormats screenFormats()
{
    reports::ReportFormats formats = reports::ReportFormats::standard();
    reports::pdf::addTo(formats);
    return formats;
}

} // namespace

QString progressText(const reports::ReportProgress &progress)
{
    const QLocale locale;
    if (progress.phase == reports::ReportProgress::Phase::Counting)
        return ReportExports::tr("counting");
    if (progress.phase == reports::ReportProgress::Phase::Finishing)
        return ReportExports::tr("finishing the file");
    QStringList parts {
        ReportExports::tr("%1 of %2 rows").arg(locale.toString(progress.rows), locale.toString(progress.total))};
    if (progress.rowsPerSecond >= 1)
        parts.append(ReportExports::tr("%1 per second").arg(locale.toString(qint64(progress.rowsPerSecond))));
    if (progress.remaining) {
        const qint64 seconds = progress.remaining->count();
        parts.append(seconds < 60 ? ReportExports::tr("%1 s left").arg(seconds)
                                  : ReportExports::tr("%1 min left").arg((seconds + 30) / 60));
    }
    return parts.join(u" · "_s);
}

ReportExports::ReportExports(const Session &session, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
{
    m_pool.setMaxThreadCount(exportsAtOnce);
    recall();
}

ReportExports::~ReportExports()
{
    cancelAll();
    m_pool.waitForDone();
}

int ReportExports::start(const integration::Descriptor &descriptor, const reports::ReportOrder &order,
                         std::function<void()> opened)
{
    const int id = ++m_lastId;
    Running running;
    running.job = m_session.activity.start(
        {.key = {},
         .title = [name = QFileInfo(order.file).fileName()] { return tr("Export %1").arg(name); },
         .cancel = [this, id] { cancel(id); },
         .open = std::move(opened)});
    m_running.insert(id, running);
    Export report;
    report.id = id;
    report.format = order.format;
    report.file = order.file;
    report.at = m_session.clock.now();
    report.detail = tr("waiting for its turn");
    m_exports.prepend(report);
    Q_EMIT changed();
    auto *watcher = new QFutureWatcher<Result<reports::Receipt>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, id] {
        watcher->deleteLater();
        handleEnd(id, watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(
        &m_pool,
        [this, id, order, &descriptor, actor = m_session.actor, cancel = running.cancel]() -> Result<reports::Receipt> {
            const Result<storage::Connection *> connection = m_session.database.reads().here();
            if (!connection)
                return tl::unexpected(connection.error());
            const reports::LogReport writer(**connection, descriptor, m_session.clock, screenFormats(),
                                            m_session.audit);
            return writer.write(actor, order, cancel, [this, id](const reports::ReportProgress &progress) {
                QMetaObject::invokeMethod(this, [this, id, progress] { handleProgress(id, progress); });
            });
        }));
    return id;
}

void ReportExports::cancel(int id)
{
    if (m_running.contains(id))
        m_running[id].cancel.cancel();
}

void ReportExports::cancelAll()
{
    for (Running &running : m_running)
        running.cancel.cancel();
}

bool ReportExports::isRunning() const
{
    return !m_running.isEmpty();
}

Export *ReportExports::find(int id)
{
    const auto found =
        std::find_if(m_exports.begin(), m_exports.end(), [id](const Export &each) { return each.id == id; });
    return found == m_exports.end() ? nullptr : &*found;
}

void ReportExports::handleProgress(int id, const reports::ReportProgress &progress)
{
    Export *report = find(id);
    if (!report || !m_running.contains(id))
        return;
    report->rows = progress.rows;
    report->detail = progressText(progress);
    m_session.activity.tell(m_running.value(id).job, report->detail, progress.rows, progress.total);
    Q_EMIT changed();
}

void ReportExports::handleEnd(int id, const Result<reports::Receipt> &receipt)
{
    Export *report = find(id);
    const Running running = m_running.take(id);
    if (!report)
        return;
    Activity::Outcome outcome = Activity::Outcome::Done;
    if (receipt) {
        report->state = Export::State::Done;
        report->rows = receipt->rows;
        report->sha256 = QString::fromLatin1(receipt->sha256);
        report->at = receipt->generatedAt;
        report->detail.clear();
    } else {
        const bool wasCancelled = receipt.error().code == ErrorCode::Cancelled;
        report->state = wasCancelled ? Export::State::Cancelled : Export::State::Failed;
        report->detail = receipt.error().message;
        outcome = wasCancelled ? Activity::Outcome::Cancelled : Activity::Outcome::Failed;
    }
    const QString told = receipt ? tr("%1 rows").arg(QLocale().toString(receipt->rows)) : report->detail;
    const Export copy = *report;
    m_session.activity.finish(running.job, outcome, told);
    remember();
    Q_EMIT changed();
    Q_EMIT ended(copy, receipt ? Error() : receipt.error());
}

void ReportExports::forgetEnded()
{
    m_exports.removeIf([](const Export &each) { return each.state != Export::State::Running; });
    remember();
    Q_EMIT changed();
}

void ReportExports::look()
{
    QStringList files;
    for (const Export &each : m_exports) {
        if (each.state == Export::State::Done)
            files.append(each.file);
    }
    // A folder of a network may take its time.
    auto *watcher = new QFutureWatcher<QStringList>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QStringList missing = watcher->result();
        for (Export &each : m_exports)
            each.isMissing = missing.contains(each.file);
        Q_EMIT changed();
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [files] {
        QStringList missing;
        for (const QString &file : files) {
            if (!QFileInfo::exists(file))
                missing.append(file);
        }
        return missing;
    }));
}

void ReportExports::remember()
{
    QJsonArray kept;
    for (const Export &each : std::as_const(m_exports)) {
        if (each.state == Export::State::Running)
            continue;
        if (kept.size() == rememberedExports)
            break;
        kept.append(QJsonObject {{u"state"_s, stateWord(each.state)},
                                 {u"format"_s, reports::toWord(each.format)},
                                 {u"file"_s, each.file},
                                 {u"at"_s, each.at.toString(Qt::ISODateWithMs)},
                                 {u"rows"_s, each.rows},
                                 {u"sha256"_s, each.sha256},
                                 {u"detail"_s, each.detail}});
    }
    m_settings.setValue(u"reports/recent"_s, QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

void ReportExports::recall()
{
    const QJsonArray kept = QJsonDocument::fromJson(m_settings.value(u"reports/recent"_s).toString().toUtf8()).array();
    for (const auto &value : kept) {
        const QJsonObject words = value.toObject();
        Export each;
        each.id = ++m_lastId;
        each.state = Export::State::Cancelled;
        for (const Export::State state : {Export::State::Done, Export::State::Failed}) {
            if (words.value("state"_L1).toString() == stateWord(state))
                each.state = state;
        }
        each.format = reports::formatFromWord(words.value("format"_L1).toString()).value_or(reports::Format::Csv);
        each.file = words.value("file"_L1).toString();
        each.at = QDateTime::fromString(words.value("at"_L1).toString(), Qt::ISODateWithMs);
        each.rows = words.value("rows"_L1).toInteger();
        each.sha256 = words.value("sha256"_L1).toString();
        each.detail = words.value("detail"_L1).toString();
        m_exports.append(each);
    }
}

} // namespace ponte::ui
