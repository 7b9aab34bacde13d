// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/descriptor.h"

#include <QtGlobal>

#include <algorithm>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using parameters::Definition;
using parameters::ScopeKind;
using parameters::ValueKind;

namespace {

parameters::Schema parameterSchema()
{
    parameters::Schema schema;
    schema.tabs = {
        {u"integration_data"_s, QT_TRANSLATE_NOOP("Parameters", "Integration data"), ScopeKind::Global, u"broker"_s},
        {u"enrollment_status"_s, QT_TRANSLATE_NOOP("Parameters", "Enrolment status data"), ScopeKind::Level},
        {u"general"_s, QT_TRANSLATE_NOOP("Parameters", "General parameters"), ScopeKind::Company},
    };
    schema.definitions = {
        Definition {QString::fromUtf16(parameter::brokerAddress), u"integration_data"_s,
                    QT_TRANSLATE_NOOP("Parameters", "Broker web service address"),
                    QT_TRANSLATE_NOOP("Parameters", "Address of the web service that the Broker offers."),
                    ScopeKind::Global, ValueKind::Url},
        Definition {QString::fromUtf16(parameter::brokerToken), u"integration_data"_s,
                    QT_TRANSLATE_NOOP("Parameters", "User token"),
                    QT_TRANSLATE_NOOP("Parameters", "Access token for the Broker's web service."), ScopeKind::Global,
                    ValueKind::Secret},
        Definition {QString::fromUtf16(parameter::preEnrollmentStatus), u"enrollment_status"_s,
                    QT_TRANSLATE_NOOP("Parameters", "Pre-enrolment status"),
                    QT_TRANSLATE_NOOP("Parameters", "Given to an enrolment when it is imported."), ScopeKind::Level,
                    ValueKind::Lookup, u"statuses"_s},
        Definition {QString::fromUtf16(parameter::enrollmentStatus), u"enrollment_status"_s,
                    QT_TRANSLATE_NOOP("Parameters", "Enrolment status"),
                    QT_TRANSLATE_NOOP("Parameters",
                                      "Given when the contract becomes effective in the ERP; confirmed to the Broker."),
                    ScopeKind::Level, ValueKind::Lookup, u"statuses"_s},
        Definition {QString::fromUtf16(parameter::integrationUser), u"general"_s,
                    QT_TRANSLATE_NOOP("Parameters", "Integration user"),
                    QT_TRANSLATE_NOOP("Parameters", "Marks the records that came from the shop."), ScopeKind::Company,
                    ValueKind::Lookup, u"users"_s},
        Definition {QString::fromUtf16(parameter::resendMaximum),
                    u"general"_s,
                    QT_TRANSLATE_NOOP("Parameters", "Number of resend attempts"),
                    QT_TRANSLATE_NOOP("Parameters", "1 to 99; empty: nothing is ever resent automatically."),
                    ScopeKind::Company,
                    ValueKind::Integer,
                    {},
                    1,
                    99},
        Definition {QString::fromUtf16(parameter::contractDeadline),
                    u"general"_s,
                    QT_TRANSLATE_NOOP("Parameters", "Contract deadline (hours)"),
                    QT_TRANSLATE_NOOP("Parameters",
                                      "From the sale to the effective contract, for reports: 1 to 720; empty: none."),
                    ScopeKind::Company,
                    ValueKind::Integer,
                    {},
                    1,
                    720},
    };
    return schema;
}

/// By the messages of this folder (loja-click.md D0-10 to D0-17, D0-20, D0-28).
QList<integration::Advice> adviceOnErrors()
{
    return {
        {{},
         u"Falta o parâmetro"_s,
         QT_TRANSLATE_NOOP("Integrations", "Fill in the named parameter on the page Parameters.")},
        {{},
         u"não está configurada"_s,
         QT_TRANSLATE_NOOP("Integrations", "Set up what the message names on the page Administration.")},
        {{},
         u"recusou (as credenciais|o token)|credenciais foram recusadas"_s,
         QT_TRANSLATE_NOOP("Integrations",
                           "Correct user and password (for the Broker the token) and test the connection.")},
        {{},
         u"conteúdo divergente"_s,
         QT_TRANSLATE_NOOP("Integrations",
                           "The shop has to send a changed sale under another id; this one stays as it was.")},
        {{},
         u"já matriculado em todas as disciplinas"_s,
         QT_TRANSLATE_NOOP("Integrations",
                           "Check whether the shop sold the same class twice; there is nothing left to enrol.")},
        {{},
         u" é (da filial|do nível de ensino|da matriz aplicada) "_s,
         QT_TRANSLATE_NOOP("Integrations",
                           "Class, branch, level and course of the sale have to fit together: correct the "
                           "offer in the shop, or the class in the SGE.")},
        {{},
         u"interrompida"_s,
         QT_TRANSLATE_NOOP("Integrations", "A program ended in the middle of the work; nothing was lost.")},
        {u"student_update"_s, u"Nenhuma pessoa com este CPF"_s,
         QT_TRANSLATE_NOOP("Integrations", "The person has to exist in the SGE before the data can be updated.")},
    };
}

void addCall(integration::Descriptor &loja, const QString &functionality, const QString &destination,
             const QString &call)
{
    const auto found = std::find_if(loja.functionalities.begin(), loja.functionalities.end(),
                                    [&](const integration::Functionality &known) { return known.id == functionality; });
    Q_ASSERT(found != loja.functionalities.end());
    found->destination = destination;
    found->call = call;
}

integration::Descriptor build()
{
    const QString import = u"lojaclick_import"_s;
    const QString exported = u"lojaclick_export"_s;
    const QString company = u"CODCOLIGADA"_s;
    const QString ra = u"RA"_s;
    const QString term = u"IDPERLET"_s;
    integration::Descriptor loja;
    loja.id = u"lojaclick"_s;
    loja.name = QT_TRANSLATE_NOOP("Integrations", "Loja Click integration");
    loja.modules = {{import, QT_TRANSLATE_NOOP("Integrations", "Loja Click - Import")},
                    {exported, QT_TRANSLATE_NOOP("Integrations", "Loja Click - Export")}};
    loja.functionalities = {
        {u"guardian"_s, QT_TRANSLATE_NOOP("Integrations", "Guardian"), import, {company, u"CODCFO"_s}},
        {u"student"_s, QT_TRANSLATE_NOOP("Integrations", "Student"), import, {company, ra}},
        {u"student_update"_s, QT_TRANSLATE_NOOP("Integrations", "Student data update"), import, {company, ra}},
        {u"course_enrollment"_s,
         QT_TRANSLATE_NOOP("Integrations", "Course enrolment"),
         import,
         {company, ra, u"IDHABILITACAOFILIAL"_s}},
        {u"term_enrollment"_s, QT_TRANSLATE_NOOP("Integrations", "Term enrolment"), import, {company, ra, term}},
        {u"subject_enrollment"_s,
         QT_TRANSLATE_NOOP("Integrations", "Subject enrolment"),
         import,
         {company, ra, term, u"CODTURMA"_s}},
        {u"pre_contract"_s,
         QT_TRANSLATE_NOOP("Integrations", "CRM pre-contract"),
         import,
         {company, ra, term, u"CODCONTRATO"_s}},
        {u"contract_activation"_s,
         QT_TRANSLATE_NOOP("Integrations", "ERP contract activation"),
         exported,
         {company, ra, term, u"CODCONTRATO"_s},
         true},
        {u"broker_notice"_s,
         QT_TRANSLATE_NOOP("Integrations", "Notice to the Broker"),
         exported,
         {company, u"IDVENDA"_s},
         false,
         QT_TRANSLATE_NOOP("Integrations", "Send notice to the Broker again")},
    };
    for (integration::Functionality &functionality : loja.functionalities)
        functionality.destination = u"RM"_s;
    addCall(loja, u"contract_activation"_s, u"ERP"_s, u"POST /contratos/efetivacao"_s);
    addCall(loja, u"broker_notice"_s, u"Broker"_s, u"POST /matriculas/confirmacao"_s);
    loja.advice = adviceOnErrors();
    loja.parameters = parameterSchema();
    loja.networks = {u"SENAI"_s, u"IEL"_s, u"SESI"_s};
    loja.resendMaximum = QString::fromUtf16(parameter::resendMaximum);
    loja.contract = u"contract_activation"_s;
    loja.contractDeadline = QString::fromUtf16(parameter::contractDeadline);
    return loja;
}

} // namespace

const integration::Descriptor &descriptor()
{
    static const integration::Descriptor loja = build();
    return loja;
}

} // namespace ponte::lojaclick
