// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/agent/agentprogram.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

/// What the program says to words that it does not understand, and to databases that it cannot use.
class WordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_agent.start(u"sqlite"_s)); }
    void wrongWordsAreUsage_data();
    void wrongWordsAreUsage();
    void everyCommandHasHelp();
    void speaksTheShellsLanguage_data();
    void speaksTheShellsLanguage();
    void unusableDatabase_data();
    void unusableDatabase();
    void errorIsOneDocument();
    void fullOutputIsTold();
    void crashPointsAreListed();
    void wrongWordsMakeNoDatabase();

private:
    AgentProgram m_agent;
};

void WordsTest::wrongWordsAreUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("said");
    const QList<QPair<QString, QByteArray>> rows {
        {u""_s, "Which command?"},
        {u"bogus"_s, "no command 'bogus'"},
        {u"parameters"_s, "'parameters' needs a command"},
        {u"parameters bogus"_s, "'parameters' needs a command"},
        {u"migrate extra"_s, "Unexpected word 'extra'"},
        {u"migrate --bogus"_s, "Unknown option '--bogus'"},
        {u"migrate --check --check"_s, "--check is given twice"},
        {u"migrate --check=yes"_s, "--check takes no value"},
        {u"migrate --database"_s, "--database needs a value"},
        {u"migrate --database bogus:x"_s, "must start with sqlite: or postgresql://"},
        {u"parameters get"_s, "KEY is missing"},
        {u"parameters get lojaclick.bogus"_s, "no parameter 'lojaclick.bogus'"},
        {u"parameters set lojaclick.resend.max_attempts 3"_s, "--company is missing"},
        {u"parameters set lojaclick.resend.max_attempts 3 --company 3 --level 1"_s, "leave out --level"},
        {u"parameters set lojaclick.broker.address http://b.example --company 3"_s, "leave out --company"},
        {u"parameters set lojaclick.status.enrollment 11 --company 3"_s, "--level is missing"},
        {u"parameters set lojaclick.status.enrollment 11 --level 1"_s, "--company is missing"},
        {u"parameters set lojaclick.resend.max_attempts --company 3"_s, "VALUE is missing"},
        {u"parameters set lojaclick.resend.max_attempts 3 --stdin --company 3"_s, "Either VALUE or --stdin"},
        {u"parameters get lojaclick.resend.max_attempts --company x"_s, "--company must be a whole number"},
        {u"parameters get lojaclick.resend.max_attempts --company -3"_s, "--company must be a whole number"},
        {u"parameters import /nonexistent/file.json"_s, "cannot be read"},
        {u"parameters export /nonexistent/file.json"_s, "cannot be written"},
        {u"connections set"_s, "rm|erp|mail is missing"},
        {u"connections set broker --url http://b.example"_s, "not 'broker'"},
        {u"connections set rm"_s, "Nothing to change"},
        {u"connections set rm --url http://rm.example --concurrency many"_s, "--concurrency must be a whole number"},
        {u"connections set rm --setting codTipoMat"_s, "name=value"},
        {u"connections test bogus"_s, "not 'bogus'"},
        {u"networks set 3"_s, "NETWORK is missing"},
        {u"networks set 3 SESC"_s, "not 'SESC'"},
        {u"networks set 0 SENAI"_s, "COMPANY must be a whole number"},
        {u"catalog list"_s, "KIND is missing"},
        {u"catalog list bogus"_s, "not 'bogus'"},
        {u"catalog list levels"_s, "--company is missing"},
        {u"catalog list statuses --company 3"_s, "--company and --level are needed"},
        {u"catalog refresh --level 1"_s, "--company is missing"},
        {u"api-clients add"_s, "NAME is missing"},
        {u"api-clients revoke"_s, "NAME is missing"},
        {u"logs show"_s, "ID is missing"},
        {u"logs show first"_s, "not 'first'"},
        {u"logs list --limit 0"_s, "--limit must be a whole number"},
        {u"logs list --sort name"_s, "--sort knows"},
        {u"logs list --after bogus"_s, "--after takes"},
        {u"logs list --status success,bogus"_s, "not 'bogus'"},
        {u"logs list --functionality bogus"_s, "--functionality knows"},
        {u"logs list --module bogus"_s, "--module knows"},
        {u"logs list --from yesterday"_s, "--from must be a date"},
        {u"logs list --to 2026-02-30"_s, "--to must be a date"},
        {u"logs list --changed-to 22/11/2026"_s, "--changed-to must be a date"},
        {u"logs list --attempts-from -1"_s, "--attempts-from must be a whole number"},
        {u"logs list --status ,"_s, "--status needs a value"},
        {u"report"_s, "--format is missing"},
        {u"report --format csv"_s, "--output FILE is missing"},
        {u"report --format odt --output x"_s, "not 'odt'"},
        {u"report --format csv --output /nonexistent/x.csv"_s, "cannot be written"},
        {u"report --format csv --output x.csv --language fr"_s, "not 'fr'"},
        {u"reprocess"_s, "--plan"},
        {u"reprocess --plan --yes"_s, "exclude each other"},
        {u"reprocess --plan --ids 1,x"_s, "not 'x'"},
        {u"reprocess --plan --ids 1 --status error"_s, "Either --ids or a filter"},
        {u"reprocess --plan --rate 5"_s, "--rate must be like"},
        {u"serve --listen 8080x"_s, "--listen must be"},
        {u"serve --listen 127.0.0.1:70000"_s, "--listen must be"},
        {u"serve --listen 127.0.0.1:0 --no-api"_s, "exclude each other"},
    };
    for (const auto &[line, said] : rows)
        QTest::newRow(qPrintable(line)) << line << said;
}

void WordsTest::wrongWordsAreUsage()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, said);
    const AgentRun run = m_agent.run(line);
    QVERIFY2(run.status == 2, run.told().c_str());
    QVERIFY2(run.err.contains(said), run.told().c_str());
    QVERIFY2(run.out.isEmpty(), run.told().c_str());
}

void WordsTest::speaksTheShellsLanguage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("said");
    const QByteArray portuguese = "Não existe o agendamento 99.";
    const QByteArray english = "There is no schedule 99.";
    const QByteArray spanish = "No hay ";
    QTest::newRow("nothing") << u""_s << u""_s << portuguese;
    QTest::newRow("C") << u"LC_ALL"_s << u"C"_s << portuguese;
    QTest::newRow("pt_BR") << u"LANG"_s << u"pt_BR.UTF-8"_s << portuguese;
    QTest::newRow("en_GB") << u"LANG"_s << u"en_GB.UTF-8"_s << english;
    QTest::newRow("es_AR") << u"LC_MESSAGES"_s << u"es_AR"_s << spanish;
    QTest::newRow("de_DE") << u"LC_ALL"_s << u"de_DE.UTF-8"_s << portuguese;
    QTest::newRow("LANGUAGE") << u"LANGUAGE"_s << u"en:pt"_s << english;
}

void WordsTest::speaksTheShellsLanguage()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QByteArray, said);
    QProcessEnvironment environment = m_agent.environment();
    for (const QString &variable : {u"LANGUAGE"_s, u"LC_ALL"_s, u"LC_MESSAGES"_s, u"LANG"_s})
        environment.remove(variable);
    if (!name.isEmpty())
        environment.insert(name, value);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(AgentProgram::program(), {u"schedule"_s, u"remove"_s, u"99"_s});
    QVERIFY(process.waitForFinished());
    const QByteArray told = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 3);
    QVERIFY2(told.contains(said), told.constData());
    QVERIFY2(!told.contains("XDG_RUNTIME_DIR"), told.constData());
}

void WordsTest::everyCommandHasHelp()
{
    AgentProgram agent;
    const AgentRun whole = agent.run(u"--help"_s);
    QCOMPARE(whole.status, 0);
    int commands = 0;
    for (const QByteArray &line : whole.out.split('\n')) {
        if (!line.startsWith("  ") || line.startsWith("   "))
            continue;
        QStringList words;
        for (const QString &word : QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts)) {
            if (word != word.toLower() || word.startsWith(u'[') || word.startsWith(u'-') || word.contains(u'|'))
                break;
            words.append(word);
        }
        const AgentRun help = agent.run(words + QStringList {u"--help"_s});
        QVERIFY2(help.status == 0 && help.out.contains("--database"), line.constData());
        ++commands;
    }
    QVERIFY(commands > 20);
}

void WordsTest::unusableDatabase_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("no such server") << u"postgresql://ponte@127.0.0.1:1/ponte"_s;
    QTest::newRow("folder cannot be made") << u"sqlite:/proc/ponte/ponte.db"_s;
    QTest::newRow("not a database") << u"sqlite:"_s + QString::fromUtf8(__FILE__);
    QTest::newRow("a folder") << u"sqlite:/tmp"_s;
}

void WordsTest::unusableDatabase()
{
    QFETCH(const QString, address);
    const AgentProgram agent;
    for (const QString &command : {u"logs list"_s, u"migrate"_s, u"serve --listen 127.0.0.1:0"_s}) {
        const AgentRun run = agent.run(command.split(u' ') + QStringList {u"--database"_s, address});
        QVERIFY2(run.status == 5, run.told().c_str());
        QVERIFY2(run.err.contains("ponte-agent: ") && run.out.isEmpty(), run.told().c_str());
    }
}

void WordsTest::errorIsOneDocument()
{
    const AgentProgram agent;
    const AgentRun run = agent.run(u"migrate --database bogus:x --json"_s);
    QCOMPARE(run.status, 2);
    const QJsonObject error = run.json().object().value(u"error"_s).toObject();
    QCOMPARE(error.value(u"code"_s).toString(), u"usage"_s);
    QVERIFY(!error.value(u"message"_s).toString().isEmpty());
}

void WordsTest::fullOutputIsTold()
{
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(AgentProgram::program(), {u"crash-points"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("cannot be written"));
}

void WordsTest::crashPointsAreListed()
{
    const AgentProgram agent;
    const AgentRun run = agent.run(u"crash-points --json"_s);
    QCOMPARE(run.status, 0);
    const QJsonArray points = run.json().array();
    for (const QString &point : {u"call.rm.guardian.save.before"_s, u"call.erp.activate.after"_s,
                                 u"call.broker.confirm.before"_s, u"commit.sale.accept.after"_s})
        QVERIFY2(points.contains(point), qPrintable(point));
    const AgentRun lines = agent.run(u"crash-points"_s);
    QCOMPARE(lines.out.trimmed().split('\n').size(), points.size());
}

void WordsTest::wrongWordsMakeNoDatabase()
{
    const AgentProgram agent;
    const QString file = agent.file(u"fresh.db"_s);
    for (const QString &line : {u"logs list --status bogus"_s, u"report --format odt"_s, u"connections set x"_s}) {
        const AgentRun run = agent.run(line.split(u' ') + QStringList {u"--database"_s, u"sqlite:"_s + file});
        QVERIFY2(run.status == 2, run.told().c_str());
    }
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
