// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/import/systems.h"

#include "core/http/client.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QThread>

#include <sys/prctl.h>

#include <csignal>
#include <cstdio>

namespace ponte::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMilliseconds = 60'000;

QString binary(const QString &name)
{
    return qEnvironmentVariable("PONTE_BIN") + u'/' + name;
}

QUrl freeAddress()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        giveUp(u"no free port"_s);
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
}

QString listenText(const QUrl &url)
{
    return u"%1:%2"_s.arg(url.host()).arg(url.port());
}

QByteArray asked(const QByteArray &method, const QUrl &url, const QByteArray &body = {})
{
    http::Client client;
    http::Request request {.method = method, .url = url, .body = body};
    request.headers = {{"Content-Type", "application/json"}};
    request.maximumAnswerBytes = 256 * 1024 * 1024;
    const auto response = client.send(request);
    if (!response || response->status >= 300)
        giveUp(url.toString() + u": " + (response ? QString::number(response->status) : response.error().message));
    return response->body;
}

void waitUntilAnswers(const QUrl &url)
{
    http::Client client;
    for (int waited = 0; waited < patienceMilliseconds; waited += 20) {
        if (const auto response = client.send({.url = url}); response && response->status == 200)
            return;
        QThread::msleep(20);
    }
    giveUp(url.toString() + u" does not answer");
}

QUrl below(const QUrl &base, const QString &path)
{
    QUrl url = base;
    url.setPath(path);
    return url;
}

QByteArray run(const Site &site, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(site.environment());
    process.start(binary(u"ponte-agent"_s), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMilliseconds) || process.exitCode() != 0)
        giveUp(u"ponte-agent "_s + arguments.join(u' ') + u": " + QString::fromUtf8(process.readAllStandardError()));
    return process.readAllStandardOutput();
}

} // namespace

void giveUp(const QString &reason)
{
    std::fprintf(stderr, "import: %s\n", qUtf8Printable(reason));
    std::exit(1);
}

Program::Program(const QString &name, const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    // A measurement that is broken off leaves nothing behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_process.start(binary(name), arguments);
    if (!m_process.waitForStarted())
        giveUp(name + u" did not start");
}

void Program::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMilliseconds))
        m_process.kill();
}

Sandbox::Sandbox()
    : m_url(freeAddress())
    , m_program(u"ponte-sandbox"_s, {u"serve"_s, u"--listen"_s, listenText(m_url)},
                QProcessEnvironment::systemEnvironment())
{
    waitUntilAnswers(below(m_url, u"/sandbox/faults"_s));
}

void Sandbox::reset() const
{
    asked("POST", below(m_url, u"/sandbox/reset"_s));
}

void Sandbox::slowDown(int milliseconds) const
{
    const QJsonObject fault {{u"system"_s, u"rm"_s}, {u"fault"_s, u"slow"_s}, {u"afterMs"_s, milliseconds}};
    asked("POST", below(m_url, u"/sandbox/faults"_s), QJsonDocument(fault).toJson());
}

QJsonObject Sandbox::stateOf(const QString &system) const
{
    return QJsonDocument::fromJson(asked("GET", below(m_url, u"/sandbox/state/"_s + system))).object();
}

qsizetype Sandbox::notices() const
{
    return stateOf(u"broker"_s).value(u"notices"_s).toArray().size();
}

int Sandbox::rmCalls() const
{
    int sum = 0;
    const QJsonObject calls = stateOf(u"rm"_s).value(u"calls"_s).toObject();
    for (const auto &count : calls)
        sum += count.toInt();
    return sum;
}

Site Site::make(const QString &folder, const QUrl &outside, int rmConcurrency)
{
    QDir().mkpath(folder);
    Site site {folder, {}, {}};
    const QString company = u"3"_s;
    const QString base = outside.toString();
    run(site, {u"migrate"_s});
    run(site, {u"networks"_s, u"set"_s, company, u"SENAI"_s});
    const QStringList credentials {u"--user"_s, u"integracao"_s, u"--password-stdin"_s};
    run(site,
        QStringList {u"connections"_s, u"set"_s, u"rm"_s, u"--url"_s, base} + credentials
            + QStringList {u"--concurrency"_s, QString::number(rmConcurrency)},
        "sandbox");
    run(site, QStringList {u"connections"_s, u"set"_s, u"erp"_s, u"--url"_s, base + u"/erp"} + credentials, "sandbox");
    const auto set = [&](const QString &key, const QString &value, const QStringList &scope) {
        run(site, QStringList {u"parameters"_s, u"set"_s, key, value} + scope);
    };
    const QStringList scope {u"--company"_s, company};
    const QStringList level = scope + QStringList {u"--level"_s, u"1"_s};
    set(u"lojaclick.status.pre_enrollment"_s, u"10"_s, level);
    set(u"lojaclick.status.enrollment"_s, u"11"_s, level);
    set(u"lojaclick.integration_user"_s, u"lojaclick"_s, scope);
    set(u"lojaclick.resend.max_attempts"_s, u"3"_s, scope);
    set(u"lojaclick.broker.address"_s, base + u"/broker", {});
    run(site, {u"parameters"_s, u"set"_s, u"lojaclick.broker.token"_s, u"--stdin"_s}, "sandbox-token");
    const QByteArray shop = run(site, {u"api-clients"_s, u"add"_s, u"shop"_s, u"--json"_s});
    const QJsonObject made = QJsonDocument::fromJson(shop).object();
    site.user = made.value(u"username"_s).toString();
    site.password = made.value(u"password"_s).toString();
    return site;
}

Site Site::copyTo(const QString &target) const
{
    QDir(target).removeRecursively();
    QDir().mkpath(target);
    const QStringList names = QDir(folder).entryList({u"ponte.db*"_s}, QDir::Files);
    for (const QString &name : names) {
        if (!QFile::copy(folder + u'/' + name, target + u'/' + name))
            giveUp(u"cannot copy "_s + name);
    }
    return {target, user, password};
}

QProcessEnvironment Site::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PONTE_DATABASE"_s, u"sqlite:"_s + folder + u"/ponte.db");
    for (const QString &name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
        environment.insert(name, folder);
    return environment;
}

Agent::Agent(const Site &site)
    : m_url(freeAddress())
    , m_program(u"ponte-agent"_s, {u"serve"_s, u"--listen"_s, listenText(m_url)}, site.environment())
{
    waitUntilAnswers(below(m_url, u"/health/ready"_s));
}

} // namespace ponte::bench
