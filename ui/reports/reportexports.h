// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportwriter.h"
#include "ui/widgets/session.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

class QSettings;

namespace ponte::ui {

/// One report that was asked for in this program, by this person of the machine.
struct Export {
    enum class State { Running, Done, Failed, Cancelled };
    int id = 0;
    State state = State::Running;
    reports::Format format = reports::Format::Csv;
    QString file;
    QDateTime at;
    qint64 rows = 0;
    QString sha256; ///< of Done
    QString detail; ///< progress while it runs, the reason where it failed
    bool isMissing = false; ///< the file is no longer where it was written
};

/// Writes reports aside, several at once, and tells the Activity of them. Ended ones are remembered between starts, at
/// most 20. UI thread.
class ReportExports final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportExports)

public:
    ReportExports(const Session &session, QSettings &settings, QObject *parent = nullptr);
    /// Cancels what runs and waits for its end; no half file stays.
    ~ReportExports() override;

    /// The id of the export; `opened` leads to where exports are shown.
    int start(const integration::Descriptor &descriptor, const reports::ReportOrder &order,
              std::function<void()> opened);
    void cancel(int id);
    void cancelAll();
    /// Forgets what has ended; the files stay.
    void forgetEnded();
    /// Looks which files are still there.
    void look();
    [[nodiscard]] const QList<Export> &all() const { return m_exports; } ///< newest first
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void changed();
    void ended(const ponte::ui::Export &report, const ponte::Error &error); ///< the error counts where it failed

private:
    void remember();
    void recall();
    [[nodiscard]] Export *find(int id);
    void handleProgress(int id, const reports::ReportProgress &progress);
    void handleEnd(int id, const Result<reports::Receipt> &receipt);

    struct Running {
        int job = 0;
        CancelToken cancel;
    };
    const Session &m_session;
    QSettings &m_settings;
    QList<Export> m_exports;
    QHash<int, Running> m_running;
    int m_lastId = 0;
    QThreadPool m_pool; ///< the last: it waits for work that uses the rest
};

/// "12.000 de 100.000 linhas · 52.000 por segundo · faltam 2 s"
[[nodiscard]] QString progressText(const reports::ReportProgress &progress);

} // namespace ponte::ui
