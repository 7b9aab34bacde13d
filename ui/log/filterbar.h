// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "ui/log/lognames.h"
#include "ui/log/logview.h"

#include <QTimer>
#include <QWidget>

class QActionGroup;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace ponte::ui {

class CheckMenu;
class ChipRow;
class PeriodButton;
class QuickBox;

/// What restricts the monitor: a row of controls, and below it a chip for each restriction that has none of its own.
/// Company and level come from the program's context, not from here.
class FilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    FilterBar(const LogNames &names, const Clock &clock, QWidget *parent = nullptr);

    /// Writes its part of the view; company, level and sort stay as they are.
    void applyTo(LogView &view) const;
    void show(const LogView &view);
    /// Shows a filter given by another place; its times become fixed periods.
    void show(const log::Filter &filter);
    void clear();
    [[nodiscard]] bool isClear() const;
    /// Whether one of the two periods restricts.
    [[nodiscard]] bool hasPeriod() const;
    void clearPeriods();
    void focusSearch();
    [[nodiscard]] QString typedText() const;
    /// What was searched, in words: "all time", "last 7 days, changed today".
    [[nodiscard]] QString periodText() const;
    /// Puts a button of the page to the right of the search.
    void addButton(QWidget *button);

Q_SIGNALS:
    void changed();
    void searchLeft(); ///< Esc or Down in the search box: the person wants back to the grid

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupMenus();
    void setupMore();
    void setupSearch();
    void setupLayout();
    void retranslate();
    void retranslateMore();
    void showChips();
    void removeChip(const QString &id);
    void showGiven(const log::Filter &filter);
    [[nodiscard]] QString attemptsText(int from) const;
    void announce();

    const LogNames &m_names;
    const Clock &m_clock;
    CheckMenu *m_status;
    CheckMenu *m_functionality;
    CheckMenu *m_module;
    PeriodButton *m_created;
    PeriodButton *m_changed; ///< only its menu is seen, below "More"
    QToolButton *m_more;
    QMenu *m_attempts;
    QuickBox *m_search;
    QToolButton *m_clear;
    ChipRow *m_chips;
    QHBoxLayout *m_row = nullptr;
    QTimer m_typing;
    /// Only what other places ask for and no control shows: chosen records, the sale, a signature, attempts.
    log::Filter m_given;
};

} // namespace ponte::ui
