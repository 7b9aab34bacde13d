// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/descriptor.h"

#include <QtGlobal>

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
    };
    return schema;
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
    loja.parameters = parameterSchema();
    loja.networks = {u"SENAI"_s, u"IEL"_s, u"SESI"_s};
    loja.resendMaximum = QString::fromUtf16(parameter::resendMaximum);
    return loja;
}

} // namespace

const integration::Descriptor &descriptor()
{
    static const integration::Descriptor loja = build();
    return loja;
}

} // namespace ponte::lojaclick
