// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/batch.h"

#include <QAbstractTableModel>

namespace ponte::ui {

class Directory;

/// How a plan splits by reason, status, company, level and error signature, as rows of a grid: how many are in, and how
/// many left out.
class PlanShares final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanShares)

public:
    enum Column { Group, Value, Included, LeftOut, ColumnCount };

    explicit PlanShares(const Directory &directory, QObject *parent = nullptr);

    void setShares(const QList<work::PlanShare> &shares);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString group, value;
        qint64 included = 0, leftOut = 0;
        bool isFirst = false; ///< of its group
    };
    void add(const QString &group, const std::function<QString(const work::PlanShare &)> &valueOf);

    const Directory &m_directory;
    QList<work::PlanShare> m_shares;
    QList<Row> m_rows;
};

} // namespace ponte::ui
