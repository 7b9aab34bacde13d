// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/batch.h"

#include <QAbstractTableModel>
#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ponte::ui {

class Directory;
class Grid;
class StatePage;

/// Batches as rows of a grid, newest first.
class BatchTable final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchTable)

public:
    enum Column { Id, State, Company, Who, Confirmed, Planned, Counts, ColumnCount };

    explicit BatchTable(const Directory &directory, QObject *parent = nullptr);

    void setBatches(const QList<work::Batch> &batches);
    [[nodiscard]] const work::Batch *batchAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString companyText(const work::Batch &batch) const;

    const Directory &m_directory;
    QList<work::Batch> m_batches;
};

/// The reprocesses under way and the latest ones that ended, to be opened again.
class BatchListDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchListDialog)

public:
    BatchListDialog(const Directory &directory, QWidget *parent);
    ~BatchListDialog() override;

    void setBatches(const QList<work::Batch> &batches);

Q_SIGNALS:
    void batchChosen(qint64 id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void openCurrent();
    void retranslate();

    BatchTable m_table;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    Grid *m_grid;
    QPushButton *m_open;
    QPushButton *m_close;
};

} // namespace ponte::ui
