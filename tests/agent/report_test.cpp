// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/agent/agentprogram.h"
#include "tests/agent/logsample.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ReportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { AgentProgram::addBackends(); }
    void init();
    void cleanup() { m_agent.reset(); }

    void rowsInTheCustomersWords();
    void otherLanguages();
    void itemsAreHarmless();
    void receiptSpeaksOfTheFile();
    void nothingIsLeftOfAFailure();
    void manyRows();
    void everyFormat();
    void chosenColumns();
    void wordsThatAreRefused_data();
    void wordsThatAreRefused();
    void eachExportIsAudited();

private:
    [[nodiscard]] QByteArray report(const QString &options);

    std::unique_ptr<AgentProgram> m_agent;
};

void ReportTest::init()
{
    QFETCH_GLOBAL(const QString, backend);
    m_agent = std::make_unique<AgentProgram>();
    if (!m_agent->start(backend))
        return;
    const auto connection = m_agent->connect();
    QVERIFY(connection && ponte::test::writeLogSample(*connection));
}

QByteArray ReportTest::report(const QString &options)
{
    const QString file = m_agent->file(u"r.csv"_s);
    const AgentRun run =
        m_agent->run(u"report --format csv --output %1 %2"_s.arg(file, options).split(u' ', Qt::SkipEmptyParts));
    (void)QTest::qVerify(run.status == 0, "report", run.told().c_str(), __FILE__, __LINE__);
    return contentOf(file);
}

void ReportTest::rowsInTheCustomersWords()
{
    const QByteArray expected =
        "\xEF\xBB\xBFId Log;Campos Chave;Valores Chave;Status;Funcionalidade;Módulo;Data de Criação;"
        "Data da última alteração\r\n"
        "4;\"CODCOLIGADA;RA\";\"3;00873\";Erro;Efetivação de Contrato ERP;Loja Click - Exportação;"
        "20/11/2026 12:00:00;20/11/2026 12:00:00\r\n"
        "3;\"CODCOLIGADA;RA\";\"2;00872\";Sucesso;Responsável Financeiro;Loja Click - Importação;"
        "20/11/2026 11:00:00;20/11/2026 11:00:00\r\n";
    QCOMPARE(report(u"--from 2026-11-20T11:00 --to 2026-11-20T13:00"_s), expected);
    const QByteArray others = report(u"--status pending,cancelled"_s);
    QVERIFY2(others.contains(";Pendente;") && others.contains(";Cancelado;"), others.constData());
}

void ReportTest::otherLanguages()
{
    const QByteArray english = report(u"--origin LC-3 --language en"_s);
    QVERIFY2(english.contains("Log id;Key fields;Key values;Status;Functionality;Module;Created;Last changed"),
             english.constData());
    QVERIFY2(english.contains(";Error;") && english.contains("2026-11-20 12:00:00"), english.constData());
    const QByteArray spanish = report(u"--origin LC-0 --language es"_s);
    QVERIFY2(spanish.contains(";Éxito;"), spanish.constData());
}

void ReportTest::itemsAreHarmless()
{
    const QByteArray text = report(u"--origin LC-0 --items"_s);
    QVERIFY2(text.contains(";\"'=HYPERLINK(\"\"http://x\"\";\"\"Não\"\")\";Sucesso;"), text.constData());
    QVERIFY2(text.contains(";\"linha 1\nlinha \"\"2\"\"; <ç>\";'+ok;"), text.constData());
    QCOMPARE(text.count("\r\n"), 2);
}

void ReportTest::receiptSpeaksOfTheFile()
{
    const QByteArray text = report(u"--company 3 --status error"_s);
    const QByteArray receipt = contentOf(m_agent->file(u"r.csv.receipt.json"_s));
    QJsonObject told = QJsonDocument::fromJson(receipt).object();
    QCOMPARE(told.keys(),
             QStringList({u"by"_s, u"complete"_s, u"filter"_s, u"generatedAt"_s, u"rows"_s, u"sha256"_s, u"zone"_s}));
    QCOMPARE(told.value(u"rows"_s).toInt(), 2);
    QCOMPARE(told.value(u"complete"_s).toBool(), true);
    QCOMPARE(told.value(u"zone"_s).toString(), u"America/Sao_Paulo"_s);
    QVERIFY(!told.value(u"by"_s).toString().isEmpty());
    QVERIFY(told.value(u"generatedAt"_s).toString().endsWith(u'Z'));
    const QJsonObject filter {{u"company"_s, 3}, {u"status"_s, QJsonArray {u"error"_s}}};
    QCOMPARE(told.value(u"filter"_s).toObject(), filter);
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    QCOMPARE(told.value(u"sha256"_s).toString().toLatin1(), hash);
}

void ReportTest::nothingIsLeftOfAFailure()
{
    const QString folder = m_agent->file(u"empty"_s);
    QVERIFY(QDir().mkpath(folder));
    const auto connection = m_agent->connect();
    QVERIFY(connection->run(u"ALTER TABLE log_record RENAME TO log_record_away"_s));
    const AgentRun run = m_agent->run({u"report"_s, u"--format"_s, u"csv"_s, u"--output"_s, folder + u"/r.csv"_s});
    QVERIFY2(run.status == 5, run.told().c_str());
    QVERIFY(QDir(folder).isEmpty());
}

void ReportTest::manyRows()
{
    const auto connection = m_agent->connect();
    ponte::log::LogWriter writer(*connection);
    const QDateTime now({2026, 11, 21}, {12, 0}, Qt::UTC);
    QVERIFY(connection->run(u"BEGIN"_s));
    for (int i = 0; i < 1200; ++i) {
        const ponte::log::RecordKey key {u"lojaclick"_s,   ponte::CompanyId(4), ponte::LevelId(1),
                                         u"M-%1"_s.arg(i), u"guardian"_s,       u"lojaclick_import"_s};
        QVERIFY(writer.ensureRecord(key, u"CODCOLIGADA;CODCFO"_s, u"4;%1"_s.arg(i), ponte::log::Status::Success, now));
    }
    QVERIFY(connection->run(u"COMMIT"_s));
    // A header, and every row once, newest first, over the borders of pages.
    const QList<QByteArray> lines = report(u"--company 4"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), 1201);
    for (int i = 0; i < 1200; ++i)
        QVERIFY2(lines.at(1 + i).contains(QByteArray("\"4;" + QByteArray::number(1199 - i) + '"')),
                 lines.at(1 + i).constData());
    QCOMPARE(report(u"--company 4 --items"_s).count("\r\n"), 1201);
}

void ReportTest::everyFormat()
{
    const QList<QPair<QString, QByteArray>> starts {{u"csv"_s, "\xEF\xBB\xBFId Log"},
                                                    {u"xlsx"_s, "PK\x03\x04"},
                                                    {u"pdf"_s, "%PDF-1."},
                                                    {u"html"_s, "<!DOCTYPE html>"}};
    for (const auto &[format, start] : starts) {
        const QString file = m_agent->file(u"r."_s + format);
        const AgentRun run = m_agent->run(u"report --format %1 --company 3 --output %2 --json"_s.arg(format, file));
        QVERIFY2(run.status == 0, run.told().c_str());
        const QByteArray content = contentOf(file);
        QVERIFY2(content.startsWith(start), content.left(20).constData());
        QCOMPARE(run.json().object().value(u"rows"_s).toInt(), 9);
        const QJsonObject receipt = QJsonDocument::fromJson(contentOf(file + u".receipt.json"_s)).object();
        QCOMPARE(receipt.value(u"sha256"_s).toString().toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    }
}

void ReportTest::chosenColumns()
{
    QCOMPARE(report(u"--origin LC-4 --columns company,origin,id --separator , --no-bom"_s),
             QByteArray("Coligada,Origem,Id Log\r\n3,LC-4,5\r\n"));
}

void ReportTest::wordsThatAreRefused_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("format") << u"--format ods --output r"_s << QByteArray("csv, xlsx, pdf, html");
    QTest::newRow("no format") << u"--output r"_s << QByteArray("csv, xlsx, pdf, html");
    QTest::newRow("no file") << u"--format csv"_s << QByteArray("--output FILE is missing");
    QTest::newRow("column") << u"--format csv --output r --columns id,cpf"_s << QByteArray("key_values");
    QTest::newRow("separator") << u"--format csv --output r --separator x"_s << QByteArray("';' and ','");
    QTest::newRow("separator of another") << u"--format pdf --output r --separator ,"_s << QByteArray("--format csv");
    QTest::newRow("language") << u"--format csv --output r --language fr"_s << QByteArray("pt_BR, en, es");
    QTest::newRow("no folder") << u"--format csv --output /nonexistent/r.csv"_s << QByteArray("/nonexistent");
}

void ReportTest::wordsThatAreRefused()
{
    QFETCH(const QString, words);
    QFETCH(const QByteArray, told);
    const AgentRun run = m_agent->run(u"report "_s + words);
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(told), run.told().c_str());
}

void ReportTest::eachExportIsAudited()
{
    (void)report(u"--company 3"_s);
    const auto connection = m_agent->connect();
    const auto rows = connection->queryText(u"SELECT what, subject FROM audit_event WHERE what = 'report.export'"_s);
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QCOMPARE(rows->size(), 1);
    QVERIFY2(rows->first().text(u"subject").startsWith(u"csv, 9 rows, sha256 "_s),
             qPrintable(rows->first().text(u"subject")));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
