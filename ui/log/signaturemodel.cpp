// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/signaturemodel.h"

#include "ui/widgets/griddelegate.h"
#include "ui/widgets/timetext.h"

#include <QLocale>

#include <numeric>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// Fewer repetitions than this tell nothing.
constexpr qint64 fewestRetries = 5;
/// Of a hundred; below it a repetition without a correction is a waste.
constexpr int poorChance = 10;

int percent(qint64 part, qint64 whole)
{
    return whole > 0 ? int((100 * part + whole / 2) / whole) : 0;
}

QString shareText(qint64 part, qint64 whole)
{
    return SignatureModel::tr("%1 %").arg(QLocale().toString(percent(part, whole)));
}

qint64 sumOf(const QList<qint64> &days)
{
    return std::accumulate(days.begin(), days.end(), qint64(0));
}

} // namespace

SignatureModel::SignatureModel(std::function<QString(CompanyId)> companyText, QObject *parent)
    : QAbstractTableModel(parent)
    , m_companyText(std::move(companyText))
{}

void SignatureModel::setGroups(const QList<log::SignatureStatistics> &groups)
{
    beginResetModel();
    m_groups = groups;
    endResetModel();
}

const log::SignatureStatistics *SignatureModel::groupAt(int row) const
{
    return row >= 0 && row < m_groups.size() ? &m_groups.at(row) : nullptr;
}

int SignatureModel::rowOf(const QString &signature) const
{
    for (int row = 0; row < m_groups.size(); ++row) {
        if (m_groups.at(row).id == signature)
            return row;
    }
    return -1;
}

void SignatureModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_groups.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SignatureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

int SignatureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SignatureModel::companiesText(const log::SignatureStatistics &group) const
{
    if (group.companies.size() == 1)
        return m_companyText(group.companies.first().first);
    QStringList shares;
    for (const auto &[company, count] : group.companies)
        shares.append(u"%1: %2"_s.arg(QString::number(company.value()), shareText(count, group.count)));
    return shares.join(u" · "_s);
}

QString SignatureModel::chanceSentence(const log::SignatureStatistics &group)
{
    const QLocale locale;
    if (group.retried == 0)
        return tr("Nobody has tried to repeat this yet, so that nothing says whether it would help.");
    const QString seen = tr("Of %Ln repetition(s) so far %1 succeeded (%2).", nullptr, int(group.retried))
                             .arg(locale.toString(group.recovered), shareText(group.recovered, group.retried));
    if (group.retried < fewestRetries)
        return seen + u' ' + tr("That is too few to tell.");
    if (percent(group.recovered, group.retried) < poorChance)
        return seen + u' ' + tr("Repeating hardly ever helps: correct the cause first.");
    return seen;
}

QString SignatureModel::cell(const log::SignatureStatistics &group, int column) const
{
    const QLocale locale;
    switch (column) {
    case Count:
        return locale.toString(group.count);
    case Text:
        return group.text;
    case Trend:
        return tr("%1 in %2 days").arg(locale.toString(sumOf(group.lastDays)), locale.toString(log::trendDays));
    case Chance:
        if (group.retried == 0)
            return tr("never tried");
        return tr("%1 (%2 of %3)")
            .arg(shareText(group.recovered, group.retried), locale.toString(group.recovered),
                 locale.toString(group.retried));
    case Companies:
        return companiesText(group);
    case First:
        return timeText(group.firstAt);
    case Last:
        return timeText(group.lastAt);
    default:
        return {};
    }
}

QString SignatureModel::hint(const log::SignatureStatistics &group, int column) const
{
    QStringList lines;
    switch (column) {
    case Chance:
        return chanceSentence(group);
    case Companies:
        for (const auto &[company, count] : group.companies)
            lines.append(u"%1: %2"_s.arg(m_companyText(company), QLocale().toString(count)));
        return lines.join(u'\n');
    case Trend:
        for (const qint64 day : group.lastDays)
            lines.append(QLocale().toString(day));
        return tr("Errors in spans of 24 hours, the oldest first: %1").arg(lines.join(u' '));
    case First:
        return utcText(group.firstAt);
    case Last:
        return utcText(group.lastAt);
    default:
        return cell(group, column);
    }
}

QVariant SignatureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const log::SignatureStatistics &group = m_groups.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(group, index.column());
    case Qt::ToolTipRole:
        return hint(group, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Count ? Qt::AlignRight : Qt::AlignLeft));
    case TabularRole:
        return index.column() != Text && index.column() != Companies;
    case MutedRole:
        return index.column() == Chance && group.retried < fewestRetries;
    case DaysRole:
        return index.column() == Trend ? QVariant::fromValue(group.lastDays) : QVariant();
    default:
        return {};
    }
}

QVariant SignatureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Count:
        return tr("Records");
    case Text:
        return tr("Error");
    case Trend:
        return tr("Last 14 days");
    case Chance:
        return role == Qt::ToolTipRole ? tr("How often repeating it without a change has succeeded so far")
                                       : tr("Repeating helps");
    case Companies:
        return tr("Company");
    case First:
        return tr("First");
    case Last:
        return tr("Latest");
    default:
        return {};
    }
}

} // namespace ponte::ui
