// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/work/batchplan.h"
#include "ui/reprocess/entrymodel.h"
#include "ui/widgets/session.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabBar;

namespace ponte::ui {

class Banner;
class Counters;
class Grid;
class Hands;

/// A confirmed reprocess: how far it is, what became of each record, pause, resume and cancel. It only shows: leaving
/// it changes nothing.
class BatchPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchPanel)

public:
    BatchPanel(const Session &session, const IntegrationView &integration, Hands &hands, const work::Batch &batch,
               QWidget *parent = nullptr);
    ~BatchPanel() override;

    [[nodiscard]] qint64 batchId() const { return m_batch.id; }
    /// Something about batches changed.
    void refresh();

Q_SIGNALS:
    /// Exactly these records, to be seen in the monitor.
    void filterChosen(const ponte::log::Filter &filter);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupGrid();
    void setupButtons();
    void setupLayout();
    void read();
    void showBatch();
    void showEnd();
    void chooseTab(int tab);
    void order(work::BatchOrder what);
    void showFailures();
    void retranslate();

    const Session &m_session;
    const IntegrationView m_integration;
    Hands &m_hands;
    work::Batch m_batch;
    EntryModel m_entries;
    storage::ReadTicket m_ticket;
    Banner *m_banner;
    QLabel *m_heading;
    QLabel *m_origin;
    QProgressBar *m_progress;
    Counters *m_counters;
    QTabBar *m_tabs;
    Grid *m_grid;
    QLabel *m_notice;
    QPushButton *m_failures;
    QPushButton *m_pause;
    QPushButton *m_cancel;
    QPushButton *m_close;
    bool m_isOrdering = false;
    bool m_isReading = false;
    bool m_isStale = false;
};

} // namespace ponte::ui
