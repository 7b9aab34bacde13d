// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "tests/bench/reference/stalls.h"
#include "tests/ui/support/stage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace ponte::bench {

/// A person's way through every page, always the same, with the longest stall of each step.
class Walk final
{
public:
    struct Step {
        QString name;
        double longest = 0; ///< milliseconds
    };

    Walk(QApplication &application, testing::Stage &stage);
    ~Walk();

    /// Opens the window, looks at each page and tab, scrolls, types, reads on while records arrive, resizes, changes
    /// theme and language, closes.
    [[nodiscard]] QList<Step> run();

private:
    void lookAtPlaces();
    void scrollTables();
    /// The monitor is in front while 500 records a second arrive.
    void meetNews();
    void changeLooks();
    /// `more`: milliseconds to watch beyond what settle() takes.
    void step(const QString &name, const std::function<void()> &action, int more = 0);
    /// Until nothing has been under way for a while.
    void settle();

    testing::Stage &m_stage;
    ui::Theme m_theme;
    ui::Language m_language;
    Stalls m_stalls;
    std::unique_ptr<ui::MainWindow> m_window;
    QList<Step> m_steps;
    int m_records = 0; ///< that were asked for in meetNews()
    std::atomic<int> m_arrived = 0;
};

} // namespace ponte::bench
