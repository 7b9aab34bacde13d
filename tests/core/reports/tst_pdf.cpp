// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/reports/pdf/pdfreport.h"
#include "tests/core/reports/reportworld.h"

#include <QDir>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace ponte;
using namespace ponte::reports;
using namespace Qt::StringLiterals;
using test::ReportWorld;

namespace {

/// What a tool that is not ours says of a file.
QString askTool(const QString &name, const QStringList &words)
{
    QProcess tool;
    tool.start(name, words);
    if (!tool.waitForFinished(60'000) || tool.exitCode() != 0)
        qWarning("%s", tool.readAllStandardError().constData());
    return QString::fromUtf8(tool.readAllStandardOutput());
}

} // namespace

class TestPdf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void everyRowOnNumberedPages();
    void nothingChosen();
    void tallRowsGoOn();
    void anyText();
    void wordsStayWhole();
    void cancelLeavesNothing();

private:
    static Result<Receipt> write(ReportWorld &world, const ReportOrder &order, const CancelToken &cancel = {},
                                 const ProgressListener &progress = {});
    static int pagesOf(const QString &file);
};

Result<Receipt> TestPdf::write(ReportWorld &world, const ReportOrder &order, const CancelToken &cancel,
                               const ProgressListener &progress)
{
    const auto connection = world.database().database().reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    ReportFormats formats = ReportFormats::standard();
    pdf::addTo(formats);
    return LogReport(**connection, lojaclick::descriptor(), world.clock(), formats)
        .write(security::Actor::owner(u"tester"_s), order, cancel, progress);
}

int TestPdf::pagesOf(const QString &file)
{
    static const QRegularExpression pages(u"Pages:\\s+(\\d+)"_s);
    return pages.match(askTool(u"pdfinfo"_s, {file})).captured(1).toInt();
}

void TestPdf::everyRowOnNumberedPages()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    constexpr int records = 300;
    for (int i = 0; i < records; ++i)
        QVERIFY(world
                    .add({.company = 2 + i % 2,
                          .origin = u"P-%1"_s.arg(i),
                          .functionality = i % 3 ? u"guardian"_s : u"contract_activation"_s,
                          .values = u"3;CHAVE%1"_s.arg(i, 5, 10, QChar(u'0')),
                          .message = u"Turma %1 cheia."_s.arg(i),
                          .status = i % 5 ? log::Status::Success : log::Status::Error},
                         world.clock().now().addDays(-i))
                    .value()
                > 0);
    const ReportOrder order = world.order(Format::Pdf, u"r.pdf"_s);
    const auto receipt = write(world, order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    QCOMPARE(receipt->rows, records);
    const QString text = askTool(u"pdftotext"_s, {u"-layout"_s, order.file, u"-"_s});
    static const QRegularExpression key(u"CHAVE\\d{5}"_s);
    QStringList keys;
    for (auto found = key.globalMatch(text); found.hasNext();)
        keys.append(found.next().captured());
    QCOMPARE(keys.size(), records);
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), records);
    const int pages = pagesOf(order.file);
    QVERIFY(pages > 5);
    for (int page = 1; page <= pages; ++page)
        QVERIFY2(text.contains(u"Página %1 de %2"_s.arg(page).arg(pages)), qPrintable(QString::number(page)));
    QCOMPARE(text.count(u"Página "_s), pages);
    for (const QString &told : {u"Relatório do log"_s, u"America/Sao_Paulo"_s, u"tester"_s, u"Turma ‹n› cheia."_s,
                                u"Registros por mês"_s, u"Por coligada e nível"_s, u"Data da última"_s})
        QVERIFY2(text.contains(told), qPrintable(told));
}

void TestPdf::nothingChosen()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    const ReportOrder order = world.order(Format::Pdf, u"r.pdf"_s, u"en"_s);
    const auto receipt = write(world, order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    QCOMPARE(receipt->rows, 0);
    QVERIFY(askTool(u"pdftotext"_s, {order.file, u"-"_s}).contains(u"Page 1 of 1"_s));
}

void TestPdf::tallRowsGoOn()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    QString text;
    for (int i = 0; i < 6000; ++i)
        text += u"w%1 "_s.arg(i);
    QVERIFY(world.add({.origin = u"T-1"_s, .payload = {text, {}, {}}}, world.clock().now()).value() > 0);
    ReportOrder order = world.order(Format::Pdf, u"r.pdf"_s);
    order.withItems = true;
    const auto receipt = write(world, order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    const int pages = pagesOf(order.file);
    QVERIFY(pages > 3);
    const QString read = askTool(u"pdftotext"_s, {order.file, u"-"_s});
    QVERIFY(read.contains(u"Página %1 de %1"_s.arg(pages)));
    for (const QString &word : {u"w0"_s, u"w2999"_s, u"w5999"_s})
        QVERIFY2(read.contains(word), qPrintable(word));
}

void TestPdf::anyText()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    QVERIFY(world
                .add({.origin = u"A-1"_s, .values = u"3;日本語 🎓\t(x)\\"_s, .message = QString(1900, u'W')},
                     world.clock().now())
                .value()
            > 0);
    ReportOrder order = world.order(Format::Pdf, u"r.pdf"_s);
    order.columns = allColumns();
    const auto receipt = write(world, order);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    QVERIFY(pagesOf(order.file) >= 2);
    QCOMPARE(askTool(u"pdftotext"_s, {order.file, u"-"_s}).count(u'W'), 1900);
}

void TestPdf::wordsStayWhole()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    QVERIFY(
        world
            .add({.origin = u"W-1"_s, .values = u"3;008781000000;71;LC7919000000"_s, .status = log::Status::Success},
                 world.clock().now())
            .value()
        > 0);
    ReportOrder order = world.order(Format::Pdf, u"r.pdf"_s);
    order.columns = standardColumns() + QList<Column> {Column::Company, Column::Level};
    QVERIFY(write(world, order));
    // Each word of the closed lists stands on one line of the last page, the rows.
    const QString page = QString::number(pagesOf(order.file));
    const QString text = askTool(u"pdftotext"_s, {u"-layout"_s, u"-f"_s, page, order.file, u"-"_s});
    for (const QString &word : {u"Sucesso"_s, u"Guardian"_s, u"Import"_s})
        QVERIFY2(text.contains(word), qPrintable(word + u'\n' + text));
}

void TestPdf::cancelLeavesNothing()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    for (int i = 0; i < 100; ++i)
        QVERIFY(world.add({.origin = u"C-%1"_s.arg(i)}, world.clock().now()).value() > 0);
    for (const auto phase :
         {ReportProgress::Phase::Counting, ReportProgress::Phase::Rows, ReportProgress::Phase::Finishing})
    {
        CancelToken cancel;
        const auto receipt =
            write(world, world.order(Format::Pdf, u"r.pdf"_s), cancel, [&](const ReportProgress &told) {
                if (told.phase == phase)
                    cancel.cancel();
            });
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(world.folder()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
}

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    TestPdf test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pdf.moc"
