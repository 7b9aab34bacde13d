// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/brokergateway.h"
#include "tests/fuzz/peer.h"

using namespace ponte;
using namespace ponte::lojaclick;
using fuzz::require;
using Kind = BrokerAnswer::Kind;

namespace {

const QString Token = QStringLiteral("t0k3n-abcdef");

Confirmation confirmation()
{
    return {.saleId = QStringLiteral("LC-2026-1"),
            .company = CompanyId(3),
            .ra = QStringLiteral("00878180"),
            .preContractId = QStringLiteral("LC0011"),
            .status = QStringLiteral("11"),
            .contractNumber = QStringLiteral("CT-1"),
            .activatedAt = QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC)};
}

Kind kindOf(int status)
{
    if ((status >= 200 && status < 300) || status == 409)
        return Kind::Delivered;
    if (status == 401 || status == 403)
        return Kind::StopCredentials;
    const bool isLater = status < 400 || status == 408 || status == 429 || status >= 500;
    return isLater ? Kind::Retry : Kind::NeedsPerson;
}

void check(const Result<BrokerAnswer> &result, const fuzz::Peer &peer)
{
    if (!result) {
        require(!peer.answer() && !result.error().message.isEmpty());
        return;
    }
    require(!result->message.isEmpty());
    fuzz::requireHidden(Token, result->message);
    require(result->kind == (peer.answer() ? kindOf(peer.answer()->status) : Kind::Retry));
    require(!result->retryAfter || result->retryAfter->count() >= 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::Peer peer(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    BrokerGateway gateway(peer, {.address = QUrl(QStringLiteral("http://broker.test")), .token = Token});
    rm::ExchangeLog log;
    check(gateway.confirm(confirmation(), log), peer);
    check(gateway.health(log), peer);
    fuzz::requireHidden(Token, rm::sentText(log) + rm::receivedText(log));
    return 0;
}
