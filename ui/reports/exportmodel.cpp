// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/exportmodel.h"

#include "ui/widgets/griddelegate.h"
#include "ui/widgets/timetext.h"

#include <QFileInfo>
#include <QLocale>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

QString exportState(const Export &report)
{
    switch (report.state) {
    case Export::State::Running:
        return report.detail;
    case Export::State::Done:
        return report.isMissing ? ExportModel::tr("Done; the file is no longer there") : ExportModel::tr("Done");
    case Export::State::Failed:
        return ExportModel::tr("Failed: %1").arg(report.detail);
    case Export::State::Cancelled:
        return ExportModel::tr("Cancelled; no file was written");
    }
    return {};
}

} // namespace

ExportModel::ExportModel(const ReportExports &exports, QObject *parent)
    : QAbstractTableModel(parent)
    , m_exports(exports)
    , m_rows(exports.all())
{
    connect(&exports, &ReportExports::changed, this, &ExportModel::read);
}

void ExportModel::read()
{
    const QList<Export> &now = m_exports.all();
    const bool sameRows = std::equal(now.begin(), now.end(), m_rows.begin(), m_rows.end(),
                                     [](const Export &left, const Export &right) { return left.id == right.id; });
    if (!sameRows)
        beginResetModel();
    m_rows = now;
    if (!sameRows)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const Export *ExportModel::exportAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

void ExportModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ExportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ExportModel::cellText(const Export &report, int column)
{
    switch (column) {
    case File:
        return QFileInfo(report.file).fileName();
    case At:
        return timeText(report.at);
    case State:
        return exportState(report);
    case Rows:
        return report.state == Export::State::Done ? QLocale().toString(report.rows) : QString();
    case Receipt:
        return report.sha256;
    default:
        return {};
    }
}

QVariant ExportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Export &report = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(report, index.column());
    case Qt::ToolTipRole:
        if (index.column() == File)
            return report.file;
        return index.column() == At ? utcText(report.at) : cellText(report, index.column());
    case TabularRole:
        return index.column() == At || index.column() == Rows || index.column() == Receipt;
    case MutedRole:
        return report.isMissing || report.state == Export::State::Cancelled;
    default:
        return {};
    }
}

QVariant ExportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList texts {tr("File"), tr("Generated at"), tr("State"), tr("Rows"), tr("SHA-256")};
    return texts.value(section);
}

} // namespace ponte::ui
