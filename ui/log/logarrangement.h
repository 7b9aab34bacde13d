// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/logcolumns.h"

#include <QMenu>
#include <QObject>

class QSettings;

namespace ponte::ui {

class Grid;

/// Which columns the monitor shows, in which order and how wide; each person's own, kept in the settings. Widths that
/// nobody chose follow the room there is: first every column gets what its texts need, then the long ones share the
/// rest.
class LogArrangement final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogArrangement)

public:
    LogArrangement(Grid &grid, const LogNames &names, QSettings &settings, QObject *parent);
    ~LogArrangement() override;

    /// Ticks for the columns, and a way back to the usual ones.
    [[nodiscard]] QMenu &menu() { return m_menu; }
    /// From left to right.
    [[nodiscard]] QList<LogColumn> shown() const;
    void setShown(const QList<LogColumn> &columns);
    /// By their words; unknown ones are left out, and none at all changes nothing.
    void setShownWords(const QStringList &words);
    void reset();
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupMenu();
    void read();
    [[nodiscard]] static QList<LogColumn> columnsOf(const QStringList &words);
    void writeOrder();
    void noteWidth(int column, int width);
    void place(const QList<LogColumn> &columns);
    void fit();
    [[nodiscard]] int textWidth(LogColumn column) const;
    [[nodiscard]] int headerWidth(LogColumn column) const;
    [[nodiscard]] int leastWidth(LogColumn column) const;

    Grid &m_grid;
    const LogNames &m_names;
    QSettings &m_settings;
    QMenu m_menu;
    QHash<LogColumn, int> m_widths; ///< those that the person chose
    bool m_isArranging = false; ///< changes now are the program's
};

} // namespace ponte::ui
