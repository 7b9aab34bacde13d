// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/agent/agentprogram.h"
#include "tests/agent/logsample.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

namespace {

QList<int> idsOf(const QJsonObject &answer)
{
    QList<int> ids;
    const QJsonArray items = answer.value(u"items"_s).toArray();
    for (const auto &item : items)
        ids.append(item[u"id"_s].toInt());
    return ids;
}

} // namespace

class LogsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { AgentProgram::addBackends(); }
    void init();
    void cleanupTestCase() { m_agent.reset(); }

    void filterChooses_data();
    void filterChooses();
    void pagesFollowEachOther_data();
    void pagesFollowEachOther();
    void recordHasItsMembers();
    void tableIsForPeople();
    void unknownRecord();
    void planRunsNothing();

private:
    [[nodiscard]] QJsonObject list(const QString &filter) const;

    QString m_backend;
    std::unique_ptr<AgentProgram> m_agent;
};

void LogsTest::init()
{
    QFETCH_GLOBAL(const QString, backend);
    if (m_agent && m_backend == backend)
        return;
    m_backend = backend;
    m_agent = std::make_unique<AgentProgram>();
    if (!m_agent->start(backend)) {
        m_agent.reset();
        return;
    }
    const auto connection = m_agent->connect();
    QVERIFY(connection && ponte::test::writeLogSample(*connection));
}

QJsonObject LogsTest::list(const QString &filter) const
{
    const AgentRun run = m_agent->run(u"logs list --json "_s + filter);
    if (!QTest::qVerify(run.status == 0, "logs list", run.told().c_str(), __FILE__, __LINE__))
        return {};
    return run.json().object();
}

void LogsTest::filterChooses_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<int>>("ids");
    QTest::addColumn<QJsonObject>("words");
    const QJsonArray both {u"error"_s, u"pending"_s};
    const struct {
        const char *name;
        QString filter;
        QList<int> ids;
        QJsonObject words;
    } rows[] = {
        {"all", {}, {12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, {}},
        {"company", u"--company 2"_s, {3, 2, 1}, {{u"company"_s, 2}}},
        {"level", u"--company 3 --level 3"_s, {12, 9, 6}, {{u"company"_s, 3}, {u"level"_s, 3}}},
        {"statuses", u"--status error,pending"_s, {12, 6, 4}, {{u"status"_s, both}}},
        {"statuses again", u"--status error --status pending"_s, {12, 6, 4}, {{u"status"_s, both}}},
        {"functionality",
         u"--functionality contract_activation --company 2"_s,
         {2},
         {{u"company"_s, 2}, {u"functionality"_s, QJsonArray {u"contract_activation"_s}}}},
        {"module",
         u"--module lojaclick_import --company 2"_s,
         {3, 1},
         {{u"company"_s, 2}, {u"module"_s, QJsonArray {u"lojaclick_import"_s}}}},
        {"origin", u"--origin LC-4"_s, {5}, {{u"origin"_s, u"LC-4"_s}}},
        {"key", u"--key 00874"_s, {5}, {{u"key"_s, u"00874"_s}}},
        {"text", u"--text nº11"_s, {}, {{u"text"_s, u"nº11"_s}}},
        {"attempts", u"--attempts-from 1"_s, {}, {{u"attemptsFrom"_s, 1}}},
        // São Paulo is three hours behind: its 20th begins at 03:00 and ends at 03:00 of the next day in UTC.
        {"day", u"--from 2026-11-21 --to 2026-11-21"_s, {}, {}},
        {"until the day", u"--to 2026-11-19"_s, {}, {}},
        {"the day itself", u"--from 2026-11-20 --to 2026-11-20"_s, {12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, {}},
        {"time of the zone", u"--from 2026-11-20T18:00"_s, {12, 11, 10}, {}},
        {"time in UTC", u"--from 2026-11-20T21:00:00Z --to 2026-11-20T22:00:00Z"_s, {10}, {}},
        {"offset", u"--from 2026-11-20T22:00:00+01:00 --to 2026-11-20T22:00:00Z"_s, {10}, {}},
        {"changed", u"--changed-from 2026-11-20T22:00:00Z --changed-to 2026-11-20T23:00:00Z"_s, {11}, {}},
        {"company of nobody", u"--company 99"_s, {}, {{u"company"_s, 99}}},
    };
    for (const auto &row : rows)
        QTest::newRow(row.name) << row.filter << row.ids << row.words;
}

void LogsTest::filterChooses()
{
    QFETCH(const QString, filter);
    QFETCH(const QList<int>, ids);
    QFETCH(const QJsonObject, words);
    const QJsonObject answer = list(filter);
    QCOMPARE(idsOf(answer), ids);
    QCOMPARE(answer.value(u"hasNext"_s).toBool(true), false);
    QVERIFY(answer.value(u"next"_s).isNull());
    const QJsonObject searched = answer.value(u"searched"_s).toObject();
    if (!words.isEmpty())
        QCOMPARE(searched.value(u"filter"_s).toObject(), words);
}

void LogsTest::pagesFollowEachOther_data()
{
    QTest::addColumn<QString>("sort");
    QTest::addColumn<bool>("descending");
    for (const char *column : {"id", "createdAt", "changedAt"}) {
        QTest::newRow(column) << QString::fromUtf8(column) << false;
        QTest::newRow(QByteArray("-").append(column).constData()) << QString(u'-' + QString::fromUtf8(column)) << true;
    }
}

void LogsTest::pagesFollowEachOther()
{
    QFETCH(const QString, sort);
    QFETCH(const bool, descending);
    QList<int> ids;
    QString after;
    int pages = 0;
    do {
        const QJsonObject page = list(u"--limit 5 --sort "_s + sort + after);
        ids += idsOf(page);
        QCOMPARE(page.value(u"hasNext"_s).toBool(), ++pages < 3);
        after = u" --after "_s + page.value(u"next"_s).toString();
    } while (pages < 3);
    QList<int> expected {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    if (descending)
        std::reverse(expected.begin(), expected.end());
    QCOMPARE(ids, expected);
}

void LogsTest::recordHasItsMembers()
{
    const AgentRun run = m_agent->run(u"logs show 4 --json"_s);
    QVERIFY2(run.status == 0, run.told().c_str());
    QJsonObject record = run.json().object();
    const QJsonObject item = record.take(u"items"_s).toArray().at(0).toObject();
    const QJsonObject expected {
        {u"id"_s, 4},
        {u"company"_s, 3},
        {u"level"_s, 1},
        {u"keyFields"_s, u"CODCOLIGADA;RA"_s},
        {u"keyValues"_s, u"3;00873"_s},
        {u"status"_s, u"error"_s},
        {u"functionality"_s, u"contract_activation"_s},
        {u"module"_s, u"lojaclick_export"_s},
        {u"origin"_s, u"LC-3"_s},
        {u"automaticAttempts"_s, 0},
        {u"manualAttempts"_s, 0},
        {u"callState"_s, u"none"_s},
        {u"notBefore"_s, QJsonValue()},
        {u"cancelledReason"_s, QJsonValue()},
        {u"signature"_s, record.value(u"signature"_s)},
        {u"createdAt"_s, u"2026-11-20T15:00:00.000Z"_s},
        {u"changedAt"_s, u"2026-11-20T15:00:00.000Z"_s},
    };
    QCOMPARE(record, expected);
    const QJsonObject expectedItem {
        {u"id"_s, item.value(u"id"_s)},
        {u"logId"_s, 4},
        {u"number"_s, 1},
        {u"trigger"_s, u"import"_s},
        {u"by"_s, u"loja"_s},
        {u"message"_s, u"Mensagem nº 3"_s},
        {u"status"_s, u"error"_s},
        {u"httpStatus"_s, 200},
        {u"durationMs"_s, 12},
        {u"sent"_s, u"linha 1\nlinha \"2\"; <ç>"_s},
        {u"received"_s, u"+ok"_s},
        {u"createdAt"_s, u"2026-11-20T15:00:00.000Z"_s},
        {u"changedAt"_s, u"2026-11-20T15:00:00.000Z"_s},
    };
    QCOMPARE(item, expectedItem);
    QCOMPARE(list(u"--origin LC-3"_s).value(u"items"_s).toArray().at(0).toObject(), expected);
}

void LogsTest::tableIsForPeople()
{
    const AgentRun run = m_agent->run(u"logs list --limit 2"_s);
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out.count('\n'), 3);
    QVERIFY(run.out.startsWith("Id"));
    QVERIFY2(run.err.contains("--after"), run.told().c_str());
    const AgentRun shown = m_agent->run(u"logs show 4"_s);
    QVERIFY2(shown.out.contains("linha \"2\"; <\xC3\xA7>"), shown.told().c_str());
}

void LogsTest::unknownRecord()
{
    for (const QString &id : {u"13"_s, u"9223372036854775807"_s}) {
        const AgentRun run = m_agent->run(u"logs show "_s + id);
        QVERIFY2(run.status == 3 && run.err.contains(id.toUtf8()), run.told().c_str());
    }
    QCOMPARE(m_agent->run(u"logs show 9223372036854775808"_s).status, 2);
}

void LogsTest::planRunsNothing()
{
    const QJsonObject before = list({});
    const AgentRun run = m_agent->run(u"reprocess --plan --company 3 --json"_s);
    QVERIFY2(run.status == 0, run.told().c_str());
    const QJsonObject plan = run.json().object();
    QList<int> included;
    const QJsonArray entries = plan.value(u"entries"_s).toArray();
    for (const auto &entry : entries) {
        if (entry[u"included"_s].toBool())
            included.append(entry[u"id"_s].toInt());
    }
    std::sort(included.begin(), included.end());
    QCOMPARE(included, QList<int>({4, 6, 12}));
    QCOMPARE(plan.value(u"included"_s).toInt(), 3);
    const AgentRun chosen = m_agent->run(u"reprocess --plan --ids 8 --json"_s);
    QVERIFY2(chosen.status == 0, chosen.told().c_str());
    QCOMPARE(chosen.json().object().value(u"included"_s).toInt(), 1);
    for (const QString &line : {u"reprocess --plan --ids 5,8"_s, u"reprocess --yes --ids 5,8"_s}) {
        const AgentRun forbidden = m_agent->run(line);
        QVERIFY2(forbidden.status == 3 && forbidden.err.contains('5'), forbidden.told().c_str());
    }
    QCOMPARE(list({}), before);
}

QTEST_GUILESS_MAIN(LogsTest)
#include "logs_test.moc"
