// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/logreader.h"
#include "core/log/logwriter.h"
#include "core/log/signature.h"
#include "core/log/signaturegroups.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace ponte;
using namespace ponte::log;
using namespace Qt::StringLiterals;

class TestLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void recordsAndItems();
    void aRecordIsPutAtOnce();
    void anAttemptSettlesItsRecord();
    void historyCannotBeChanged();
    void secretsAreMaskedAtWrite();
    void pagesFollowOneAnother_data();
    void pagesFollowOneAnother();
    void filters_data();
    void filters();
    void payloadsSurvive();
    void damagedPayloadsSaySo();
    void errorsCarryTheirSignature();
    void signaturesGroup();
    void aMonthThatHasRowsKeepsNobodyFromStarting();

private:
    static LogRecordId add(storage::Database &database, const RecordKey &key, const QString &values,
                           const NewItem &item, const QDateTime &at, bool keepStatus = false);
    static RecordKey key(qint64 company, const QString &origin, const QString &functionality = u"guardian"_s);
};

RecordKey TestLog::key(qint64 company, const QString &origin, const QString &functionality)
{
    return {u"lojaclick"_s, CompanyId(company), LevelId(1), origin, functionality, u"lojaclick_import"_s};
}

LogRecordId TestLog::add(storage::Database &database, const RecordKey &key, const QString &values, const NewItem &item,
                         const QDateTime &at, bool keepStatus)
{
    const auto added =
        database.writer().write<LogRecordId>("test", [&](storage::Connection &connection) -> Result<LogRecordId> {
            LogWriter writer(connection);
            const auto record = writer.ensureRecord(key, u"CODCOLIGADA;CODCFO"_s, values, item.status, at);
            if (!record)
                return record;
            const auto appended = writer.append(*record, item, at, keepStatus);
            if (!appended)
                return tl::unexpected(appended.error());
            return record;
        });
    return added ? *added : LogRecordId();
}

void TestLog::aMonthThatHasRowsKeepsNobodyFromStarting()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    QVERIFY(add(fresh.database(), key(3, u"LC-1"_s), u"3;000123"_s,
                {Trigger::Import, u"shop"_s, u"Cadastrado."_s, Status::Success, 200}, clock.now())
                .value()
            > 0);
    const auto made = fresh.database().writer().write<void>(
        "test", [&](storage::Connection &connection) { return LogWriter(connection).ensurePartitions(clock.now()); });
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QCOMPARE(fresh.number(u"SELECT count(*) FROM log_item"_s), 1);
}

void TestLog::recordsAndItems()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const RecordKey first = key(3, u"LC-1"_s);
    const LogRecordId id = add(fresh.database(), first, u"3;000123"_s,
                               {Trigger::Import, u"shop"_s, u"Cadastrado."_s, Status::Success, 200}, clock.now());
    QCOMPARE(add(fresh.database(), first, u"3;000123"_s,
                 {Trigger::Manual, u"ana"_s, u"Recusado."_s, Status::Error, 422}, clock.now().addSecs(60)),
             id);
    QCOMPARE(add(fresh.database(), first, u"3;000123"_s,
                 {Trigger::Import, u"shop"_s, u"venda já integrada"_s, Status::Success}, clock.now().addSecs(120),
                 true),
             id);
    const LogReader reader(**fresh.database().reads().here());
    const auto record = reader.record(CompanyId(3), u"LC-1"_s, u"guardian"_s).value();
    QVERIFY(record);
    QCOMPARE(record->status, Status::Error);
    QCOMPARE(record->items, 3);
    QCOMPARE(record->message, u"venda já integrada"_s);
    QCOMPARE(record->changedAt, clock.now().addSecs(120));
    QCOMPARE(record->createdAt, clock.now());
    const auto items = reader.items(id).value();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.at(0).number, 1);
    QCOMPARE(items.at(1).who, u"ana"_s);
    QCOMPARE(items.at(1).httpStatus, std::optional(422));
    QVERIFY(!items.at(2).httpStatus);
    QCOMPARE(items.at(2).number, 3);
}

void TestLog::aRecordIsPutAtOnce()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto put = [&](const QString &values, const NewItem &item, int seconds, bool keepStatus) {
        return fresh.database()
            .writer()
            .write<LogRecordId>("test",
                                [&](storage::Connection &connection) {
                                    return LogWriter(connection)
                                        .put(key(3, u"LC-1"_s), u"CODCOLIGADA;CODCFO"_s, values, item,
                                             clock.now().addSecs(seconds), keepStatus);
                                })
            .value_or(LogRecordId());
    };
    NewItem refused {Trigger::Import, u"shop"_s, u"A turma 12 está cheia."_s, Status::Error, 422};
    refused.payload = {u"enviado"_s, u"recebido"_s, u"pilha"_s};
    const LogRecordId id = put(u"3;CPF"_s, refused, 0, false);
    QVERIFY(id.value() > 0);
    const LogReader reader(**fresh.database().reads().here());
    auto record = reader.record(CompanyId(3), u"LC-1"_s, u"guardian"_s).value().value();
    const QString signature = record.signature;
    QVERIFY(!signature.isEmpty());
    QCOMPARE(record.status, Status::Error);
    QCOMPARE(record.items, 1);
    QCOMPARE(record.message, refused.message);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM log_signature WHERE id = '%1'"_s.arg(signature)), 1);
    // A repeat that keeps the status keeps the cause too, whatever the repeat itself met, and time never goes back.
    QCOMPARE(put(u"3;000123"_s, {Trigger::Import, u"shop"_s, u"venda já integrada"_s, Status::Success}, -60, true), id);
    record = reader.record(CompanyId(3), u"LC-1"_s, u"guardian"_s).value().value();
    QCOMPARE(record.status, Status::Error);
    QCOMPARE(record.signature, signature);
    QCOMPARE(record.keyValues, u"3;000123"_s);
    QCOMPARE(record.changedAt, clock.now());
    QCOMPARE(put(u"3;000123"_s, {Trigger::Manual, u"ana"_s, u"Cadastrado."_s, Status::Success, 200}, 60, false), id);
    record = reader.record(CompanyId(3), u"LC-1"_s, u"guardian"_s).value().value();
    QCOMPARE(record.status, Status::Success);
    QVERIFY(record.signature.isEmpty());
    QCOMPARE(record.items, 3);
    QCOMPARE(record.createdAt, clock.now());
    QCOMPARE(record.changedAt, clock.now().addSecs(60));
    const auto items = reader.items(id).value();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.at(0).httpStatus, std::optional(422));
    QCOMPARE(items.at(1).number, 2);
    QCOMPARE(items.at(2).who, u"ana"_s);
    QCOMPARE(reader.payload(items.at(0).id)->detail, u"pilha"_s);
    QCOMPARE(fresh.number(u"SELECT CAST(sum(records) AS BIGINT) FROM counter WHERE status = 'success'"_s), 1);
}

void TestLog::anAttemptSettlesItsRecord()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const LogRecordId id = add(fresh.database(), key(3, u"LC-1"_s), u"3;1"_s,
                               {Trigger::Import, u"shop"_s, u"Sem resposta."_s, Status::Pending}, clock.now());
    QVERIFY(fresh.run(u"UPDATE log_record SET lease_owner = 7, lease_number = 2, call_state = 'in_flight'"_s));
    const auto settle = [&](qint64 leaseNumber) {
        const Settlement left {7, leaseNumber, Status::Cancelled,       CallState::Unknown,
                               3, 1,           clock.now().addSecs(90), u"máximo"_s};
        const NewItem item {Trigger::Schedule, u"agenda"_s, u"Recusado por 15."_s, Status::Error, 422};
        return fresh.database().writer().write<std::optional<LogItemId>>("test", [&](storage::Connection &connection) {
            return LogWriter(connection).settle(id, left, item, clock.now().addSecs(60));
        });
    };
    // Somebody else has it: nothing of it is written, not even the cause.
    const qint64 causes = fresh.number(u"SELECT count(*) FROM log_signature"_s);
    const auto late = settle(1);
    QVERIFY(late);
    QVERIFY(!*late);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM log_item"_s), 1);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM log_payload"_s), 1);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM log_signature"_s), causes);
    const auto kept = settle(2);
    QVERIFY(kept);
    QVERIFY(*kept);
    const LogReader reader(**fresh.database().reads().here());
    const auto record = reader.record(CompanyId(3), u"LC-1"_s, u"guardian"_s).value().value();
    QCOMPARE(record.status, Status::Cancelled);
    QCOMPARE(record.callState, CallState::Unknown);
    QCOMPARE(record.automaticAttempts, 3);
    QCOMPARE(record.manualAttempts, 1);
    QCOMPARE(record.notBefore, clock.now().addSecs(90));
    QCOMPARE(record.cancelledReason, u"máximo"_s);
    QCOMPARE(record.leaseOwner, 0);
    QCOMPARE(record.message, u"Recusado por 15."_s);
    QCOMPARE(record.changedAt, clock.now().addSecs(60));
    QCOMPARE(record.items, 2);
    const auto items = reader.items(id).value();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(1).id, **kept);
    QCOMPARE(items.at(1).status, Status::Error);
    // The lease ended with it.
    QVERIFY(!settle(2).value());
}

void TestLog::damagedPayloadsSaySo()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    NewItem item {Trigger::Import, u"shop"_s, u"Cadastrado."_s, Status::Success, 200};
    item.packed = packed({u"enviado"_s, u"recebido"_s, {}});
    item.packed->sent.back() = char(~item.packed->sent.back());
    item.packed->sent.chop(1);
    item.packed->received = "no payload";
    const LogRecordId id = add(fresh.database(), key(3, u"LC-1"_s), u"3;000123"_s, item, clock.now());
    const LogReader reader(**fresh.database().reads().here());
    const auto payload = reader.payload(reader.items(id).value().first().id);
    QVERIFY(payload);
    for (const QString &text : {payload->sent, payload->received})
        QVERIFY2(text.contains(u"damaged"_s), qPrintable(text));
    QVERIFY(payload->received.contains(u"10"_s));
    QVERIFY(payload->detail.isEmpty());
}

void TestLog::historyCannotBeChanged()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    NewItem item;
    item.payload.sent = u"sent"_s;
    add(fresh.database(), key(3, u"LC-1"_s), u"3;1"_s, item, clock.now());
    QVERIFY(!fresh.run(u"UPDATE log_item SET message = 'other'"_s));
    QVERIFY(!fresh.run(u"DELETE FROM log_item"_s));
    QVERIFY(!fresh.run(u"UPDATE log_payload SET sent = NULL"_s));
    QVERIFY(!fresh.run(u"DELETE FROM log_payload"_s));
    QCOMPARE(fresh.number(u"SELECT count(*) FROM log_item"_s), 1);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM log_payload WHERE sent IS NOT NULL"_s), 1);
}

void TestLog::secretsAreMaskedAtWrite()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    NewItem item;
    item.message = u"Authorization: Bearer abc.def was refused"_s;
    item.payload.sent = u"{\"password\":\"hunter2\",\"nome\":\"João\"}"_s;
    const LogRecordId id = add(fresh.database(), key(3, u"LC-1"_s), u"3;1"_s, item, clock.now());
    const LogReader reader(**fresh.database().reads().here());
    const Item stored = reader.items(id).value().first();
    QVERIFY(!stored.message.contains(u"abc.def"_s));
    const Payload payload = reader.payload(stored.id).value();
    QVERIFY(!payload.sent.contains(u"hunter2"_s));
    QVERIFY(payload.sent.contains(u"João"_s));
}

void TestLog::pagesFollowOneAnother_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("descending");
    for (const SortColumn column : {SortColumn::Id, SortColumn::CreatedAt, SortColumn::ChangedAt}) {
        for (const bool descending : {true, false})
            QTest::addRow("column %d, %s first", int(column), descending ? "newest" : "oldest")
                << int(column) << descending;
    }
}

void TestLog::pagesFollowOneAnother()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(int, column);
    QFETCH(bool, descending);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    // Equal times on purpose: the id must break the tie.
    for (int i = 0; i < 37; ++i)
        add(fresh.database(), key(3, u"LC-%1"_s.arg(i)), u"3;1"_s, {}, clock.now().addSecs((i * 7) % 5));
    const LogReader reader(**fresh.database().reads().here());
    const Sort sort {SortColumn(column), descending};
    const QList<Record> all = reader.page({}, sort, {}, 100).value().records;
    QCOMPARE(all.size(), 37);
    QList<LogRecordId> walked;
    std::optional<Cursor> after;
    bool more = true;
    while (more) {
        const Page page = reader.page({}, sort, after, 10).value();
        for (const Record &record : page.records)
            walked.append(record.id);
        after = Cursor::fromText(Cursor::of(page.records.last(), sort).toText());
        more = page.hasNext;
    }
    QList<LogRecordId> expected;
    for (const Record &record : all)
        expected.append(record.id);
    QCOMPARE(walked, expected);
    const Page back = reader.page({}, sort, Cursor::of(all.at(20), sort), 10, true).value();
    QCOMPARE(back.records.first().id, all.at(10).id);
    QCOMPARE(back.records.last().id, all.at(19).id);
}

void TestLog::filters_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<QStringList>("origins");
    Filter filter;
    QTest::newRow("nothing restricts") << filter << QStringList {u"A"_s, u"B"_s, u"C"_s, u"D"_s};
    filter = {};
    filter.company = CompanyId(2);
    QTest::newRow("a company") << filter << QStringList {u"D"_s};
    filter = {};
    filter.statuses = {Status::Error, Status::Pending};
    QTest::newRow("two statuses") << filter << QStringList {u"B"_s, u"C"_s};
    filter = {};
    filter.functionalities = {u"student"_s};
    QTest::newRow("a functionality") << filter << QStringList {u"C"_s};
    filter = {};
    filter.key = u"00878"_s;
    QTest::newRow("part of a key") << filter << QStringList {u"C"_s};
    filter = {};
    filter.text = u"CRÉDITO"_s.toLower();
    QTest::newRow("part of a message") << filter << QStringList {u"B"_s};
    filter = {};
    filter.text = u"100%"_s;
    QTest::newRow("a percent sign is itself") << filter << QStringList {u"D"_s};
    filter = {};
    filter.key = u"_"_s;
    QTest::newRow("an underscore is itself") << filter << QStringList {};
    filter = {};
    filter.origin = u"A"_s;
    QTest::newRow("an origin") << filter << QStringList {u"A"_s};
    filter = {};
    filter.createdFrom = test::ManualClock().now().addSecs(1);
    filter.createdTo = test::ManualClock().now().addSecs(3);
    QTest::newRow("a period without its end") << filter << QStringList {u"B"_s, u"C"_s};
}

void TestLog::filters()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(Filter, filter);
    QFETCH(QStringList, origins);
    test::TestDatabase fresh(backend);
    const QDateTime now = test::ManualClock().now();
    add(fresh.database(), key(3, u"A"_s), u"3;000123"_s, {Trigger::Import, {}, u"ok"_s, Status::Success}, now);
    add(fresh.database(), key(3, u"B"_s), u"3;000124"_s, {Trigger::Import, {}, u"crédito negado"_s, Status::Error},
        now.addSecs(1));
    add(fresh.database(), key(3, u"C"_s, u"student"_s), u"3;00878180"_s, {Trigger::Import, {}, u"?"_s, Status::Pending},
        now.addSecs(2));
    add(fresh.database(), key(2, u"D"_s), u"2;000125"_s, {Trigger::Import, {}, u"100% feito"_s, Status::Success},
        now.addSecs(3));
    const LogReader reader(**fresh.database().reads().here());
    QStringList found;
    const Page page = reader.page(filter, {SortColumn::Id, false}, {}, 10).value();
    for (const Record &record : page.records)
        found.append(record.key.origin);
    QCOMPARE(found, origins);
    const Count count = reader.count(filter).value();
    QCOMPARE(count.value, origins.size());
    QVERIFY(count.isExact);
}

void TestLog::payloadsSurvive()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    NewItem item;
    item.payload.sent = u"<a>é & \U0001F600</a>\n"_s.repeated(20'000);
    item.payload.detail = u"   at RM.Lib"_s;
    const LogRecordId id = add(fresh.database(), key(3, u"A"_s), u"3;1"_s, item, test::ManualClock().now());
    const LogReader reader(**fresh.database().reads().here());
    const Payload payload = reader.payload(reader.items(id).value().first().id).value();
    QCOMPARE(payload.sent, item.payload.sent);
    QVERIFY(payload.received.isEmpty());
    QCOMPARE(payload.detail, item.payload.detail);
}

void TestLog::errorsCarryTheirSignature()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    test::ManualClock clock;
    const RecordKey first = key(3, u"LC-1"_s);
    const auto now = [&] {
        const LogReader reader(**fresh.database().reads().here());
        return reader.record(CompanyId(3), u"LC-1"_s, u"guardian"_s).value()->signature;
    };
    const auto write = [&](const QString &message, Status status, bool keepStatus = false) {
        NewItem item;
        item.message = message;
        item.status = status;
        add(fresh.database(), first, u"3;1"_s, item, clock.now(), keepStatus);
    };
    const QString full = signatureOf(u"A turma 7 está cheia."_s).id;
    write(u"A turma 8 está cheia."_s, Status::Error);
    QCOMPARE(now(), full);
    write(u"A turma 9 está cheia."_s, Status::Error);
    QCOMPARE(now(), full);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM log_signature"_s), 1);
    QCOMPARE(fresh.number(u"SELECT first_at FROM log_signature"_s), clock.now().toMSecsSinceEpoch());
    write(u"Não foi possível conectar ao RM."_s, Status::Pending);
    QCOMPARE(now(), signatureOf(u"Não foi possível conectar ao RM."_s).id);
    // A success beside the record's own status says nothing of its error.
    write(u"venda já integrada"_s, Status::Success, true);
    QCOMPARE(now(), signatureOf(u"Não foi possível conectar ao RM."_s).id);
    write(u"Cadastrado."_s, Status::Success);
    QCOMPARE(now(), QString());
    // Nor does an error beside a success make it one.
    write(u"A turma 9 está cheia."_s, Status::Error, true);
    QCOMPARE(now(), QString());
    Filter filter;
    filter.signature = full;
    write(u"A turma 9 está cheia."_s, Status::Error);
    const LogReader reader(**fresh.database().reads().here());
    QCOMPARE(reader.count(filter).value().value, 1);
}

void TestLog::signaturesGroup()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto write = [&](qint64 company, int sale, const QString &message, const QDateTime &at) {
        NewItem item;
        item.message = message;
        item.status = Status::Error;
        return add(fresh.database(), key(company, u"LC-%1"_s.arg(sale)), u"3;1"_s, item, at);
    };
    const QDateTime now = clock.now();
    for (int sale = 0; sale < 3; ++sale)
        write(3, sale, u"A turma %1 está cheia."_s.arg(sale), now.addSecs(sale));
    const LogRecordId newest = write(2, 7, u"A turma 7 está cheia."_s, now.addSecs(60));
    write(3, 8, u"CPF 390.533.447-05 inválido"_s, now);
    LogRecordId healed = write(3, 9, u"Violação"_s, now);
    add(fresh.database(), key(3, u"LC-9"_s), u"3;1"_s, {Trigger::Import, {}, u"ok"_s, Status::Success}, now);
    QVERIFY(healed.value() > 0);
    const auto connection = fresh.database().reads().here();
    const auto groups = signatureGroups(**connection, {}, 10);
    QVERIFY2(groups, groups ? "" : qPrintable(groups.error().message));
    QCOMPARE(groups->size(), 2);
    const SignatureGroup &full = groups->first();
    QCOMPARE(full.signature, signatureOf(u"A turma 1 está cheia."_s));
    QCOMPARE(full.version, signatureVersion);
    QCOMPARE(full.count, 4);
    QCOMPARE(full.first, now);
    QCOMPARE(full.last, now.addSecs(60));
    QCOMPARE(full.example, newest);
    QCOMPARE(full.companies.size(), 2);
    QCOMPARE(full.companies.first().company, CompanyId(3));
    QCOMPARE(full.companies.first().count, 3);
    QCOMPARE(groups->last().count, 1);
    Filter filter;
    filter.company = CompanyId(2);
    const auto there = signatureGroups(**connection, filter, 10);
    QCOMPARE(there->size(), 1);
    QCOMPARE(there->first().count, 1);
    QCOMPARE(signatureGroups(**connection, {}, 1)->size(), 1);
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
