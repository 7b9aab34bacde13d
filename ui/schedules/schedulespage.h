// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/schedules.h"
#include "ui/schedules/schedulemodel.h"
#include "ui/widgets/hands.h"
#include "ui/widgets/place.h"
#include "ui/widgets/pulse.h"
#include "ui/widgets/session.h"

class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace ponte::ui {

class Banner;
class Context;
class Grid;
class RunHistory;
class StatePage;

/// "Agendamentos": what runs by itself, when it runs next and what its runs did; added, changed, removed and run from
/// here.
class SchedulesPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulesPage)

public:
    SchedulesPage(const Session &session, Context &context, const Directory &directory, QWidget *parent = nullptr);
    ~SchedulesPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void enter() override;
    void leave() override;
    void refresh() override;
    [[nodiscard]] QList<QAction *> processes() const override { return {m_run}; }
    [[nodiscard]] QDateTime dataTime() const override { return m_readAt; }

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Found {
        QList<work::Schedule> schedules;
        QHash<qint64, work::ScheduleRun> latestRuns;
    };
    void setupActions();
    void setupGrid();
    void setupLayout();
    void read();
    void use(const Result<Found> &found);
    void showState();
    void showActions();
    void showRuns();
    void add();
    void change();
    void run();
    void toggle();
    void remove();
    void undoRemove();
    void openDialog(const work::ScheduleDraft &draft, qint64 id);
    void tellFailure(const QString &text, const Error &error, const QString &action = {});
    void retranslate();
    [[nodiscard]] const work::Schedule *current() const;
    [[nodiscard]] bool mayChange(std::optional<CompanyId> company) const;
    [[nodiscard]] bool mayAdd() const;

    const Session &m_session;
    Context &m_context;
    const Directory &m_directory;
    ScheduleModel m_model;
    Pulse m_pulse;
    storage::ReadTicket m_ticket;
    QAction *m_add;
    QAction *m_change;
    QAction *m_run;
    QAction *m_toggle;
    QAction *m_remove;
    QList<QToolButton *> m_buttons;
    QLabel *m_heading;
    Banner *m_banner;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    QSplitter *m_halves;
    Grid *m_grid;
    RunHistory *m_runs;
    std::optional<work::Schedule> m_removed; ///< the last one, until it is brought back or another goes
    std::optional<Error> m_error;
    QDateTime m_readAt;
    bool m_isFront = false;
    bool m_isFollowing = false;
    Hands m_hands; ///< the last: it waits for calls that use the rest
};

} // namespace ponte::ui
