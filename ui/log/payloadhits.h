// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/payloadsearch.h"

#include <QAbstractTableModel>

namespace ponte::ui {

/// What a search of sent and received data has found so far, in the order of finding: newest first.
class PayloadHits final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadHits)

public:
    enum Column { Record, Item, At, Where, Excerpt };
    static constexpr int columns = 5;

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void append(const QList<log::PayloadHit> &hits);
    [[nodiscard]] const log::PayloadHit *at(int row) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const log::PayloadHit &hit, int column);

    QList<log::PayloadHit> m_hits;
};

} // namespace ponte::ui
