// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/storage/readpool.h"
#include "ui/widgets/directory.h"

#include <QAbstractTableModel>

namespace ponte::ui {

/// How many records each company has by status. Every cell stands for a filter.
class OverviewModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewModel)

public:
    OverviewModel(const Session &session, const Directory &directory, QObject *parent = nullptr);
    ~OverviewModel() override;

    /// Does nothing while an earlier reading is under way.
    void refresh();
    [[nodiscard]] log::Filter filterOf(const QModelIndex &index) const;
    [[nodiscard]] QDateTime readAt() const { return m_readAt; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refreshed(); ///< or failed: see errorText()

private:
    struct Row {
        std::optional<CompanyId> company; ///< none: all companies
        QList<log::Count> counts; ///< total, then each status
    };
    [[nodiscard]] static Result<QList<Row>> readRows(storage::Connection &connection,
                                                     const QList<std::optional<CompanyId>> &companies);
    [[nodiscard]] static log::Filter filterOf(std::optional<CompanyId> company, int column);
    void useRows(QList<Row> rows);

    const Session &m_session;
    const Directory &m_directory;
    QList<Row> m_rows;
    QDateTime m_readAt;
    QString m_errorText;
    storage::ReadTicket m_ticket;
    bool m_isReading = false;
};

} // namespace ponte::ui
