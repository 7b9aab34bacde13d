// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/schedule.h"

#include <QAbstractTableModel>

namespace ponte::ui {

/// The runs of one schedule with their counts, as rows of a grid.
class RunModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunModel)

public:
    enum Column { Started, Ended, By, Planned, Succeeded, Failed, Skipped, NotAttempted, Message, ColumnCount };

    explicit RunModel(QObject *parent = nullptr);

    void setRuns(const QList<work::ScheduleRun> &runs);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString cellText(const work::ScheduleRun &run, int column);
    QList<work::ScheduleRun> m_runs;
};

} // namespace ponte::ui
