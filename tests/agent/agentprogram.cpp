// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/agent/agentprogram.h"

#include <QCoreApplication>
#include <QTest>
#include <QUrl>

namespace ponte::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestRun = 30'000;

/// A statement on the database that the environment names.
bool runAsSuperuser(const QString &sql)
{
    const auto address = storage::Address::parse(qEnvironmentVariable("PONTE_TEST_POSTGRESQL"));
    if (!address)
        return false;
    const auto connection = storage::Connection::open(*address, storage::Connection::Mode::ReadWrite);
    return connection && (*connection)->run(sql);
}

} // namespace

AgentProgram::~AgentProgram()
{
    if (!m_ownDatabase.isEmpty() && !runAsSuperuser(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_ownDatabase)))
        qWarning("The database %s could not be dropped.", qPrintable(m_ownDatabase));
}

void AgentProgram::addBackends()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

bool AgentProgram::start(const QString &backend)
{
    if (backend == u"postgresql"_s && qEnvironmentVariableIsEmpty("PONTE_TEST_POSTGRESQL")) {
        QTest::qSkip("PONTE_TEST_POSTGRESQL names no server", __FILE__, __LINE__);
        return false;
    }
    m_environment.insert(u"PONTE_KEY"_s, m_folder.filePath(u"installation.key"_s));
    m_environment.insert(u"LC_ALL"_s, u"C"_s);
    m_environment.insert(u"LANGUAGE"_s, u"en"_s);
    if (backend == u"sqlite"_s)
        m_address = u"sqlite:"_s + m_folder.filePath(u"ponte.db"_s);
    else if (!makePostgreSql())
        return false;
    m_environment.insert(u"PONTE_DATABASE"_s, m_address);
    const AgentRun migrated = run(u"migrate"_s);
    return QTest::qVerify(migrated.status == 0, "migrate", migrated.told().c_str(), __FILE__, __LINE__);
}

bool AgentProgram::makePostgreSql()
{
    static int sequence = 0;
    m_ownDatabase =
        u"ponte_agent_%1_%2"_s.arg(QString::number(QCoreApplication::applicationPid()), QString::number(++sequence));
    if (!QTest::qVerify(runAsSuperuser(u"CREATE DATABASE "_s + m_ownDatabase), "CREATE DATABASE", "", __FILE__,
                        __LINE__))
        return false;
    QUrl url(qEnvironmentVariable("PONTE_TEST_POSTGRESQL"));
    url.setPath(u'/' + m_ownDatabase);
    m_address = url.toString();
    return true;
}

AgentRun AgentProgram::run(const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program(), words);
    process.write(input);
    process.closeWriteChannel();
    AgentRun run;
    if (process.waitForFinished(longestRun) && process.exitStatus() == QProcess::NormalExit)
        run.status = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

AgentRun AgentProgram::run(const QString &line, const QByteArray &input) const
{
    return run(line.split(u' ', Qt::SkipEmptyParts), input);
}

std::unique_ptr<QProcess> AgentProgram::serve(const QStringList &options) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(program(), QStringList {u"serve"_s, u"--json"_s} + options);
    while (!process->canReadLine()) {
        if (!process->waitForReadyRead(longestRun))
            return nullptr;
    }
    return process;
}

QString AgentProgram::program()
{
    return QString::fromUtf8(PONTE_AGENT_PROGRAM);
}

std::unique_ptr<storage::Connection> AgentProgram::connect() const
{
    const auto address = storage::Address::parse(m_address);
    auto connection = storage::Connection::open(*address, storage::Connection::Mode::ReadWrite);
    return connection ? std::move(*connection) : nullptr;
}

} // namespace ponte::test
