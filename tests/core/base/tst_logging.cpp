// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <thread>
#include <vector>

namespace {

constexpr int Threads = 4;
constexpr int LinesPerThread = 200;

int runChild()
{
    ponte::installLogging();
    qCInfo(ponte::lcHttp) << "plain text";
    qCWarning(ponte::lcStorage, "two\nlines\r\nand a \x1b[31mcolour");
    qCCritical(ponte::lcRm, "Authorization: Basic aW50ZWdyYWNhbzpzYW5kYm94\nHost: x");
    qCInfo(ponte::lcSecurity, "%s", qUtf8Printable(QStringLiteral("Não há conexão. {\"password\":\"segredo\"}")));
    qCDebug(ponte::lcWork, "hidden by default");
    qInfo("no category");
    return 0;
}

int runThreads()
{
    ponte::installLogging();
    std::vector<std::thread> threads;
    for (int i = 0; i < Threads; ++i) {
        threads.emplace_back([i] {
            const QByteArray text(200, char('a' + i));
            for (int line = 0; line < LinesPerThread; ++line)
                qCInfo(ponte::lcWork, "%s", text.constData());
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return 0;
}

QStringList linesOf(const QString &mode)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {mode});
    if (!child.waitForFinished())
        return {};
    return QString::fromUtf8(child.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

class TestLogging final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testLines();
    void testLinesOfThreadsStayWhole();
};

void TestLogging::testLines()
{
    static const QRegularExpression time(
        QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z "));
    QStringList texts;
    for (const QString &line : linesOf(QStringLiteral("child"))) {
        QVERIFY2(time.match(line).hasMatch(), qPrintable(line));
        texts << line.mid(25);
    }
    const QStringList expected {
        QStringLiteral("info ponte.http: plain text"),
        QStringLiteral("warning ponte.storage: two\\nlines\\r\\nand a \\x1b[31mcolour"),
        QStringLiteral("error ponte.rm: Authorization: ****\\nHost: x"),
        QStringLiteral("info ponte.security: Não há conexão. {\"password\":\"****\"}"),
        QStringLiteral("info default: no category"),
    };
    QCOMPARE(texts, expected);
}

void TestLogging::testLinesOfThreadsStayWhole()
{
    static const QRegularExpression whole(
        QStringLiteral("^[^ ]{24} info ponte\\.work: (a{200}|b{200}|c{200}|d{200})$"));
    const QStringList lines = linesOf(QStringLiteral("child-threads"));
    QCOMPARE(lines.size(), Threads * LinesPerThread);
    for (const QString &line : lines)
        QVERIFY2(whole.match(line).hasMatch(), qPrintable(line));
}

int main(int argc, char **argv)
{
    if (argc == 2 && qstrcmp(argv[1], "child") == 0)
        return runChild();
    if (argc == 2 && qstrcmp(argv[1], "child-threads") == 0)
        return runThreads();
    QCoreApplication application(argc, argv);
    TestLogging test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_logging.moc"
