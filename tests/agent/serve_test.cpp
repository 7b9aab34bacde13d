// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/agent/agentprogram.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

class ServeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { AgentProgram::addBackends(); }
    void init();
    void cleanup() { m_agent.reset(); }

    void listensUntilItIsToldToStop_data();
    void listensUntilItIsToldToStop();
    void runsWithoutApi();
    void portTaken();

private:
    std::unique_ptr<AgentProgram> m_agent;
};

void ServeTest::init()
{
    QFETCH_GLOBAL(const QString, backend);
    m_agent = std::make_unique<AgentProgram>();
    (void)m_agent->start(backend);
}

void ServeTest::listensUntilItIsToldToStop_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void ServeTest::listensUntilItIsToldToStop()
{
    QFETCH(const int, signal);
    const auto process = m_agent->serve({u"--listen"_s, u"127.0.0.1:0"_s});
    QVERIFY(process);
    const QUrl url(QJsonDocument::fromJson(process->readLine()).object().value(u"url"_s).toString());
    QVERIFY(url.port() > 0);
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QVERIFY(socket.waitForConnected());
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), signal), 0);
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 0);
    const QByteArray err = process->readAllStandardError();
    QVERIFY2(err.contains(QByteArray("ponte-agent: listening on " + url.toString().toUtf8())), err.constData());
}

void ServeTest::runsWithoutApi()
{
    const auto process = m_agent->serve({u"--no-api"_s, u"--no-workers"_s, u"--no-schedules"_s});
    QVERIFY(process);
    QVERIFY(QJsonDocument::fromJson(process->readLine()).object().value(u"url"_s).isNull());
    process->terminate();
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitCode(), 0);
}

void ServeTest::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const AgentRun run = m_agent->run(u"serve --listen 127.0.0.1:%1"_s.arg(other.serverPort()));
    QVERIFY2(run.status == 7, run.told().c_str());
    QVERIFY2(run.err.contains(QByteArray::number(other.serverPort())), run.told().c_str());
}

QTEST_GUILESS_MAIN(ServeTest)
#include "serve_test.moc"
