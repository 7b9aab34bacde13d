// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/columns.h"
#include "core/reports/reportlanguage.h"

#include <QWidget>

class QListWidget;
class QToolButton;

namespace ponte::ui {

/// Which columns a report has, and in which order: ticked with the mouse or the space bar, moved by dragging, by the
/// buttons, or by Alt+Up and Alt+Down.
class ColumnChooser final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnChooser)

public:
    explicit ColumnChooser(QWidget *parent = nullptr);

    void setColumns(const QList<reports::Column> &columns);
    [[nodiscard]] QList<reports::Column> columns() const;
    /// The headers as the report will have them.
    void setLanguage(const reports::ReportLanguage &language);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void move(int by);
    void retranslate();

    QListWidget *m_list;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_standard;
};

} // namespace ponte::ui
