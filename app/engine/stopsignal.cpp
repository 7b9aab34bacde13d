// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/engine/stopsignal.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace ponte::app {

namespace {

// A signal handler reaches nothing but what is static.
int stopPipe[2] = {-1, -1};

void noteStop(int)
{
    const int before = errno;
    const char byte = 1;
    // A full pipe already holds the wish to stop.
    [[maybe_unused]] const ssize_t written = ::write(stopPipe[1], &byte, 1);
    errno = before;
}

void handle(int signal, int flags)
{
    struct sigaction action {};
    action.sa_handler = noteStop;
    sigemptyset(&action.sa_mask);
    action.sa_flags = flags;
    ::sigaction(signal, &action, nullptr);
}

} // namespace

StopSignal::StopSignal()
{
    if (::pipe2(stopPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("The stop signal cannot be watched: no file descriptors are left.");
    m_notifier = std::make_unique<QSocketNotifier>(stopPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StopSignal::read);
    handle(SIGTERM, SA_RESTART);
    handle(SIGINT, SA_RESTART | static_cast<int>(SA_RESETHAND));
}

// The handlers stay, so that a late signal does not cut the orderly end short; so does the pipe that they write to.
StopSignal::~StopSignal() = default;

void StopSignal::read()
{
    char bytes[16];
    while (::read(stopPipe[0], bytes, sizeof bytes) > 0) {
    }
    Q_EMIT received();
}

} // namespace ponte::app
