// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// How long a payload of 20 MB takes from the choice of its execution to its first paint, and to the paint of the whole,
// indented and masked text, against Qt's own editor with the same text as it was stored.
#include "core/log/logreader.h"
#include "tests/ui/support/stage.h"
#include "ui/log/codeview.h"
#include "ui/log/payloadoptions.h"
#include "ui/log/payloadview.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ponte;

namespace {

constexpr int measuredPairs = 5;
constexpr double longestToPaint = 500; // ms
constexpr qsizetype payloadBytes = 20'000'000;

[[noreturn]] void stopHere(const QString &reason)
{
    std::fprintf(stderr, "payload: %s\n", qUtf8Printable(reason));
    std::exit(1);
}

QString samplePayload(bool oneLine)
{
    QString payload = u"{\"nome\":\"Ana\",\"cpf\":\"111.444.777-35\",\"itens\":["_s;
    if (oneLine)
        return payload + u'"' + QString(payloadBytes - payload.size() - 4, u'x') + u"\"]}"_s;
    int number = 0;
    while (payload.size() < payloadBytes)
        payload +=
            u"{\"RA\":\"%1\",\"valor\":1500.00,\"email\":\"a%1@example.com\",\"itens\":[1,2,3]},"_s.arg(++number);
    payload.back() = u']';
    return payload + u'}';
}

/// Sees the paints of a view and the longest time in which the thread did nothing else.
class Watcher final : public QObject
{
public:
    explicit Watcher(ui::CodeView &view)
        : m_view(view)
    {
        m_view.viewport()->installEventFilter(this);
    }

    struct Times {
        qint64 firstPaint = -1;
        qint64 whole = -1;
        qint64 longestBlock = 0;
    };

    Times measure(const ui::PayloadLoader &loader)
    {
        m_times = {};
        m_loader = &loader;
        QElapsedTimer turn;
        m_begun.start();
        while (m_times.whole < 0) {
            turn.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            m_times.longestBlock = qMax(m_times.longestBlock, m_inEvent);
            m_inEvent = 0;
            if (m_begun.elapsed() > 60'000)
                stopHere(u"nothing was painted within a minute"_s);
        }
        return m_times;
    }

    /// Of one event; told by the application below.
    void noteEvent(qint64 milliseconds) { m_inEvent = qMax(m_inEvent, milliseconds); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Queued behind the paint itself.
        if (event->type() == QEvent::Paint && m_loader && m_view.text().lineCount() > 2)
            QMetaObject::invokeMethod(
                this, [this] { notePaint(); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    void notePaint()
    {
        if (m_times.firstPaint < 0)
            m_times.firstPaint = m_begun.elapsed();
        if (m_loader->isWhole() && m_times.whole < 0)
            m_times.whole = m_begun.elapsed();
    }

    ui::CodeView &m_view;
    const ui::PayloadLoader *m_loader = nullptr;
    QElapsedTimer m_begun;
    Times m_times;
    qint64 m_inEvent = 0;
};

class WatchedApplication final : public QApplication
{
public:
    using QApplication::QApplication;
    Watcher *watcher = nullptr;

    bool notify(QObject *receiver, QEvent *event) override
    {
        QElapsedTimer timer;
        timer.start();
        const bool handled = QApplication::notify(receiver, event);
        if (watcher)
            watcher->noteEvent(timer.elapsed());
        return handled;
    }
};

double median(QList<qint64> values)
{
    std::sort(values.begin(), values.end());
    return double(values.at(values.size() / 2));
}

qint64 reference(const QString &file)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(qEnvironmentVariable("PONTE_BIN") + u"/bench_reference_textedit"_s, {file});
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        stopHere(u"the reference did not paint"_s);
    return process.readAllStandardOutput().trimmed().toLongLong();
}

void tell(const QString &name, double ours, double theirs, double limit, const QString &reference)
{
    const double ratio = ours / qMax(1.0, theirs);
    const QJsonObject figure {{u"name"_s, name},           {u"ratio"_s, ratio},
                              {u"limit"_s, limit},         {u"holds"_s, ratio <= limit},
                              {u"reference"_s, reference}, {u"rows"_s, payloadBytes},
                              {u"backend"_s, u"sqlite"_s}};
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void measure(WatchedApplication &application, const QString &name, bool oneLine)
{
    testing::Stage stage;
    testing::Stage::Row row {u"V-1"_s};
    row.payload.sent = samplePayload(oneLine);
    const LogRecordId record = stage.add(row);
    const auto connection = stage.services().database.reads().here();
    const auto items = log::LogReader(**connection).items(record);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"payload.json"_s));
    if (!items || items->isEmpty() || !file.open(QIODevice::WriteOnly))
        stopHere(u"the sample could not be written"_s);
    file.write(row.payload.sent.toUtf8());
    file.close();

    ui::PayloadOptions options(nullptr);
    QList<qint64> first, whole, theirs, blocks;
    for (int pair = 0; pair <= measuredPairs; ++pair) {
        ui::PayloadLoader loader(stage.services().database.reads());
        ui::PayloadView view(loader, ui::PayloadLoader::Sent, options);
        view.resize(700, 500);
        view.show();
        QCoreApplication::processEvents();
        Watcher watcher(*view.code());
        application.watcher = &watcher;
        loader.setItem(items->first().id);
        const Watcher::Times times = watcher.measure(loader);
        application.watcher = nullptr;
        const qint64 other = reference(file.fileName());
        std::fprintf(
            stderr, "%s: first paint %lld ms, whole %lld ms, longest event %lld ms; QPlainTextEdit %lld ms%s\n",
            qUtf8Printable(name), static_cast<long long>(times.firstPaint), static_cast<long long>(times.whole),
            static_cast<long long>(times.longestBlock), static_cast<long long>(other), pair ? "" : " (not counted)");
        if (pair == 0)
            continue;
        first.append(times.firstPaint);
        whole.append(times.whole);
        blocks.append(times.longestBlock);
        theirs.append(other);
    }
    const QString editor = u"QPlainTextEdit with the same text"_s;
    tell(name + u"-first-paint"_s, median(first), median(theirs), 0.5, editor);
    tell(name + u"-blocked"_s, median(blocks), median(theirs), 0.1, editor);
    tell(name + u"-first-paint-time"_s, median(first), longestToPaint, 1, u"500 ms"_s);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(argc, argv);
    const ui::Theme theme(application);
    measure(application, u"payload-lines"_s, false);
    measure(application, u"payload-one-line"_s, true);
    return 0;
}
