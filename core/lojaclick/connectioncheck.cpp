// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/connectioncheck.h"

#include "core/lojaclick/outsidecalls.h"
#include "core/rm/client.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <QSslCipher>
#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

using CheckKind = CheckStep::Kind;
using CheckOutcome = CheckStep::Outcome;

class CheckText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionCheck)
};

int waitOf(std::chrono::milliseconds timeout)
{
    constexpr std::chrono::milliseconds longest = std::chrono::seconds(10);
    return static_cast<int>(std::min(timeout, longest).count());
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == u"https"_s ? 443 : 80));
}

CheckStep checkName(const QUrl &url)
{
    const QHostInfo found = QHostInfo::fromName(url.host());
    if (found.error() != QHostInfo::NoError || found.addresses().isEmpty())
        return {CheckKind::Name, CheckOutcome::Failed,
                CheckText::tr("The name '%1' is not known: %2").arg(url.host(), found.errorString())};
    QStringList addresses;
    for (const QHostAddress &address : found.addresses())
        addresses.append(address.toString());
    return {CheckKind::Name, CheckOutcome::Passed,
            CheckText::tr("'%1' is %2.").arg(url.host(), addresses.join(u", "_s))};
}

CheckStep checkAddress(const QUrl &url, int wait)
{
    const QString place = url.host() + u':' + QString::number(portOf(url));
    QTcpSocket socket;
    socket.connectToHost(url.host(), portOf(url));
    if (!socket.waitForConnected(wait))
        return {CheckKind::Address, CheckOutcome::Failed,
                CheckText::tr("Nothing answers at %1: %2").arg(place, socket.errorString())};
    return {CheckKind::Address, CheckOutcome::Passed,
            CheckText::tr("%1 accepts connections at %2.").arg(place, socket.peerAddress().toString())};
}

CheckStep checkTls(const QUrl &url, int wait)
{
    if (url.scheme() != u"https"_s)
        return {CheckKind::Tls, CheckOutcome::Skipped,
                CheckText::tr("The address starts with http: credentials and personal data travel unencrypted.")};
    QSslSocket socket;
    // Gathered here, since the error string of a socket only tells the first one.
    QStringList errors;
    QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [&errors](const QList<QSslError> &found) {
        for (const QSslError &error : found)
            errors.append(error.errorString());
    });
    socket.connectToHostEncrypted(url.host(), portOf(url));
    if (!socket.waitForEncrypted(wait))
        return {CheckKind::Tls, CheckOutcome::Failed,
                CheckText::tr("The encrypted connection fails: %1")
                    .arg(errors.isEmpty() ? socket.errorString() : errors.join(u"; "_s))};
    return {CheckKind::Tls, CheckOutcome::Passed,
            CheckText::tr("%1, the certificate is valid until %2.")
                .arg(socket.sessionCipher().protocolString(),
                     socket.peerCertificate().expiryDate().toUTC().toString(Qt::ISODate))};
}

/// What the one call to ERP and Broker tells of credentials and service.
struct CheckedAnswer {
    bool isUsable = false;
    bool refusesCredentials = false;
    int httpStatus = 0;
    QString message;
};

QString withStatus(const CheckedAnswer &answer)
{
    return answer.httpStatus > 0 && !answer.message.contains(QString::number(answer.httpStatus))
               ? u"%1 (HTTP %2)"_s.arg(answer.message, QString::number(answer.httpStatus))
               : answer.message;
}

QList<CheckStep> checkAnswer(const CheckedAnswer &answer)
{
    if (answer.refusesCredentials)
        return {{CheckKind::Credentials, CheckOutcome::Failed, withStatus(answer)}};
    if (answer.isUsable)
        return {{CheckKind::Credentials, CheckOutcome::Passed, CheckText::tr("The credentials are taken.")},
                {CheckKind::Call, CheckOutcome::Passed,
                 CheckText::tr("GET health answers with HTTP %1.").arg(answer.httpStatus)}};
    return {{CheckKind::Credentials, CheckOutcome::Skipped,
             CheckText::tr("Not judged: the call that carries them did not end well.")},
            {CheckKind::Call, CheckOutcome::Failed, withStatus(answer)}};
}

CheckStep checkRmUser(const rm::Connection &connection, QStringList integrationUsers)
{
    integrationUsers.removeAll(QString());
    integrationUsers.removeDuplicates();
    integrationUsers.removeIf(
        [&](const QString &user) { return user.compare(connection.user, Qt::CaseInsensitive) == 0; });
    if (integrationUsers.isEmpty())
        return {CheckKind::Credentials, CheckOutcome::Passed, CheckText::tr("RM takes the credentials.")};
    return {CheckKind::Credentials, CheckOutcome::Warned,
            CheckText::tr(
                "RM takes the credentials, but will stamp what is written with '%1', while the integration user is %2.")
                .arg(connection.user, u'\'' + integrationUsers.join(u"', '"_s) + u'\'')};
}

} // namespace

ConnectionCheck::ConnectionCheck(http::Client &http, CancelToken cancel, Told told)
    : m_http(http)
    , m_cancel(std::move(cancel))
    , m_told(std::move(told))
{}

void ConnectionCheck::note(QList<CheckStep> &steps, const QList<CheckStep> &more) const
{
    for (const CheckStep &step : more) {
        steps.append(step);
        if (m_told)
            m_told(step);
    }
}

void ConnectionCheck::fillSkipped(QList<CheckStep> &steps) const
{
    for (const CheckKind kind :
         {CheckKind::Name, CheckKind::Address, CheckKind::Tls, CheckKind::Credentials, CheckKind::Call})
    {
        const bool isThere =
            std::any_of(steps.cbegin(), steps.cend(), [kind](const CheckStep &step) { return step.kind == kind; });
        if (!isThere)
            note(steps, {{kind, CheckOutcome::Skipped, CheckText::tr("Not tried, since an earlier check failed.")}});
    }
}

QList<CheckStep> ConnectionCheck::reach(const QUrl &url, std::chrono::milliseconds timeout) const
{
    const int wait = waitOf(timeout);
    QList<CheckStep> steps;
    note(steps, {checkName(url)});
    if (!hasFailed(steps))
        note(steps, {checkAddress(url, wait)});
    if (!hasFailed(steps))
        note(steps, {checkTls(url, wait)});
    return steps;
}

QList<CheckStep> ConnectionCheck::rm(const rm::Connection &connection, const QStringList &integrationUsers)
{
    QList<CheckStep> steps = reach(connection.url, connection.readTimeout);
    rm::Client client(m_http, connection, m_cancel);
    rm::ExchangeLog log;
    if (!hasFailed(steps)) {
        const Result<> taken = client.authenticate(call::rmLogin, log);
        const bool isRefused = !taken && taken.error().code == ErrorCode::Unauthorized;
        if (taken)
            note(steps, {checkRmUser(connection, integrationUsers)});
        else if (isRefused)
            note(steps, {{CheckKind::Credentials, CheckOutcome::Failed, taken.error().message}});
        else
            note(steps, checkAnswer({.message = taken.error().message}));
    }
    if (!hasFailed(steps)) {
        const Result<> active = client.checkServiceActivity(call::rmActivity, log);
        note(steps, {active ? CheckStep {CheckKind::Call, CheckOutcome::Passed, CheckText::tr("The service is active.")}
                            : CheckStep {CheckKind::Call, CheckOutcome::Failed, active.error().message}});
    }
    fillSkipped(steps);
    return steps;
}

QList<CheckStep> ConnectionCheck::erp(const ErpConnection &connection)
{
    QList<CheckStep> steps = reach(connection.url, connection.timeout);
    if (!hasFailed(steps)) {
        rm::ExchangeLog log;
        const Result<ErpAnswer> answer = ErpGateway(m_http, connection, m_cancel).health(log);
        note(steps, answer ? checkAnswer({.isUsable = answer->kind == ErpAnswer::Kind::Accepted,
                                          .refusesCredentials = answer->kind == ErpAnswer::Kind::Stopped,
                                          .httpStatus = answer->httpStatus,
                                          .message = answer->message})
                           : checkAnswer({.message = answer.error().message}));
    }
    fillSkipped(steps);
    return steps;
}

QList<CheckStep> ConnectionCheck::broker(const BrokerConnection &connection)
{
    QList<CheckStep> steps = reach(connection.address, connection.timeout);
    if (!hasFailed(steps)) {
        rm::ExchangeLog log;
        const Result<BrokerAnswer> answer = BrokerGateway(m_http, connection, m_cancel).health(log);
        note(steps, answer ? checkAnswer({.isUsable = answer->kind == BrokerAnswer::Kind::Delivered,
                                          .refusesCredentials = answer->kind == BrokerAnswer::Kind::StopCredentials,
                                          .httpStatus = answer->httpStatus,
                                          .message = answer->message})
                           : checkAnswer({.message = answer.error().message}));
    }
    fillSkipped(steps);
    return steps;
}

bool hasFailed(const QList<CheckStep> &steps)
{
    return std::any_of(steps.cbegin(), steps.cend(),
                       [](const CheckStep &step) { return step.outcome == CheckOutcome::Failed; });
}

QString toWord(CheckStep::Kind kind)
{
    switch (kind) {
    case CheckKind::Name:
        return u"name"_s;
    case CheckKind::Address:
        return u"address"_s;
    case CheckKind::Tls:
        return u"tls"_s;
    case CheckKind::Credentials:
        return u"credentials"_s;
    case CheckKind::Call:
        return u"call"_s;
    }
    return {};
}

QString toWord(CheckStep::Outcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Passed:
        return u"passed"_s;
    case CheckOutcome::Warned:
        return u"warning"_s;
    case CheckOutcome::Failed:
        return u"failed"_s;
    case CheckOutcome::Skipped:
        return u"skipped"_s;
    }
    return {};
}

} // namespace ponte::lojaclick
