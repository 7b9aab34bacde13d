// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/work/batch.h"
#include "ui/reprocess/planscope.h"
#include "ui/widgets/hands.h"
#include "ui/widgets/pulse.h"
#include "ui/widgets/session.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace ponte::ui {

class BatchListDialog;
class ReprocessDialog;

/// Everything about reprocesses in one open session: opens plans and batches, each in one window, and tells the
/// activity place of every batch under way, whoever confirmed it and whenever, so that it is found after a restart too.
class ReprocessDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReprocessDesk)

public:
    /// `window`: whose children the dialogs are.
    ReprocessDesk(const Session &session, const Directory &directory, QWidget &window);
    ~ReprocessDesk() override;

    void openPlan(const ReprocessScope &scope);
    void openBatch(qint64 id);
    void openList();

Q_SIGNALS:
    /// Exactly these records, to be seen in the monitor.
    void filterChosen(const ponte::log::Filter &filter);

private:
    struct Known {
        int job = 0; ///< of the activity place
        work::Batch batch;
    };
    void read();
    void follow(const QList<work::Batch> &batches);
    [[nodiscard]] int startJob(const work::Batch &batch);
    void endJob(const Known &known, const work::Batch &batch);
    void cancel(const work::Batch &batch);
    [[nodiscard]] ReprocessDialog *newDialog();
    [[nodiscard]] const IntegrationView &integrationOf(const QString &id) const;

    const Session &m_session;
    const Directory &m_directory;
    QWidget &m_window;
    Pulse m_pulse;
    QHash<qint64, Known> m_known; ///< batches under way, by id
    QList<QPointer<ReprocessDialog>> m_dialogs;
    QPointer<BatchListDialog> m_list;
    QList<work::Batch> m_batches;
    bool m_isReading = false;
    bool m_isStale = false;
    bool m_wasRead = false;
    Hands m_hands; ///< the last: it waits for calls that use the rest
};

} // namespace ponte::ui
