// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/blocking.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <optional>
#include <thread>

namespace {

using namespace Qt::StringLiterals;
using ponte::BlockingForbidden;

/// What the child does; it ends well where nothing stops it.
int runChild(const QString &mode)
{
    std::optional<BlockingForbidden> outer;
    if (mode == "forbidden"_L1)
        outer.emplace();
    if (mode == "elsewhere"_L1)
        std::thread([] { const BlockingForbidden forbidden; }).join();
    if (mode == "over"_L1 || mode == "nested"_L1) {
        outer.emplace();
        const BlockingForbidden inner;
    }
    if (mode == "over"_L1)
        outer.reset();
    if (mode == "another"_L1) {
        outer.emplace();
        std::thread([] { ponte::requireMayBlock("the call"); }).join();
        return 0;
    }
    ponte::requireMayBlock("the call");
    return 0;
}

} // namespace

class TestBlocking final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWhoMayNotWait_data();
    void endsWhoMayNotWait();
};

void TestBlocking::endsWhoMayNotWait_data()
{
    QTest::addColumn<bool>("endsWell");
    QTest::newRow("free") << true;
    QTest::newRow("forbidden") << false;
    QTest::newRow("nested") << false;
    QTest::newRow("over") << true;
    QTest::newRow("elsewhere") << true;
    QTest::newRow("another") << true;
}

void TestBlocking::endsWhoMayNotWait()
{
    QFETCH(bool, endsWell);
    QProcess child;
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QCoreApplication::applicationFilePath(), {u"child"_s, QString::fromUtf8(QTest::currentDataTag())});
    QVERIFY(child.waitForFinished(30'000));
    const QByteArray said = child.readAll();
    QCOMPARE(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, endsWell);
    QCOMPARE(said.contains("the call was called in the thread that must not block"), !endsWell);
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "child") == 0)
        return runChild(QString::fromUtf8(argv[2]));
    QCoreApplication application(argc, argv);
    TestBlocking test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_blocking.moc"
