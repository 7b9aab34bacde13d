// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/erpgateway.h"
#include "tests/fuzz/peer.h"

using namespace ponte;
using namespace ponte::lojaclick;
using fuzz::require;
using Kind = ErpAnswer::Kind;

namespace {

const QString Password = QStringLiteral("s3gr3d0-42");
const std::chrono::seconds LongestWait = std::chrono::hours(24 * 30);

ErpConnection connectionWith(ErpConnection::Authentication authentication)
{
    return {.url = QUrl(QStringLiteral("http://erp.test/erp")),
            .authentication = authentication,
            .user = QStringLiteral("integracao"),
            .password = Password};
}

ActivationRequest activation()
{
    return {.company = CompanyId(3),
            .branch = BranchId(3016),
            .ra = QStringLiteral("00878180"),
            .preContractId = QStringLiteral("LC0011"),
            .guardianCode = QStringLiteral("000123"),
            .saleId = QStringLiteral("LC-2026-1"),
            .total = Money {150000},
            .instalments = 12,
            .dueDay = 10,
            .paymentMethod = QStringLiteral("CARTAO")};
}

http::Response token()
{
    return {.status = 200, .body = R"({"access_token":"t0k3n-abcdef","token_type":"Bearer","expires_in":300})"};
}

void check(const Result<ErpAnswer> &result, const rm::ExchangeLog &log, int sentToPeer)
{
    fuzz::requireHidden(Password, rm::sentText(log) + rm::receivedText(log));
    require(log.size() <= sentToPeer);
    if (!result) {
        require(!result.error().message.isEmpty());
        return;
    }
    const ErpAnswer &answer = *result;
    require(!answer.message.isEmpty());
    require((answer.kind == Kind::Accepted) || answer.number.isEmpty());
    require(!answer.retryAfter || (answer.retryAfter->count() >= 0 && *answer.retryAfter <= LongestWait));
    // What was refused did nothing, so that nobody has to ask.
    require(!answer.mayHaveArrived || answer.kind == Kind::Unanswered || answer.kind == Kind::Redirected);
}

void checkBasic(const QByteArray &text)
{
    fuzz::Peer peer(text);
    ErpGateway gateway(peer, connectionWith(ErpConnection::Authentication::Basic));
    rm::ExchangeLog log;
    const auto activated = gateway.activate(activation(), log);
    check(activated, log, 1);
    if (activated) {
        fuzz::requireHidden(Password, activated->message);
        require(activated->kind != Kind::Absent);
        require(activated->kind != Kind::Accepted || !activated->number.isEmpty());
    }
    const auto verified = gateway.verify(CompanyId(3), QStringLiteral("LC 0011"), log);
    check(verified, log, 2);
    if (verified) {
        require(!verified->mayHaveArrived);
        require(verified->kind != Kind::Refused);
        require(verified->kind != Kind::Accepted || !verified->number.isEmpty());
    }
    check(gateway.health(log), log, 3);
}

/// The text as the answer to the token's call, then after a token, then after one that ended early.
void checkTokens(const QByteArray &text)
{
    for (int good = 0; good <= 2; ++good) {
        fuzz::Peer peer(text);
        QList<http::Response> first;
        if (good > 0)
            first << token();
        if (good > 1)
            first << http::Response {.status = 200, .body = R"({"items":[]})"} << http::Response {.status = 401}
                  << token();
        peer.answerFirst(first);
        ErpGateway gateway(peer, connectionWith(ErpConnection::Authentication::PasswordToken));
        rm::ExchangeLog log;
        if (good > 1)
            check(gateway.verify(CompanyId(3), QStringLiteral("LC0011"), log), log, 2);
        check(gateway.activate(activation(), log), log, 6);
        require(peer.calls() <= 6);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    checkBasic(text);
    checkTokens(text);
    return 0;
}
