// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/screenshots/sampledata.h"

#include "tests/ui/support/settle.h"

namespace ponte::testing {

using namespace Qt::StringLiterals;

namespace {

struct Buyer {
    QString name;
    QString cpf;
    QString ra;
};

const QList<Buyer> &buyers()
{
    static const QList<Buyer> people {
        {u"Ana Beatriz D'Ávila"_s, u"39053344705"_s, u"00878180"_s},
        {u"João Pedro Gonçalves"_s, u"52998224725"_s, u"00878181"_s},
        {u"Luísa Araújo & Filhos"_s, u"11144477735"_s, u"00878182"_s},
        {u"Márcio Conceição"_s, u"86288366757"_s, u"00878183"_s},
        {u"Íris São Thiago"_s, u"15350946056"_s, u"00878184"_s},
    };
    return people;
}

QString saleJson(const Buyer &buyer, const QString &sale)
{
    return uR"({"idVenda":"%1","codColigada":3,"codFilial":3016,"codTipoCurso":1,"responsavelFinanceiro":{"nome":"%2","cpf":"%3","email":"familia@example.com","cep":"80530902","cidade":"Curitiba","estado":"PR"},"matricula":{"idHabilitacaoFilial":24,"idPerlet":77,"codTurma":"TEC.001.006017","serie":null,"codPlanoPgto":"PL12","dataMatricula":"2026-11-20"},"contrato":{"valorTotal":"1500.00","quantidadeParcelas":12,"diaVencimento":10,"formaPagamento":"CARTAO","dataVenda":"2026-11-20T14:03:22-03:00"}})"_s
        .arg(sale, buyer.name, buyer.cpf);
}

QString erpRequest(const Buyer &buyer, const QString &sale)
{
    return uR"({"codColigada":3,"codFilial":3016,"ra":"%1","idPreContrato":"LC5f0a2b7c91d3e846","codCfo":"000123","idVenda":"%2","valorTotal":"1500.00","quantidadeParcelas":12,"diaVencimento":10,"formaPagamento":"CARTAO"})"_s
        .arg(buyer.ra, sale);
}

log::Payload rmPayload(const Buyer &buyer)
{
    log::Payload payload;
    payload.sent =
        uR"(<EduAluno><SAluno><CODCOLIGADA>3</CODCOLIGADA><RA>%1</RA><NOME>%2</NOME><CODTIPOCURSO>1</CODTIPOCURSO><CODCOLCFO>3</CODCOLCFO><CODCFO>000123</CODCFO></SAluno></EduAluno>)"_s
            .arg(buyer.ra, buyer.name.toHtmlEscaped());
    payload.received = u"3;%1"_s.arg(buyer.ra);
    return payload;
}

struct Outcome {
    log::Status status;
    QString message;
    QString answer;
};

Outcome outcomeOf(int sale)
{
    switch (sale % 9) {
    case 2:
        return {
            log::Status::Error, u"O ERP recusou o contrato: cliente com restrição de crédito (FIN-2041)"_s,
            uR"({"code":"FIN-2041","message":"Cliente com restrição de crédito","detailedMessage":"Título 000884/3 em aberto desde 10/08/2026","details":[]})"_s};
    case 5:
        return {log::Status::Pending, u"O ERP não respondeu a tempo; a próxima tentativa pergunta primeiro"_s, {}};
    case 7:
        return {log::Status::Cancelled,
                u"Número máximo de tentativas atingido (3): HTTP 422, plano de pagamento PL12 inativo"_s,
                uR"({"code":"FIN-1107","message":"Plano de pagamento PL12 inativo","details":[]})"_s};
    default:
        return {log::Status::Success, u"Contrato 000451%1 efetivado"_s.arg(100 + sale),
                uR"({"numeroContrato":"000451%1","situacao":"EFETIVADO"})"_s.arg(100 + sale)};
    }
}

void addSale(Stage &stage, int number)
{
    const Buyer &buyer = buyers().at(number % buyers().size());
    const QString sale = u"LC-2026-%1-1"_s.arg(123 + number, 6, 10, QChar(u'0'));
    const int minutes = (60 - number) * 4;
    const QString term = u"3;%1;77"_s.arg(buyer.ra);
    const log::Payload rm = rmPayload(buyer);
    stage.add({sale,
               u"guardian"_s,
               log::Status::Success,
               3,
               1,
               u"3;000123"_s,
               u"Responsável Financeiro incluído"_s,
               {saleJson(buyer, sale), u"3;000123"_s, {}},
               minutes + 3});
    stage.add({sale, u"student"_s, log::Status::Success, 3, 1, u"3;%1"_s.arg(buyer.ra), u"Aluno incluído"_s, rm,
               minutes + 3});
    stage.add({sale, u"course_enrollment"_s, log::Status::Success, 3, 1, u"3;%1;24"_s.arg(buyer.ra),
               u"Matrícula incluída"_s, rm, minutes + 2});
    stage.add({sale, u"term_enrollment"_s, log::Status::Success, 3, 1, term, u"Matrícula incluída"_s, rm, minutes + 2});
    stage.add({sale, u"subject_enrollment"_s, log::Status::Success, 3, 1, term + u";TEC.001.006017"_s,
               u"4 disciplinas"_s, rm, minutes + 2});
    const QString contract = term + u";LC5f0a2b7c91d3e846"_s;
    stage.add(
        {sale, u"pre_contract"_s, log::Status::Success, 3, 1, contract, u"Pré contrato incluído"_s, rm, minutes + 1});
    const Outcome outcome = outcomeOf(number);
    Stage::Row activation {sale,
                           u"contract_activation"_s,
                           outcome.status,
                           3,
                           1,
                           contract,
                           outcome.message,
                           {erpRequest(buyer, sale), outcome.answer, {}},
                           minutes};
    if (!outcome.answer.isEmpty())
        activation.httpStatus = outcome.status == log::Status::Success ? 200 : 422;
    if (outcome.status != log::Status::Success) {
        activation.minutesAgo = minutes + 1;
        stage.add(activation);
        activation.minutesAgo = minutes;
    }
    stage.add(activation);
    if (outcome.status == log::Status::Success)
        stage.add({sale,
                   u"broker_notice"_s,
                   log::Status::Success,
                   3,
                   1,
                   u"3;%1"_s.arg(sale),
                   u"Broker confirmou o recebimento"_s,
                   {uR"({"IdUnico":"%1","CodColigada":3,"Ra":"%2","Situacao":"Matriculado"})"_s.arg(sale, buyer.ra),
                    u"{}"_s,
                    {}},
                   minutes});
}

} // namespace

void fillWithSales(Stage &stage)
{
    setUsualLookups(stage);
    const parameters::Scope level = parameters::Scope::ofLevel(CompanyId(3), LevelId(1));
    const parameters::Scope company = parameters::Scope::ofCompany(CompanyId(3));
    stage.setParameter(u"lojaclick.broker.address"_s, {}, u"https://broker.fiep.example/lojaclick"_s, u"analista"_s);
    stage.setParameter(u"lojaclick.broker.token"_s, {}, u"not-shown-anywhere"_s, u"analista"_s);
    stage.setParameter(u"lojaclick.status.pre_enrollment"_s, level, u"10"_s, u"analista"_s);
    stage.setParameter(u"lojaclick.status.enrollment"_s, level, u"11"_s, u"analista"_s);
    stage.setParameter(u"lojaclick.integration_user"_s, company, u"lojaclick"_s, u"joão"_s);
    stage.setParameter(u"lojaclick.resend.max_attempts"_s, company, u"3"_s, u"joão"_s);
    for (int sale = 0; sale < 52; ++sale)
        addSale(stage, sale);
    stage.add({u"LC-2026-000190-1"_s,
               u"guardian"_s,
               log::Status::Error,
               3,
               1,
               u"3;11111111111"_s,
               u"CPF inválido: aluno.cpf"_s,
               {u"{\"idVenda\":\"LC-2026-000190-1\"}"_s, {}, {}},
               5});
    stage.add({u"LC-2026-000191-1"_s,
               u"term_enrollment"_s,
               log::Status::Success,
               2,
               1,
               u"2;00454311;81"_s,
               u"Matrícula incluída"_s,
               {},
               4});
    for (int sale = 52; sale < 57; ++sale)
        addSale(stage, sale);
}

void fillWithSchedules(Stage &stage)
{
    const security::Actor actor = security::Actor::owner(u"analista"_s);
    const auto add = [&](const QString &name, const QString &rule, bool enabled) {
        work::ScheduleDraft draft;
        draft.name = name;
        draft.company = CompanyId(3);
        draft.rule = *work::ScheduleRule::fromText(rule);
        draft.enabled = enabled;
        const Result<qint64> added = stage.services().schedules.add(actor, draft);
        if (!added)
            qFatal("%s", qUtf8Printable(added.error().message));
        return *added;
    };
    const QDateTime now = stage.clock().now();
    addRun(stage, add(u"Noite, antes do fechamento"_s, u"weekdays mon,wed,fri 22:00"_s, true), now.addDays(-2), 41, 3);
    addRun(stage, add(u"A cada hora e meia"_s, u"every 90m"_s, true), now.addSecs(-2400), 2, 0);
    add(u"Fim de semana"_s, u"weekdays sat,sun 06:30"_s, false);
}

} // namespace ponte::testing
