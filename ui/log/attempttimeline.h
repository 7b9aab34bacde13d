// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"

#include <QAbstractListModel>
#include <QListView>

namespace ponte::ui {

/// The executions of a record as points in time, the oldest first, and the next one where it is known.
class AttemptModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttemptModel)

public:
    using QAbstractListModel::QAbstractListModel;

    void setAttempts(const QList<log::Item> &attempts, const QDateTime &next);
    void retranslate();
    [[nodiscard]] const log::Item *attemptAt(int row) const;
    [[nodiscard]] int rowOf(LogItemId item) const;
    /// "Manual · joão" and "14:03:22 · 180 ms"; the date only where the day differs from the one before.
    [[nodiscard]] QString headline(int row) const;
    [[nodiscard]] QString timeLine(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString sentence(int row) const;

    QList<log::Item> m_attempts;
    QDateTime m_next;
};

/// A line with a point for each execution: trigger, who, outcome, duration, and when the next one is due. The arrow
/// keys walk, Enter opens.
class AttemptTimeline final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttemptTimeline)

public:
    explicit AttemptTimeline(QWidget *parent = nullptr);

    void setAttempts(const QList<log::Item> &attempts, const QDateTime &next);
    void setCurrentAttempt(LogItemId item);
    void retranslate();

Q_SIGNALS:
    void attemptChosen(ponte::LogItemId item);
    void opened();
    void escaped();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    AttemptModel m_model;
};

} // namespace ponte::ui
