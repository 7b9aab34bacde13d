// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/schedule.h"

#include <QAbstractTableModel>
#include <QHash>

namespace ponte::ui {

class Directory;

/// Schedules with their latest runs, as rows of a grid.
class ScheduleModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleModel)

public:
    enum Column { Name, Company, When, State, NextRun, LastRun, Result, ColumnCount };

    explicit ScheduleModel(const Directory &directory, QObject *parent = nullptr);

    void setSchedules(const QList<work::Schedule> &schedules, const QHash<qint64, work::ScheduleRun> &latestRuns);
    [[nodiscard]] const work::Schedule *scheduleAt(int row) const;
    [[nodiscard]] int rowOf(qint64 schedule) const; ///< -1 where there is none
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString cellText(const work::Schedule &schedule, int column) const;
    [[nodiscard]] QString resultText(const work::Schedule &schedule) const;

    const Directory &m_directory;
    QList<work::Schedule> m_schedules;
    QHash<qint64, work::ScheduleRun> m_latestRuns;
};

} // namespace ponte::ui
