// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/crashpoint.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <thread>

namespace {

constexpr int Passings = 3;

// What the child does; every line says how far it has come.
int runChild(bool inThreads)
{
    for (int i = 0; i < Passings; ++i) {
        const auto pass = [] {
            ponte::crashPoint("call.rm.save", ponte::Side::Before);
            ponte::crashPoint("call.rm.save", ponte::Side::After);
        };
        if (inThreads)
            std::thread(pass).join();
        else
            pass();
        std::puts("passed");
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

class TestCrashPoint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testEndsByKill_data();
    void testEndsByKill();
};

void TestCrashPoint::testEndsByKill_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("killed");
    QTest::addColumn<int>("passed");

    const QString plain = QStringLiteral("child");
    const QString threads = QStringLiteral("child-threads");
    QTest::newRow("no variable lets the program live") << QString() << plain << false << Passings;
    QTest::newRow("before ends the first passing") << "call.rm.save.before" << plain << true << 0;
    QTest::newRow("after ends the first passing") << "call.rm.save.after" << plain << true << 0;
    QTest::newRow("a number chooses the passing") << "call.rm.save.after:2" << plain << true << 1;
    QTest::newRow("passings of all threads count together") << "call.rm.save.before:3" << threads << true << 2;
    QTest::newRow("a passing that never comes ends nothing") << "call.rm.save.after:4" << plain << false << Passings;
    QTest::newRow("another point ends nothing") << "call.rm.sav.before" << plain << false << Passings;
    QTest::newRow("a longer name is another point") << "call.rm.save.more.before" << plain << false << Passings;
    QTest::newRow("a name without a side ends nothing") << "call.rm.save" << plain << false << Passings;
    QTest::newRow("a wrong number ends nothing") << "call.rm.save.before:x" << plain << false << Passings;
    QTest::newRow("zero ends nothing") << "call.rm.save.before:0" << plain << false << Passings;
}

void TestCrashPoint::testEndsByKill()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, mode);
    QFETCH(const bool, killed);
    QFETCH(const int, passed);

    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("PONTE_CRASH_AT"));
    if (!variable.isEmpty())
        environment.insert(QStringLiteral("PONTE_CRASH_AT"), variable);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {mode});
    QVERIFY(child.waitForFinished());

    QCOMPARE(child.exitStatus(), killed ? QProcess::CrashExit : QProcess::NormalExit);
    QCOMPARE(child.exitCode(), killed ? SIGKILL : 0);
    QCOMPARE(child.readAllStandardOutput().count("passed"), passed);
}

int main(int argc, char **argv)
{
    if (argc == 2 && qstrcmp(argv[1], "child") == 0)
        return runChild(false);
    if (argc == 2 && qstrcmp(argv[1], "child-threads") == 0)
        return runChild(true);
    QCoreApplication application(argc, argv);
    TestCrashPoint test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crashpoint.moc"
