// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace ponte::ui {

class Activity;
class HealthLine;
struct Session;

/// The line at the bottom: which database, how the outside systems are, what runs, how old the data, where the inbound
/// API listens, which time zone.
class StatusLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(const Clock &clock, QWidget *parent = nullptr);

    /// Says the zone, and keeps the ages true from now on.
    void start();
    /// Follows the outside systems, the workers and what runs.
    void attach(const Session &session);
    void detach();
    void setDatabase(const QString &address);
    void setDataTime(const QDateTime &time);
    /// Empty where nothing listens. Before it is called nothing is said.
    void setListening(const QString &address);
    void setPortTaken(quint16 port);
    /// What is wrong with the inbound API.
    void setListeningProblem(const QString &problem);

Q_SIGNALS:
    void activityRequested(); ///< the person wants to see what runs

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void showAge();
    void showListening();
    void showJobs();

    const Clock &m_clock;
    QTimer m_ageTimer;
    QLabel *m_database;
    HealthLine *m_health;
    QToolButton *m_jobs;
    const Activity *m_activity = nullptr;
    QLabel *m_age;
    QLabel *m_listening;
    QLabel *m_zone;
    QString m_address;
    std::optional<QString> m_listeningAddress;
    QString m_problem;
    std::optional<quint16> m_takenPort;
    QDateTime m_dataTime;
    bool m_isStarted = false;
};

} // namespace ponte::ui
