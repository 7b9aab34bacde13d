// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/rm.h"

#include "app/sandbox/rm/context.h"
#include "app/sandbox/rm/element.h"
#include "app/sandbox/rm/filter.h"
#include "app/sandbox/rm/rmcall.h"
#include "app/sandbox/rm/seed.h"
#include "core/base/xml.h"

#include <QJsonArray>

namespace ponte::sandbox::rm {

static const QByteArray &xmlType()
{
    static const QByteArray type = "text/xml; charset=utf-8";
    return type;
}

static const QByteArray &actionPrefix()
{
    static const QByteArray prefix = "http://";
    return prefix;
}

Rm::Rm(const RmSetup &setup, const Clock &clock, Later later)
    : m_setup(setup)
    , m_clock(clock)
    , m_later(std::move(later))
{
    reset();
}

void Rm::reset()
{
    m_database.clear();
    seed(m_database);
    for (auto table = m_setup.tables.begin(); table != m_setup.tables.end(); ++table) {
        const QJsonArray rows = table.value().toArray();
        for (const QJsonValue &value : rows) {
            QHash<QString, QString> row;
            const QJsonObject object = value.toObject();
            for (auto column = object.begin(); column != object.end(); ++column)
                row.insert(column.key(), column.value().toVariant().toString());
            if (!m_database.put(table.key(), row))
                qWarning("the seed's row does not fit its table %s", qPrintable(table.key()));
        }
    }
    m_credentials.clear();
    m_credentials.setPassword(QStringLiteral("integracao"), QStringLiteral("sandbox"));
    m_credentials.setPassword(QStringLiteral("lojaclick"), QStringLiteral("sandbox"));
    for (auto user = m_setup.users.begin(); user != m_setup.users.end(); ++user)
        m_credentials.setPassword(user.key(), user.value());
    m_calls.clear();
    m_violations.clear();
    m_jobs.clear();
    m_jobLogs.clear();
}

bool Rm::owns(const QString &path)
{
    return serviceNamed(path.section(u'/', 1, 1)) != nullptr;
}

QString Rm::localTime() const
{
    return m_clock.now().toLocalTime().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"));
}

std::unique_ptr<OutsideCall> Rm::identify(const http::ServerRequest &request)
{
    auto call = std::make_unique<Call>();
    call->service = serviceNamed(request.path.section(u'/', 1, 1));
    call->port = call->service->port(request.path.section(u'/', 2));
    call->action = request.headers.value("soapaction").trimmed();
    if (call->action.startsWith('"') && call->action.endsWith('"') && call->action.size() >= 2)
        call->action = call->action.mid(1, call->action.size() - 2);
    if (request.method != "POST" || !call->port)
        return call;
    call->operation = call->port->byAction(QString::fromLatin1(call->action));
    if (!call->operation) {
        if (!call->action.startsWith(actionPrefix()))
            violate(QStringLiteral("missingSoapAction"));
        return call;
    }
    call->soap = readEnvelope(request.body, *call->operation);
    call->shape = shapeFor(m_setup.seed, request.body);
    call->names = {call->operation->name};
    const QString server = call->server();
    if (!server.isEmpty())
        call->names.append(call->operation->name + u'/' + server);
    if (!call->soap.outOfOrder.isEmpty())
        violate(QStringLiteral("elementOrder"));
    ++m_calls[call->names.last()];
    return call;
}

http::ServerResponse Rm::answer(const OutsideCall &outside, const http::ServerRequest &request)
{
    const Call &call = static_cast<const Call &>(outside);
    if (!call.port)
        return describe(request, *call.service);
    if (request.method != "POST")
        return {.status = 405, .body = {}, .contentType = "text/plain", .headers = {{"Allow", "POST"}}};
    if (!request.headers.value("content-type").toLower().startsWith("text/xml"))
        return {.status = 415, .body = {}, .contentType = "text/plain"};
    const bool open = call.operation && call.operation->contract == u"IRMSServer";
    QString user;
    if (!open) {
        user = m_credentials.userOf(request.headers.value("authorization"));
        if (user.isEmpty()) {
            violate(QStringLiteral("unauthorized"));
            return {.status = 401,
                    .body = {},
                    .contentType = "text/plain",
                    .headers = {{"WWW-Authenticate", "Basic realm=\"RM\""}}};
        }
    }
    // WCF takes a request without a usable action for a one-way message: accepted, and nothing done.
    if (!call.operation && !call.action.startsWith(actionPrefix()))
        return {.status = 202, .body = {}, .contentType = "text/xml"};
    if (!call.operation) {
        return fault(call, QStringLiteral("The message with Action '%1' cannot be processed at the receiver, due to a "
                                          "ContractFilter mismatch at the EndpointDispatcher.")
                               .arg(QString::fromLatin1(call.action)));
    }
    if (!call.soap.fault.isEmpty())
        return fault(call, call.soap.fault);
    call.user = user;
    return perform(call);
}

http::ServerResponse Rm::describe(const http::ServerRequest &request, const Service &service)
{
    const bool exchange = request.path.section(u'/', 2).compare(u"mex", Qt::CaseInsensitive) == 0;
    if (request.method != "GET" || !exchange)
        return {.status = 404, .body = {}, .contentType = "text/plain"};
    const QString query = request.query.toString().toLower();
    if (query == u"wsdl" || query == u"singlewsdl") {
        const QString host = QString::fromLatin1(request.headers.value("host"));
        return {.body = wsdl(service, QStringLiteral("http://") + host), .contentType = xmlType()};
    }
    const QByteArray schema = wsdlSchema(service, request.query.queryItemValue(QStringLiteral("xsd")));
    if (schema.isEmpty())
        return {.status = 404, .body = {}, .contentType = "text/plain"};
    return {.body = schema, .contentType = xmlType()};
}

http::ServerResponse Rm::fault(const Call &call, const QString &text) const
{
    return {.status = call.shape.faultWithOk ? 200 : 500,
            .body = faultEnvelope(QStringLiteral("s:Client"), text),
            .contentType = xmlType()};
}

http::ServerResponse Rm::text(const Call &call, const QString &result) const
{
    return {.body =
                resultEnvelope(call.operation->name, result, call.shape.cdata ? Wrapping::CData : Wrapping::Escaped),
            .contentType = xmlType()};
}

http::ServerResponse Rm::perform(const Call &call)
{
    const QString &name = call.operation->name;
    const QString &contract = call.operation->contract;
    if (contract == u"IRMSServer") {
        const bool known = name == u"CheckServiceActivity" || !call.parameter(QStringLiteral("type")).isEmpty();
        return {.body = booleanEnvelope(name, known, false), .contentType = xmlType()};
    }
    if (contract == u"IwsBase")
        return text(call, QStringLiteral("1"));
    if (contract == u"IwsConsultaSQL")
        return sentence(call);
    if (name == u"getProcessStatus")
        return jobStatus(call);
    if (contract == u"IwsProcess") {
        const auto delay = std::chrono::milliseconds(300);
        return process(call, call.shape.job ? std::optional(delay) : std::nullopt);
    }
    return dataServer(call);
}

http::ServerResponse Rm::sentence(const Call &call)
{
    const QString name =
        QStringList {call.parameter(QStringLiteral("codColigada")), call.parameter(QStringLiteral("codSistema")),
                     call.parameter(QStringLiteral("codSentenca"))}
            .join(u'|');
    if (!m_setup.sentences.contains(name)) {
        return fault(
            call, QStringLiteral("Não foi possível executar a consulta: a sentença %1 não foi encontrada.").arg(name));
    }
    const QJsonArray rows = m_setup.sentences.value(name).toArray();
    QString content;
    for (const QJsonValue &row : rows) {
        content += QStringLiteral("  <Resultado>\r\n");
        const QJsonObject object = row.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            content += QStringLiteral("    <%1>").arg(it.key()) + xml::escaped(it.value().toVariant().toString())
                       + QStringLiteral("</%1>\r\n").arg(it.key());
        }
        content += QStringLiteral("  </Resultado>\r\n");
    }
    return text(call, rows.isEmpty() ? QStringLiteral("<NewDataSet />")
                                     : QStringLiteral("<NewDataSet>\r\n") + content + QStringLiteral("</NewDataSet>"));
}

http::ServerResponse Rm::faulty(const Fault &scripted, const OutsideCall &outside)
{
    const Call &call = static_cast<const Call &>(outside);
    const QString name = call.operation ? call.operation->name : QStringLiteral("ReadView");
    const QString denied = QStringLiteral("Usuário sem permissão para executar o DataServer informado.");
    const QString words = scripted.message.isEmpty() ? denied : scripted.message;
    switch (scripted.kind) {
    case FaultKind::Refuse:
        if (call.returnsText())
            return {.body = resultEnvelope(name, refusalText(scripted.message), Wrapping::Escaped),
                    .contentType = xmlType()};
        return {.status = 500, .body = faultEnvelope(QStringLiteral("s:Client"), words), .contentType = xmlType()};
    case FaultKind::Reject:
        return {.status = 500, .body = faultEnvelope(QStringLiteral("s:Client"), words), .contentType = xmlType()};
    case FaultKind::FaultWithOk:
        return {.status = 200, .body = faultEnvelope(QStringLiteral("s:Client"), words), .contentType = xmlType()};
    case FaultKind::InternalError:
        return {.status = 500, .body = "<html><body>Internal Server Error</body></html>", .contentType = "text/html"};
    case FaultKind::Unavailable:
        return {.status = 503,
                .body = "<html><body>Service Unavailable</body></html>",
                .contentType = "text/html",
                .headers = {{"Retry-After", QByteArray::number(scripted.retryAfter)}}};
    case FaultKind::Unauthorized:
        return {.status = 401,
                .body = {},
                .contentType = "text/plain",
                .headers = {{"WWW-Authenticate", "Basic realm=\"RM\""}}};
    case FaultKind::Huge:
        return {.body = resultEnvelope(name, QString(21 * 1024 * 1024, u'x'), Wrapping::Escaped),
                .contentType = xmlType()};
    default:
        return {.body = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><",
                .contentType = xmlType()};
    }
}

QJsonObject Rm::state() const
{
    QJsonObject tables;
    for (const char *name : {"FCFO", "PPESSOA", "SALUNO", "SHABILITACAOALUNO", "SMATRICPL", "SMATRICULA", "SCONTRATO"})
        tables.insert(QLatin1String(name), m_database.table(QString::fromLatin1(name)).toJson());
    const auto counts = [](const QHash<QString, int> &source) {
        QJsonObject object;
        for (auto it = source.begin(); it != source.end(); ++it)
            object.insert(it.key(), it.value());
        return object;
    };
    QJsonObject jobs;
    for (auto it = m_jobs.begin(); it != m_jobs.end(); ++it)
        jobs.insert(QString::number(it.key()), m_jobLogs.value(it.key()));
    return {{QStringLiteral("tables"), tables},
            {QStringLiteral("jobs"), jobs},
            {QStringLiteral("calls"), counts(m_calls)},
            {QStringLiteral("violations"), counts(m_violations)}};
}

QJsonObject Rm::catalog() const
{
    QJsonObject tables;
    for (const TableDefinition &definition : m_database.schema().tables()) {
        if (definition.saving == Saving::Refused && !definition.name.startsWith(u"SMATRIC"))
            tables.insert(definition.name, m_database.table(definition.name).toJson());
    }
    return tables;
}

} // namespace ponte::sandbox::rm
