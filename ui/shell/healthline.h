// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/pulse.h"
#include "ui/widgets/session.h"

#include <QWidget>

class QLabel;

namespace ponte::ui {

/// How the outside systems and the workers are, as the database knows it: a sign, a word and, on hover, the reason.
class HealthLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HealthLine)

public:
    explicit HealthLine(QWidget *parent = nullptr);

    void attach(const Session &session);
    void detach();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Health {
        QString destination;
        bool isStopped = false;
        bool wasVerified = false;
        QDateTime pausedUntil, lastSuccess;
        QString lastError;
    };
    struct State {
        QList<Health> destinations;
        int workers = 0;
    };
    void read();
    void showState();
    void showDestination(QLabel *label, const QString &name, const QString &destination);

    const Session *m_session = nullptr;
    std::unique_ptr<Pulse> m_pulse;
    storage::ReadTicket m_ticket;
    std::optional<State> m_state;
    std::optional<Error> m_error;
    QLabel *m_rm;
    QLabel *m_erp;
    QLabel *m_broker;
    QLabel *m_workers;
};

} // namespace ponte::ui
