// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "tests/bench/reference/stalls.h"
#include "tests/ui/support/stage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QList>
#include <QString>

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

    /// Opens the window, looks at each page and tab, scrolls, types, resizes, changes theme and language, closes.
    [[nodiscard]] QList<Step> run();

private:
    void lookAtPlaces();
    void scrollTables();
    void changeLooks();
    void step(const QString &name, const std::function<void()> &action);
    /// Until nothing has been under way for a while.
    void settle();

    testing::Stage &m_stage;
    ui::Theme m_theme;
    ui::Language m_language;
    Stalls m_stalls;
    std::unique_ptr<ui::MainWindow> m_window;
    QList<Step> m_steps;
};

} // namespace ponte::bench
