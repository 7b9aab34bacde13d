// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/reports/exportmodel.h"

#include <QWidget>

class QAction;
class QStackedWidget;
class QToolButton;

namespace ponte::ui {

class Grid;
class StatePage;

/// The reports of late with their receipts: opened, found in their folder, checked by their SHA-256, or stopped.
class ExportsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportsPanel)

public:
    explicit ExportsPanel(ReportExports &exports, QWidget *parent = nullptr);
    ~ExportsPanel() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupActions();
    void showState();
    void openFile();
    void openFolder();
    void copyHash();
    void retranslate();
    [[nodiscard]] const Export *current() const;

    ReportExports &m_exports;
    ExportModel m_model;
    QAction *m_open;
    QAction *m_folder;
    QAction *m_copy;
    QAction *m_cancel;
    QAction *m_forget;
    QList<QToolButton *> m_buttons;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    Grid *m_grid;
};

} // namespace ponte::ui
