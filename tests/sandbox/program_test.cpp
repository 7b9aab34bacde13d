// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/shop/salemaker.h"
#include "app/sandbox/shop/shop.h"
#include "core/base/values.h"
#include "rig.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace ponte;
using namespace ponte::sandbox;

/// The sales of the shop, and the program as a whole.
class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void salesAreDeterministicAndValid();
    void sellsOverHttp();
    void repeatsWhatIsPutOff();
    void givesUpOnRefusals();
    void servesUntilTerminated();
    void leavesATakenPort();
    void refusesWrongUsage_data();
    void refusesWrongUsage();

private:
    static QString program() { return qEnvironmentVariable("PONTE_SANDBOX"); }
    static int run(const QStringList &arguments, QByteArray *output = nullptr, const QByteArray &input = {});
};

/// Takes sales as the inbound API does, and answers by script.
class SaleTaker
{
public:
    explicit SaleTaker(std::function<http::ServerResponse(int call)> answer)
        : m_answer(std::move(answer))
    {
        const Result<> listening =
            m_server.listen(QHostAddress::LocalHost, 0,
                            [this](const http::ServerRequest &request, const http::Responder &responder) {
                                const std::lock_guard lock(m_mutex);
                                requests.append(request);
                                responder.respond(m_answer(int(requests.size())));
                            },
                            {});
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
    }
    ~SaleTaker() { m_server.stop(); }

    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()); }

    QList<http::ServerRequest> requests;

private:
    std::mutex m_mutex;
    std::function<http::ServerResponse(int)> m_answer;
    http::Server m_server;
};

static http::ServerResponse accepted(int = 0)
{
    return jsonResponse(200, {{QStringLiteral("Status"), QStringLiteral("Sucesso")}});
}

int ProgramTest::run(const QStringList &arguments, QByteArray *output, const QByteArray &input)
{
    QProcess process;
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000))
        return -1;
    if (output)
        *output = process.readAllStandardOutput() + process.readAllStandardError();
    return process.exitCode();
}

void ProgramTest::salesAreDeterministicAndValid()
{
    const SaleMaker maker(7, {3});
    QCOMPARE(SaleMaker(7, {3}).sale(12), maker.sale(12));
    QVERIFY(SaleMaker(8, {3}).sale(12) != maker.sale(12));
    QSet<QString> documents;
    for (quint64 number = 1; number <= 5'000; ++number) {
        const QJsonObject sale = maker.sale(number);
        const QString cpf = sale.value(u"aluno").toObject().value(u"cpf").toString();
        QVERIFY2(isValidCpf(cpf), qPrintable(cpf));
        QVERIFY(!documents.contains(cpf));
        documents.insert(cpf);
        const QString payer = sale.value(u"responsavelFinanceiro").toObject().value(u"cpf").toString();
        QVERIFY2(isValidCpf(payer), qPrintable(payer));
        QVERIFY(payer == cpf || !documents.contains(payer));
        documents.insert(payer);
        const QString money = sale.value(u"contrato").toObject().value(u"valorTotal").toString();
        QVERIFY2(Money::fromText(money).has_value(), qPrintable(money));
        const QJsonObject pupil = sale.value(u"aluno").toObject();
        QVERIFY(pupil.value(u"nome").toString().size() <= 100);
        QVERIFY(pupil.value(u"email").toString().size() <= 60);
        QCOMPARE(pupil.value(u"cep").toString().size(), 8);
        QVERIFY(pupil.value(u"naturalidade").toString().size() <= 32);
    }
    QCOMPARE(maker.sale(3).value(u"idVenda").toString(), QStringLiteral("LC-7-3"));
    QVERIFY(maker.sale(3).value(u"matricula").toObject().value(u"serie").isNull());
    const QJsonObject pupil = SaleMaker(7, {2}).sale(3);
    QCOMPARE(pupil.value(u"codFilial").toInt(), 2016);
    QVERIFY(pupil.value(u"matricula").toObject().value(u"serie").toInt() > 0);
}

void ProgramTest::sellsOverHttp()
{
    SaleTaker taker(accepted);
    QByteArray output;
    QCOMPARE(run({QStringLiteral("sell"), QStringLiteral("--to"), taker.address(), QStringLiteral("--user"),
                  QStringLiteral("broker"), QStringLiteral("--password-stdin"), QStringLiteral("--count"),
                  QStringLiteral("9"), QStringLiteral("--seed"), QStringLiteral("5"), QStringLiteral("--verbose"),
                  QStringLiteral("--company"), QStringLiteral("2,3")},
                 &output, "pässword\n"),
             0);
    QVERIFY2(output.contains("sales=9 accepted=9 failed=0"), output.constData());
    QVERIFY(output.contains("LC-5-9 200"));
    QCOMPARE(taker.requests.size(), 9);
    QSet<QString> ids;
    QSet<int> companies;
    for (const http::ServerRequest &request : std::as_const(taker.requests)) {
        QCOMPARE(request.path, QStringLiteral("/api/cst/v1/lojaclick/matricula/inserirMatricula"));
        QCOMPARE(request.headers.value("authorization"),
                 http::basicAuthorization(QStringLiteral("broker"), QStringLiteral("pässword")));
        const QJsonObject sale = QJsonDocument::fromJson(request.body).object();
        ids.insert(sale.value(u"idVenda").toString());
        companies.insert(sale.value(u"codColigada").toInt());
    }
    QCOMPARE(ids.size(), 9);
    QCOMPARE(companies, QSet<int>({2, 3}));
}

void ProgramTest::repeatsWhatIsPutOff()
{
    SaleTaker taker([](int call) {
        if (call > 2)
            return accepted();
        http::ServerResponse later = jsonResponse(call == 1 ? 503 : 429, {});
        later.headers.emplaceBack("Retry-After", "0");
        return later;
    });
    ShopSettings settings;
    settings.address = QUrl(taker.address());
    settings.concurrency = 1;
    const ShopResult result = Shop(settings).run();
    QCOMPARE(result.accepted, 1u);
    QCOMPARE(result.retried, 2u);
    QCOMPARE(taker.requests.at(0).body, taker.requests.at(2).body);
}

void ProgramTest::givesUpOnRefusals()
{
    SaleTaker taker([](int) { return jsonResponse(422, {{QStringLiteral("Status"), QStringLiteral("Erro")}}); });
    QByteArray output;
    QCOMPARE(
        run({QStringLiteral("sell"), QStringLiteral("--to"), taker.address(), QStringLiteral("--user"),
             QStringLiteral("u"), QStringLiteral("--password-stdin"), QStringLiteral("--count"), QStringLiteral("2")},
            &output, "p\n"),
        4);
    QVERIFY2(output.contains("accepted=0 failed=2"), output.constData());
    QCOMPARE(taker.requests.size(), 2);
}

void ProgramTest::servesUntilTerminated()
{
    QTemporaryDir folder;
    QFile scenario(folder.filePath(QStringLiteral("scenario.json")));
    QVERIFY(scenario.open(QIODevice::WriteOnly));
    scenario.write(R"({"faults":[{"system":"broker","operation":"health","fault":"503"}],"brokerToken":"other"})");
    scenario.close();
    QProcess process;
    process.start(program(), {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                              QStringLiteral("--scenario"), scenario.fileName()});
    QVERIFY(process.waitForReadyRead(10'000));
    const QByteArray line = process.readLine();
    QVERIFY2(line.startsWith("ponte-sandbox: listening on http://127.0.0.1:"), line.constData());
    http::Client client;
    http::Request request;
    request.url =
        QUrl(QString::fromLatin1(line.mid(line.indexOf("http")).trimmed()) + QStringLiteral("/broker/health"));
    QCOMPARE(client.send(request).value().status, 503);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void ProgramTest::leavesATakenPort()
{
    Rig rig;
    QByteArray output;
    QCOMPARE(run({QStringLiteral("serve"), QStringLiteral("--listen"),
                  QStringLiteral("127.0.0.1:%1").arg(rig.sandbox.port())},
                 &output),
             7);
    QVERIFY(output.startsWith("ponte-sandbox: "));
    QCOMPARE(output.count('\n'), 1);
}

void ProgramTest::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *words) {
        QTest::newRow(words) << QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    };
    row("");
    row("buy");
    row("serve --listen nowhere");
    row("serve --scenario /nothing/there");
    row("serve --seed x");
    row("serve more");
    row("sell --to http://127.0.0.1:1");
    row("sell --to ftp://x --user u --password-stdin --count 1");
    row("sell --to http://x --user u --password-stdin --count 0");
    row("sell --to http://x --user u --password-stdin --count 1 --company 5");
    row("sell --to http://x --user u --password-stdin --count 1 --rate fast");
}

void ProgramTest::refusesWrongUsage()
{
    QFETCH(QStringList, words);
    QCOMPARE(run(words), 2);
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
