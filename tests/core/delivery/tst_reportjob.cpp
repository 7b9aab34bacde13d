// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/delivery/reportjob.h"
#include "core/log/logwriter.h"
#include "core/lojaclick/descriptor.h"
#include "core/work/scheduler.h"
#include "core/work/schedules.h"
#include "tests/core/mail/mailserver.h"
#include "tests/support/testdatabase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using namespace ponte::delivery;
using namespace std::chrono_literals;

namespace {

const security::Actor ana = security::Actor::owner(u"ana"_s);

template<class T>
T need(const Result<T> &result)
{
    if (!result)
        qFatal("%s %s", qUtf8Printable(result.error().message), qUtf8Printable(result.error().detail));
    return *result;
}

/// A program that delivers reports, of a company with a schedule.
struct Desk {
    test::TestDatabase home;
    test::ManualClock clock;
    security::SecretBox secrets;
    parameters::Parameters parameters;
    parameters::Connections connections;
    work::Schedules schedules;
    ReportJob job;
    QTemporaryDir folder;
    ScheduledReport report;
    qint64 schedule = 0;

    explicit Desk(const QString &backend)
        : home(backend)
        , secrets(need(security::SecretBox::load(home.database(), true)))
        , parameters(home.database(), clock, secrets, lojaclick::descriptor().parameters)
        , connections(home.database(), clock, secrets)
        , schedules(home.database(), clock, {},
                    [](const work::ScheduleDraft &draft) { return checkScheduledReport(draft.report); })
        , job({home.database(), clock, lojaclick::descriptor(), parameters, connections,
               reports::ReportFormats::standard(), nullptr})
    {
        if (!connections.setNetwork(ana, CompanyId(3), u"SENAI"_s))
            qFatal("no company");
        report.format = reports::Format::Csv;
        report.period = Period::All;
    }

    void add(const QString &origin, log::Status status, const QString &message)
    {
        const auto added = home.database().writer().write<LogItemId>(
            "test.add", [&](storage::Connection &connection) -> Result<LogItemId> {
                log::LogWriter writer(connection);
                if (const Result<> ready = writer.ensurePartitions(clock.now()); !ready)
                    return tl::unexpected(ready.error());
                const log::RecordKey key {u"lojaclick"_s,           CompanyId(3),         LevelId(1), origin,
                                          u"contract_activation"_s, u"lojaclick_export"_s};
                const auto record = writer.ensureRecord(key, u"CODCOLIGADA;RA"_s, u"3;00878180"_s, status, clock.now());
                if (!record)
                    return tl::unexpected(record.error());
                log::NewItem item;
                item.message = message;
                item.status = status;
                return writer.append(*record, item, clock.now());
            });
        need(added);
    }
    void keep(const QString &name = u"Erros da Direção"_s)
    {
        work::ScheduleDraft draft;
        draft.name = name;
        draft.job = QString::fromUtf16(work::reportJob);
        draft.company = CompanyId(3);
        draft.rule = work::ScheduleRule::fromText(u"daily 07:00"_s).value_or(work::ScheduleRule());
        draft.report = report.toJson();
        schedule = need(schedules.add(ana, draft));
    }
    [[nodiscard]] work::Schedule stored()
    {
        return need(work::Schedules::find(ana, **home.database().reads().here(), schedule));
    }
    work::ScheduleReport run(const QDateTime &since = {}) { return need(job.run(stored(), since, {})); }
    void reach(const test::MailServer &server, const test::Certificate &certificate)
    {
        parameters::ConnectionChange change {u"mail"_s, QUrl(u"smtps://localhost:%1"_s.arg(server.port()))};
        change.user = u"ponte"_s;
        change.password = u"segredo"_s;
        change.extra = QJsonObject {{u"from"_s, u"ponte@escola.example"_s}, {u"caFile"_s, certificate.file}};
        if (!connections.set(ana, change))
            qFatal("no mail server");
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace

class TestReportJob final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    test::Certificate m_certificate;

    [[nodiscard]] QStringList options(const QStringList &more = {}) const
    {
        return QStringList {u"--mode"_s,       u"tls"_s,    u"--certificate"_s, m_certificate.file, u"--key"_s,
                            m_certificate.key, u"--user"_s, u"ponte"_s,         u"--password"_s,    u"segredo"_s}
               + more;
    }
    static QString backend()
    {
        QFETCH_GLOBAL(QString, backend);
        return backend;
    }

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }
    void initTestCase() { m_certificate = test::Certificate::make(m_folder.path(), u"server"_s); }

    void aFolderGetsTheFileAndItsReceipt()
    {
        Desk desk(backend());
        desk.add(u"V-1"_s, log::Status::Error, u"Cliente com restrição"_s);
        desk.add(u"V-2"_s, log::Status::Success, u"ok"_s);
        desk.report.folder = desk.folder.path();
        desk.keep();
        const work::ScheduleReport told = desk.run();
        QCOMPARE(told.succeeded, 1);
        QCOMPARE(told.message, u"1 relatório entregue, 2 linhas."_s);
        // 14:00 UTC of the clock is 11:00 in Brazil.
        const QString name = u"erros-da-direcao-2026-11-20-1100.csv"_s;
        QCOMPARE(desk.files(), (QStringList {name, name + u".receipt.json"_s}));
        const QJsonObject receipt = QJsonDocument::fromJson(desk.content(name + u".receipt.json"_s)).object();
        QCOMPARE(receipt.value("rows"_L1).toInteger(), 2);
        QCOMPARE(receipt.value("complete"_L1).toBool(), true);
        QCOMPARE(receipt.value("sha256"_L1).toString().toLatin1(),
                 QCryptographicHash::hash(desk.content(name), QCryptographicHash::Sha256).toHex());
    }

    void theMailTellsWhatWentWrong()
    {
        test::MailServer server(options());
        Desk desk(backend());
        desk.reach(server, m_certificate);
        desk.add(u"V-1"_s, log::Status::Error, u"O CPF 390.533.447-05 tem restrição"_s);
        desk.add(u"V-2"_s, log::Status::Error, u"O CPF 529.982.247-25 tem restrição"_s);
        desk.add(u"V-3"_s, log::Status::Cancelled, u"Máximo de tentativas"_s);
        desk.add(u"V-4"_s, log::Status::Success, u"ok"_s);
        desk.clock.advance(24h);
        desk.report.period = Period::Yesterday;
        desk.report.recipients = {u"direcao@escola.example"_s};
        desk.report.withSummary = true;
        desk.keep();
        QCOMPARE(desk.run().succeeded, 1);
        const QJsonObject mail = server.message();
        QCOMPARE(mail.value("subject"_L1).toString(), u"Erros da Direção · 20/11/2026 · 3 com problema"_s);
        const QJsonArray parts = mail.value("parts"_L1).toArray();
        QCOMPARE(parts.size(), 4);
        for (int part = 0; part < 2; ++part) {
            const QString text = parts.at(part)["text"_L1].toString();
            for (const QString &word : {u"3 com problema"_s, u"tem restrição"_s, u"Coligada 3"_s, u"SHA-256"_s})
                QVERIFY2(text.contains(word), qUtf8Printable(text));
            QVERIFY2(!text.contains("390.533"_L1) && !text.contains("529.982"_L1), qUtf8Printable(text));
        }
        QVERIFY(parts.at(0)["text"_L1].toString().contains(u"  2 × "));
        QCOMPARE(parts.at(2)["type"_L1].toString(), u"text/csv"_s);
        QCOMPARE(parts.at(3)["type"_L1].toString(), u"application/json"_s);
        // A second run on the same day is about the same days, and is asked for: it comes again, under its own id.
        desk.clock.advance(1h);
        QCOMPARE(desk.run().succeeded, 1);
        QVERIFY(server.message().value("id"_L1) != mail.value("id"_L1));
    }

    void nothingWrongSaysSo()
    {
        test::MailServer server(options());
        Desk desk(backend());
        desk.reach(server, m_certificate);
        desk.add(u"V-1"_s, log::Status::Success, u"ok"_s);
        desk.report.format.reset();
        desk.report.recipients = {u"direcao@escola.example"_s};
        desk.report.withSummary = true;
        desk.report.language = u"en"_s;
        desk.keep();
        QCOMPARE(desk.run().message, u"1 resumo entregue."_s);
        const QJsonObject mail = server.message();
        QVERIFY(mail.value("subject"_L1).toString().endsWith("nothing went wrong"_L1));
        QCOMPARE(mail.value("parts"_L1).toArray().size(), 2);
        QVERIFY(mail.value("parts"_L1).toArray().at(0)["text"_L1].toString().contains("Nothing went wrong."_L1));
    }

    void whatFailsIsToldAndTriedAgain()
    {
        Desk desk(backend());
        desk.add(u"V-1"_s, log::Status::Error, u"ERP recusou"_s);
        desk.report.period = Period::Today;
        desk.report.folder = desk.folder.path();
        desk.report.recipients = {u"direcao@escola.example"_s};
        desk.keep();
        const work::ScheduleReport first = desk.run();
        QCOMPARE(first.failed, 1);
        QVERIFY2(first.message.contains(u"servidor de e-mail"), qUtf8Printable(first.message));
        // The folder got its file; only the mail is owed.
        QCOMPARE(desk.files().size(), 2);
        const QString kept = desk.files().first();
        QVERIFY(QFile::remove(desk.folder.filePath(kept)));
        // The next day owes its own report and still the first one.
        desk.clock.advance(24h);
        test::MailServer server(options());
        desk.reach(server, m_certificate);
        const work::ScheduleReport second = desk.run();
        QCOMPARE(second.planned, 2);
        QCOMPARE(second.succeeded, 2);
        QVERIFY(server.message().value("subject"_L1).toString().contains("20/11/2026"_L1));
        QVERIFY(server.message().value("subject"_L1).toString().contains("21/11/2026"_L1));
        // What stood in the folder once is not put there again.
        QVERIFY(!desk.files().contains(kept));
        desk.clock.advance(1s);
        QCOMPARE(desk.run().planned, 1);
    }

    void ofTheSameDaysOnlyTheNewestIsOwed()
    {
        Desk desk(backend());
        desk.report.recipients = {u"direcao@escola.example"_s};
        desk.report.period = Period::Today;
        desk.keep();
        for (int hour = 0; hour < 4; ++hour) {
            QCOMPARE(desk.run().planned, 1);
            desk.clock.advance(1h);
        }
        QCOMPARE(desk.home.number(u"SELECT count(*) FROM report_delivery"_s), 1);
        for (int day = 0; day < 33; ++day) {
            desk.clock.advance(24h);
            desk.run();
        }
        QCOMPARE(desk.home.number(u"SELECT count(*) FROM report_delivery"_s), 31);
    }

    void anInterruptedRunDeliversOnce()
    {
        test::MailServer server(options());
        Desk desk(backend());
        desk.reach(server, m_certificate);
        desk.report.recipients = {u"direcao@escola.example"_s};
        desk.keep();
        const QDateTime begun = desk.clock.now();
        desk.clock.advance(1s);
        QCOMPARE(desk.run().succeeded, 1);
        QVERIFY(!server.message().isEmpty());
        // The program was killed before the run had its end; another one goes on with it.
        desk.clock.advance(1min);
        const work::ScheduleReport again = desk.run(begun);
        QCOMPARE(again.planned, 0);
        // Had it been killed before it owed anything, the report comes now.
        desk.clock.advance(1min);
        QCOMPARE(desk.run(desk.clock.now()).succeeded, 1);
        QVERIFY(!server.message().isEmpty());
    }

    void aStoppedRunLeavesTheRest()
    {
        Desk desk(backend());
        desk.report.folder = desk.folder.path();
        desk.keep();
        CancelToken cancel;
        cancel.cancel();
        const work::ScheduleReport told = need(desk.job.run(desk.stored(), {}, cancel));
        QCOMPARE(told.notAttempted, 1);
        QCOMPARE(desk.files(), QStringList());
        QCOMPARE(desk.run().succeeded, 1);
    }

    void whatFoldersRefuseIsTold()
    {
        Desk desk(backend());
        desk.report.folder = desk.folder.filePath(u"nenhuma"_s);
        desk.keep();
        const work::ScheduleReport told = desk.run();
        QCOMPARE(told.failed, 1);
        QVERIFY2(told.message.contains(u"nenhuma"), qUtf8Printable(told.message));
        QVERIFY(QDir(desk.folder.path()).mkdir(u"nenhuma"_s));
        QCOMPARE(desk.run().succeeded, 1);
    }

    void twoProgramsDeliverOnce()
    {
        test::MailServer server(options());
        Desk desk(backend());
        desk.reach(server, m_certificate);
        desk.report.recipients = {u"direcao@escola.example"_s};
        desk.keep();
        const auto job = [&desk](const work::Schedule &schedule, const QDateTime &since, const CancelToken &cancel) {
            return desk.job.run(schedule, since, cancel);
        };
        const QHash<QString, work::Scheduler::Job> jobs {{QString::fromUtf16(work::reportJob), job}};
        std::vector<std::unique_ptr<work::ProcessRegistry>> programs;
        std::vector<std::unique_ptr<work::Scheduler>> schedulers;
        desk.clock.advance(24h);
        for (int i = 0; i < 3; ++i) {
            programs.push_back(enterProgram(desk));
            schedulers.push_back(
                std::make_unique<work::Scheduler>(desk.home.database(), desk.clock, *programs.back(), jobs, true));
        }
        QVERIFY(!server.message().isEmpty());
        const auto ended = [&] {
            return desk.home.number(u"SELECT count(*) FROM schedule_run WHERE ended_at IS NOT NULL"_s) > 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(ended(), 20'000);
        schedulers.clear();
        QCOMPARE(desk.home.number(u"SELECT count(*) FROM schedule_run"_s), 1);
        QCOMPARE(desk.home.number(u"SELECT succeeded FROM schedule_run"_s), 1);
        QCOMPARE(desk.home.number(u"SELECT attempts FROM report_delivery"_s), 1);
    }

    void onlyWhoMayExportSchedulesReports()
    {
        Desk desk(backend());
        desk.report.folder = desk.folder.path();
        work::ScheduleDraft draft;
        draft.job = QString::fromUtf16(work::reportJob);
        draft.company = CompanyId(3);
        draft.rule = work::ScheduleRule::fromText(u"daily 07:00"_s).value_or(work::ScheduleRule());
        draft.report = desk.report.toJson();
        const auto clerk = security::Actor::person(u"bia"_s, {{security::Action::ManageSchedules, CompanyId(3)}});
        QCOMPARE(desk.schedules.add(clerk, draft).error().code, ErrorCode::Permission);
        draft.report = {};
        QCOMPARE(desk.schedules.add(ana, draft).error().code, ErrorCode::Validation);
    }

private:
    static std::unique_ptr<work::ProcessRegistry> enterProgram(Desk &desk)
    {
        auto entered = work::ProcessRegistry::enter(desk.home.database(), desk.clock, {u"test"_s, u"0"_s, true}, {});
        if (!entered)
            qFatal("%s", qUtf8Printable(entered.error().message));
        return std::move(*entered);
    }
};

QTEST_GUILESS_MAIN(TestReportJob)
#include "tst_reportjob.moc"
