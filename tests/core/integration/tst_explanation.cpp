// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/integration/explanation.h"
#include "core/integration/explanationfacts.h"
#include "core/integrations.h"
#include "core/log/logwriter.h"
#include "core/security/secretbox.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace ponte;
using namespace ponte::integration;
using log::CallState;
using log::Status;

namespace {

const QDateTime now({2026, 11, 20}, {17, 0}, Qt::UTC); ///< 14:00 in Brasília
const QTimeZone zone("America/Sao_Paulo");
const QString message = u"O ERP recusou a efetivação do contrato: limite."_s;

work::Schedule everyHalfHour()
{
    work::Schedule schedule;
    schedule.name = u"Reenvio automático"_s;
    schedule.job = u"resend"_s;
    schedule.rule = *work::ScheduleRule::fromText(u"every 30m");
    schedule.zone = u"America/Sao_Paulo"_s;
    schedule.nextRun = now.addSecs(600);
    return schedule;
}

ExplanationFacts::Attempt attempt(Status status, std::optional<int> http, log::Trigger trigger = log::Trigger::Schedule)
{
    return {trigger, trigger == log::Trigger::Manual ? u"eva"_s : u"Reenvio automático"_s,
            message, status,
            http,    now.addSecs(-3600)};
}

/// A refused activation of company 3 that is resent every half hour, two of three attempts made.
ExplanationFacts refused()
{
    ExplanationFacts facts;
    facts.record.key = {u"lojaclick"_s,           CompanyId(3),         LevelId(1), u"V1"_s,
                        u"contract_activation"_s, u"lojaclick_export"_s};
    facts.record.status = Status::Error;
    facts.record.message = message;
    facts.record.automaticAttempts = 1;
    facts.record.changedAt = now.addSecs(-3600);
    facts.last = attempt(Status::Error, 422);
    facts.destination = u"ERP"_s;
    facts.mayBeReprocessed = true;
    facts.knowsMaximum = true;
    facts.maximum = 3;
    facts.resend = everyHalfHour();
    return facts;
}

ExplanationFacts pending()
{
    ExplanationFacts facts = refused();
    facts.record.status = Status::Pending;
    facts.last = attempt(Status::Pending, std::nullopt);
    return facts;
}

ExplanationFacts cancelled()
{
    ExplanationFacts facts = refused();
    facts.record.status = Status::Cancelled;
    facts.record.automaticAttempts = 3;
    facts.record.cancelledReason = u"O máximo de 3 foi atingido."_s;
    return facts;
}

ExplanationFacts notice(const QString &state)
{
    ExplanationFacts facts = refused();
    facts.mayBeReprocessed = false;
    facts.destination = u"Broker"_s;
    facts.resendAction = u"Reenviar"_s;
    facts.last = attempt(Status::Error, 500, log::Trigger::Outbox);
    facts.notice = ExplanationFacts::NoticeState {state, 4, now.addSecs(300), false};
    return facts;
}

ExplanationFacts with(ExplanationFacts facts, const std::function<void(ExplanationFacts &)> &change)
{
    change(facts);
    return facts;
}

QString toldLines(const ExplanationFacts &facts)
{
    QStringList lines;
    for (const ExplanationLine &line : explained(facts, now, zone))
        lines.append(toWord(line.kind) + u": "_s + line.text);
    return lines.join(u'\n');
}

} // namespace

Q_DECLARE_METATYPE(ponte::integration::ExplanationFacts)

class ExplanationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void says_data();
    void says();
    void everyCombinationReadsWell();
    void findsWhatIsStored();
    void advisesByMessage();
};

void ExplanationTest::says_data()
{
    QTest::addColumn<ExplanationFacts>("facts");
    QTest::addColumn<QStringList>("parts"); ///< one that starts with ! must not be there
    const auto row = [](const char *name, const ExplanationFacts &facts, const QStringList &parts) {
        QTest::newRow(name) << facts << parts;
    };
    using Facts = ExplanationFacts;
    const QString next = u"next: The next automatic attempt is on 20/11/2026 14:10:00"_s;
    row("refused", refused(),
        {u"failure: "_s + message, u"ERP answered so (HTTP 422) on 20/11/2026 13:00:00, in the automatic run"_s, next,
         u"2 attempts are left"_s, u"it is cancelled on 20/11/2026 14:40:00."_s,
         u"advice: Correct in the SGE or in ERP"_s, u"!excluded"_s, u"!waiting"_s});
    row("refused by Ponte itself", with(refused(), [](Facts &f) { f.last = attempt(Status::Error, std::nullopt); }),
        {u"No system outside answered so"_s});
    row("credentials refused", with(pending(), [](Facts &f) { f.last = attempt(Status::Pending, 401); }),
        {u"ERP refused our credentials (HTTP 401)"_s});
    row("redirected", with(pending(), [](Facts &f) { f.last = attempt(Status::Pending, 302); }),
        {u"another address"_s});
    row("not serving", with(pending(), [](Facts &f) { f.last = attempt(Status::Pending, 503); }),
        {u"neither accepted nor refused (HTTP 503)"_s, u"Nothing has to be corrected"_s});
    row("no answer", pending(), {u"No answer of ERP came on"_s, next});
    row("not tried", with(pending(), [](Facts &f) { f.last.reset(); }), {u"waiting: No attempt has ended yet."_s});
    row("by hand", with(refused(), [](Facts &f) { f.last = attempt(Status::Error, 422, log::Trigger::Manual); }),
        {u"in the reprocess of eva"_s});
    row("asked to wait", with(refused(), [](Facts &f) { f.record.notBefore = now.addSecs(3000); }),
        {u"asked us to wait until 20/11/2026 14:50:00"_s, u"attempt is on 20/11/2026 15:10:00"_s});
    row("wait is over", with(refused(), [](Facts &f) { f.record.notBefore = now.addSecs(-1); }),
        {u"!asked us"_s, next});
    row("stopped",
        with(pending(),
             [](Facts &f) {
                 f.health = Facts::Health {0, true, {}};
             }),
        {u"Calls to ERP are stopped"_s, u"!next:"_s});
    row("paused",
        with(pending(),
             [](Facts &f) {
                 f.health = Facts::Health {5, false, now.addSecs(60)};
             }),
        {u"paused until 20/11/2026 14:01:00: it did not answer 5 times"_s, next});
    row("pause is over",
        with(pending(),
             [](Facts &f) {
                 f.health = Facts::Health {5, false, now.addSecs(-60)};
             }),
        {u"!paused"_s});
    row("maximum empty", with(refused(), [](Facts &f) { f.maximum.reset(); }),
        {u"waiting: Nothing is resent by itself in company 3"_s, u"!next:"_s});
    row("no schedule", with(refused(), [](Facts &f) { f.resend.reset(); }),
        {u"Company 3 has no schedule"_s, u"!next:"_s});
    row("schedule off", with(refused(), [](Facts &f) { f.resend->enabled = false; }), {u"is off."_s, u"!next:"_s});
    row("schedule running", with(refused(), [](Facts &f) { f.resend->isRunning = true; }), {u"is running now"_s});
    row("late", with(refused(), [](Facts &f) { f.resend->nextRun = now.addSecs(-7200); }),
        {u"waiting: The run of 20/11/2026 12:00:00 is late"_s});
    row("last attempt", with(refused(), [](Facts &f) { f.record.automaticAttempts = 2; }),
        {u"1 attempts are left"_s, u"!If none succeeds"_s});
    row("maximum was lowered", with(refused(), [](Facts &f) { f.record.automaticAttempts = 5; }),
        {u"cancels it without a call: there were 5 automatic attempts, and the maximum is 3 now"_s});
    row("in work",
        with(refused(),
             [](Facts &f) {
                 f.holder = Facts::Holder {u"ponte-agent"_s, u"srv"_s, 7, now, false};
             }),
        {u"ponte-agent works on it right now (computer srv, process 7)"_s,
         u"excluded: Reprocessing leaves it out: "
         "somebody works on it now."_s,
         u"!advice"_s});
    row("holder is silent",
        with(refused(),
             [](Facts &f) {
                 f.holder = Facts::Holder {u"a"_s, u"b"_s, 7, now.addSecs(-31), false};
             }),
        {u"The program that worked on it ended"_s});
    row("holder ended",
        with(refused(),
             [](Facts &f) {
                 f.holder = Facts::Holder {u"a"_s, u"b"_s, 7, now, true};
             }),
        {u"The program that worked on it ended"_s});
    row("call under way",
        with(pending(),
             [](Facts &f) {
                 f.record.callState = CallState::InFlight;
                 f.holder = Facts::Holder {u"a"_s, u"b"_s, 7, now, false};
             }),
        {u"A call to ERP is under way."_s});
    row("call left behind", with(pending(), [](Facts &f) { f.record.callState = CallState::InFlight; }),
        {u"Nobody saw how the last call to ERP ended"_s});
    row("call unknown", with(pending(), [](Facts &f) { f.record.callState = CallState::Unknown; }),
        {u"asks first whether it took effect"_s, next});
    row("in a batch",
        with(refused(),
             [](Facts &f) {
                 f.batch = Facts::WaitingBatch {9, u"eva"_s, work::BatchState::Running, {}, {}};
             }),
        {u"next: Reprocess 9 of eva will run it"_s,
         u"excluded: Reprocessing leaves it out: it is in another reprocess."_s});
    row("in a paused batch",
        with(refused(),
             [](Facts &f) {
                 f.batch = Facts::WaitingBatch {9, u"eva"_s, work::BatchState::Paused, {}, u"rui"_s};
             }),
        {u"was paused by rui"_s});
    row("in a braked batch",
        with(refused(),
             [](Facts &f) {
                 f.batch = Facts::WaitingBatch {9, u"eva"_s, work::BatchState::Paused, u"sem resposta"_s, {}};
             }),
        {u"is paused: sem resposta."_s});
    row("cancelled", cancelled(),
        {u"cancelled: It is cancelled, by rule and by nobody's hand: O máximo de 3 foi atingido."_s,
         u"cancelled: Attempts after the first one: 3 automatic and 0 manual."_s,
         u"excluded: Reprocessing leaves it out: it is cancelled"_s, u"advice: Select it"_s, u"!next:"_s,
         u"!waiting"_s});
    row("cancelled without a word", with(cancelled(), [](Facts &f) { f.record.cancelledReason.clear(); }),
        {u"no reason was kept"_s});
    row("success",
        with(refused(),
             [](Facts &f) {
                 f.record.status = Status::Success;
                 f.last = attempt(Status::Success, 200);
             }),
        {u"done: It succeeded on 20/11/2026 13:00:00"_s, u"1 automatic and 0 manual"_s,
         u"excluded: Reprocessing leaves it out: the contract is effective already."_s, u"!next:"_s, u"!advice"_s});
    row("import failed",
        with(refused(),
             [](Facts &f) {
                 f.mayBeReprocessed = false;
                 f.destination = u"RM"_s;
                 f.last = attempt(Status::Error, 500, log::Trigger::Import);
             }),
        {u"RM answered so (HTTP 500) on 20/11/2026 13:00:00, at the arrival from the Broker."_s,
         u"excluded: Reprocessing leaves it out: this functionality is run again by the Broker alone."_s,
         u"advice: After the correction the Broker sends the sale again"_s, u"!next:"_s});
    row("notice waits", notice(u"waiting"_s),
        {u"next: It is sent again on 20/11/2026 14:05:00, and so on until it is delivered (4 tries so far)."_s,
         u"advice: 'Reenviar' sends it at once"_s, u"!excluded"_s});
    row("notice is due", with(notice(u"waiting"_s), [](Facts &f) { f.notice->notBefore = now.addSecs(-9); }),
        {u"sent again on 20/11/2026 14:00:00"_s});
    row("notice stopped", notice(u"stopped"_s), {u"as soon as they change"_s});
    row("notice refused", notice(u"needs_person"_s), {u"nothing is sent again by itself"_s});
    row("notice on its way", with(notice(u"waiting"_s), [](Facts &f) { f.notice->isBeingSent = true; }),
        {u"being sent to Broker right now"_s});
    row("notice delivered",
        with(notice(u"done"_s),
             [](Facts &f) {
                 f.record.status = Status::Success;
                 f.last = attempt(Status::Success, 200, log::Trigger::Outbox);
             }),
        {u"done: It succeeded on 20/11/2026 13:00:00, when Ponte sent it."_s, u"!advice"_s, u"!next"_s});
}

void ExplanationTest::says()
{
    QFETCH(const ExplanationFacts, facts);
    QFETCH(const QStringList, parts);
    const QString told = toldLines(facts);
    for (const QString &part : parts) {
        const bool isWanted = !part.startsWith(u'!');
        QVERIFY2(told.contains(isWanted ? part : part.mid(1)) == isWanted,
                 qPrintable(part + u"\n--- in ---\n"_s + told));
    }
}

/// Whatever is stored together, every line is a whole sentence and no slot is left open.
void ExplanationTest::everyCombinationReadsWell()
{
    int count = 0;
    for (const Status status : {Status::Success, Status::Error, Status::Pending, Status::Cancelled}) {
        for (const CallState call : {CallState::None, CallState::InFlight, CallState::Unknown}) {
            for (int bits = 0; bits < 1 << 9; ++bits) {
                ExplanationFacts facts = refused();
                facts.record.status = status;
                facts.record.callState = call;
                facts.mayBeReprocessed = bits & 1;
                if (bits & 2)
                    facts.last.reset();
                if (bits & 4)
                    facts.maximum.reset();
                if (bits & 8)
                    facts.resend.reset();
                if (bits & 16)
                    facts.holder = ExplanationFacts::Holder {u"ponte"_s, u"pc"_s, 1, now, false};
                if (bits & 32)
                    facts.batch = ExplanationFacts::WaitingBatch {1, u"eva"_s, work::BatchState::Waiting, {}, {}};
                if (bits & 64)
                    facts.health = ExplanationFacts::Health {5, (bits & 128) != 0, now.addSecs(60)};
                if (bits & 256)
                    facts.record.notBefore = now.addYears(2);
                const QList<ExplanationLine> lines = explained(facts, now, zone);
                QVERIFY(!lines.isEmpty());
                for (const ExplanationLine &line : lines) {
                    QVERIFY2(!line.text.contains(u'%') && line.text.endsWith(u'.') && !line.text.contains(u"  "_s),
                             qPrintable(line.text));
                    ++count;
                }
            }
        }
    }
    QVERIFY(count > 10'000);
}

void ExplanationTest::findsWhatIsStored()
{
    QFETCH_GLOBAL(const QString, backend);
    test::TestDatabase fresh(backend);
    test::ManualClock clock;
    storage::Database &database = fresh.database();
    const auto secrets = security::SecretBox::load(database, true);
    QVERIFY(secrets);
    const Descriptor &descriptor = integrations().first().descriptor;
    const parameters::Parameters parameters(database, clock, *secrets, descriptor.parameters);
    const auto id = database.writer().write<LogRecordId>("test", [&](storage::Connection &connection) {
        log::LogWriter writer(connection);
        const log::RecordKey key {u"lojaclick"_s,           CompanyId(3),         LevelId(1), u"V1"_s,
                                  u"contract_activation"_s, u"lojaclick_export"_s};
        const auto record = writer.ensureRecord(key, u"RA"_s, u"1"_s, Status::Pending, clock.now());
        log::NewItem item;
        item.message = u"Falta o parâmetro \"Status de Matrícula\"."_s;
        item.status = Status::Pending;
        item.httpStatus = 503;
        return writer.append(*record, item, clock.now()).map([&](LogItemId) { return *record; });
    });
    QVERIFY(id);
    const qint64 ms = clock.now().toMSecsSinceEpoch();
    for (const QString &sql :
         {u"INSERT INTO process (id, host, pid, pid_started, program, version, runs_workers, started_at, heartbeat_at) "
          "VALUES (77, 'srv', 5, 1, 'ponte-agent', '1', 1, %1, %1)"_s.arg(ms),
          u"UPDATE log_record SET lease_owner = 77"_s,
          u"INSERT INTO destination_health (destination, credential_version, failures, stopped, verified, last_error, "
          "changed_at) VALUES ('ERP', 1, 0, 1, 0, '', %1)"_s.arg(ms),
          u"INSERT INTO parameter_value (scope_kind, scope_key, key, value, version, changed_at, changed_by) "
          "VALUES ('company', '3', 'lojaclick.resend.max_attempts', '4', 1, %1, 'eva')"_s.arg(ms),
          u"INSERT INTO schedule (name, job, company, rule, zone, filter, enabled, next_run, created_at, created_by) "
          "VALUES ('Reenvio automático', 'resend', 3, 'every 30m', 'America/Sao_Paulo', '{}', 1, %1, %1, 'eva')"_s.arg(
              ms + 60'000)})
        QVERIFY2(fresh.run(sql), qPrintable(sql));
    storage::Connection &reader = **database.reads().here();
    const log::Record record = **log::LogReader(reader).record(*id);
    const auto facts = explanationFacts(reader, record, descriptor, parameters);
    QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message + facts.error().detail));
    QCOMPARE(facts->destination, u"ERP"_s);
    QVERIFY(facts->mayBeReprocessed);
    QCOMPARE(facts->last->httpStatus, std::optional(503));
    QCOMPARE(facts->holder->program, u"ponte-agent"_s);
    QVERIFY(facts->health->isStopped);
    QCOMPARE(facts->maximum, std::optional(4));
    QCOMPARE(facts->resend->name, u"Reenvio automático"_s);
    QCOMPARE(facts->advice.size(), 1);
    QVERIFY(!facts->batch);
    QVERIFY(!facts->notice);
    const auto lines = Explanations(descriptor, parameters).explain(reader, record, clock.now(), zone);
    QVERIFY(lines && lines->size() > 4);
}

void ExplanationTest::advisesByMessage()
{
    const Descriptor &descriptor = integrations().first().descriptor;
    QVERIFY(!descriptor.advice.isEmpty());
    for (const Advice &advice : descriptor.advice) {
        QVERIFY(QRegularExpression(advice.pattern).isValid());
        QVERIFY(advice.functionality.isEmpty() || descriptor.functionality(advice.functionality));
    }
    for (const Functionality &functionality : descriptor.functionalities)
        QVERIFY2(!functionality.destination.isEmpty(), qPrintable(functionality.id));
}

QTEST_GUILESS_MAIN(ExplanationTest)
#include "tst_explanation.moc"
