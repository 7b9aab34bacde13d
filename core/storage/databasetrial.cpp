// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/storage/databasetrial.h"

#include "core/storage/database.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QHostInfo>
#include <QTcpSocket>

#include <thread>

namespace ponte::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int trialWait = 10'000;

class TrialText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseTrial)
};

QString sslModeOf(const Address &address)
{
    for (const QString &option : address.options.split(u';', Qt::SkipEmptyParts)) {
        if (option.startsWith(u"sslmode="_s))
            return option.mid(8);
    }
    return u"prefer"_s;
}

CheckLine checkServerName(const Address &address)
{
    const QHostInfo found = QHostInfo::fromName(address.host);
    if (found.error() != QHostInfo::NoError || found.addresses().isEmpty())
        return {u"name"_s, u"failed"_s,
                TrialText::tr("The name '%1' is not known: %2").arg(address.host, found.errorString())};
    QStringList addresses;
    for (const QHostAddress &each : found.addresses())
        addresses.append(each.toString());
    return {u"name"_s, u"passed"_s, TrialText::tr("'%1' is %2.").arg(address.host, addresses.join(u", "_s))};
}

CheckLine checkServerAddress(const Address &address, QTcpSocket &socket)
{
    const QString place = u"%1:%2"_s.arg(address.host, QString::number(address.port));
    socket.connectToHost(address.host, quint16(address.port));
    if (!socket.waitForConnected(trialWait))
        return {u"address"_s, u"failed"_s, TrialText::tr("Nothing answers at %1: %2").arg(place, socket.errorString())};
    return {u"address"_s, u"passed"_s,
            TrialText::tr("%1 accepts connections at %2.").arg(place, socket.peerAddress().toString())};
}

/// Asks as the protocol does before anything else; the certificate itself is judged with the credentials.
CheckLine checkEncryption(const Address &address, QTcpSocket &socket)
{
    static constexpr char sslRequest[] = {0, 0, 0, 8, 0x04, char(0xd2), 0x16, 0x2f};
    const QString mode = sslModeOf(address);
    socket.write(sslRequest, sizeof sslRequest);
    if (!socket.waitForBytesWritten(trialWait) || !socket.waitForReadyRead(trialWait))
        return {u"tls"_s, u"failed"_s, TrialText::tr("What answers there is no PostgreSQL server.")};
    const char answer = socket.read(1).at(0);
    if (answer == 'S' && mode != "disable"_L1)
        return {u"tls"_s, u"passed"_s, TrialText::tr("The server encrypts.")};
    if (answer != 'S' && answer != 'N')
        return {u"tls"_s, u"failed"_s, TrialText::tr("What answers there is no PostgreSQL server.")};
    if (socket.peerAddress().isLoopback())
        return {u"tls"_s, u"passed"_s, TrialText::tr("Not encrypted, and not needed: the server is this machine.")};
    if (mode == "require"_L1 || mode.startsWith(u"verify"_s))
        return {u"tls"_s, u"failed"_s,
                TrialText::tr("The server does not encrypt, and the address asks for it by sslmode=%1.").arg(mode)};
    return {u"tls"_s, u"warning"_s,
            TrialText::tr("Not encrypted: personal data travels readable. Add ?sslmode=require to the address.")};
}

CheckLine checkLogin(const Address &address)
{
    const auto connection = Connection::open(address, Connection::Mode::ReadOnly);
    if (!connection)
        return {u"credentials"_s, u"failed"_s, connection.error().message};
    return {u"credentials"_s, u"passed"_s, TrialText::tr("The server lets '%1' in.").arg(address.user)};
}

CheckLine checkTables(const Address &address, const QStringList &modules)
{
    if (const auto opened = Database::open(address, modules); !opened)
        return {u"schema"_s, u"failed"_s, opened.error().message};
    return {u"schema"_s, u"passed"_s, TrialText::tr("The tables are those of this version.")};
}

} // namespace

DatabaseTrial::DatabaseTrial(QStringList modules)
    : m_modules(std::move(modules))
{}

void DatabaseTrial::start(const Address &address, const CancelToken &cancel, Told told, Done done) const
{
    std::thread([trial = *this, address, cancel, told = std::move(told), done = std::move(done)] {
        const bool isUsable = trial.run(address, cancel, told);
        if (!cancel.isCancelled())
            done(isUsable);
    }).detach();
}

bool DatabaseTrial::run(const Address &address, const CancelToken &cancel, const Told &told) const
{
    QTcpSocket socket;
    const QList<std::function<CheckLine()>> checks {
        [&] { return checkServerName(address); },         [&] { return checkServerAddress(address, socket); },
        [&] { return checkEncryption(address, socket); }, [&] { return checkLogin(address); },
        [&] { return checkTables(address, m_modules); },
    };
    for (const std::function<CheckLine()> &check : checks) {
        if (cancel.isCancelled())
            return false;
        const CheckLine line = check();
        if (cancel.isCancelled())
            return false;
        told(line);
        if (line.outcome == "failed"_L1)
            return false;
    }
    return true;
}

} // namespace ponte::storage
