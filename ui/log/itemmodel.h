// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/readpool.h"
#include "ui/log/logcolumns.h"

#include <QAbstractTableModel>

namespace ponte::ui {

/// The executions of one log record, the newest first, with the beginning of what was sent and received.
class ItemModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemModel)

public:
    explicit ItemModel(storage::ReadPool &reads, QObject *parent = nullptr);
    ~ItemModel() override;

    /// Keeps what is shown until the answer is there; the same record again brings only what is new.
    void setRecord(LogRecordId record);
    void clear();
    /// Messages without personal data, for whoever may not see it.
    void setMasked(bool masked) { m_isMasked = masked; }
    [[nodiscard]] QList<log::Item> itemsOldestFirst() const;
    [[nodiscard]] const log::Item *itemAt(int row) const;
    [[nodiscard]] int rowOf(LogItemId item) const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded(); ///< or failed: see errorText()

private:
    struct Beginning {
        QString sent, received;
    };
    struct Entry {
        log::Item item;
        std::optional<Beginning> beginning;
    };
    void show(const QList<log::Item> &items);
    void readNextBeginning();
    [[nodiscard]] QString text(const Entry &entry, ItemColumn column) const;

    storage::ReadPool &m_reads;
    std::optional<LogRecordId> m_record;
    QList<Entry> m_entries;
    bool m_isMasked = false;
    QString m_errorText;
    storage::ReadTicket m_itemsTicket, m_beginningTicket;
};

} // namespace ponte::ui
