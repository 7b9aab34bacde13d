// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/jsoncall.h"
#include "core/base/clock.h"

namespace ponte::sandbox {

/// The stand-in for the Broker under /broker: takes the confirmations of enrolments, once per Idempotency-Key.
class Broker final : public OutsideSystem
{
public:
    Broker(const Clock &clock, const QString &token);

    void setDeduplicating(bool on) { m_deduplicating = on; }
    [[nodiscard]] std::unique_ptr<OutsideCall> identify(const http::ServerRequest &request) override;
    [[nodiscard]] http::ServerResponse answer(const OutsideCall &call, const http::ServerRequest &request) override;
    [[nodiscard]] http::ServerResponse faulty(const Fault &fault, const OutsideCall &call) override;
    [[nodiscard]] QJsonObject state() const override;
    void reset() override;

private:
    [[nodiscard]] http::ServerResponse confirm(const JsonCall &call, const http::ServerRequest &request);
    [[nodiscard]] QString now() const;

    const Clock &m_clock;
    QString m_token;
    bool m_deduplicating = true;
    QList<QJsonObject> m_notices;
    QHash<QString, qsizetype> m_byKey;
    CallBook m_book;
};

} // namespace ponte::sandbox
