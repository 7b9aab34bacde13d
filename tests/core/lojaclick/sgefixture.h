// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/sgegateway.h"
#include "tests/core/lojaclick/scriptedrm.h"

#include <QTest>

namespace ponte::lojaclick {

inline Sale sale()
{
    Sale sale;
    sale.id = QStringLiteral("LC-1");
    sale.company = CompanyId(3);
    sale.branch = BranchId(3016);
    sale.level = LevelId(1);
    sale.guardian.name = QStringLiteral("Maria D'Ávila");
    sale.guardian.cpf = QStringLiteral("39053344705");
    sale.guardian.email = QStringLiteral("maria@example.com");
    sale.guardian.mobile = QStringLiteral("41999990000");
    sale.guardian.address = {QStringLiteral("80530902"), QStringLiteral("Rua A"),    QStringLiteral("10"), {},
                             QStringLiteral("Centro"),   QStringLiteral("Curitiba"), QStringLiteral("PR")};
    sale.student.name = QStringLiteral("João");
    sale.student.cpf = QStringLiteral("39053344705");
    sale.student.birthDate = QDate(2001, 5, 17);
    sale.student.birthState = QStringLiteral("PR");
    sale.student.birthPlace = QStringLiteral("Curitiba");
    sale.courseOfferId = 24;
    sale.termId = 77;
    sale.classCode = QStringLiteral("TEC.001");
    sale.paymentPlan = QStringLiteral("PL12");
    sale.enrollmentDate = QDate(2026, 11, 20);
    sale.soldAt = QDateTime::fromString(QStringLiteral("2026-11-20T14:03:22-03:00"), Qt::ISODate);
    return sale;
}

inline QString view(const QString &rows)
{
    return QStringLiteral("<NewDataSet>\r\n") + rows + u"\r\n</NewDataSet>";
}

/// A gateway in front of a scripted RM, with waits that pass at once and are counted.
struct SgeFixture {
    SgeGateway gateway(SgeSettings settings = {}, Network network = Network::Senai)
    {
        client = std::make_unique<rm::Client>(
            http, rm::Connection {.url = rm.url(), .user = QStringLiteral("u"), .password = QStringLiteral("pw12")});
        JobWait wait;
        wait.wait = [this](std::chrono::milliseconds time) {
            waits << time;
            return waits.size() < cancelAtWait;
        };
        const rm::Context context {CompanyId(3), BranchId(3016), LevelId(1), QStringLiteral("lojaclick")};
        return SgeGateway(*client, std::move(settings), context, network, wait);
    }

    ScriptedRm rm;
    http::Client http;
    std::unique_ptr<rm::Client> client;
    rm::ExchangeLog log;
    QList<std::chrono::milliseconds> waits;
    int cancelAtWait = 1000;
};

} // namespace ponte::lojaclick
