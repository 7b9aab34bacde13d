// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/schedules/runmodel.h"
#include "ui/widgets/session.h"

#include <QWidget>

class QLabel;

namespace ponte::ui {

class Grid;

/// What the runs of one schedule did, the newest 200 first.
class RunHistory final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunHistory)

public:
    explicit RunHistory(const Session &session, QWidget *parent = nullptr);
    ~RunHistory() override;

    /// Reads again, of this schedule; 0 shows nothing.
    void read(qint64 schedule, const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void use(const Result<QList<work::ScheduleRun>> &runs);
    void retranslate();

    const Session &m_session;
    RunModel m_model;
    storage::ReadTicket m_ticket;
    QLabel *m_heading;
    QLabel *m_note;
    Grid *m_grid;
    qint64 m_schedule = 0;
    QString m_name;
    std::optional<Error> m_error;
    bool m_isRead = false;
};

} // namespace ponte::ui
