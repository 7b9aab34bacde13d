// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/outside.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ponte::sandbox {

/// A request to one of the systems that speak JSON.
struct JsonCall final : OutsideCall {
    QJsonObject body;
    bool readable = false; ///< the body is one JSON object
    QUrlQuery query;

    /// A dotted path in the body, or an item of the query.
    [[nodiscard]] QStringList field(const QString &name) const override;
};

/// Reads the body and the query of a request; the operation is the caller's to name.
[[nodiscard]] std::unique_ptr<JsonCall> readJsonCall(const http::ServerRequest &request, const QString &operation);

[[nodiscard]] http::ServerResponse jsonResponse(int status, const QJsonObject &body);
/// The error envelope of TOTVS' APIs.
[[nodiscard]] http::ServerResponse errorResponse(int status, const QString &code, const QString &message,
                                                 const QString &detailed = {}, const QJsonArray &details = {});
/// The answers to faults that are the same for every system that speaks JSON.
[[nodiscard]] http::ServerResponse faultyJson(const Fault &fault, const QString &refusalCode, const QString &refusal);
/// What is kept of a request for whoever asks what was received.
[[nodiscard]] QJsonObject requestRecord(const http::ServerRequest &request, const JsonCall &call, const QString &time);

/// The last requests and the counts of one system.
class CallBook
{
public:
    void note(const QJsonObject &request, const QString &operation);
    void effect(const QString &operation) { ++m_effects[operation]; }
    void clear();
    void writeTo(QJsonObject *state) const;

private:
    static constexpr qsizetype keptRequests = 1000;
    QList<QJsonObject> m_requests;
    QHash<QString, int> m_calls;
    QHash<QString, int> m_effects;
};

/// The members that must be there, each with the wanted kind: s text, n whole number, a either, m money as a
/// decimal text.
[[nodiscard]] QJsonArray wrongMembers(const QJsonObject &body, const QList<QPair<QString, char>> &wanted);

} // namespace ponte::sandbox
