// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "tests/ui/support/stage.h"
#include "ui/log/monitorpage.h"
#include "ui/widgets/context.h"
#include "ui/widgets/grid.h"

#include <functional>
#include <memory>

namespace ponte::bench {

/// The page of the monitor over a database, as large as on a usual screen, with all its columns.
class Screen final
{
public:
    explicit Screen(const storage::Address &address);

    [[nodiscard]] testing::Stage &stage() { return m_stage; }
    [[nodiscard]] ui::MonitorPage &page() { return *m_page; }
    [[nodiscard]] ui::Grid &grid() const;
    [[nodiscard]] ui::LogModel &model() const;
    template<class T>
    [[nodiscard]] T &find(const QString &name) const
    {
        return *m_page->findChild<T *>(name);
    }
    /// Whether all rows in sight are there.
    [[nodiscard]] bool isComplete() const;

private:
    testing::Stage m_stage;
    ui::Context m_context;
    std::unique_ptr<ui::MonitorPage> m_page;
};

void handleEvents(int milliseconds);
/// Handles events until it holds; ends the program where it does not within a minute.
void awaitThat(const char *what, const std::function<bool()> &holds);

} // namespace ponte::bench
