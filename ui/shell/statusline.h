// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace ponte::ui {

/// The line at the bottom: which database, how old the data, where the inbound API listens, which time zone.
class StatusLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(const Clock &clock, QWidget *parent = nullptr);

    /// Says the zone, and keeps the ages true from now on.
    void start();
    void setDatabase(const QString &address);
    void setDataTime(const QDateTime &time);
    /// Empty where nothing listens. Before it is called nothing is said.
    void setListening(const QString &address);
    void setPortTaken(quint16 port);
    /// What is wrong with the inbound API.
    void setListeningProblem(const QString &problem);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void showAge();
    void showListening();

    const Clock &m_clock;
    QTimer m_ageTimer;
    QLabel *m_database;
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
