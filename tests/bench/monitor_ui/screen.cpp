// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/monitor_ui/screen.h"

#include "tests/bench/reprocess/figures.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

namespace ponte::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms

/// The key of a kept log stays beside the logs, and not in the person's own folder.
const storage::Address &withKey(const storage::Address &address)
{
    if (address.database.startsWith("bench_log_"_L1)) {
        const QDir folder(qEnvironmentVariable("PONTE_BENCH_DATA", u"build/bench-data"_s));
        qputenv("PONTE_KEY", QFile::encodeName(folder.absoluteFilePath(address.database + u".key"_s)));
    }
    return address;
}

} // namespace

Screen::Screen(const storage::Address &address)
    : m_stage(withKey(address))
    , m_page(std::make_unique<ui::MonitorPage>(m_stage.session(), m_context, m_stage.settings()))
{
    m_page->resize(1280, 800);
    m_page->show();
    m_page->enter();
    awaitThat("the first rows", [this] { return model().state() == ui::LogModel::State::Ready && isComplete(); });
    awaitThat("the counts", [this] { return model().counts().has_value(); });
}

ui::Grid &Screen::grid() const
{
    return find<ui::Grid>(u"logGrid"_s);
}

ui::LogModel &Screen::model() const
{
    return *static_cast<ui::LogModel *>(grid().model());
}

bool Screen::isComplete() const
{
    const int first = grid().rowAt(0);
    const int below = grid().rowAt(grid().viewport()->height() - 1);
    const int last = below < 0 ? model().rowCount() - 1 : below;
    for (int row = first; row <= last; ++row) {
        if (!model().recordAt(row))
            return false;
    }
    return first >= 0;
}

void handleEvents(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    do {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents,
                                        int(qMax<qint64>(1, milliseconds - timer.elapsed())));
    } while (timer.elapsed() < milliseconds);
}

void awaitThat(const char *what, const std::function<bool()> &holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (timer.elapsed() > patience)
            stopHere(u"%1: not within a minute"_s.arg(QLatin1String(what)));
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}

} // namespace ponte::bench
