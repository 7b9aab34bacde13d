// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/sale.h"
#include "salesample.h"

#include <QCryptographicHash>
#include <QTest>

using namespace ponte;
using namespace ponte::lojaclick;
using namespace ponte::lojaclick::sample;

namespace {

QString longText(int length)
{
    return QString(length, u'á');
}

} // namespace

class TestSale final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testSoundSaleIsReadWhole();
    void testNetworkNames();
    void testGrade();
    void testGuardianDocument();
    void testGroups_data();
    void testGroups();
    void testAllWrongFieldsAtOnce();
    void testEmptyMessageNamesEveryRequiredField();
    void testMessages();
    void testUnknownMembersAreIgnored();
    void testHashIgnoresSpelling_data();
    void testHashIgnoresSpelling();
    void testHashSeesEveryField_data();
    void testHashSeesEveryField();
    void testHashIsStable();
    void testJsonGivesTheSameSale();
    void testJsonOfAPartlyReadSale();
    void testPreContractKey();
};

void TestSale::testSoundSaleIsReadWhole()
{
    const SaleReading reading = read(senaiSale());
    QCOMPARE(fieldsOf(reading.errors), QStringList());
    const Sale &sale = reading.sale;
    QCOMPARE(sale.id, QStringLiteral("LC-2026-000123-1"));
    QCOMPARE(sale.company, CompanyId(3));
    QCOMPARE(sale.branch, BranchId(3016));
    QCOMPARE(sale.level, LevelId(1));
    const Guardian guardian {QStringLiteral("Maria de Souza"),
                             QStringLiteral("39053344705"),
                             {},
                             QStringLiteral("maria@exemplo.com.br"),
                             QStringLiteral("4132719000"),
                             QStringLiteral("41999990000"),
                             {QStringLiteral("80530902"), QStringLiteral("Avenida Cândido de Abreu"),
                              QStringLiteral("200"), QStringLiteral("sala 1"), QStringLiteral("Centro Cívico"),
                              QStringLiteral("Curitiba"), QStringLiteral("PR")}};
    QVERIFY(sale.guardian == guardian);
    QCOMPARE(sale.guardian.document(), QStringLiteral("39053344705"));
    const Student student {QStringLiteral("Ana de Souza"),
                           {},
                           QStringLiteral("F"),
                           QStringLiteral("52998224725"),
                           QStringLiteral("PR"),
                           QStringLiteral("Curitiba"),
                           QStringLiteral("Maria de Souza"),
                           QStringLiteral("ana@exemplo.com.br"),
                           {},
                           QStringLiteral("41999990001"),
                           QDate(2001, 5, 17),
                           {QStringLiteral("80530902"),
                            QStringLiteral("Avenida Cândido de Abreu"),
                            QStringLiteral("200"),
                            {},
                            QStringLiteral("Centro Cívico"),
                            QStringLiteral("Curitiba"),
                            QStringLiteral("PR")}};
    QVERIFY(sale.student == student);
    QCOMPARE(sale.courseOfferId, 24);
    QCOMPARE(sale.termId, 77);
    QCOMPARE(sale.classCode, QStringLiteral("TEC.001.006017"));
    QVERIFY(!sale.grade.has_value());
    QCOMPARE(sale.paymentPlan, QStringLiteral("PL12"));
    QCOMPARE(sale.enrollmentDate, QDate(2026, 11, 20));
    QCOMPARE(sale.total.cents, 150000);
    QCOMPARE(sale.instalments, 12);
    QCOMPARE(sale.dueDay, 10);
    QCOMPARE(sale.paymentMethod, QStringLiteral("CARTAO"));
    QCOMPARE(sale.soldAt.toUTC(), QDateTime(QDate(2026, 11, 20), QTime(17, 3, 22), Qt::UTC));
    QCOMPARE(sale.soldAt.offsetFromUtc(), -3 * 3600);
}

void TestSale::testNetworkNames()
{
    for (const Network network : {Network::Senai, Network::Iel, Network::Sesi})
        QVERIFY(networkFromName(networkName(network)) == network);
    QCOMPARE(networkName(Network::Sesi), QStringLiteral("SESI"));
    QVERIFY(networkFromName(u"senai") == Network::Senai);
    QVERIFY(!networkFromName(u"SENAC").has_value());
    QVERIFY(!networkFromName(u"").has_value());
}

void TestSale::testGrade()
{
    const QString field = QStringLiteral("matricula.serie");
    QCOMPARE(fieldsOf(read(sesiSale(), Network::Sesi).errors), QStringList());
    QVERIFY(read(sesiSale(), Network::Sesi).sale.grade == 3);

    const auto codeOf = [&field](const QJsonValue &grade, std::optional<Network> network) {
        const SaleReading reading = read(with(sesiSale(), field, grade), network);
        return reading.errors.size() == 1 && reading.errors.first().field == field ? reading.errors.first().code
                                                                                   : QString();
    };
    QCOMPARE(codeOf(QJsonValue(), Network::Sesi), QStringLiteral("obrigatorio"));
    QCOMPARE(codeOf(QString(), Network::Sesi), QStringLiteral("obrigatorio"));
    QCOMPARE(codeOf(0, Network::Sesi), QStringLiteral("valor"));
    QCOMPARE(codeOf(100, Network::Sesi), QStringLiteral("valor"));
    QCOMPARE(codeOf(QStringLiteral("3"), Network::Sesi), QStringLiteral("tipo"));
    QCOMPARE(codeOf(3, Network::Senai), QStringLiteral("nao_aceito"));
    QCOMPARE(codeOf(3, Network::Iel), QStringLiteral("nao_aceito"));
    QCOMPARE(codeOf(QStringLiteral("x"), Network::Iel), QStringLiteral("nao_aceito"));
    // The company's missing network is another check's error, which must not hide behind this one.
    QCOMPARE(fieldsOf(read(sesiSale(), std::nullopt).errors), QStringList());
    QCOMPARE(fieldsOf(read(senaiSale(), std::nullopt).errors), QStringList());
}

void TestSale::testGuardianDocument()
{
    const QString cpf = QStringLiteral("responsavelFinanceiro.cpf");
    const QString cnpj = QStringLiteral("responsavelFinanceiro.cnpj");
    const QJsonObject company = with(with(senaiSale(), cpf, QJsonValue()), cnpj, QStringLiteral("11.222.333/0001-81"));
    SaleReading reading = read(company);
    QCOMPARE(fieldsOf(reading.errors), QStringList());
    QCOMPARE(reading.sale.guardian.cnpj, QStringLiteral("11222333000181"));
    QVERIFY(reading.sale.guardian.cpf.isEmpty());
    QCOMPARE(reading.sale.guardian.document(), QStringLiteral("11222333000181"));

    reading = read(with(senaiSale(), cnpj, QStringLiteral("11222333000181")));
    QCOMPARE(fieldsOf(reading.errors), QStringList {cnpj});
    QCOMPARE(reading.errors.first().code, QStringLiteral("nao_aceito"));

    reading = read(with(company, cnpj, QStringLiteral("11222333000182")));
    QCOMPARE(fieldsOf(reading.errors), QStringList {cnpj});
    QCOMPARE(reading.errors.first().code, QStringLiteral("cnpj"));
    QVERIFY(reading.errors.first().message.contains(QStringLiteral("CNPJ inválido")));

    reading = read(with(company, cnpj, QJsonValue()));
    QCOMPARE(fieldsOf(reading.errors), QStringList {cpf});
    QCOMPARE(reading.errors.first().code, QStringLiteral("obrigatorio"));
}

void TestSale::testGroups_data()
{
    QTest::addColumn<QString>("group");
    for (const char *group : {"responsavelFinanceiro", "aluno", "matricula", "contrato"})
        QTest::newRow(group) << QString::fromLatin1(group);
}

void TestSale::testGroups()
{
    QFETCH(const QString, group);
    for (const QJsonValue &value : {QJsonValue(QStringLiteral("x")), QJsonValue(5), QJsonValue(QJsonArray())}) {
        const SaleReading reading = read(with(senaiSale(), group, value));
        QCOMPARE(fieldsOf(reading.errors), QStringList {group});
        QCOMPARE(reading.errors.first().code, QStringLiteral("tipo"));
    }
    for (const QJsonValue &value : {QJsonValue(QJsonValue::Undefined), QJsonValue(), QJsonValue(QJsonObject())}) {
        const SaleReading reading = read(with(senaiSale(), group, value));
        QVERIFY(!reading.errors.isEmpty());
        for (const FieldError &error : reading.errors) {
            QVERIFY(error.field.startsWith(group + u'.'));
            QCOMPARE(error.code, QStringLiteral("obrigatorio"));
        }
    }
}

void TestSale::testAllWrongFieldsAtOnce()
{
    QJsonObject sale = senaiSale();
    sale = with(sale, QStringLiteral("contrato.valorTotal"), QStringLiteral("1,5"));
    sale = with(sale, QStringLiteral("aluno.cpf"), QStringLiteral("1"));
    sale = with(sale, QStringLiteral("aluno.nome"), QString());
    sale = with(sale, QStringLiteral("matricula"), QStringLiteral("x"));
    sale = with(sale, QStringLiteral("codFilial"), QStringLiteral("3016"));
    sale = with(sale, QStringLiteral("responsavelFinanceiro.email"), QStringLiteral("x"));
    sale = with(sale, QStringLiteral("idVenda"), longText(61));
    const SaleReading reading = read(sale);
    QCOMPARE(fieldsOf(reading.errors).join(u' '),
             QStringLiteral(
                 "idVenda codFilial responsavelFinanceiro.email aluno.nome aluno.cpf matricula contrato.valorTotal"));
    // The rest is there for the record of the refusal.
    QCOMPARE(reading.sale.company, CompanyId(3));
    QCOMPARE(reading.sale.guardian.cpf, QStringLiteral("39053344705"));
}

void TestSale::testEmptyMessageNamesEveryRequiredField()
{
    const SaleReading reading = read({}, Network::Sesi);
    QCOMPARE(reading.errors.size(), 22);
    QVERIFY(fieldsOf(reading.errors).contains(QStringLiteral("matricula.serie")));
    QVERIFY(reading.sale == Sale());
}

void TestSale::testMessages()
{
    const auto messageOf = [](const char *field, const QJsonValue &value) {
        return read(with(senaiSale(), QString::fromLatin1(field), value)).errors.value(0).message;
    };
    QCOMPARE(messageOf("aluno.cpf", QStringLiteral("11111111111")), QStringLiteral("CPF inválido no campo aluno.cpf."));
    QCOMPARE(messageOf("aluno.nome", 5), QStringLiteral("O campo aluno.nome deve ser um texto."));
    QCOMPARE(messageOf("aluno.nome", longText(121)),
             QStringLiteral("O campo aluno.nome aceita no máximo 120 caracteres."));
    QCOMPARE(messageOf("aluno", 5), QStringLiteral("O campo aluno deve ser um objeto."));
    QCOMPARE(messageOf("contrato.diaVencimento", 32),
             QStringLiteral("O campo contrato.diaVencimento deve estar entre 1 e 31."));
    QCOMPARE(messageOf("matricula.serie", 3), QStringLiteral("O campo matricula.serie só é aceito em vendas do SESI."));
}

void TestSale::testUnknownMembersAreIgnored()
{
    QJsonObject sale = with(senaiSale(), QStringLiteral("loja"), QJsonObject {{QStringLiteral("x"), 1}});
    sale = with(sale, QStringLiteral("aluno.apelido"), 5);
    QCOMPARE(fieldsOf(read(sale).errors), QStringList());
    QCOMPARE(contentHash(read(sale).sale), contentHash(read(senaiSale()).sale));
}

void TestSale::testHashIgnoresSpelling_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *field, const QJsonValue &value) {
        QTest::newRow(name) << QString::fromLatin1(field) << value;
    };
    row("CPF with mask", "aluno.cpf", QStringLiteral("529.982.247-25"));
    row("guardian's CPF with mask", "responsavelFinanceiro.cpf", QStringLiteral("390.533.447-05"));
    row("absent instead of null", "responsavelFinanceiro.cnpj", QJsonValue::Undefined);
    row("empty instead of null", "aluno.nomeSocial", QString());
    row("amount as whole text", "contrato.valorTotal", QStringLiteral("1500"));
    row("amount with one decimal", "contrato.valorTotal", QStringLiteral("1500.0"));
    row("amount as number", "contrato.valorTotal", 1500);
    row("the same instant in UTC", "contrato.dataVenda", QStringLiteral("2026-11-20T17:03:22Z"));
    row("the same instant with a fraction", "contrato.dataVenda", QStringLiteral("2026-11-20T14:03:22.000-03:00"));
    row("blanks around", "aluno.nome", QStringLiteral(" Ana de Souza "));
    row("small letters of a state", "aluno.estado", QStringLiteral("pr"));
    row("CEP with hyphen", "aluno.cep", QStringLiteral("80530-902"));
}

void TestSale::testHashIgnoresSpelling()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QCOMPARE(contentHash(read(with(senaiSale(), field, value)).sale), contentHash(read(senaiSale()).sale));
}

void TestSale::testHashSeesEveryField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const QJsonObject sale = senaiSale();
    const auto row = [](const QString &field, const QJsonValue &value) {
        QTest::newRow(qPrintable(field)) << field << value;
    };
    for (auto member = sale.begin(); member != sale.end(); ++member) {
        if (!member->isObject()) {
            row(member.key(), member->isString() ? QJsonValue(QStringLiteral("other")) : QJsonValue(9));
            continue;
        }
        const QJsonObject group = member->toObject();
        for (auto inner = group.begin(); inner != group.end(); ++inner) {
            const QString path = member.key() + u'.' + inner.key();
            QJsonValue other = inner->isDouble() ? QJsonValue(9) : QJsonValue(QStringLiteral("outro"));
            if (inner.key() == u"cpf")
                other = QStringLiteral("12345678909");
            else if (inner.key() == u"cnpj")
                other = QStringLiteral("11222333000181");
            else if (inner.key() == u"email")
                other = QStringLiteral("outro@exemplo.com");
            else if (inner.key() == u"cep")
                other = QStringLiteral("01001000");
            else if (inner.key() == u"estado" || inner.key() == u"estadoNatal")
                other = QStringLiteral("SC");
            else if (inner.key() == u"sexo")
                other = QStringLiteral("M");
            else if (inner.key() == u"serie")
                other = 4;
            else if (inner.key() == u"valorTotal")
                other = QStringLiteral("1500.01");
            else if (inner.key() == u"dataVenda")
                other = QStringLiteral("2026-11-20T14:03:23-03:00");
            else if (inner.key().startsWith(u"data"))
                other = QStringLiteral("2000-01-01");
            row(path, other);
        }
    }
    row(QStringLiteral("aluno.telefone"), QStringLiteral("123"));
    row(QStringLiteral("aluno.complemento"), QStringLiteral("outro"));
}

void TestSale::testHashSeesEveryField()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QJsonObject other = with(senaiSale(), field, value);
    if (field.endsWith(u"cnpj"))
        other = with(other, QStringLiteral("responsavelFinanceiro.cpf"), QJsonValue());
    const SaleReading reading = read(other, std::nullopt);
    QCOMPARE(fieldsOf(reading.errors), QStringList());
    QVERIFY(contentHash(reading.sale) != contentHash(read(senaiSale()).sale));
}

// A hash is kept for years and compared with those of later versions.
void TestSale::testHashIsStable()
{
    const QByteArray content("idVenda:1:x\ncodColigada:1:3\naluno.nome:5:Jos\xC3\xA9\ncontrato.valorTotal:5:12.30\n"
                             "contrato.dataVenda:24:2026-11-20T17:03:22.000Z\n");
    Sale sale;
    sale.id = QStringLiteral("x");
    sale.company = CompanyId(3);
    sale.student.name = QStringLiteral("José");
    sale.total = Money {1230};
    sale.soldAt = QDateTime(QDate(2026, 11, 20), QTime(14, 3, 22), Qt::OffsetFromUTC, -3 * 3600);
    QCOMPARE(contentHash(sale),
             QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()));
    QCOMPARE(contentHash(read(senaiSale()).sale),
             QStringLiteral("7a3129f80885e3e6e79d1e77cf4db97f320675b7eaed79e54eb2367a44eb81b2"));
}

void TestSale::testJsonGivesTheSameSale()
{
    for (const Network network : {Network::Senai, Network::Sesi}) {
        const Sale sale = read(network == Network::Sesi ? sesiSale() : senaiSale(), network).sale;
        const QJsonObject object = toJson(sale);
        const SaleReading again = read(object, network);
        QCOMPARE(fieldsOf(again.errors), QStringList());
        QVERIFY(again.sale == sale);
        QCOMPARE(again.sale.soldAt.offsetFromUtc(), sale.soldAt.offsetFromUtc());
        QCOMPARE(toJson(again.sale), object);
        // What was kept as an object has no texts of its numbers.
        QVERIFY(readSale(json::Document {object, {}}, network, Today).sale == sale);
    }
}

void TestSale::testJsonOfAPartlyReadSale()
{
    QCOMPARE(toJson(Sale()), QJsonObject());
    const SaleReading reading = read(with(senaiSale(), QStringLiteral("aluno"), QJsonValue()));
    const QJsonObject object = toJson(reading.sale);
    QVERIFY(!object.contains(QStringLiteral("aluno")));
    QCOMPARE(object.value(QStringLiteral("codColigada")).toInteger(), 3);
}

void TestSale::testPreContractKey()
{
    const QByteArray hash = QCryptographicHash::hash("3/LC-2026-000123-1", QCryptographicHash::Sha256).toHex();
    QCOMPARE(preContractKey(CompanyId(3), QStringLiteral("LC-2026-000123-1")),
             u"LC" + QString::fromLatin1(hash.left(16)));
    QVERIFY(preContractKey(CompanyId(2), QStringLiteral("LC-2026-000123-1"))
            != preContractKey(CompanyId(3), QStringLiteral("LC-2026-000123-1")));
}

QTEST_GUILESS_MAIN(TestSale)
#include "tst_sale.moc"
