// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/samples/samplerows.h"

#include "core/log/payloadcodec.h"
#include "core/log/searchwords.h"

#include <QCryptographicHash>

#include <algorithm>

namespace ponte::samples {

using namespace Qt::StringLiterals;
using log::Status;

const QByteArray SampleRows::recordColumns =
    "id, integration, company, level, origin, functionality, module, key_fields, key_values, status, call_state, "
    "message, signature, automatic_attempts, manual_attempts, items, cancelled_reason, lease_number, created_at, "
    "changed_at";
const QByteArray SampleRows::itemColumns = "id, record, number, cause, who, message, status, http_status, duration_ms, "
                                           "configuration_version, created_at, changed_at";
const QByteArray SampleRows::payloadColumns = "item, sent, received, detail, created_at";

namespace {

constexpr qint64 firstRa = 878'000;

struct StepWords {
    QByteArray functionality, module, keyFields;
    QList<QByteArray> done, failed; ///< {1}: the subject of the key; {2}: the class
};

const StepWords &wordsOf(Step step)
{
    static const QByteArray import = "lojaclick_import";
    static const QByteArray exported = "lojaclick_export";
    static const QList<StepWords> words {
        {"guardian",
         import,
         "CODCOLIGADA;CODCFO",
         {"Cadastrado.", "Já cadastrado; dados conferidos."},
         {"O CPF {1} do responsável não é válido.", "O CEP do responsável {1} não foi encontrado.",
          "O parâmetro \"Usuário de integração\" não está definido.", "O SGE não respondeu a tempo."}},
        {"student",
         import,
         "CODCOLIGADA;RA",
         {"Cadastrado.", "atualizado"},
         {"O CPF {1} já pertence a outra pessoa.", "A data de nascimento do aluno {1} não é válida.",
          "O SGE não respondeu a tempo.", "O estado natal do aluno {1} não existe."}},
        {"course_enrollment",
         import,
         "CODCOLIGADA;RA;IDHABILITACAOFILIAL",
         {"Matrícula no curso incluída.", "Já matriculado no curso."},
         {"O aluno {1} tem matrícula em outra filial.", "A habilitação da filial não está ativa.",
          "O SGE não respondeu a tempo.", "O aluno {1} está bloqueado pela biblioteca."}},
        {"term_enrollment",
         import,
         "CODCOLIGADA;RA;IDPERLET",
         {"Matrícula no período letivo incluída.", "Já matriculado no período letivo."},
         {"O período letivo está encerrado.", "O aluno {1} tem pendência financeira.", "O SGE não respondeu a tempo.",
          "O status de matrícula não existe no nível de ensino."}},
        {"subject_enrollment",
         import,
         "CODCOLIGADA;RA;IDPERLET;CODTURMA",
         {"Matriculado nas disciplinas da turma {2}.", "Já matriculado nas disciplinas."},
         {"A turma {2} está cheia.", "O aluno {1} já está cursando 2 disciplinas da turma {2}.",
          "O SGE não respondeu a tempo.", "Violation of FOREIGN KEY constraint \"FKSMATRICULA_STURMADISC\"."}},
        {"pre_contract",
         import,
         "CODCOLIGADA;RA;IDPERLET;CODCONTRATO",
         {"Pré-contrato criado.", "Pré-contrato criado."},
         {"O plano de pagamento não vale para o período letivo.", "O aluno {1} já tem contrato ativo.",
          "O SGE não respondeu a tempo.", "O serviço do contrato não existe na filial."}},
        {"contract_activation",
         exported,
         "CODCOLIGADA;RA;IDPERLET;CODCONTRATO",
         {"Contrato efetivado.", "Contrato efetivado."},
         {"O título do aluno {1} está bloqueado no ERP.", "O ERP respondeu 503: indisponível.",
          "Cliente sem condição de pagamento cadastrada.", "O ERP não respondeu em 30 s."}},
        {"broker_notice",
         exported,
         "CODCOLIGADA;IDVENDA",
         {"Retorno entregue.", "Retorno entregue."},
         {"O Broker recusou a venda {1}: 422.", "O Broker recusou a venda {1}: 422.",
          "O Broker recusou a venda {1}: 422.", "O Broker recusou a venda {1}: 422."}},
        {"student_update",
         import,
         "CODCOLIGADA;RA",
         {"Dados do aluno atualizados.", "Dados do aluno atualizados."},
         {"O aluno não foi encontrado."}},
    };
    return words.at(int(step));
}

QByteArray padded(qint64 number, int digits)
{
    return QByteArray::number(number).rightJustified(digits, '0');
}

/// With right check digits; the same for the same student.
QByteArray cpfOf(qint64 student)
{
    QByteArray digits = padded((student * 7'368'787) % 999'999'937 + 1, 9);
    for (int weight = 10; weight <= 11; ++weight) {
        int sum = 0;
        for (int i = 0; i < digits.size(); ++i)
            sum += (digits.at(i) - '0') * (weight - i);
        const int rest = sum * 10 % 11 % 10;
        digits.append(char('0' + rest));
    }
    return digits;
}

QByteArray raOf(const SampleSale &sale)
{
    return padded(firstRa + sale.student, 8);
}

QByteArray originOf(const SampleSale &sale, const SampleRecord &record)
{
    if (record.step == Step::Update)
        return "CPF-" + cpfOf(sale.student);
    const int year = QDateTime::fromMSecsSinceEpoch(sale.records.first().items.first().at, Qt::UTC).date().year();
    return "LC-" + QByteArray::number(year) + '-' + padded(sale.number, 6) + "-1";
}

QByteArray classOf(const SampleSale &sale)
{
    return "TEC.001." + padded(sale.classNumber, 6);
}

QByteArray contractOf(const SampleSale &sale)
{
    const QByteArray name = QByteArray::number(sale.company) + '/' + QByteArray::number(sale.number);
    return "LC" + QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(16);
}

/// What the record is about: the part of the key behind the company.
QByteArray subjectOf(const SampleSale &sale, const SampleRecord &record)
{
    if (record.keyIsCpf)
        return cpfOf(sale.student);
    if (record.step == Step::Guardian)
        return padded(sale.student, 6);
    return record.step == Step::Notice ? originOf(sale, record) : raOf(sale);
}

QByteArray keyValuesOf(const SampleSale &sale, const SampleRecord &record)
{
    QByteArray values = QByteArray::number(sale.company) + ';' + subjectOf(sale, record);
    switch (record.step) {
    case Step::Course:
        return values + ';' + QByteArray::number(sale.courseOffer);
    case Step::Term:
        return values + ';' + QByteArray::number(sale.term);
    case Step::Subjects:
        return values + ';' + QByteArray::number(sale.term) + ';' + classOf(sale);
    case Step::PreContract:
    case Step::Activation:
        return values + ';' + QByteArray::number(sale.term) + ';' + contractOf(sale);
    case Step::Guardian:
    case Step::Student:
    case Step::Notice:
    case Step::Update:
        break;
    }
    return values;
}

QByteArray messageOf(const SampleSale &sale, const SampleRecord &record, const SampleItem &item)
{
    const StepWords &words = wordsOf(record.step);
    if (item.status == Status::Cancelled)
        return "O número máximo de tentativas foi atingido.";
    const QList<QByteArray> &texts = item.status == Status::Success ? words.done : words.failed;
    // What is pending had no answer.
    const int kind = item.status == Status::Pending ? 3 : item.kind;
    QByteArray text = texts.at(kind % int(texts.size()));
    if (text.contains('{'))
        text.replace("{1}", subjectOf(sale, record)).replace("{2}", classOf(sale));
    return text;
}

QByteArray whoOf(const SampleItem &item)
{
    switch (item.trigger) {
    case log::Trigger::Import:
        return "loja";
    case log::Trigger::Schedule:
        return "Reenvio automático";
    case log::Trigger::Manual:
        return "analista";
    case log::Trigger::Outbox:
        break;
    }
    return "ponte";
}

int attemptsBy(const SampleRecord &record, bool manual)
{
    if (record.step != Step::Activation)
        return 0;
    const auto by = [manual](const SampleItem &item) { return manual == (item.trigger == log::Trigger::Manual); };
    return int(std::count_if(record.items.begin(), record.items.end(), by));
}

QString sentOf(const SampleSale &sale, const SampleRecord &record)
{
    const auto text = [](const QByteArray &bytes) { return QString::fromUtf8(bytes); };
    if (record.step >= Step::Activation && record.step <= Step::Notice)
        return uR"({"codColigada":%1,"codFilial":%7,"ra":"%2","idPreContrato":"%3","codCfo":"%4","idVenda":"%5",)"
               uR"("valorTotal":"%6.00","quantidadeParcelas":12,"diaVencimento":10,"formaPagamento":"CARTAO"})"_s.arg(
                   QString::number(sale.company), text(raOf(sale)), text(contractOf(sale)),
                   text(padded(sale.student, 6)), text(originOf(sale, record)),
                   QString::number(900 + sale.number % 40 * 50), QString::number(sale.company * 1000 + 16));
    return uR"(<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:tot="http://www.totvs.com/">
  <soapenv:Body>
    <tot:SaveRecord>
      <tot:DataServerName>%1</tot:DataServerName>
      <tot:XML><![CDATA[<Edu><SAluno><CODCOLIGADA>%2</CODCOLIGADA><RA>%3</RA><CPF>%4</CPF><CODTURMA>%5</CODTURMA>
<IDPERLET>%6</IDPERLET><EMAIL>aluno.%3@example.com</EMAIL><RECCREATEDBY>lojaclick</RECCREATEDBY></SAluno></Edu>]]></tot:XML>
      <tot:Contexto>CODCOLIGADA=%2;CODTIPOCURSO=%7;CODSISTEMA=S;CODUSUARIO=lojaclick</tot:Contexto>
    </tot:SaveRecord>
  </soapenv:Body>
</soapenv:Envelope>)"_s.arg(text(wordsOf(record.step).functionality), QString::number(sale.company), text(raOf(sale)),
                            text(cpfOf(sale.student)), text(classOf(sale)), QString::number(sale.term),
                            QString::number(sale.level));
}

QString receivedOf(const SampleSale &sale, const SampleRecord &record, const SampleItem &item)
{
    const QString message = QString::fromUtf8(messageOf(sale, record, item));
    if (record.step >= Step::Activation && record.step <= Step::Notice)
        return item.status == Status::Success
                   ? uR"({"numeroContrato":"%1","situacao":"EFETIVADO"})"_s.arg(sale.number + 500'000)
                   : uR"({"code":"FE%1","message":"%2","detailedMessage":"","details":[]})"_s.arg(
                       QString::number(100 + item.kind), message);
    return uR"(<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
<SaveRecordResponse><SaveRecordResult>%1</SaveRecordResult></SaveRecordResponse></s:Body></s:Envelope>)"_s.arg(
        item.status == Status::Success ? QString::fromUtf8(keyValuesOf(sale, record)) : message);
}

} // namespace

QByteArray SampleRows::signatureIdOf(const QByteArray &message, qint64 at)
{
    const log::Signature signature = log::signatureOf(QString::fromUtf8(message));
    if (!m_signatures.contains(signature.id))
        m_signatures.insert(signature.id, {signature.text, at});
    return signature.id.toUtf8();
}

Result<> SampleRows::record(BulkSink &sink, qint64 id, const SampleSale &sale, const SampleRecord &record)
{
    const StepWords &words = wordsOf(record.step);
    const SampleItem &last = record.items.last();
    const QByteArray message = messageOf(sale, record, last);
    sink.number(id);
    sink.text("lojaclick");
    sink.number(sale.company);
    sink.number(sale.level);
    sink.text(originOf(sale, record));
    sink.text(words.functionality);
    sink.text(words.module);
    sink.text(record.keyIsCpf ? QByteArray("CODCOLIGADA;CPF") : words.keyFields);
    sink.text(keyValuesOf(sale, record));
    sink.text(log::toWord(record.status).toUtf8());
    sink.text(record.status == Status::Pending ? "unknown" : "none");
    sink.text(message);
    sink.text(record.status == Status::Success ? QByteArray("") : signatureIdOf(message, last.at));
    sink.number(attemptsBy(record, false));
    sink.number(attemptsBy(record, true));
    sink.number(record.items.size());
    sink.text(record.status == Status::Cancelled ? message : QByteArray(""));
    sink.number(record.step == Step::Activation ? record.items.size() : 0);
    sink.number(record.items.first().at);
    sink.number(last.at);
    return sink.endRow();
}

Result<> SampleRows::item(BulkSink &sink, qint64 id, qint64 recordId, const SampleSale &sale,
                          const SampleRecord &record, int number)
{
    const SampleItem &item = record.items.at(number - 1);
    sink.number(id);
    sink.number(recordId);
    sink.number(number);
    sink.text(log::toWord(item.trigger).toUtf8());
    sink.text(whoOf(item));
    sink.text(messageOf(sale, record, item));
    sink.text(log::toWord(item.status).toUtf8());
    if (item.status == Status::Pending)
        sink.null();
    else
        sink.number(item.status == Status::Success ? 200 : 422);
    sink.number(40 + id * 7 % 900);
    sink.number(1);
    sink.number(item.at);
    sink.number(item.at);
    return sink.endRow();
}

Result<> SampleRows::payload(BulkSink &sink, qint64 id, const SampleSale &sale, const SampleRecord &record, int number)
{
    const SampleItem &item = record.items.at(number - 1);
    sink.number(id);
    sink.bytes(log::compressed(sentOf(sale, record)));
    sink.bytes(item.status == Status::Pending ? QByteArray() : log::compressed(receivedOf(sale, record, item)));
    sink.null();
    sink.number(item.at);
    return sink.endRow();
}

Result<> SampleRows::words(BulkSink &sink, qint64 id, const SampleSale &sale, const SampleRecord &record)
{
    const QString text = log::searchedText(QString::fromUtf8(keyValuesOf(sale, record)),
                                           QString::fromUtf8(messageOf(sale, record, record.items.last())),
                                           QString::fromUtf8(originOf(sale, record)));
    sink.number(id);
    sink.text(log::indexedWords(text).toUtf8());
    return sink.endRow();
}

} // namespace ponte::samples
