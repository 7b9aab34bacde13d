// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/reports/reportpreview.h"

#include <QAbstractTableModel>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace ponte::ui {

class Grid;
class StatePage;

class PreviewModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewModel)

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const ReportPreview &preview);
    [[nodiscard]] const ReportPreview &preview() const { return m_preview; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ReportPreview m_preview;
};

/// The first rows of the report, cell by cell as the file will have them, and how many there are in all.
class PreviewPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewPanel)

public:
    explicit PreviewPanel(QWidget *parent = nullptr);
    ~PreviewPanel() override;

    void showReading();
    void show(const Result<ReportPreview> &preview);

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void retranslate();

    PreviewModel m_model;
    std::optional<Error> m_error;
    bool m_isReading = true;
    QLabel *m_text;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    Grid *m_grid;
};

} // namespace ponte::ui
