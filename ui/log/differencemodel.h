// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/payloaddiff.h"

#include <QAbstractTableModel>

namespace ponte::ui {

/// The places in which two payloads differ, and on wish those that they share.
class DifferenceModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DifferenceModel)

public:
    enum Column { Kind, Path, Left, Right, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDifferences(const QList<log::PayloadDifference> &differences, const QString &left, const QString &right);
    void setOnlyDifferences(bool only);
    [[nodiscard]] int differenceCount() const { return m_differenceCount; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();

    QList<log::PayloadDifference> m_differences;
    QList<int> m_rows;
    int m_differenceCount = 0;
    bool m_isOnlyDifferences = true;
    QString m_left, m_right;
};

} // namespace ponte::ui
