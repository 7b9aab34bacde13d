// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "rig.h"

#include "core/base/xml.h"

#include <QJsonDocument>
#include <QXmlStreamReader>

namespace ponte::sandbox {

Rig::Rig(const Setup &setup, const QHostAddress &address)
    : sandbox(setup)
{
    if (const Result<> listening = sandbox.listen(address, 0); !listening)
        qFatal("%s", qPrintable(listening.error().message));
}

QString Rig::senai()
{
    return QStringLiteral("CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=S;CODUSUARIO=lojaclick");
}

SoapOptions Rig::processOptions()
{
    SoapOptions options;
    options.service = QStringLiteral("wsProcess");
    options.port = QStringLiteral("IwsProcess");
    return options;
}

Result<http::Response> Rig::send(const QByteArray &method, const QString &path, const QByteArray &body,
                                 const http::Headers &headers, int deadlineMs)
{
    http::Request request;
    request.method = method;
    request.url = QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(sandbox.port()).arg(path));
    request.headers = headers;
    request.body = body;
    request.deadline = std::chrono::milliseconds(deadlineMs);
    request.maximumAnswerBytes = 64 * 1024 * 1024;
    return client.send(request);
}

Result<http::Response> Rig::soap(const QString &operation, const Pairs &parameters, const SoapOptions &options)
{
    QString content;
    for (const auto &[name, value] : parameters)
        content += QStringLiteral("<%1>").arg(name) + xml::escaped(value) + QStringLiteral("</%1>").arg(name);
    const QString body = QStringLiteral("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><%1 "
                                        "xmlns=\"http://www.totvs.com/\">")
                             .arg(operation)
                         + content + QStringLiteral("</%1></s:Body></s:Envelope>").arg(operation);
    const QString contract = options.contract.isEmpty() ? options.port : options.contract;
    const QByteArray action =
        options.action.value_or(QStringLiteral("\"http://www.totvs.com/%1/%2\"").arg(contract, operation).toLatin1());
    http::Headers headers {{"Content-Type", options.contentType}};
    if (!action.isNull())
        headers.append({QByteArray("SOAPAction"), action});
    if (!options.authorization.isEmpty())
        headers.append({QByteArray("Authorization"), options.authorization});
    return send("POST", u'/' + options.service + u'/' + options.port, body.toUtf8(), headers);
}

QString Rig::text(const QString &operation, const Pairs &parameters, const SoapOptions &options)
{
    const Result<http::Response> response = soap(operation, parameters, options);
    if (!response)
        return QStringLiteral("ERROR: ") + response.error().message;
    QXmlStreamReader reader(response->body);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"faultstring")
            return QStringLiteral("FAULT: ") + reader.readElementText();
        if (reader.name() == QString(operation + QStringLiteral("Result")))
            return reader.readElementText();
    }
    return QStringLiteral("HTTP %1").arg(response->status);
}

QString Rig::view(const QString &dataServer, const QString &filter, const QString &context)
{
    return text(QStringLiteral("ReadView"), {{QStringLiteral("DataServerName"), dataServer},
                                             {QStringLiteral("Filtro"), filter},
                                             {QStringLiteral("Contexto"), context}});
}

QString Rig::record(const QString &dataServer, const QString &key, const QString &context)
{
    return text(QStringLiteral("ReadRecord"), {{QStringLiteral("DataServerName"), dataServer},
                                               {QStringLiteral("PrimaryKey"), key},
                                               {QStringLiteral("Contexto"), context}});
}

QString Rig::save(const QString &dataServer, const QString &dataSet, const QString &tag, const Pairs &columns,
                  const QString &context)
{
    QString xml = u'<' + dataSet + QStringLiteral("><") + tag + u'>';
    for (const auto &[name, value] : columns)
        xml += QStringLiteral("<%1>").arg(name) + xml::escaped(value) + QStringLiteral("</%1>").arg(name);
    xml += QStringLiteral("</") + tag + QStringLiteral("></") + dataSet + u'>';
    return text(QStringLiteral("SaveRecord"), {{QStringLiteral("DataServerName"), dataServer},
                                               {QStringLiteral("XML"), xml},
                                               {QStringLiteral("Contexto"), context}});
}

QString Rig::process(const QString &xml, const SoapOptions &options)
{
    return text(QStringLiteral("ExecuteWithXmlParams"),
                {{QStringLiteral("ProcessServerName"), QStringLiteral("EduMatriculaProcData")},
                 {QStringLiteral("strXmlParams"), xml}},
                options);
}

QJsonObject Rig::control(const QByteArray &method, const QString &name, const QByteArray &body)
{
    const Result<http::Response> response =
        send(method, QStringLiteral("/sandbox/") + name, body, {{"Content-Type", "application/json"}});
    QJsonObject answer = response ? QJsonDocument::fromJson(response->body).object() : QJsonObject();
    answer.insert(QStringLiteral("http"), response ? response->status : 0);
    return answer;
}

QJsonArray Rig::rows(const QString &table)
{
    return sandbox.state().value(u"rm").toObject().value(u"tables").toObject().value(table).toArray();
}

bool Rig::enrolInCourse()
{
    const auto c = [](const char *name, const char *value) {
        return QPair<QString, QString>(QString::fromUtf8(name), QString::fromUtf8(value));
    };
    const QString guardian =
        save(QStringLiteral("FinCFODataBR"), QStringLiteral("FinCFOBR"), QStringLiteral("FCFO"),
             {c("CODCOLIGADA", "3"), c("CODCFO", "0"), c("NOME", "José D'Ávila"), c("NOMEFANTASIA", "José D'Ávila"),
              c("PAGREC", "1"), c("ATIVO", "1"), c("PESSOAFISOUJUR", "F"), c("CGCCFO", "39053344705")});
    const QString person =
        save(QStringLiteral("RhuPessoaData"), QStringLiteral("RhuPessoa"), QStringLiteral("PPessoa"),
             {c("CODIGO", "0"), c("NOME", "José D'Ávila"), c("DTNASCIMENTO", "2001-05-17"), c("ESTADONATAL", "PR"),
              c("NATURALIDADE", "Curitiba"), c("CEP", "80530902"), c("CPF", "39053344705")});
    const QString student = save(QStringLiteral("EduAlunoData"), QStringLiteral("EduAluno"), QStringLiteral("SAluno"),
                                 {c("CODCOLIGADA", "3"),
                                  c("RA", "0"),
                                  {QStringLiteral("CODPESSOA"), person},
                                  c("CODTIPOCURSO", "1"),
                                  c("CODCOLCFO", "3"),
                                  c("CODCFO", "000123")});
    const QString course = save(QStringLiteral("EduHabilitacaoAlunoData"), QStringLiteral("EduHabilitacaoAluno"),
                                QStringLiteral("SHabilitacaoAluno"),
                                {c("CODCOLIGADA", "3"), c("IDHABILITACAOFILIAL", "24"), c("RA", "00878180"),
                                 c("CODCURSO", "TEC001"), c("CODHABILITACAO", "001"), c("CODGRADE", "2026"),
                                 c("CODFILIAL", "3016"), c("CODTURNO", "1"), c("CODSTATUS", "10")});
    return guardian == u"3;000123" && person == u"26620" && student == u"3;00878180" && course == u"3;24;00878180";
}

static QString processContext(int company)
{
    const Pairs values {{QStringLiteral("CODTIPOCURSO"), QStringLiteral("1")},
                        {QStringLiteral("CODCOLIGADA"), QString::number(company)},
                        {QStringLiteral("CODSISTEMA"), QStringLiteral("S")},
                        {QStringLiteral("CODUSUARIO"), QStringLiteral("lojaclick")},
                        {QStringLiteral("CODFILIAL"), QString::number(company * 1000 + 16)}};
    QString text =
        QStringLiteral("<Context xmlns=\"http://www.totvs.com/\" xmlns:a=\"http://www.totvs.com.br/RM/\"><a:_params "
                       "xmlns:b=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">");
    for (const auto &[key, value] : values) {
        text += QStringLiteral("<b:KeyValueOfanyTypeanyType><b:Key>$%1</b:Key><b:Value>%2</b:Value>"
                               "</b:KeyValueOfanyTypeanyType>")
                    .arg(key, value);
    }
    return text + QStringLiteral("</a:_params><a:Environment>DotNet</a:Environment></Context>");
}

static QString primaryKey(const Pairs &key, const QString &table)
{
    QString values;
    QString names;
    for (const auto &[name, value] : key) {
        values += QStringLiteral("<a:anyType>%1</a:anyType>").arg(value);
        names += QStringLiteral("<a:string>%1</a:string>").arg(name);
    }
    const QString arrays = QStringLiteral("xmlns=\"http://www.totvs.com/\" "
                                          "xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\"");
    return QStringLiteral("<PrimaryKeyList %1><a:ArrayOfanyType>%2</a:ArrayOfanyType></PrimaryKeyList>"
                          "<PrimaryKeyNames %1>%3</PrimaryKeyNames>"
                          "<PrimaryKeyTableName xmlns=\"http://www.totvs.com/\">%4</PrimaryKeyTableName>")
        .arg(arrays, values, names, table);
}

QString ProcessDocument::toXml() const
{
    const int offer = company == 3 ? 24 : company == 2 ? 14 : 34;
    const int term = company == 3 ? 77 : company == 2 ? 67 : 87;
    const QString branch = QString::number(company * 1000 + 16);
    Pairs key {{QStringLiteral("CODCOLIGADA"), QString::number(company)}};
    if (keyTable == u"SMatricPL")
        key.append({QStringLiteral("IDPERLET"), QString::number(term)});
    key.append({QStringLiteral("IDHABILITACAOFILIAL"), QString::number(offer)});
    key.append({QStringLiteral("RA"), ra});
    const QString common =
        QStringLiteral("<CodColigada>%1</CodColigada><CodFilial>%2</CodFilial>").arg(company).arg(branch);
    const QString identity =
        QStringLiteral("<IdHabilitacaoFilial>%1</IdHabilitacaoFilial><IdPerLet>%2</IdPerLet>").arg(offer).arg(term);
    QString subjects;
    if (!subject.isEmpty()) {
        subjects =
            QStringLiteral("<EduMatriculaDiscParams>%1<CodStatus>%2</CodStatus><CodTipoCurso>1</CodTipoCurso>"
                           "<CodUsuario>lojaclick</CodUsuario><DataMatricula>2026-11-20T00:00:00-03:00</DataMatricula>"
                           "%3<IdTurmaDisc>%4</IdTurmaDisc><RA>%5</RA><TipoDisciplina>Normal</TipoDisciplina>"
                           "<TipoMat>1</TipoMat></EduMatriculaDiscParams>")
                .arg(common, status, identity, subject, ra);
    }
    const QString change =
        newStatus.isEmpty() ? QString() : QStringLiteral("<CodStatusNovo>%1</CodStatusNovo>").arg(newStatus);
    const QString changing = newStatus.isEmpty() ? QString() : QStringLiteral("<MudancaStatus>true</MudancaStatus>");
    return QStringLiteral(
               "<?xml version=\"1.0\" encoding=\"utf-16\"?><EduMatriculaParamsProc "
               "xmlns=\"http://www.totvs.com.br/RM/\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">")
           + processContext(company) + primaryKey(key, keyTable) + QStringLiteral("<MatricPLParams>") + head
           + QStringLiteral("<CadastrarContrato>%1</CadastrarContrato>")
                 .arg(withContract ? QStringLiteral("true") : QStringLiteral("false"))
           + common
           + QStringLiteral("<CodPlanoPgto>%1</CodPlanoPgto><CodStatus>%2</CodStatus>%3<CodTipoCurso>1</CodTipoCurso>"
                            "<CodTipoMat>1</CodTipoMat><CodTurma>%4</CodTurma><CodUsuario>lojaclick</CodUsuario>"
                            "<DataMatricula>2026-11-20T00:00:00-03:00</DataMatricula><Disciplinas>%5</Disciplinas>"
                            "<GerarLancamento>Nao</GerarLancamento>")
                 .arg(plan, status, change, schoolClass, subjects)
           + identity + changing
           + QStringLiteral("<Periodo>1</Periodo><RA>%1</RA><TipoOperacao>Inclusao</TipoOperacao>").arg(ra) + tail
           + QStringLiteral("</MatricPLParams><MatricularDisc>Nao</MatricularDisc></EduMatriculaParamsProc>");
}

http::Headers jsonHeaders(const QByteArray &authorization, const QByteArray &key)
{
    http::Headers headers {{"Content-Type", "application/json"}, {"Idempotency-Key", key}};
    if (!authorization.isEmpty())
        headers.append({QByteArray("Authorization"), authorization});
    return headers;
}

QByteArray activationBody(const QString &preContract)
{
    const QJsonObject body {{QStringLiteral("codColigada"), 3},
                            {QStringLiteral("codFilial"), 3016},
                            {QStringLiteral("ra"), QStringLiteral("00878180")},
                            {QStringLiteral("idPreContrato"), preContract},
                            {QStringLiteral("codCfo"), QStringLiteral("000123")},
                            {QStringLiteral("idVenda"), QStringLiteral("LC-1-1")},
                            {QStringLiteral("valorTotal"), QStringLiteral("1500.00")},
                            {QStringLiteral("quantidadeParcelas"), 12},
                            {QStringLiteral("diaVencimento"), 10},
                            {QStringLiteral("formaPagamento"), QStringLiteral("CARTAO")}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray noticeBody(const QString &sale)
{
    const QJsonObject body {{QStringLiteral("IdUnico"), sale},
                            {QStringLiteral("CodColigada"), 3},
                            {QStringLiteral("Ra"), QStringLiteral("00878180")},
                            {QStringLiteral("IdPreContrato"), QStringLiteral("LC0123456789abcdef")},
                            {QStringLiteral("CodStatus"), 11},
                            {QStringLiteral("Situacao"), QStringLiteral("Matriculado")},
                            {QStringLiteral("NumeroContrato"), QStringLiteral("40000001")},
                            {QStringLiteral("DataEfetivacao"), QStringLiteral("2026-11-20T14:03:22-03:00")}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace ponte::sandbox
