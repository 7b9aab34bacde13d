// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ponte::ui {

class CheckList;

/// "Testar conexão": one button, below it each check with what was seen, as it ends. Cancelling shows at once; what
/// cannot be interrupted ends unseen.
class ConnectionTest final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionTest)

public:
    /// `systemName` is as a person calls it: RM, ERP, Broker.
    ConnectionTest(const Session &session, const QString &systemName, QWidget *parent = nullptr);
    ~ConnectionTest() override;

    /// Asked at each test, so that it tries what is typed. None where something on the form is wrong.
    void setTrial(std::function<std::optional<parameters::ConnectionTrial>()> trial);
    void setSystemName(const QString &name);
    /// Whether the button holds its key (Alt and a letter).
    void setHasKey(bool hasKey);
    void start();
    void cancel();
    /// Forgets the lines, because they tell of other settings than those shown.
    void clear();
    [[nodiscard]] bool isRunning() const { return m_job != 0; }
    /// After a test that ran: whether no check failed.
    [[nodiscard]] std::optional<bool> isPassed() const { return m_isPassed; }

Q_SIGNALS:
    void finished();
    /// Nothing was tried: the stored password or token stays with its server, so another one has to be typed.
    void secretNeeded();

protected:
    void changeEvent(QEvent *event) override;

private:
    void handleAnswer(int job, const Result<QList<CheckLine>> &lines);
    void end(int outcome, const QString &detail);
    void showState();
    void retranslate();

    const Session &m_session;
    QString m_systemName;
    std::function<std::optional<parameters::ConnectionTrial>()> m_trial;
    CancelToken m_cancelToken;
    std::optional<bool> m_isPassed;
    bool m_isRefused = false; ///< nothing was tried, and the message says why
    QString m_message;
    int m_job = 0;
    bool m_hasKey = true;
    QPushButton *m_start;
    QPushButton *m_cancel;
    QLabel *m_state;
    CheckList *m_checks;
};

} // namespace ponte::ui
