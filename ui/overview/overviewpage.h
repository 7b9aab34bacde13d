// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/overview/overviewmodel.h"
#include "ui/widgets/place.h"
#include "ui/widgets/pulse.h"

#include <QTimer>

class QLabel;

namespace ponte::ui {

class Banner;
class Grid;

/// "Visão geral": how many records each company has in which status, each number a way to exactly those.
class OverviewPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    OverviewPage(const Session &session, const Directory &directory, QWidget *parent = nullptr);
    ~OverviewPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void enter() override;
    void leave() override;
    void refresh() override;
    [[nodiscard]] QDateTime dataTime() const override { return m_model.readAt(); }

Q_SIGNALS:
    void filterChosen(const log::Filter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupGrid();
    void retranslate();
    void showState();

    const Session &m_session;
    OverviewModel m_model;
    Pulse m_pulse;
    Banner *m_banner;
    QLabel *m_heading;
    QLabel *m_text;
    Grid *m_grid;
    bool m_isFront = false;
    bool m_isFollowing = false;
};

} // namespace ponte::ui
