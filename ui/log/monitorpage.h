// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/logmodel.h"
#include "ui/widgets/hands.h"
#include "ui/widgets/place.h"
#include "ui/widgets/pulse.h"

#include <QPointer>
#include <QTimer>

class QLabel;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace ponte::integration {
struct Functionality;
}

namespace ponte::ui {

class Banner;
class Context;
class FilterBar;
class Grid;
class ItemPanel;
class StatePage;
class ViewState;
struct Session;

/// "Monitor de Log": the records that match a filter, arriving live, with the drill-down below. It only reads.
class MonitorPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorPage)

public:
    MonitorPage(const Session &session, Context &context, QSettings &settings, QWidget *parent = nullptr);
    ~MonitorPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void enter() override;
    void leave() override;
    void refresh() override;
    [[nodiscard]] QList<QAction *> processes() const override { return {m_reprocess, m_resendNotice, m_showBatches}; }
    [[nodiscard]] QDateTime dataTime() const override { return m_model.readAt(); }

    /// Shows exactly these records; the company and level of the filter become the context's.
    void showFilter(const log::Filter &filter);

Q_SIGNALS:
    /// Of the records chosen, or where there are none of those that the filter matches.
    void reprocessRequested(const QList<ponte::LogRecordId> &selected, const ponte::log::Filter &filter);
    void batchesRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setupGrid();
    void setupPanel();
    void setupLayout();
    void setupModel();
    void setupShortcuts();
    void setupActions();
    void showActions();
    void requestReprocess();
    void resendNotices();
    void tellResent(const QList<std::pair<LogRecordId, Result<>>> &outcomes);
    [[nodiscard]] const integration::Functionality *noticeOf(const log::Record &record) const;
    [[nodiscard]] QList<int> selectedRows() const;
    void retranslate();
    void query();
    void sortBy(int section);
    void showSort();
    void showState();
    void showCounts();
    void showWaiting();
    void reportVisibleRows();
    void wantPanel(bool wanted);
    void openCurrent();
    void showCurrent();
    void restoreCurrent();
    void copyRows(const QList<int> &rows);
    [[nodiscard]] QString countsText() const;

    const Session &m_session;
    Context &m_context;
    QSettings &m_settings;
    LogNames m_names;
    LogModel m_model;
    Pulse m_pulse;
    QTimer m_ageTimer;
    QTimer m_currentSettled;
    ViewState *m_viewState;
    FilterBar *m_filterBar;
    Banner *m_banner;
    QAction *m_reprocess;
    QAction *m_resendNotice;
    QAction *m_showBatches;
    QLabel *m_counts;
    QPushButton *m_waiting;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    Grid *m_grid;
    ItemPanel *m_panel;
    QSplitter *m_splitter;
    log::Sort m_sort;
    std::optional<LogRecordId> m_current;
    bool m_isPanelWanted = true;
    bool m_isFront = false;
    bool m_saysReadFailed = false; ///< in the banner, until a read succeeds
    Hands m_hands; ///< the last: it waits for calls that use the rest
};

} // namespace ponte::ui
