// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/salerecords.h"

#include "core/log/masking.h"
#include "core/log/similar.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/session.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/statustext.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tsv.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

SaleModel::SaleModel(const LogNames &names, QObject *parent)
    : QAbstractTableModel(parent)
    , m_names(names)
{}

void SaleModel::setRecords(const QList<log::Record> &records, LogRecordId current)
{
    beginResetModel();
    m_records = records;
    m_current = current;
    endResetModel();
}

const log::Record *SaleModel::recordAt(int row) const
{
    return row >= 0 && row < m_records.size() ? &m_records.at(row) : nullptr;
}

void SaleModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SaleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int SaleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SaleModel::cell(const log::Record &record, int column) const
{
    switch (column) {
    case Functionality:
        return m_names.functionality(record.key.functionality);
    case Status:
        return statusText(record.status);
    case Message:
        return record.message;
    case Id:
        return QString::number(record.id.value());
    case Attempts:
        return QString::number(record.items);
    case Created:
        return timeText(record.createdAt);
    case Changed:
        return timeText(record.changedAt);
    default:
        return {};
    }
}

QVariant SaleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const log::Record &record = m_records.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(record, index.column());
    case Qt::ToolTipRole:
        return index.column() == Created   ? utcText(record.createdAt)
               : index.column() == Changed ? utcText(record.changedAt)
                                           : cell(record, index.column());
    case Qt::DecorationRole:
        if (index.column() == Status)
            return statusIcon(record.status);
        if (index.column() == Functionality && record.id == m_current)
            return themeIcon(u"go-next"_s);
        return {};
    case Qt::AccessibleTextRole:
        return record.id == m_current && index.column() == Functionality
                   ? tr("%1 (the chosen record)").arg(cell(record, index.column()))
                   : cell(record, index.column());
    case TabularRole:
        return index.column() >= Id;
    default:
        return {};
    }
}

QVariant SaleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Functionality:
        return tr("Functionality");
    case Status:
        return tr("Status");
    case Message:
        return tr("Message");
    case Id:
        return tr("Log id");
    case Attempts:
        return tr("Executions");
    case Created:
        return tr("Created");
    case Changed:
        return tr("Last changed");
    default:
        return {};
    }
}

SaleRecords::SaleRecords(const Session &session, const LogNames &names, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(names)
    , m_summary(new QLabel(this))
    , m_filter(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_grid(new Grid(m_stack))
    , m_statePage(new StatePage(m_stack))
{
    m_summary->setObjectName(u"saleSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMuted(m_summary);
    m_filter->setObjectName(u"filterBySale"_s);
    m_filter->setIcon(themeIcon(u"view-filter"_s));
    m_grid->setObjectName(u"saleGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setColumnWidths({200, 96, 220, 76, 84, 148, 148});
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_statePage);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(2 * gridUnit, 2, 2, 2);
    tools->addWidget(m_summary, 1);
    tools->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_grid);
    connect(m_grid, &Grid::escaped, this, &SaleRecords::escaped);
    connect(m_grid, &Grid::rowOpened, this, [this](const QModelIndex &index) {
        if (const log::Record *record = m_model.recordAt(index.row()))
            Q_EMIT recordRequested(record->id);
    });
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QApplication::clipboard()->setText(tsvOf(m_model, rows)); });
    connect(m_filter, &QPushButton::clicked, this, [this] {
        log::Filter filter;
        filter.company = m_record->key.company;
        filter.origin = m_record->key.origin;
        Q_EMIT filterRequested(filter);
    });
    connect(m_statePage, &StatePage::actionTriggered, this, [this] {
        m_isStale = true;
        readIfSeen();
    });
    retranslate();
    clear();
}

SaleRecords::~SaleRecords()
{
    m_ticket.cancel();
    // The view goes before the model it shows.
    delete m_grid;
}

void SaleRecords::setRecord(const log::Record &record)
{
    const bool isSameSale = m_record && m_record->key.origin == record.key.origin
                            && m_record->key.company == record.key.company && !m_model.records().isEmpty();
    m_record = record;
    m_isStale = true;
    m_filter->setEnabled(true);
    m_summary->setText(tr("Sale %1").arg(record.key.origin));
    if (!isSameSale) {
        m_ticket.cancel();
        m_model.setRecords({}, record.id);
        m_statePage->show(u"view-refresh"_s, tr("Reading…"), {});
        m_stack->setCurrentWidget(m_statePage);
    }
    readIfSeen();
}

void SaleRecords::clear()
{
    m_ticket.cancel();
    m_record.reset();
    m_filter->setEnabled(false);
    m_summary->clear();
    m_model.setRecords({}, {});
    m_statePage->show({}, {}, tr("Choose a record to see the others of its sale."));
    m_stack->setCurrentWidget(m_statePage);
}

void SaleRecords::readIfSeen()
{
    if (!m_record || !m_isStale || !isVisible())
        return;
    m_isStale = false;
    m_ticket.cancel();
    const bool isMasked =
        !m_session.actor.require(security::Action::ViewPersonalData, m_record->key.company).has_value();
    using Records = QList<log::Record>;
    const auto work = [record = *m_record, isMasked](storage::Connection &connection) -> Result<Records> {
        Result<Records> records = log::ofSameOrigin(connection, record);
        if (records && isMasked) {
            for (log::Record &found : *records)
                found = log::masked(std::move(found));
        }
        return records;
    };
    m_ticket = m_session.database.reads().read<Records>(this, work, [this](const Result<Records> &records) {
        if (records) {
            showRecords(*records);
            return;
        }
        m_statePage->show(u"dialog-error"_s, tr("The sale could not be read"), records.error().message,
                          tr("Try again"));
        m_stack->setCurrentWidget(m_statePage);
    });
}

void SaleRecords::showRecords(const QList<log::Record> &records)
{
    const int current = m_grid->currentIndex().row();
    m_model.setRecords(records, m_record->id);
    int row = current;
    for (int i = 0; i < records.size() && current < 0; ++i)
        row = records.at(i).id == m_record->id ? i : row;
    if (row >= 0)
        m_grid->setCurrentIndex(m_model.index(row, 0));
    m_summary->setText(tr("Sale %1 · %Ln record(s)", nullptr, int(records.size())).arg(m_record->key.origin));
    m_stack->setCurrentWidget(m_grid);
}

void SaleRecords::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readIfSeen();
}

void SaleRecords::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SaleRecords::retranslate()
{
    m_model.retranslate();
    m_grid->setAccessibleName(tr("Records of the sale"));
    m_filter->setText(tr("Show in the monitor"));
    if (m_record) {
        m_isStale = true;
        readIfSeen();
    } else {
        clear();
    }
}

} // namespace ponte::ui
