// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/itempanel.h"

#include "ui/log/payloadview.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/session.h"
#include "ui/widgets/statustext.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tsv.h"
#include "ui/widgets/viewstate.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ItemPanel::ItemPanel(const Session &session, const LogNames &names, ViewState &viewState, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_model(session.database.reads())
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_grid(new Grid(m_splitter))
    , m_payload(new PayloadView(session.database.reads(), session.actor, m_splitter))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(2 * gridUnit);
    heading->addWidget(m_title);
    heading->addWidget(m_summary, 1);
    heading->addWidget(m_close);
    layout->addLayout(heading);
    layout->addWidget(m_splitter, 1);
    setupHeading();
    setupItems(viewState);
    retranslate();
}

ItemPanel::~ItemPanel()
{
    // The view goes before the model it shows.
    delete m_splitter;
}

void ItemPanel::setupHeading()
{
    QFont bold = fontOf(TextSize::Normal);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMuted(m_summary);
    m_close->setAutoRaise(true);
    m_close->setIcon(themeIcon(u"go-down"_s));
    connect(m_close, &QToolButton::clicked, this, &ItemPanel::closeRequested);
}

void ItemPanel::setupItems(ViewState &viewState)
{
    m_grid->setObjectName(u"itemGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setColumnWidths({104, 72, 264, 104, 150, 150, 148, 176});
    m_grid->horizontalHeader()->setSectionsMovable(true);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({600, 440});
    viewState.keep(m_grid->horizontalHeader(), u"itemColumns"_s, 1);
    viewState.keep(m_splitter, u"itemSplitter"_s);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showItem(current.row()); });
    connect(m_grid, &Grid::escaped, this, &ItemPanel::escaped);
    connect(m_grid, &Grid::rowOpened, this, [this] { m_payload->setFocus(); });
    connect(m_grid, &Grid::copyRequested, this, &ItemPanel::copyRows);
    connect(&m_model, &ItemModel::loaded, this, [this] {
        showHeading();
        chooseNewest();
    });
}

void ItemPanel::setRecord(const log::Record &record)
{
    if (m_record && m_record->id != record.id)
        m_payload->clear();
    m_record = record;
    showHeading();
    m_model.setRecord(record.id);
}

void ItemPanel::clear()
{
    m_record.reset();
    m_model.clear();
    m_payload->clear();
    showHeading();
}

void ItemPanel::focusItems()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void ItemPanel::showItem(int row)
{
    const log::Item *item = m_model.itemAt(row);
    if (item && m_record)
        m_payload->setItem(*item, m_record->key.company);
}

void ItemPanel::chooseNewest()
{
    // A person who reads an older execution keeps it when a new one arrives.
    const int current = m_grid->currentIndex().row();
    if (m_model.rowCount() > 0 && current < 0)
        m_grid->setCurrentIndex(m_model.index(0, 0));
}

void ItemPanel::copyRows(const QList<int> &rows)
{
    QApplication::clipboard()->setText(tsvOf(m_model, rows));
}

void ItemPanel::showHeading()
{
    m_title->setText(tr("Log Item"));
    if (!m_record) {
        m_summary->setText(tr("Choose a record above."));
        return;
    }
    if (!m_model.errorText().isEmpty()) {
        m_summary->setText(m_model.errorText());
        return;
    }
    m_summary->setText(u"%1 · %2 · %3 · %4"_s.arg(QString::number(m_record->id.value()),
                                                  m_names.functionality(m_record->key.functionality),
                                                  statusText(m_record->status), m_record->keyValues));
    m_summary->setToolTip(m_summary->text());
}

void ItemPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ItemPanel::retranslate()
{
    m_model.retranslate();
    m_grid->setAccessibleName(tr("Items of the log record"));
    m_close->setToolTip(tr("Close Log Item"));
    m_close->setAccessibleName(tr("Close Log Item"));
    showHeading();
}

} // namespace ponte::ui
