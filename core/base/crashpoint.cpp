// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/crashpoint.h"

#include <QtGlobal>

#include <atomic>
#include <cstdlib>

#ifdef Q_OS_WIN
    #include <windows.h>
#else
    #include <unistd.h>

    #include <csignal>
#endif

namespace ponte {

namespace {

struct Target {
    QByteArray point;
    int passing = 1;
};

Target targetFromEnvironment()
{
    Target target {qgetenv("PONTE_CRASH_AT")};
    const qsizetype colon = target.point.lastIndexOf(':');
    if (colon < 0)
        return target;
    bool ok = false;
    target.passing = target.point.mid(colon + 1).toInt(&ok);
    target.point.truncate(colon);
    if (!ok || target.passing < 1) {
        qWarning("PONTE_CRASH_AT is ignored: what follows the colon is not a number from 1.");
        target.point.clear();
    }
    return target;
}

[[noreturn]] void die()
{
#ifdef Q_OS_WIN
    TerminateProcess(GetCurrentProcess(), 137);
#else
    ::kill(::getpid(), SIGKILL);
#endif
    // Not one more instruction of the caller may run while the signal is on its way.
    for (;;) {
#ifndef Q_OS_WIN
        ::pause();
#endif
    }
}

} // namespace

void crashPoint(QByteArrayView what, Side side)
{
    static const Target target = targetFromEnvironment();
    if (target.point.isEmpty())
        return;

    const QByteArrayView suffix = side == Side::Before ? QByteArrayView(".before") : QByteArrayView(".after");
    const QByteArrayView point(target.point);
    if (point.size() != what.size() + suffix.size() || !point.startsWith(what) || !point.endsWith(suffix))
        return;

    static std::atomic<int> passings = 0;
    if (++passings == target.passing)
        die();
}

} // namespace ponte
