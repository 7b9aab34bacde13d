// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/reports/reportexports.h"

#include <QAbstractTableModel>

namespace ponte::ui {

/// Exports as rows of a grid, those under way too.
class ExportModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportModel)

public:
    enum Column { File, At, State, Rows, Receipt, ColumnCount };

    explicit ExportModel(const ReportExports &exports, QObject *parent = nullptr);

    [[nodiscard]] const Export *exportAt(int row) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void read();
    [[nodiscard]] static QString cellText(const Export &report, int column);

    const ReportExports &m_exports;
    QList<Export> m_rows;
};

} // namespace ponte::ui
