// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/signature.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <functional>

using namespace ponte::log;
using namespace Qt::StringLiterals;

class TestSignature final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOutWhatVaries_data();
    void takesOutWhatVaries();
    void aCpfNeverSplits();
    void causesStayApart();
    void theDetailTellsCausesApart();
    void hostileTextsEndSoon_data();
    void hostileTextsEndSoon();
    void thousandsOfErrorsOfTwelveCauses();
};

void TestSignature::takesOutWhatVaries_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &message, const QString &text) {
        QTest::newRow(name) << message << text;
    };
    row("nothing", u"Chave duplicada"_s, u"Chave duplicada"_s);
    row("empty", u" \n "_s, {});
    row("number", u"Faltam 3 parcelas."_s, u"Faltam ‹n› parcelas."_s);
    row("money", u"O valor 1.500,00 não confere"_s, u"O valor ‹n› não confere"_s);
    row("class", u"A turma TEC.001.006017 está cheia."_s, u"A turma ‹n› está cheia."_s);
    row("sale", u"Venda LC-2026-000123-1: conteúdo divergente"_s, u"Venda ‹n›: conteúdo divergente"_s);
    row("key", u"CODCOLIGADA;RA 3;00878180"_s, u"CODCOLIGADA;RA ‹n›"_s);
    row("masked CPF", u"CPF 390.533.447-05 inválido"_s, u"CPF ‹n› inválido"_s);
    row("plain CPF", u"CPF 39053344705 inválido"_s, u"CPF ‹n› inválido"_s);
    row("hidden CPF", u"CPF ***.533.447-** inválido"_s, u"CPF ‹n› inválido"_s);
    row("CNPJ", u"CNPJ 11.222.333/0001-81 inválido"_s, u"CNPJ ‹n› inválido"_s);
    row("ISO time", u"Em pausa até 2026-11-20T14:03:22.512-03:00."_s, u"Em pausa até ‹n›."_s);
    row("Brazilian time", u"Desde 20/11/2026 às 14:03:22"_s, u"Desde ‹n›"_s);
    row("time of day", u"ERP não responde; as chamadas estão em pausa até 22:14:05 (UTC)."_s,
        u"ERP não responde; as chamadas estão em pausa até ‹n› (UTC)."_s);
    row("UUID", u"Pedido 0f8fad5b-d9cb-469f-a165-70867728950e recusado"_s, u"Pedido ‹n› recusado"_s);
    row("hexadecimal", u"Falha 0x80131904 em LC0a1b2c3d4e5f6071"_s, u"Falha ‹n› em ‹n›"_s);
    row("quoted", u"O aluno 'Íris D'Ávila' já existe"_s, u"O aluno ‹texto› já existe"_s);
    row("typographic quotes", u"O aluno “João” já existe como «José»"_s, u"O aluno ‹texto› já existe como ‹texto›"_s);
    row("URL", u"Não foi possível conectar a https://erp.exemplo.com.br:8443/x?a=1"_s,
        u"Não foi possível conectar a ‹endereço›"_s);
    row("e-mail", u"O e-mail joao.sa+loja@exemplo.com.br é inválido"_s, u"O e-mail ‹endereço› é inválido"_s);
    row("list", u"Parcelas 1, 2, 3 e 4 em aberto"_s, u"Parcelas ‹n› em aberto"_s);
    row("column", u"Column 'NOME' does not allow nulls."_s, u"Column 'NOME' does not allow nulls."_s);
    row("parameter", u"O parâmetro 'Usuário da Integração' está vazio"_s,
        u"O parâmetro 'Usuário da Integração' está vazio"_s);
    row("constraint with digits", u"conflicted with the FOREIGN KEY constraint \"FK2_SCONTRATO\"."_s,
        u"conflicted with the FOREIGN KEY constraint \"FK2_SCONTRATO\"."_s);
    row("HTTP status", u"O ERP não está atendendo (HTTP 503)."_s, u"O ERP não está atendendo (HTTP 503)."_s);
    row("Oracle", u"ORA-02291: restrição de integridade violada"_s, u"ORA-02291: restrição de integridade violada"_s);
    row("SQL Server", u"Erro 1205 na linha 88"_s, u"Erro 1205 na linha ‹n›"_s);
    row("CPF after a word that names codes", u"Erro: 390.533.447-05 sem cadastro"_s, u"Erro: ‹n› sem cadastro"_s);
    row("CPF called a code", u"Cliente código 111.444.777-35 inválido"_s, u"Cliente código ‹n› inválido"_s);
    row("date after a word that names codes", u"error: 20/11/2026 is over"_s, u"error: ‹n› is over"_s);
    row("CPF named as a field", u"Campo '390.533.447-05' inválido"_s, u"Campo ‹texto› inválido"_s);
    row("plain CPF named as a parameter", u"Parâmetro \"39053344705\" inválido"_s, u"Parâmetro ‹texto› inválido"_s);
    row("UUID of letters", u"Pedido abcdefab-cdef-abcd-efab-cdefabcdefab recusado"_s, u"Pedido ‹n› recusado"_s);
    row("spaces and lines", u"Possíveis  causas:\n - pai 7"_s, u"Possíveis causas: - pai ‹n›"_s);
}

void TestSignature::takesOutWhatVaries()
{
    QFETCH(QString, message);
    QFETCH(QString, text);
    const Signature signature = signatureOf(message);
    QCOMPARE(signature.text, text);
    QCOMPARE(signature.id.isEmpty(), text.isEmpty());
    // What is known never changes its id: lists and schedules hold it.
    if (message == u"Chave duplicada"_s)
        QCOMPARE(signature.id, u"2-59987b8aa02485b5"_s);
}

void TestSignature::aCpfNeverSplits()
{
    const QString message = u"Violação: o CPF %1 (aluno 'Ana') não existe"_s;
    const Signature one = signatureOf(message.arg(u"390.533.447-05"_s));
    for (const QString &cpf : {u"39053344705"_s, u"111.444.777-35"_s, u"00000000191"_s, u"***.444.777-**"_s, u"****"_s})
        QCOMPARE(signatureOf(message.arg(cpf)), one);
}

void TestSignature::causesStayApart()
{
    const QStringList messages {
        u"Violação de chave estrangeira"_s,
        u"Chave duplicada"_s,
        u"O(s) campo(s) abaixo deve(m) estar preenchido(s): Nome"_s,
        u"O(s) campo(s) abaixo deve(m) estar preenchido(s): Data de nascimento"_s,
        u"Você não está autorizado a inserir registros!"_s,
        u"Column 'X' does not belong to table"_s,
        u"Column 'NOME' does not allow nulls."_s,
        u"Column 'CPF' does not allow nulls."_s,
        u"There is no row at position 0"_s,
        u"Falha ao converver XML para Objeto DataSet"_s,
        u"ORA-00001"_s,
        u"ORA-01400"_s,
        u"ORA-02291"_s,
        u"ORA-01722"_s,
        u"The INSERT statement conflicted with the FOREIGN KEY constraint \"FKSPLANOPGTO\"."_s,
        u"The INSERT statement conflicted with the FOREIGN KEY constraint \"FKSPLETIVO\"."_s,
        u"Classe não encontrada: EduContratoData"_s,
        u"Classe não encontrada: EduAlunoData"_s,
        u"Usuário sem permissão para executar o DataServer informado."_s,
        u"Erro ao executar readview Filtro invalido"_s,
        u"Excedeu o número de licenças"_s,
        u"O aluno já está cursando a disciplina"_s,
        u"Existem débitos anteriores para o sacado"_s,
        u"Favor atualizar o registro e tentar novamente"_s,
        u"Contexto inválido OU não foram configurados"_s,
        u"Contexto informado no XML é diferente do contexto da requisição"_s,
        u"Matriz aplicada não encontrada para a filial e o nível de ensino informados."_s,
        u"Período letivo não encontrado para a filial e o nível de ensino informados."_s,
        u"Turma não encontrada para a matriz aplicada e o período letivo informados."_s,
        u"A turma TEC.001.006017 está cheia."_s,
        u"O ERP não está atendendo (HTTP 503)."_s,
        u"O ERP não está atendendo (HTTP 500)."_s,
        u"Não foi possível conectar ao ERP."_s,
        u"Não foi possível conectar ao Broker."_s,
        u"O ERP não deu uma resposta utilizável; o contrato pode ter sido efetivado."_s,
    };
    QSet<QString> ids;
    for (const QString &message : messages)
        ids.insert(signatureOf(message).id);
    QCOMPARE(ids.size(), messages.size());
}

void TestSignature::theDetailTellsCausesApart()
{
    const QString detail =
        u"Violação de chave estrangeira\n===\n   at RM.Lib.X()\n===\nThe INSERT statement conflicted with "
        "the FOREIGN KEY constraint \"%1\". The conflict occurred in database \"CorporeRM\"\n===\n"
        "INSERT INTO SCONTRATO VALUES ('%2')"_s;
    QCOMPARE(causeIn(detail.arg(u"FKSCONTRATO_SPLANOPGTO"_s, u"Ana"_s)), u"FKSCONTRATO_SPLANOPGTO"_s);
    QCOMPARE(causeIn(u"ORA-02291: integrity constraint (RM.FK1) violated"_s), u"ORA-02291"_s);
    QCOMPARE(causeIn(u"   at RM.Lib.Y()"_s), QString());
    const QString headline = u"Violação de chave estrangeira"_s;
    const auto plan = signatureOf(headline, causeIn(detail.arg(u"FKSCONTRATO_SPLANOPGTO"_s, u"Ana"_s)));
    QCOMPARE(plan.text, u"Violação de chave estrangeira [FKSCONTRATO_SPLANOPGTO]"_s);
    QCOMPARE(signatureOf(headline, causeIn(detail.arg(u"FKSCONTRATO_SPLANOPGTO"_s, u"José"_s))), plan);
    QVERIFY(signatureOf(headline, causeIn(detail.arg(u"FKSCONTRATO_SPLETIVO"_s, u"Ana"_s))) != plan);
}

void TestSignature::hostileTextsEndSoon_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
         {"'", "\"", "a", "a.", "a'", "1.", "*", "x@", "http:", "table '", "1 ", "aaa-", "a.b@", "+"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

/// A pattern that looks back and forth over the whole text would stand still here (the function's time-out tells).
void TestSignature::hostileTextsEndSoon()
{
    QFETCH(QString, piece);
    for (int times = 0; times < 20; ++times)
        QVERIFY(!signatureOf(piece.repeated(2000) + QString::number(times)).id.isEmpty());
}

void TestSignature::thousandsOfErrorsOfTwelveCauses()
{
    QRandomGenerator random(2026);
    const auto number = [&random](int below) { return QString::number(random.bounded(below)); };
    const auto cpf = [&](bool masked) {
        const QString digits = QString::number(random.bounded(1'000'000)).rightJustified(6, u'0')
                               + QString::number(random.bounded(100'000)).rightJustified(5, u'0');
        return masked ? u"%1.%2.%3-%4"_s.arg(digits.mid(0, 3), digits.mid(3, 3), digits.mid(6, 3), digits.mid(9))
                      : digits;
    };
    const auto sale = [&] { return u"LC-2026-%1-%2"_s.arg(number(1'000'000), number(3)); };
    const auto name = [&random] {
        static const QStringList names {u"Ana"_s, u"João O'Brien & Sá"_s, u"Íris D'Ávila"_s, u"José 2º"_s, u"Ó"_s};
        return names.at(random.bounded(int(names.size())));
    };
    const QList<std::function<QString()>> causes {
        [&] { return u"O aluno %1 (CPF %2) tem débitos anteriores."_s.arg(number(99999999), cpf(random.bounded(2))); },
        [&] { return u"A turma TEC.%1.00%2 está cheia."_s.arg(number(999), number(9999)); },
        [&] { return u"CPF %1 inválido"_s.arg(cpf(random.bounded(2))); },
        [&] { return u"O nome '%1' já existe para outro CPF (%2)."_s.arg(name(), cpf(true)); },
        [&] { return u"Venda %1 de %2/%3/2026: crédito recusado"_s.arg(sale(), number(28), number(12)); },
        [&] {
            return u"ERP não responde; as chamadas estão em pausa até %1:%2:%3 (UTC)."_s.arg(number(24), number(60),
                                                                                             number(60));
        },
        [&] {
            return u"Não foi possível conectar a http://10.0.%1.%2:%3/erp."_s.arg(number(255), number(255),
                                                                                  number(9999));
        },
        [&] { return u"O e-mail %1.%2@exemplo%3.com.br foi recusado"_s.arg(name().left(1), number(999), number(9)); },
        [&] {
            return u"Parcela %1 de %2: o valor %3,%4 não confere"_s.arg(number(12), number(12), number(9999),
                                                                        number(99));
        },
        [&] {
            return u"Contrato LC%1 não encontrado"_s.arg(
                QString::number(random.generate64(), 16).rightJustified(16, u'0'));
        },
        [&] {
            return u"O ERP recusou a efetivação do contrato: cliente C%1 bloqueado desde 2026-%2-1%3"_s.arg(
                number(99999), number(9).rightJustified(2, u'1'), number(9));
        },
        [&] {
            return u"The INSERT statement conflicted with the FOREIGN KEY constraint \"FKSCONTRATO_SPLANOPGTO\" at key %1;%2"_s
                .arg(number(9), number(999999));
        },
    };
    QHash<QString, int> counts;
    QHash<QString, int> causeOfId;
    constexpr int errors = 100'000;
    for (int i = 0; i < errors; ++i) {
        const int cause = i % int(causes.size());
        const QString message = causes.at(cause)();
        const Signature signature = signatureOf(message);
        ++counts[signature.id];
        QVERIFY2(causeOfId.value(signature.id, cause) == cause, qPrintable(message));
        causeOfId.insert(signature.id, cause);
        QVERIFY2(counts.size() <= 12, qPrintable(message + u" → "_s + signature.text));
    }
    QCOMPARE(counts.size(), 12);
}

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
