// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/core/mail/mailserver.h"

#include <QJsonDocument>

namespace ponte::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

} // namespace

Certificate Certificate::make(const QString &folder, const QString &name)
{
    const Certificate made {folder + u'/' + name + u".pem"_s, folder + u'/' + name + u".key"_s};
    QProcess process;
    process.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                 u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s,
                                 u"-keyout"_s, made.key, u"-out"_s, made.file});
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("openssl: %s", process.readAllStandardError().constData());
    return made;
}

MailServer::MailServer(const QStringList &options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"/usr/bin/python3"_s, QStringList {u"-B"_s, QStringLiteral(PONTE_SMTP_SERVER)} + options);
    const QString told = line();
    m_port = told.section(u' ', 1).toInt();
    if (m_port == 0)
        qFatal("the mail server did not start: %s", qUtf8Printable(told));
}

MailServer::~MailServer()
{
    stop();
}

void MailServer::stop()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

QString MailServer::line()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience))
            return {};
    }
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

QJsonObject MailServer::message()
{
    return QJsonDocument::fromJson(line().toUtf8()).object();
}

} // namespace ponte::test
