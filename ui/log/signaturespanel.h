// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/storage/readpool.h"
#include "ui/log/signaturemodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace ponte::ui {

class Directory;
class Grid;
class StatePage;
struct Session;

/// The errors of what a filter finds, by cause: how many, since when, how they grow, whom they touch, and whether
/// repeating ever helped. Enter shows the records of one, R plans their reprocess.
class SignaturesPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignaturesPanel)

public:
    explicit SignaturesPanel(const Session &session, QWidget *parent = nullptr);
    ~SignaturesPanel() override;

    /// Reads as soon as it is seen.
    void setFilter(const log::Filter &filter);
    /// Reads anew; what is chosen stays chosen.
    void refresh();
    /// What is chosen, as a filter; none where nothing is.
    [[nodiscard]] std::optional<log::Filter> chosenFilter() const;

Q_SIGNALS:
    void filterRequested(const ponte::log::Filter &filter);
    void reprocessRequested(const ponte::log::Filter &filter);
    void escaped();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupGrid();
    void setupFoot(QVBoxLayout *layout);
    void retranslate();
    void readIfSeen();
    void showGroups(const QList<log::SignatureStatistics> &groups);
    void showState(const QString &icon, const QString &title, const QString &text, const QString &action = {});
    void showChosen();
    void open();
    void planReprocess();

    const Session &m_session;
    Directory *m_directory;
    SignatureModel m_model;
    QStackedWidget *m_stack;
    Grid *m_grid;
    StatePage *m_statePage;
    QWidget *m_foot;
    QLabel *m_text;
    QLabel *m_chance;
    QPushButton *m_open;
    QPushButton *m_reprocess;
    log::Filter m_filter;
    bool m_isStale = true;
    bool m_wasRead = false;
    storage::ReadTicket m_ticket;
};

} // namespace ponte::ui
