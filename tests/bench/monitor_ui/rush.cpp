// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/monitor_ui/rush.h"

#include "core/log/logwriter.h"
#include "core/samples/samplelog.h"
#include "tests/bench/monitor_ui/screen.h"
#include "tests/bench/reference/stalls.h"
#include "tests/bench/reprocess/figures.h"
#include "tests/support/testdatabase.h"
#include "ui/log/itempanel.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>

#include <atomic>
#include <cstdio>

namespace ponte::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr double longestFrame = 100; // ms
constexpr int rushRounds = 3;
constexpr int perTurn = 10;
constexpr auto turn = std::chrono::milliseconds(20);

/// Writes 500 records a second, as fast as the database takes them and no faster.
class Arrivals final : public QObject
{
public:
    explicit Arrivals(testing::Stage &stage)
        : m_stage(stage)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(turn);
        connect(&m_timer, &QTimer::timeout, this, [this] { write(); });
        m_timer.start();
    }
    ~Arrivals() override
    {
        m_timer.stop();
        awaitThat("what was written", [this] { return m_arrived == m_asked; });
    }
    [[nodiscard]] int arrived() const { return m_arrived; }

private:
    void write()
    {
        const int from = m_asked;
        m_asked += perTurn;
        const auto work = [from, now = QDateTime::currentDateTimeUtc()](storage::Connection &connection) -> Result<> {
            log::LogWriter writer(connection);
            for (int i = from; i < from + perTurn; ++i) {
                const log::Status status = i % 5 == 0 ? log::Status::Error : log::Status::Success;
                const log::RecordKey key {u"lojaclick"_s,
                                          CompanyId(3),
                                          LevelId(1),
                                          u"rush-%1-%2"_s.arg(now.toMSecsSinceEpoch()).arg(i),
                                          u"contract_activation"_s,
                                          u"lojaclick_export"_s};
                const auto record = writer.ensureRecord(key, u"CODCOLIGADA;RA;IDPERLET;CODCONTRATO"_s,
                                                        u"3;R-%1;1;2"_s.arg(i), status, now);
                if (!record)
                    return tl::unexpected(record.error());
                log::NewItem item;
                item.message = i % 5 == 0 ? u"Cliente com restrição de crédito"_s : u"Contrato efetivado"_s;
                item.status = status;
                item.who = u"ponte"_s;
                item.payload.sent = u"{\"sale\":\"R-%1\"}"_s.arg(i);
                if (const auto added = writer.append(*record, item, now); !added)
                    return tl::unexpected(added.error());
            }
            return {};
        };
        m_stage.services().database.writer().post("bench.rush", work, [this](const Result<> &result) {
            if (!result)
                stopHere(result.error().message + u' ' + result.error().detail);
            m_arrived += perTurn;
        });
    }

    testing::Stage &m_stage;
    QTimer m_timer;
    std::atomic<int> m_arrived = 0;
    int m_asked = 0;
};

class Work final
{
public:
    explicit Work(Screen &screen)
        : m_screen(screen)
    {}

    double longest()
    {
        step("nothing", [] {});
        QScrollBar *bar = m_screen.grid().verticalScrollBar();
        for (const int part : {1, 7, 10, 3, 0}) {
            step("scroll", [&] { bar->setValue(int(qint64(bar->maximum()) * part / 10)); });
        }
        step("choose a record", [this] { m_screen.grid().setCurrentIndex(m_screen.model().index(3, 0)); });
        step("compare", [this] { m_screen.page().findChild<ui::ItemPanel *>()->compare(); });
        step("explain", [this] { m_screen.page().findChild<ui::ItemPanel *>()->explain(); });
        log::Filter errors;
        errors.company = CompanyId(3);
        errors.statuses = {log::Status::Error};
        step("filter", [&] { m_screen.page().showFilter(errors); });
        step("sort", [this] {
            ui::LogView view = m_screen.page().view();
            view.sort = {log::SortColumn::ChangedAt, true};
            m_screen.page().showView(view);
        });
        step("search", [this] { m_screen.find<QLineEdit>(u"searchBox"_s).setText(u"R-15"_s); });
        step("all again", [this] { m_screen.page().showFilter({}); });
        return m_longest;
    }

private:
    void step(const char *name, const std::function<void()> &action)
    {
        (void)m_stalls.takeLongest();
        // As an event of its own, so that its time counts like that of any click.
        QMetaObject::invokeMethod(&m_screen.page(), action, Qt::QueuedConnection);
        handleEvents(700);
        const double longest = m_stalls.takeLongest();
        if (longest > m_longest) {
            m_longest = longest;
            std::fprintf(stderr, "monitor_ui: %6.1f ms  %s\n", longest, name);
        }
    }

    Screen &m_screen;
    Stalls m_stalls;
    double m_longest = 0;
};

} // namespace

void measureRush(const QString &backend, qint64 records)
{
    test::TestDatabase fresh(backend);
    fresh.close();
    if (const auto written = samples::writeSampleLog(
            fresh.address(), {.records = records, .newestPayloads = qMin<qint64>(records, 5000)}, {}, {});
        !written)
        stopHere(written.error().message);
    Screen screen(fresh.address());
    QList<double> frames;
    for (int round = 0; round < rushRounds; ++round) {
        const Arrivals arrivals(screen.stage());
        QElapsedTimer timer;
        timer.start();
        frames.append(Work(screen).longest());
        std::fprintf(stderr, "monitor_ui: %s: longest frame %.1f ms while %.0f records/s arrived\n",
                     qPrintable(backend), frames.last(), arrivals.arrived() * 1000.0 / double(timer.elapsed()));
    }
    tellFigure(u"monitor-rush-frame"_s, median(frames) / longestFrame, 1, true, u"100 ms"_s, records, backend);
}

} // namespace ponte::bench
