// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/contract.h"

namespace ponte::sandbox::rm {

const Operation *Port::byAction(const QString &action) const
{
    for (const Operation &operation : operations) {
        if (operation.action() == action)
            return &operation;
    }
    return nullptr;
}

const Port *Service::port(const QString &portName) const
{
    for (const Port &candidate : ports) {
        if (candidate.name == portName)
            return &candidate;
    }
    return nullptr;
}

static QList<Operation> contractOperations(const QString &contract, const QList<QStringList> &signatures)
{
    QList<Operation> operations;
    for (const QStringList &signature : signatures)
        operations.append({contract, signature.first(), signature.mid(1)});
    return operations;
}

static QStringList signature(const char *words)
{
    return QString::fromLatin1(words).split(u' ');
}

static Service makeService(const QString &name, const QString &contract, const QList<QStringList> &signatures)
{
    const QList<Operation> common = contractOperations(
        QStringLiteral("IRMSServer"), {signature("Implements type"), signature("CheckServiceActivity")});
    const QList<Operation> login = contractOperations(QStringLiteral("IwsBase"), {signature("AutenticaAcesso")});
    return {name,
            {{QStringLiteral("IRMSServer"), common},
             {QStringLiteral("IwsBase"), common + login},
             {contract, common + contractOperations(contract, signatures)}}};
}

static QList<Service> makeServices()
{
    return {
        makeService(QStringLiteral("wsDataServer"), QStringLiteral("IwsDataServer"),
                    {signature("GetSchema DataServerName Contexto"), signature("IsValidDataServer DataServerName"),
                     signature("GetSchemaEmail DataServerName Contexto EmailUsuarioContexto"),
                     signature("ReadView DataServerName Filtro Contexto"),
                     signature("ReadViewEmail DataServerName Filtro Contexto EmailUsuarioContexto"),
                     signature("ReadRecord DataServerName PrimaryKey Contexto"),
                     signature("ReadRecordEmail DataServerName PrimaryKey Contexto EmailUsuarioContexto"),
                     signature("SaveRecord DataServerName XML Contexto"),
                     signature("SaveRecordEmail DataServerName XML Contexto EmailUsuarioContexto"),
                     signature("DeleteRecord DataServerName XML Contexto"),
                     signature("DeleteRecordEmail DataServerName XML Contexto EmailUsuarioContexto"),
                     signature("DeleteRecordByKey DataServerName PrimaryKey Contexto"),
                     signature("ReadLookupView DataServerName Filtro Contexto OwnerData"),
                     signature("ReadLookupViewEmail DataServerName Filtro Contexto OwnerData EmailUsuarioContexto")}),
        makeService(QStringLiteral("wsConsultaSQL"), QStringLiteral("IwsConsultaSQL"),
                    {signature("RealizarConsultaSQL codSentenca codColigada codSistema parameters"),
                     signature("RealizarConsultaSQLContexto codSentenca codColigada codSistema parameters contexto")}),
        makeService(QStringLiteral("wsProcess"), QStringLiteral("IwsProcess"),
                    {signature("ExecuteWithXmlParams ProcessServerName strXmlParams"),
                     signature("ExecuteWithParams ProcessServerName strXmlParams"),
                     signature("getProcessStatus jobId execId")}),
    };
}

const QList<Service> &services()
{
    static const QList<Service> all = makeServices();
    return all;
}

const Service *serviceNamed(const QString &name)
{
    for (const Service &service : services()) {
        if (service.name == name)
            return &service;
    }
    return nullptr;
}

} // namespace ponte::sandbox::rm
