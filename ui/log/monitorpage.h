// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/logmodel.h"
#include "ui/log/logview.h"
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
class QToolButton;

namespace ponte::integration {
struct Functionality;
}

namespace ponte::ui {

class Banner;
class Context;
class FilterBar;
class Grid;
class ItemPanel;
class LogArrangement;
class PayloadSearchPanel;
class SignaturesPanel;
class StatePage;
class ViewState;
class ViewsButton;
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
    [[nodiscard]] QList<QAction *> processes() const override;
    [[nodiscard]] QDateTime dataTime() const override { return m_model.readAt(); }

    /// Shows exactly these records; the company and level of the filter become the context's.
    void showFilter(const log::Filter &filter);
    /// The same with its order, and periods that move with the clock; for saved views and links.
    void showView(const LogView &view);
    /// What is shown now.
    [[nodiscard]] LogView view() const;
    /// Opens what "ponte:log?…" leads to; false, and says so on the page, where it cannot be understood.
    bool openLink(const QString &link);

Q_SIGNALS:
    /// Of the records chosen, or where there are none of those that the filter matches.
    void reprocessRequested(const QList<ponte::LogRecordId> &selected, const ponte::log::Filter &filter);
    void batchesRequested();
    void reportRequested(const ponte::log::Filter &filter); ///< of what is shown
    void frontRequested(); ///< something of this page wants to be seen
    void parametersRequested(const QString &integration);

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
    void setupViews();
    void setupPayloadSearch();
    void setupKeys();
    void setupSignatures();
    void start();
    void showActions();
    void requestReprocess();
    void resendNotices();
    void tellResent(const QList<std::pair<LogRecordId, Result<>>> &outcomes);
    [[nodiscard]] const integration::Functionality *noticeOf(const log::Record &record) const;
    [[nodiscard]] QList<int> selectedRows() const;
    void retranslate();
    void retranslateActions();
    void query();
    void queryAgain();
    [[nodiscard]] bool mayRead(const log::Filter &filter);
    void sortBy(int section);
    void showSort();
    void useRemembered();
    void rememberPlace();
    void readNextRuns();
    void copyLink();
    void widen();
    void openPayloadSearch();
    void showRecord(LogRecordId id);
    void group(bool wanted);
    void showHit(const log::Record &record, LogItemId item);
    [[nodiscard]] QString widenText() const;
    void showState();
    void showNoRows();
    void showCounts();
    void showWaiting();
    void reportVisibleRows();
    void wantPanel(bool wanted);
    void openCurrent();
    void showCurrent();
    void restoreCurrent();
    void findRow(LogRecordId id, const std::function<void(int row)> &found);
    void showPlaceSought();
    void noteSelection();
    void restoreSelection();
    void showSelection();
    void chooseAllMatching();
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
    QAction *m_export;
    QAction *m_copyLink;
    QAction *m_explain;
    QAction *m_compare;
    QAction *m_searchPayloads;
    QAction *m_showKeys;
    QAction *m_group;
    SignaturesPanel *m_signatures;
    QToolButton *m_groupButton;
    LogArrangement *m_arrangement = nullptr;
    ViewsButton *m_views;
    QToolButton *m_columns;
    QLabel *m_counts;
    QLabel *m_selection;
    QPushButton *m_chooseAll;
    QPushButton *m_waiting;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    Grid *m_grid;
    PayloadSearchPanel *m_payloadSearch;
    ItemPanel *m_panel;
    QSplitter *m_upper; ///< the rows, and beside them the search of payloads
    QSplitter *m_splitter;
    log::Sort m_sort;
    std::optional<LogRecordId> m_current;
    /// Where the rows are to be scrolled to, once they are there.
    struct Sought {
        int current = -1;
        int top = -1;
    };
    Sought m_sought;
    std::optional<LogRecordId> m_wantedTop; ///< in sight at the top before rows are read anew
    QList<LogRecordId> m_selected; ///< before rows are read anew
    storage::ReadTicket m_runsTicket;
    QString m_refusal; ///< why this person may not see what is asked for
    bool m_isPanelWanted = true;
    bool m_isStarted = false;
    bool m_wasGiven = false; ///< a view by another place, before the first look
    bool m_isNewQuery = false; ///< until its rows are there
    bool m_isAllMatching = false; ///< chosen is what the filter finds, not only the rows listed
    bool m_isFront = false;
    bool m_saysReadFailed = false; ///< in the banner, until a read succeeds
    Hands m_hands; ///< the last: it waits for calls that use the rest
};

} // namespace ponte::ui
