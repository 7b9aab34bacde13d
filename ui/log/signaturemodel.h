// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/signaturestatistics.h"

#include <QAbstractTableModel>

#include <functional>

namespace ponte::ui {

/// Errors of one cause as rows, most records first.
class SignatureModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignatureModel)

public:
    enum Column { Count, Text, Trend, Chance, Companies, First, Last, ColumnCount };
    /// The errors of each of the last days as a QList<qint64>, for the delegate of Trend.
    static constexpr int DaysRole = Qt::UserRole + 20;

    explicit SignatureModel(std::function<QString(CompanyId)> companyText, QObject *parent = nullptr);

    void setGroups(const QList<log::SignatureStatistics> &groups);
    [[nodiscard]] const log::SignatureStatistics *groupAt(int row) const;
    [[nodiscard]] int rowOf(const QString &signature) const;
    void retranslate();
    /// "of 52 repetitions 12 succeeded (23 %)…", with what follows from it.
    [[nodiscard]] static QString chanceSentence(const log::SignatureStatistics &group);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString cell(const log::SignatureStatistics &group, int column) const;
    [[nodiscard]] QString hint(const log::SignatureStatistics &group, int column) const;
    [[nodiscard]] QString companiesText(const log::SignatureStatistics &group) const;

    const std::function<QString(CompanyId)> m_companyText;
    QList<log::SignatureStatistics> m_groups;
};

} // namespace ponte::ui
