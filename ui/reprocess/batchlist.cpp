// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/batchlist.h"

#include "ui/reprocess/batchtext.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tsv.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

BatchTable::BatchTable(const Directory &directory, QObject *parent)
    : QAbstractTableModel(parent)
    , m_directory(directory)
{}

void BatchTable::setBatches(const QList<work::Batch> &batches)
{
    const bool sameRows =
        std::equal(batches.begin(), batches.end(), m_batches.begin(), m_batches.end(),
                   [](const work::Batch &left, const work::Batch &right) { return left.id == right.id; });
    if (sameRows) {
        m_batches = batches;
        if (!batches.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_batches = batches;
    endResetModel();
}

const work::Batch *BatchTable::batchAt(int row) const
{
    return row >= 0 && row < m_batches.size() ? &m_batches.at(row) : nullptr;
}

int BatchTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_batches.size());
}

int BatchTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BatchTable::companyText(const work::Batch &batch) const
{
    return batch.company ? m_directory.companyText(*batch.company) : tr("several");
}

QVariant BatchTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const work::Batch &batch = m_batches.at(index.row());
    if (role == TabularRole)
        return index.column() == Id || index.column() == Confirmed || index.column() == Planned;
    if (role == Qt::ToolTipRole && index.column() == Confirmed)
        return utcText(batch.confirmedAt);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Id:
        return QString::number(batch.id);
    case State:
        return stateText(batch.state);
    case Company:
        return companyText(batch);
    case Who:
        return batch.who;
    case Confirmed:
        return timeText(batch.confirmedAt);
    case Planned:
        return QLocale().toString(batch.counts.planned);
    case Counts:
        return countsText(batch.counts);
    default:
        return {};
    }
}

QVariant BatchTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Id:
        return tr("Number");
    case State:
        return tr("State");
    case Company:
        return tr("Company");
    case Who:
        return tr("Confirmed by");
    case Confirmed:
        return tr("Confirmed on");
    case Planned:
        return tr("Planned");
    case Counts:
        return tr("What became of them");
    default:
        return {};
    }
}

BatchListDialog::BatchListDialog(const Directory &directory, QWidget *parent)
    : QDialog(parent)
    , m_table(directory)
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_grid(new Grid(this))
    , m_open(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_grid->setObjectName(u"batchGrid"_s);
    m_grid->setModel(&m_table);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setColumnWidths({72, 150, 160, 120, 156, 88});
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_grid);
    m_open->setProperty(primaryProperty, true);
    for (QPushButton *button : {m_open, m_close})
        button->setMinimumWidth(104);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(2 * gridUnit);
    footer->addStretch(1);
    footer->addWidget(m_close);
    footer->addWidget(m_open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 4 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_stack, 1);
    layout->addLayout(footer);
    resize(1040, 480);
    connect(m_grid, &Grid::rowOpened, this, &BatchListDialog::openCurrent);
    connect(m_grid, &Grid::escaped, this, &QDialog::close);
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QGuiApplication::clipboard()->setText(tsvOf(m_table, rows)); });
    connect(m_open, &QPushButton::clicked, this, &BatchListDialog::openCurrent);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    m_open->setEnabled(false);
    retranslate();
    m_statePage->show(u"view-refresh"_s, tr("Reading the reprocesses…"), {});
}

BatchListDialog::~BatchListDialog()
{
    // The view goes before the model it shows.
    delete m_stack;
}

void BatchListDialog::setBatches(const QList<work::Batch> &batches)
{
    const bool wasEmpty = m_table.rowCount() == 0;
    m_table.setBatches(batches);
    m_open->setEnabled(!batches.isEmpty());
    if (batches.isEmpty())
        m_statePage->show(u"view-list-details"_s, tr("No reprocess yet"),
                          tr("Start one in the Log Monitor: Processes | Reprocess data."));
    m_stack->setCurrentWidget(batches.isEmpty() ? static_cast<QWidget *>(m_statePage) : m_grid);
    if (wasEmpty && !batches.isEmpty()) {
        m_grid->setCurrentIndex(m_table.index(0, 0));
        m_grid->setFocus(Qt::OtherFocusReason);
    }
}

void BatchListDialog::openCurrent()
{
    if (const work::Batch *batch = m_table.batchAt(m_grid->currentIndex().row())) {
        Q_EMIT batchChosen(batch->id);
        close();
    }
}

void BatchListDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void BatchListDialog::retranslate()
{
    setWindowTitle(tr("Reprocesses"));
    m_grid->setAccessibleName(tr("Reprocesses"));
    m_open->setText(tr("&Open"));
    m_close->setText(tr("&Close"));
}

} // namespace ponte::ui
