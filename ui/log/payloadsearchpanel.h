// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/readpool.h"
#include "ui/log/payloadhits.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ponte::ui {

class CloseButton;
class Grid;
struct Session;

/// Searches what was sent and received, newest first, among the records that the monitor's filter chooses. Hits appear
/// as they are found; it says how far it got, can be stopped, and goes on while one works elsewhere.
class PayloadSearchPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadSearchPanel)

public:
    static constexpr int hitLimit = 5'000;

    explicit PayloadSearchPanel(const Session &session, QWidget *parent = nullptr);
    ~PayloadSearchPanel() override;

    /// The records among which the next search looks.
    void setFilter(const std::function<log::Filter()> &filter) { m_filter = filter; }
    void open(const QString &text);
    [[nodiscard]] bool isSearching() const { return m_inbox != nullptr; }
    void stop();

Q_SIGNALS:
    void hitChosen(const ponte::log::Record &record, ponte::LogItemId item);
    void closeRequested();
    void openRequested(); ///< from where all activities are listed

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Inbox;
    void setupLayout();
    void search();
    void collect();
    void finish(const Result<log::PayloadSearchEnd> &end);
    void showProgress();
    void retranslate();
    [[nodiscard]] QString coveredText() const;

    const Session &m_session;
    std::function<log::Filter()> m_filter;
    PayloadHits m_hits;
    QLabel *m_title;
    CloseButton *m_close;
    QLineEdit *m_text;
    QPushButton *m_start;
    QProgressBar *m_bar;
    QLabel *m_state;
    Grid *m_grid;
    QTimer m_collecting;
    std::shared_ptr<Inbox> m_inbox; ///< while a search is under way
    CancelToken m_cancel;
    storage::ReadTicket m_ticket;
    log::PayloadSearchProgress m_progress;
    QString m_searched; ///< the text of the hits shown
    QString m_problem;
    bool m_isComplete = false;
    bool m_wasStopped = false;
    int m_activity = 0;
};

} // namespace ponte::ui
