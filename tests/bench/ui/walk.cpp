// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/ui/walk.h"

#include "core/log/logwriter.h"
#include "ui/widgets/place.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabWidget>
#include <QTimer>
#include <QtTest>
#include <QUuid>

namespace ponte::bench {

using namespace Qt::StringLiterals;

namespace {

void handleEvents(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents,
                                        int(qMax<qint64>(1, milliseconds - timer.elapsed())));
}

} // namespace

Walk::Walk(QApplication &application, testing::Stage &stage)
    : m_stage(stage)
    , m_theme(application)
{
    m_language.use(u"pt_BR"_s);
    m_theme.setScheme(ui::ColorScheme::Light);
}

Walk::~Walk() = default;

QList<Walk::Step> Walk::run()
{
    handleEvents(100);
    step(u"start"_s, [this] {
        m_window = std::make_unique<ui::MainWindow>(m_theme, m_language, m_stage.settings(), m_stage.questions(),
                                                    m_stage.clock());
        m_window->resize(1280, 800);
        m_window->show();
    });
    step(u"open"_s, [this] { m_window->openSession(m_stage.session()); });
    lookAtPlaces();
    scrollTables();
    meetNews();
    changeLooks();
    step(u"close"_s, [this] {
        m_window->closeSession();
        m_window.reset();
    });
    return m_steps;
}

void Walk::lookAtPlaces()
{
    // The second round meets places that are built already.
    for (int round = 1; round <= 2; ++round) {
        for (const QString &place : m_window->placeIds()) {
            step(u"%1 (%2)"_s.arg(place, QString::number(round)), [&] { m_window->goTo(place); });
            auto *tabs = m_window->currentPlace()->findChild<QTabWidget *>();
            for (int tab = 0; tabs && tab < tabs->count(); ++tab)
                step(u"%1, tab %2 (%3)"_s.arg(place, QString::number(tab), QString::number(round)),
                     [&] { tabs->setCurrentIndex(tab); });
        }
    }
}

void Walk::scrollTables()
{
    m_window->goTo(u"monitor"_s);
    auto *grid = m_window->findChild<QAbstractItemView *>(u"logGrid"_s);
    settle();
    for (const int part : {1, 5, 10, 19, 20, 0}) {
        step(u"monitor, scrolled to %1 %"_s.arg(part * 5), [&] {
            QScrollBar *bar = grid->verticalScrollBar();
            bar->setValue(bar->maximum() / 20 * part);
        });
    }
    step(u"monitor, next rows"_s, [&] {
        grid->setFocus();
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(grid, Qt::Key_Down);
    });
    step(u"command palette"_s, [this] {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        handleEvents(50);
        if (auto *search = m_window->findChild<QLineEdit *>(u"paletteSearch"_s)) {
            QTest::keyClicks(search, u"relat"_s);
            QTest::keyClick(search, Qt::Key_Escape);
        }
    });
}

void Walk::meetNews()
{
    constexpr int recordsAtOnce = 10;
    const auto write = [this] {
        const int from = m_records;
        m_records += recordsAtOnce;
        // Another walk over the same log sells something else.
        const QString sale = u"N-%1-%2"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces)).arg(from);
        const auto work = [sale, now = m_stage.clock().now()](storage::Connection &connection) -> Result<> {
            log::LogWriter writer(connection);
            for (int i = 0; i < recordsAtOnce; ++i) {
                const log::Status status = i == 0 ? log::Status::Error : log::Status::Success;
                const log::RecordKey key {
                    u"lojaclick"_s,           CompanyId(3),         LevelId(1), u"%1-%2"_s.arg(sale).arg(i),
                    u"contract_activation"_s, u"lojaclick_export"_s};
                const auto record = writer.ensureRecord(key, u"CODCOLIGADA;RA"_s, u"3;"_s + key.origin, status, now);
                if (!record)
                    return tl::unexpected(record.error());
                log::NewItem item;
                item.message = status == log::Status::Error ? u"Cliente com restrição de crédito"_s : u"Efetivado"_s;
                item.status = status;
                item.who = u"ponte"_s;
                if (const auto added = writer.append(*record, item, now); !added)
                    return tl::unexpected(added.error());
            }
            return {};
        };
        m_stage.services().database.writer().post("bench.rush", work,
                                                  [this](const Result<> &) { m_arrived += recordsAtOnce; });
    };
    QTimer timer;
    timer.setInterval(std::chrono::milliseconds(20));
    QObject::connect(&timer, &QTimer::timeout, &timer, write);
    m_window->goTo(u"monitor"_s);
    settle();
    step(u"monitor, 500 records a second"_s, [&timer] { timer.start(); });
    for (int second = 1; second <= 4; ++second)
        step(
            u"monitor, 500 records a second, scrolled"_s,
            [&] {
                QScrollBar *bar = m_window->findChild<QAbstractItemView *>(u"logGrid"_s)->verticalScrollBar();
                bar->setValue(bar->maximum() / 5 * second);
            },
            800);
    timer.stop();
    while (m_arrived < m_records)
        handleEvents(20);
}

void Walk::changeLooks()
{
    for (const int width : {1000, 1600, 1280})
        step(u"%1 pixels wide"_s.arg(width), [&] { m_window->resize(width, 800); });
    step(u"dark"_s, [this] { m_theme.setScheme(ui::ColorScheme::Dark); });
    step(u"light"_s, [this] { m_theme.setScheme(ui::ColorScheme::Light); });
    step(u"English"_s, [this] { m_language.use(u"en"_s); });
    step(u"Portuguese"_s, [this] { m_language.use(u"pt_BR"_s); });
}

void Walk::step(const QString &name, const std::function<void()> &action, int more)
{
    (void)m_stalls.takeLongest();
    // As an event of its own, so that its time counts as a stall like that of any click.
    QMetaObject::invokeMethod(QCoreApplication::instance(), action, Qt::QueuedConnection);
    settle();
    handleEvents(more);
    m_steps.append({name, m_stalls.takeLongest()});
}

void Walk::settle()
{
    handleEvents(150);
}

} // namespace ponte::bench
