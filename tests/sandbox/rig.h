// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/sandbox.h"
#include "core/http/client.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

namespace ponte::sandbox {

using Pairs = QList<QPair<QString, QString>>;

struct SoapOptions {
    QString service = QStringLiteral("wsDataServer");
    QString port = QStringLiteral("IwsDataServer");
    QString contract = {}; ///< of the SOAPAction; the port's where empty
    QByteArray authorization = http::basicAuthorization(QStringLiteral("integracao"), QStringLiteral("sandbox"));
    std::optional<QByteArray> action = {}; ///< instead of the right one
    QByteArray contentType = "text/xml; charset=utf-8";
};

/// The process document of company 3 for term 77.
struct ProcessDocument {
    QString keyTable = QStringLiteral("SHabilitacaoAluno");
    QString schoolClass = QStringLiteral("TEC.001.006017");
    QString subject = {}; ///< IDTURMADISC; none enrols in the term alone
    QString newStatus = {}; ///< changes the status alone
    QString status = QStringLiteral("10");
    QString plan = QStringLiteral("PL12");
    QString ra = QStringLiteral("00878180");
    int company = 3;
    QString head = {}; ///< more members at the begin of MatricPLParams
    QString tail = {}; ///< more members at its end
    bool withContract = false;

    [[nodiscard]] QString toXml() const;
};

/// A sandbox on a free port and a caller, over real sockets.
class Rig
{
public:
    explicit Rig(const Setup &setup = {}, const QHostAddress &address = QHostAddress::LocalHost);

    using SoapOptions = ponte::sandbox::SoapOptions;
    [[nodiscard]] Result<http::Response> soap(const QString &operation, const Pairs &parameters,
                                              const SoapOptions &options = {});
    /// The text of the result element, or "FAULT: …", or "HTTP 401".
    [[nodiscard]] QString text(const QString &operation, const Pairs &parameters, const SoapOptions &options = {});
    [[nodiscard]] QString view(const QString &dataServer, const QString &filter, const QString &context = senai());
    [[nodiscard]] QString record(const QString &dataServer, const QString &key, const QString &context = senai());
    /// Saves one row given by columns.
    [[nodiscard]] QString save(const QString &dataServer, const QString &dataSet, const QString &tag,
                               const Pairs &columns, const QString &context = senai());
    [[nodiscard]] QString process(const QString &xml, const SoapOptions &options = processOptions());

    [[nodiscard]] Result<http::Response> send(const QByteArray &method, const QString &path,
                                              const QByteArray &body = {}, const http::Headers &headers = {},
                                              int deadlineMs = 60'000);
    QJsonObject control(const QByteArray &method, const QString &name, const QByteArray &body = {});
    void addFault(const QByteArray &json) { control("POST", QStringLiteral("faults"), json); }
    [[nodiscard]] QJsonArray rows(const QString &table);

    /// Saves guardian, person, student and course in company 3; true if all went well.
    [[nodiscard]] bool enrolInCourse();
    using ProcessDocument = ponte::sandbox::ProcessDocument;

    [[nodiscard]] static QString senai();
    [[nodiscard]] static SoapOptions processOptions();

    Sandbox sandbox;
    http::Client client;

private:
    Setup m_setup;
};

[[nodiscard]] http::Headers jsonHeaders(const QByteArray &authorization, const QByteArray &key);
[[nodiscard]] QByteArray activationBody(const QString &preContract = QStringLiteral("LC0123456789abcdef"));
[[nodiscard]] QByteArray noticeBody(const QString &sale = QStringLiteral("LC-1-1"));

} // namespace ponte::sandbox
