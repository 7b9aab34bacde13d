// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/reports/xlsxreport.h"
#include "tests/core/reports/reportworld.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <thread>

using namespace ponte;
using namespace ponte::reports;
using namespace Qt::StringLiterals;
using test::ReportWorld;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a reader that is not ours found.
QJsonDocument readBy(const QStringList &words)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, QStringList {u"-B"_s, QString::fromUtf8(PONTE_TEST_READERS)} + words);
    if (!python.waitForFinished(240'000) || python.exitCode() != 0) {
        qWarning("%s", python.readAllStandardError().constData());
        return {};
    }
    return QJsonDocument::fromJson(python.readAllStandardOutput());
}

struct Trouble {
    QString values, message;
};

/// Texts that break careless writers and readers.
QList<Trouble> troubles()
{
    return {
        {u"3;01234567890"_s, u"Matrícula em Ação nº 1: “ótimo”"_s},
        {u"3;00087818"_s, u"linha 1\nlinha 2\r\nlinha 3"_s},
        {u"00000000191"_s, u"aspas \" e \"\"duas\"\""_s},
        {u"3;ponto;e;vírgula,vírgula"_s, u"=HYPERLINK(\"http://example.invalid\";\"clique\")"_s},
        {u"+5511999990000"_s, u"-1+1"_s},
        {u"@SUM(A1)"_s, u"\tcom tabulação"_s},
        {u"1E5"_s, u"🎓 emoji 👩‍🎓 e ñ, 中文"_s},
        {u" espaço "_s, u"<b>não</b> & 'sim' </td><script>alert(1)</script>"_s},
        {u"20/11/2026"_s, u"_x000D_ não é um caractere"_s},
        {u"0012"_s, QString(32'767, u'á')},
        {u"0013"_s, QString(u"🎓"_s).repeated(16'383)},
    };
}

QString neutralised(const QString &cell)
{
    return !cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()) ? u'\'' + cell : cell;
}

} // namespace

class TestReports final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }
    void init();

    void csvEqualsTheDatabase_data();
    void csvEqualsTheDatabase();
    void xlsxEqualsTheDatabase();
    void calcOpensXlsx();
    void htmlEqualsTheDatabase();
    void sheetsAreSplit();
    void longTextsStandWhole();
    void everyColumn();
    void itemsWithTheirPayloads();
    void oneMomentWhileOthersWrite();
    void personalDataIsMasked();
    void personalDataNeedsTheRight();
    void cancelLeavesNothing_data();
    void cancelLeavesNothing();
    void wrongPlaces_data();
    void wrongPlaces();
    void fullDisk_data();
    void fullDisk();
    void progressAddsUp();
    void severalAtOnce();

private:
    /// Longer than the log takes.
    [[nodiscard]] bool setMessage(LogRecordId id, const QString &message);
    void addTroubles();
    void addMany(int count);

    std::unique_ptr<ReportWorld> m_world;
};

void TestReports::init()
{
    QFETCH_GLOBAL(const QString, backend);
    m_world = std::make_unique<ReportWorld>(backend);
}

bool TestReports::setMessage(LogRecordId id, const QString &message)
{
    return m_world->database()
        .run(u"UPDATE log_record SET message = '"_s + QString(message).replace(u'\'', u"''"_s) + u"' WHERE id = "_s
             + QString::number(id.value()))
        .has_value();
}

void TestReports::addTroubles()
{
    int number = 0;
    for (const Trouble &trouble : troubles()) {
        const QDateTime at = m_world->clock().now().addSecs(number * 3601);
        const LogRecordId id = m_world->add({.origin = u"T-%1"_s.arg(++number), .values = trouble.values}, at);
        QVERIFY(id.value() > 0 && setMessage(id, trouble.message));
    }
}

void TestReports::addMany(int count)
{
    const bool isSqlite = m_world->database().address().backend == storage::Backend::Sqlite;
    const QString numbers =
        isSqlite ? u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"_s.arg(count)
                 : u"WITH n(i) AS (SELECT * FROM generate_series(1, %1))"_s.arg(count);
    // Without the totals that triggers keep, which no report reads.
    const auto made = m_world->database().run(
        (isSqlite ? QString() : u"SET session_replication_role = replica; "_s)
        + u"INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, key_values, "
          "status, created_at, changed_at) "_s
        + numbers
        + u" SELECT 'lojaclick', 3, 1, 'M-' || i, 'guardian', 'lojaclick_import', 'CODCOLIGADA;CODCFO', '3;' || i, "
          "'success', 1760000000000 + i, 1760000000000 + i FROM n"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().detail));
}

void TestReports::csvEqualsTheDatabase_data()
{
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<bool>("mark");
    QTest::newRow("semicolon, mark") << QChar(u';') << true;
    QTest::newRow("comma, no mark") << QChar(u',') << false;
}

void TestReports::csvEqualsTheDatabase()
{
    QFETCH(const QChar, separator);
    QFETCH(const bool, mark);
    addTroubles();
    ReportOrder order = m_world->order(Format::Csv, u"r.csv"_s);
    order.columns = {Column::Id, Column::KeyValues, Column::Message, Column::CreatedAt};
    order.csv = {separator, mark};
    const auto receipt = m_world->write(order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    const QList<Trouble> expected = troubles();
    QCOMPARE(receipt->rows, expected.size());
    const QByteArray content = contentOf(order.file);
    QCOMPARE(content.startsWith("\xEF\xBB\xBF"), mark);
    QCOMPARE(QString::fromLatin1(receipt->sha256),
             QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()));
    const QJsonArray rows = readBy({u"csv"_s, order.file, separator}).array();
    QCOMPARE(rows.size(), expected.size() + 1);
    QCOMPARE(rows.first().toArray(),
             QJsonArray({u"Id Log"_s, u"Valores Chave"_s, u"Mensagem"_s, u"Data de Criação"_s}));
    for (int i = 0; i < expected.size(); ++i) {
        // Newest first.
        const QJsonArray row = rows.at(rows.size() - 1 - i).toArray();
        QCOMPARE(row.at(0).toString(), QString::number(i + 1));
        QCOMPARE(row.at(1).toString(), neutralised(expected.at(i).values));
        QCOMPARE(row.at(2).toString(), neutralised(expected.at(i).message));
        QCOMPARE(row.at(3).toString(),
                 m_world->clock().now().addSecs(i * 3601).toTimeZone(order.zone).toString(u"dd/MM/yyyy HH:mm:ss"_s));
    }
}

void TestReports::xlsxEqualsTheDatabase()
{
    addTroubles();
    ReportOrder order = m_world->order(Format::Xlsx, u"r.xlsx"_s);
    order.columns = {Column::Id, Column::KeyValues, Column::Message, Column::CreatedAt};
    const auto receipt = m_world->write(order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    const QJsonObject sheets = readBy({u"xlsx"_s, order.file}).object();
    QCOMPARE(sheets.keys(), QStringList({u"Log"_s, u"Recibo"_s}));
    const QJsonObject sheet = sheets.value(u"Log"_s).toObject();
    const QJsonArray rows = sheet.value(u"rows"_s).toArray();
    const QList<Trouble> expected = troubles();
    QCOMPARE(rows.size(), expected.size() + 1);
    QCOMPARE(sheet.value(u"frozen"_s).toString(), u"A2"_s);
    QCOMPARE(sheet.value(u"filter"_s).toString(), u"A1:D%1"_s.arg(expected.size() + 1));
    // Times, numbers and texts, and nothing that a spreadsheet would reckon.
    QVERIFY(sheet.value(u"kinds"_s).toArray().contains(u"d"_s));
    QVERIFY(!sheet.value(u"kinds"_s).toArray().contains(u"f"_s));
    for (int i = 0; i < expected.size(); ++i) {
        const QJsonArray row = rows.at(rows.size() - 1 - i).toArray();
        QCOMPARE(row.at(0), QJsonValue(i + 1));
        QCOMPARE(row.at(1).toString(), expected.at(i).values);
        QCOMPARE(row.at(2).toString(), expected.at(i).message);
        QCOMPARE(row.at(3).toString(),
                 m_world->clock().now().addSecs(i * 3601).toTimeZone(order.zone).toString(u"yyyy-MM-dd HH:mm:ss"_s));
    }
    const QByteArray cover = QJsonDocument(sheets.value(u"Recibo"_s).toObject()).toJson();
    for (const char *told : {"America/Sao_Paulo", "tester", "todo o log", "r.xlsx.receipt.json", "visíveis"})
        QVERIFY2(cover.contains(told), told);
}

void TestReports::calcOpensXlsx()
{
    addTroubles();
    ReportOrder order = m_world->order(Format::Xlsx, u"r.xlsx"_s);
    order.columns = {Column::Id, Column::KeyValues, Column::Message, Column::CreatedAt};
    QVERIFY(m_world->write(order));
    const QJsonObject sheets = readBy({u"calc"_s, order.file}).object();
    const QJsonArray rows = sheets.value(u"Log"_s).toArray();
    const QList<Trouble> expected = troubles();
    QCOMPARE(rows.size(), expected.size() + 1);
    for (int i = 0; i < expected.size(); ++i) {
        const QJsonArray row = rows.at(rows.size() - 1 - i).toArray();
        QCOMPARE(row.at(0).toString(), QString::number(i + 1));
        QCOMPARE(row.at(1).toString(), expected.at(i).values);
        // LibreOffice writes each line break of a cell as one LF.
        QCOMPARE(row.at(2).toString(), QString(expected.at(i).message).replace(u"\r\n"_s, u"\n"_s));
        // A time: the converter writes it as its own country does.
        QCOMPARE(row.at(3).toString(),
                 m_world->clock().now().addSecs(i * 3601).toTimeZone(order.zone).toString(u"MM/dd/yyyy HH:mm:ss"_s));
    }
}

void TestReports::htmlEqualsTheDatabase()
{
    addTroubles();
    ReportOrder order = m_world->order(Format::Html, u"r.html"_s);
    order.columns = {Column::Id, Column::KeyValues, Column::Message, Column::CreatedAt};
    const auto receipt = m_world->write(order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    const QJsonObject page = readBy({u"html"_s, order.file}).object();
    const QJsonArray rows = page.value(u"rows"_s).toArray();
    const QList<Trouble> expected = troubles();
    QCOMPARE(rows.size(), expected.size() + 1);
    QCOMPARE(page.value(u"loads"_s).toArray(), QJsonArray());
    for (int i = 0; i < expected.size(); ++i) {
        const QJsonArray row = rows.at(rows.size() - 1 - i).toArray();
        QCOMPARE(row.at(0).toString(), QString::number(i + 1));
        QCOMPARE(row.at(1).toString(), expected.at(i).values);
        QCOMPARE(row.at(2).toString(), QString(expected.at(i).message).replace(u"\r\n"_s, u"\n"_s));
    }
    QCOMPARE(contentOf(order.file).count("<script>"), 1);
}

void TestReports::sheetsAreSplit()
{
    addMany(250);
    const auto connection = m_world->database().database().reads().here();
    QVERIFY(connection);
    ReportFormats formats = ReportFormats::standard();
    formats.add(Format::Xlsx, [] { return std::make_unique<XlsxReport>(101); });
    ReportOrder order = m_world->order(Format::Xlsx, u"r.xlsx"_s);
    order.columns = {Column::Id, Column::KeyValues};
    const LogReport report(**connection, lojaclick::descriptor(), m_world->clock(), formats);
    const auto receipt = report.write(security::Actor::owner(u"tester"_s), order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    const QJsonObject sheets = readBy({u"xlsx"_s, order.file}).object();
    QCOMPARE(sheets.keys(), QStringList({u"Log"_s, u"Log 2"_s, u"Log 3"_s, u"Recibo"_s}));
    int wanted = 250;
    for (const QString &name : {u"Log"_s, u"Log 2"_s, u"Log 3"_s}) {
        const QJsonObject sheet = sheets.value(name).toObject();
        const QJsonArray rows = sheet.value(u"rows"_s).toArray();
        QCOMPARE(rows.first()[0].toString(), u"Id Log"_s);
        QCOMPARE(sheet.value(u"frozen"_s).toString(), u"A2"_s);
        QCOMPARE(sheet.value(u"filter"_s).toString(), u"A1:B%1"_s.arg(rows.size()));
        for (qsizetype i = 1; i < rows.size(); ++i)
            QCOMPARE(rows.at(i)[0].toInt(), wanted--);
    }
    QCOMPARE(wanted, 0);
}

void TestReports::longTextsStandWhole()
{
    const QString text = QString(u"🎓á"_s).repeated(30'000);
    const LogRecordId id = m_world->add({.origin = u"L-1"_s}, m_world->clock().now());
    QVERIFY(id.value() > 0 && setMessage(id, text));
    ReportOrder order = m_world->order(Format::Xlsx, u"r.xlsx"_s);
    order.columns = {Column::Id, Column::Message};
    QVERIFY(m_world->write(order));
    const QJsonObject sheets = readBy({u"xlsx"_s, order.file}).object();
    const QString cell = sheets.value(u"Log"_s)[u"rows"_s][1][1].toString();
    QVERIFY(cell.size() <= 32'767 && cell.size() > 32'700);
    QVERIFY2(cell.endsWith(u"… [texto inteiro em “Textos longos”, nº 1]"_s), qPrintable(cell.right(60)));
    QString whole;
    const QJsonArray parts = sheets.value(u"Textos longos"_s)[u"rows"_s].toArray();
    for (int i = 1; i < parts.size(); ++i) {
        QCOMPARE(parts.at(i)[0].toInt(), 1);
        QCOMPARE(parts.at(i)[1].toInt(), i);
        whole += parts.at(i)[2].toString();
    }
    QVERIFY(whole == text);
}

void TestReports::everyColumn()
{
    const QDateTime at = m_world->clock().now();
    const LogRecordId id = m_world->add({.company = 4,
                                         .level = 2,
                                         .origin = u"LC-7"_s,
                                         .functionality = u"contract_activation"_s,
                                         .values = u"4;00087"_s,
                                         .message = u"Turma 12 cheia."_s,
                                         .status = log::Status::Error},
                                        at);
    QVERIFY(m_world->database().run(u"UPDATE log_record SET automatic_attempts = 2, manual_attempts = 1, not_before = "
                                    "created_at + 60000, cancelled_reason = 'máximo' WHERE id = %1"_s.arg(id.value())));
    m_world->clock().advance(std::chrono::hours(50));
    ReportOrder order = m_world->order(Format::Csv, u"r.csv"_s, u"en"_s);
    order.columns = allColumns();
    const auto receipt = m_world->write(order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    const QJsonArray rows = readBy({u"csv"_s, order.file, u";"_s}).array();
    const QJsonArray row = rows.at(1).toArray();
    QCOMPARE(row.size(), allColumns().size());
    const QString shown = at.toTimeZone(order.zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const QString next = at.addSecs(60).toTimeZone(order.zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const QStringList wanted {QString::number(id.value()),
                              u"CODCOLIGADA;CPF"_s,
                              u"4;00087"_s,
                              u"Error"_s,
                              u"ERP contract activation"_s,
                              u"Loja Click - Import"_s,
                              shown,
                              shown,
                              u"4"_s,
                              u"2"_s,
                              u"LC-7"_s,
                              u"Turma 12 cheia."_s,
                              u"2"_s,
                              u"1"_s,
                              next,
                              u"máximo"_s};
    for (int i = 0; i < wanted.size(); ++i)
        QCOMPARE(row.at(i).toString(), wanted.at(i));
    QVERIFY(row.at(16).toString().startsWith(u"2-"_s));
    QCOMPARE(row.at(17).toString(), u"2"_s);
}

void TestReports::itemsWithTheirPayloads()
{
    const QDateTime at = m_world->clock().now();
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_world
                    ->add({.origin = u"LC-1"_s,
                           .message = u"vez %1"_s.arg(i + 1),
                           .payload = {u"{\"a\":%1,\"texto\":\"ç\n\"}"_s.arg(i), QString(50'000, u'x'), {}}},
                          at.addSecs(i))
                    .value()
                > 0);
    addMany(2);
    ReportOrder order = m_world->order(Format::Csv, u"r.csv"_s);
    order.columns = {Column::Id};
    order.withItems = true;
    auto receipt = m_world->write(order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    QCOMPARE(receipt->rows, 5);
    const QJsonArray rows = readBy({u"csv"_s, order.file, u";"_s}).array();
    QCOMPARE(rows.at(0).toArray().size(), 8);
    // Records without executions have their row, too.
    QCOMPARE(rows.at(1)[1].toString(), QString());
    for (int i = 0; i < 3; ++i) {
        const QJsonArray row = rows.at(3 + i).toArray();
        QCOMPARE(row.at(2).toString(), u"vez %1"_s.arg(i + 1));
        QCOMPARE(row.at(4).toString(), u"{\"a\":%1,\"texto\":\"ç\n\"}"_s.arg(i));
        QCOMPARE(row.at(5).toString().size(), 50'000);
    }
    order.withPayloads = false;
    receipt = m_world->write(order);
    QCOMPARE(readBy({u"csv"_s, order.file, u";"_s})[0].toArray().size(), 6);
}

void TestReports::oneMomentWhileOthersWrite()
{
    addMany(4'000);
    std::atomic<bool> isOver = false;
    std::atomic<int> added = 0;
    std::thread others([&] {
        while (!isOver) {
            const int number = ++added;
            (void)m_world->add({.origin = u"W-%1"_s.arg(number), .values = u"3;%1"_s.arg(number)},
                               m_world->clock().now());
        }
    });
    qint64 total = -1;
    ReportOrder order = m_world->order(Format::Csv, u"r.csv"_s);
    order.columns = {Column::Id};
    QTRY_VERIFY_WITH_TIMEOUT(added > 3, 60'000);
    const auto receipt = m_world->write(order, {}, [&total](const ReportProgress &told) {
        if (told.phase == ReportProgress::Phase::Rows)
            total = told.total;
    });
    isOver = true;
    others.join();
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    // No row that came later, none missing, none twice.
    QCOMPARE(receipt->rows, total);
    QVERIFY(receipt->complete);
    const QList<QByteArray> lines = contentOf(order.file).trimmed().split('\n');
    QCOMPARE(lines.size() - 1, total);
    QSet<QByteArray> ids(lines.begin() + 1, lines.end());
    QCOMPARE(ids.size(), total);
    const qint64 newest = lines.at(1).trimmed().toLongLong();
    QCOMPARE(m_world->database().number(u"SELECT count(*) FROM log_record WHERE id <= %1"_s.arg(newest)), total);
}

void TestReports::personalDataIsMasked()
{
    const QString cpf = u"39053344705"_s;
    QVERIFY(m_world
                ->add({.origin = u"CPF-%1"_s.arg(cpf),
                       .values = u"3;%1"_s.arg(cpf),
                       .message = u"O e-mail maria@example.com já existe."_s,
                       .payload = {u"{\"cpf\":\"%1\",\"logradouro\":\"Rua das Flores\"}"_s.arg(cpf), {}, {}}},
                      m_world->clock().now())
                .value()
            > 0);
    ReportOrder order = m_world->order(Format::Csv, u"r.csv"_s);
    order.columns = allColumns();
    order.withItems = true;
    order.personalData = false;
    order.filter.key = cpf;
    for (const Format format : {Format::Csv, Format::Html}) {
        order.format = format;
        QVERIFY(m_world->write(order));
        const QByteArray content = contentOf(order.file) + contentOf(order.file + u".receipt.json"_s);
        QVERIFY(content.contains("533447"));
        for (const char *secret : {"39053344705", "maria@example.com", "Rua das Flores"})
            QVERIFY2(!content.contains(secret), secret);
    }
    order.personalData = true;
    QVERIFY(m_world->write(order));
    QVERIFY(contentOf(order.file).contains("39053344705"));
}

void TestReports::personalDataNeedsTheRight()
{
    const auto connection = m_world->database().database().reads().here();
    QVERIFY(connection);
    const LogReport report(**connection, lojaclick::descriptor(), m_world->clock());
    ReportOrder order = m_world->order(Format::Csv, u"r.csv"_s);
    const auto manager = security::Actor::person(u"ana"_s, {{security::Action::ExportReports}});
    QCOMPARE(report.write(manager, order).error().code, ErrorCode::Permission);
    const auto nobody = security::Actor::person(u"rui"_s, {{security::Action::ViewLog}});
    order.personalData = false;
    QCOMPARE(report.write(nobody, order).error().code, ErrorCode::Permission);
    QVERIFY(QDir(m_world->folder()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    QVERIFY(report.write(manager, order));
}

void TestReports::cancelLeavesNothing_data()
{
    QTest::addColumn<Format>("format");
    QTest::newRow("csv") << Format::Csv;
    QTest::newRow("xlsx") << Format::Xlsx;
    QTest::newRow("html") << Format::Html;
}

void TestReports::cancelLeavesNothing()
{
    QFETCH(const Format, format);
    addMany(5'000);
    ReportOrder order = m_world->order(format, u"r"_s);
    CancelToken cancel;
    for (const auto phase :
         {ReportProgress::Phase::Counting, ReportProgress::Phase::Rows, ReportProgress::Phase::Finishing})
    {
        cancel = CancelToken();
        const auto receipt = m_world->write(order, cancel, [&](const ReportProgress &told) {
            if (told.phase == phase)
                cancel.cancel();
        });
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(m_world->folder()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
    // The connection is as good as before.
    const auto receipt = m_world->write(order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    QCOMPARE(QDir(m_world->folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList({u"r"_s, u"r.receipt.json"_s}));
}

void TestReports::wrongPlaces_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("no folder") << u"missing/r.csv"_s;
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("read-only file") << u"readonly.csv"_s;
    QTest::newRow("device") << u"/dev/null"_s;
}

void TestReports::wrongPlaces()
{
    QFETCH(const QString, place);
    QVERIFY(QDir(m_world->folder()).mkdir(u"folder"_s));
    QFile readOnly(m_world->file(u"readonly.csv"_s));
    QVERIFY(readOnly.open(QIODevice::WriteOnly) && readOnly.write("kept") == 4);
    readOnly.close();
    QVERIFY(readOnly.setPermissions(QFile::ReadOwner));
    ReportOrder order = m_world->order(Format::Csv, u"r"_s);
    order.file = QDir(m_world->folder()).absoluteFilePath(place);
    const auto receipt = m_world->write(order);
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, ErrorCode::Usage);
    QVERIFY2(receipt.error().message.contains(order.file), qPrintable(receipt.error().message));
    QCOMPARE(contentOf(readOnly.fileName()), QByteArray("kept"));
    QCOMPARE(QDir(m_world->folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
}

void TestReports::fullDisk_data()
{
    cancelLeavesNothing_data();
}

// A limit of the file's size is the disk that refuses; it holds for a program alone, so the report is a child's.
void TestReports::fullDisk()
{
    QFETCH(const Format, format);
    addMany(6'000);
    ReportOrder order = m_world->order(format, u"r"_s);
    const qint64 limit = 200'000;
    rlimit before {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit lowered {rlim_t(limit), before.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &lowered), 0);
    const auto receipt = m_world->write(order);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, ErrorCode::Internal);
    QVERIFY2(receipt.error().message.contains(order.file), qPrintable(receipt.error().message));
    QVERIFY(QDir(m_world->folder()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestReports::progressAddsUp()
{
    addMany(3'000);
    QList<ReportProgress> told;
    const auto receipt = m_world->write(m_world->order(Format::Csv, u"r.csv"_s), {},
                                        [&told](const ReportProgress &progress) { told.append(progress); });
    QVERIFY(receipt);
    QVERIFY(told.size() >= 3);
    QCOMPARE(told.first().phase, ReportProgress::Phase::Counting);
    QCOMPARE(told.last().phase, ReportProgress::Phase::Finishing);
    QCOMPARE(told.last().rows, 3'000);
    for (const ReportProgress &progress : std::as_const(told))
        QVERIFY(progress.rows <= progress.total || progress.phase == ReportProgress::Phase::Counting);
}

void TestReports::severalAtOnce()
{
    addMany(3'000);
    std::vector<std::thread> threads;
    std::array<Result<Receipt>, 6> receipts;
    const std::array formats {Format::Csv, Format::Xlsx, Format::Html};
    for (size_t i = 0; i < receipts.size(); ++i) {
        threads.emplace_back([this, i, &receipts, &formats] {
            receipts[i] = m_world->write(m_world->order(formats[i % 3], u"r%1"_s.arg(i)));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const Result<Receipt> &receipt : receipts) {
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->rows, 3'000);
    }
    QVERIFY(contentOf(m_world->file(u"r0"_s)) == contentOf(m_world->file(u"r3"_s)));
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
