// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/overview/overviewreading.h"

#include <QAbstractTableModel>

namespace ponte::ui {

/// How many records each functionality has in each status. Every cell stands for a filter.
class TotalsModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TotalsModel)

public:
    explicit TotalsModel(const QList<IntegrationView> &integrations, QObject *parent = nullptr);

    void setReading(const OverviewReading &reading);
    [[nodiscard]] log::Filter filterOf(const QModelIndex &index) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString functionality; ///< empty: all
        const char *name = nullptr;
        QList<qint64> counts; ///< total, then each status
    };
    QList<Row> m_rows;
    OverviewReading m_reading;
};

} // namespace ponte::ui
