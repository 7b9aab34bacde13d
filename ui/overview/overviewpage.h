// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/overview/overviewmodel.h"
#include "ui/overview/totalsmodel.h"
#include "ui/widgets/place.h"
#include "ui/widgets/pulse.h"

class QLabel;

namespace ponte::ui {

class Banner;
class Context;
class Grid;
class HourChart;
class OverviewCards;

/// "Visão geral": what waits and for how long, what is at risk, how the outside systems are, and how many records stand
/// in which status, by functionality, by company and by hour. Each number is a way to exactly its records.
class OverviewPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    OverviewPage(const Session &session, Context &context, const Directory &directory, QWidget *parent = nullptr);
    ~OverviewPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void enter() override;
    void leave() override;
    void refresh() override;
    [[nodiscard]] QDateTime dataTime() const override { return m_reading.at; }

Q_SIGNALS:
    void filterChosen(const log::Filter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupGrid();
    void setupTotals();
    void setupLayout();
    void retranslate();
    void read();
    void useReading(const OverviewReading &reading);
    void showState();

    const Session &m_session;
    Context &m_context;
    const Directory &m_directory;
    OverviewModel m_model;
    TotalsModel m_totalsModel;
    Pulse m_pulse;
    OverviewReading m_reading;
    QString m_problem;
    storage::ReadTicket m_ticket;
    bool m_isReading = false;
    bool m_wantsAgain = false; ///< the company or level changed while a reading was under way
    Banner *m_banner;
    QLabel *m_heading;
    QLabel *m_text;
    OverviewCards *m_cards;
    Grid *m_totals;
    QLabel *m_hoursTitle;
    HourChart *m_hours;
    Grid *m_grid;
    bool m_isFront = false;
    bool m_isFollowing = false;
};

} // namespace ponte::ui
