// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/storage/readpool.h"
#include "core/work/batch.h"

#include <QAbstractTableModel>

namespace ponte::ui {

/// The records of a plan or batch with their reason or outcome, ordered by id, read page by page as one scrolls down.
class EntryModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryModel)

public:
    enum Column { Id, KeyValues, Status, Outcome, Reason, ColumnCount };
    static constexpr int pageSize = 200;

    explicit EntryModel(storage::ReadPool &reads, QObject *parent = nullptr);
    ~EntryModel() override;

    void setBatch(qint64 batch, const QList<work::EntryState> &states = {});
    /// Reads the rows in sight and those after them anew.
    void refresh();
    void setFirstVisible(int row) { m_firstVisible = row; }

    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool isReading() const { return m_isReading; }
    [[nodiscard]] LogRecordId recordAt(int row) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded();

private:
    struct Row {
        work::BatchEntry entry;
        QString keyValues;
        std::optional<log::Status> status; ///< none where retention has taken the record
    };
    [[nodiscard]] static Result<QList<Row>> read(storage::Connection &connection, qint64 batch,
                                                 const work::EntryFilter &filter, LogRecordId after);
    void readAfter(int row);
    void show(int from, const QList<Row> &rows);
    [[nodiscard]] QString cellText(const Row &row, int column) const;

    storage::ReadPool &m_reads;
    storage::ReadTicket m_ticket;
    qint64 m_batch = 0;
    work::EntryFilter m_filter;
    QList<Row> m_rows;
    QString m_errorText;
    int m_firstVisible = 0;
    bool m_isReading = false;
    bool m_isStale = false; ///< something changed while a page was read
    bool m_hasMore = false;
};

} // namespace ponte::ui
