// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/storage/readpool.h"
#include "ui/log/lognames.h"

#include <QAbstractTableModel>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ponte::ui {

class Grid;
class StatePage;
struct Session;

/// The records of one sale, in the order of the work.
class SaleModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SaleModel)

public:
    enum Column { Functionality, Status, Message, Id, Attempts, Created, Changed, ColumnCount };

    SaleModel(const LogNames &names, QObject *parent = nullptr);

    void setRecords(const QList<log::Record> &records, LogRecordId current);
    [[nodiscard]] const log::Record *recordAt(int row) const;
    [[nodiscard]] const QList<log::Record> &records() const { return m_records; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString cell(const log::Record &record, int column) const;

    const LogNames &m_names;
    QList<log::Record> m_records;
    LogRecordId m_current;
};

/// All records of the sale of the chosen record; Enter goes to one. It reads only while it is seen.
class SaleRecords final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SaleRecords)

public:
    SaleRecords(const Session &session, const LogNames &names, QWidget *parent = nullptr);
    ~SaleRecords() override;

    void setRecord(const log::Record &record);
    void clear();

Q_SIGNALS:
    void recordRequested(ponte::LogRecordId record);
    void filterRequested(const ponte::log::Filter &filter);
    void escaped();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void readIfSeen();
    void showRecords(const QList<log::Record> &records);

    const Session &m_session;
    SaleModel m_model;
    QLabel *m_summary;
    QPushButton *m_filter;
    QStackedWidget *m_stack;
    Grid *m_grid;
    StatePage *m_statePage;
    std::optional<log::Record> m_record;
    bool m_isStale = true;
    storage::ReadTicket m_ticket;
};

} // namespace ponte::ui
