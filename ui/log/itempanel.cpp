// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/itempanel.h"

#include "ui/log/attempttimeline.h"
#include "ui/log/bundlejob.h"
#include "ui/log/codeview.h"
#include "ui/log/diffview.h"
#include "ui/log/explanationview.h"
#include "ui/log/payloadoptions.h"
#include "ui/log/payloadview.h"
#include "ui/log/revealdialog.h"
#include "ui/log/salerecords.h"
#include "ui/widgets/banner.h"
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
#include <QHideEvent>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ItemPanel::ItemPanel(const Session &session, const LogNames &names, ViewState &viewState, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_names(names)
    , m_model(session.database.reads())
    , m_loader(session.database.reads())
    , m_options(new PayloadOptions(this))
    , m_bundle(new BundleJob(session, this))
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_banner(new Banner(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_timeline(new AttemptTimeline(m_splitter))
    , m_grid(new Grid(m_splitter))
    , m_tabs(new QTabWidget(m_splitter))
    , m_diff(new DiffView(session, m_tabs))
    , m_explanation(new ExplanationView(session, m_tabs))
    , m_sale(new SaleRecords(session, names, m_tabs))
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
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
    setupHeading();
    setupItems(viewState);
    setupTabs();
    setupPayloads();
    setupActions();
    retranslate();
}

ItemPanel::~ItemPanel()
{
    // The views go before the models they show.
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
    auto *left = new QWidget(m_splitter);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    layout->addWidget(m_timeline);
    layout->addWidget(m_grid, 1);
    m_splitter->insertWidget(0, left);
    m_timeline->setObjectName(u"attemptTimeline"_s);
    m_grid->setObjectName(u"itemGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setColumnWidths({92, 64, 156, 92, 150, 150, 148, 176});
    m_grid->horizontalHeader()->setSectionsMovable(true);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({420, 630});
    viewState.keep(m_grid->horizontalHeader(), u"itemColumns"_s, 2);
    viewState.keep(m_splitter, u"itemPanes"_s);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showItem(current.row()); });
    connect(m_grid, &Grid::escaped, this, &ItemPanel::escaped);
    connect(m_grid, &Grid::rowOpened, this, [this] { focusTab(m_tabs->currentWidget()); });
    connect(m_grid, &Grid::copyRequested, this, &ItemPanel::copyRows);
    connect(m_timeline, &AttemptTimeline::escaped, this, &ItemPanel::escaped);
    connect(m_timeline, &AttemptTimeline::opened, this, [this] { focusTab(m_tabs->currentWidget()); });
    connect(m_timeline, &AttemptTimeline::attemptChosen, this, &ItemPanel::chooseItem);
    connect(&m_model, &ItemModel::loaded, this, &ItemPanel::showItemsRead);
}

void ItemPanel::setupTabs()
{
    const std::array<QString, PayloadLoader::PartCount> names {u"sentData"_s, u"receivedData"_s, u"detailData"_s};
    for (int part = 0; part < PayloadLoader::PartCount; ++part) {
        m_payloads[part] = new PayloadView(m_loader, PayloadLoader::Part(part), *m_options, m_tabs);
        m_payloads[part]->code()->setObjectName(names[part]);
        m_payloads[part]->setObjectName(names[part] + u"View"_s);
        m_tabs->addTab(m_payloads[part], QString());
    }
    m_tabs->addTab(m_diff, QString());
    m_tabs->addTab(m_explanation, QString());
    m_tabs->addTab(m_sale, QString());
    m_tabs->setObjectName(u"payloadTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setTabVisible(PayloadLoader::Detail, false);
}

void ItemPanel::setupPayloads()
{
    connect(m_options->stored, &QAction::toggled, this, [this](bool stored) {
        m_loader.setForm(stored ? PayloadText::Form::Stored : PayloadText::Form::Indented);
    });
    for (PayloadView *view : m_payloads) {
        connect(view, &PayloadView::escaped, this, &ItemPanel::focusItems);
        connect(view, &PayloadView::revealRequested, this, &ItemPanel::askReveal);
    }
    connect(&m_loader, &PayloadLoader::changed, this, [this] {
        m_tabs->setTabVisible(PayloadLoader::Detail,
                              m_loader.text(PayloadLoader::Detail)->kind() != PayloadText::Kind::Nothing);
        showReveal();
    });
}

void ItemPanel::setupActions()
{
    connect(m_diff, &DiffView::escaped, this, &ItemPanel::focusItems);
    connect(m_sale, &SaleRecords::escaped, this, &ItemPanel::focusItems);
    connect(m_sale, &SaleRecords::recordRequested, this, &ItemPanel::recordRequested);
    connect(m_sale, &SaleRecords::filterRequested, this, &ItemPanel::filterRequested);
    connect(m_explanation, &ExplanationView::parametersRequested, this, [this] {
        if (m_record)
            Q_EMIT parametersRequested(m_record->key.integration);
    });
    connect(m_explanation, &ExplanationView::sameErrorRequested, this, [this] {
        log::Filter filter;
        filter.company = m_record->key.company;
        filter.signature = m_record->signature;
        Q_EMIT filterRequested(filter);
    });
    connect(m_explanation, &ExplanationView::bundleRequested, this, [this] {
        const log::Item *item = m_model.itemAt(m_grid->currentIndex().row());
        if (m_record)
            m_bundle->askAndWrite(*m_record, item ? std::optional(item->id) : std::nullopt);
    });
    connect(m_bundle, &BundleJob::ended, this, [this](bool written, const QString &text) {
        m_banner->tell(written ? Banner::Kind::Info : Banner::Kind::Error, text);
    });
}

void ItemPanel::setRecord(const log::Record &record)
{
    if (m_record && m_record->id != record.id) {
        m_loader.clear();
        m_banner->clear();
        m_wanted.reset();
        m_timeline->setAttempts({}, {});
    }
    m_record = record;
    m_model.setMasked(!m_session.actor.require(security::Action::ViewPersonalData, record.key.company).has_value());
    m_diff->setRecord(record);
    m_diff->setRevealed(m_loader.isRevealed());
    m_explanation->setRecord(record);
    m_sale->setRecord(record);
    showHeading();
    m_model.setRecord(record.id);
}

void ItemPanel::clear()
{
    m_record.reset();
    m_wanted.reset();
    m_model.clear();
    m_loader.clear();
    m_timeline->setAttempts({}, {});
    m_diff->clear();
    m_explanation->clear();
    m_sale->clear();
    m_banner->clear();
    showHeading();
}

void ItemPanel::focusItems()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void ItemPanel::focusTab(QWidget *tab)
{
    m_tabs->setCurrentWidget(tab);
    tab->setFocus(Qt::OtherFocusReason);
}

void ItemPanel::explain()
{
    focusTab(m_explanation);
}

void ItemPanel::compare()
{
    focusTab(m_diff);
}

void ItemPanel::chooseItem(LogItemId item)
{
    const int row = m_model.rowOf(item);
    if (row < 0) {
        m_wanted = item;
        return;
    }
    m_wanted.reset();
    if (row != m_grid->currentIndex().row())
        m_grid->setCurrentIndex(m_model.index(row, 0));
}

void ItemPanel::showItem(int row)
{
    const log::Item *item = m_model.itemAt(row);
    if (!item || !m_record)
        return;
    m_loader.setItem(item->id);
    m_timeline->setCurrentAttempt(item->id);
    m_diff->setCurrentAttempt(item->id);
}

void ItemPanel::showItemsRead()
{
    showHeading();
    if (!m_record || !m_model.errorText().isEmpty())
        return;
    const QList<log::Item> attempts = m_model.itemsOldestFirst();
    m_timeline->setAttempts(attempts, nextAttempt());
    m_diff->setAttempts(attempts);
    chooseNewest();
    if (const log::Item *item = m_model.itemAt(m_grid->currentIndex().row()))
        m_timeline->setCurrentAttempt(item->id);
}

QDateTime ItemPanel::nextAttempt() const
{
    const bool isOpen = m_record->status == log::Status::Error || m_record->status == log::Status::Pending;
    return isOpen ? m_record->notBefore : QDateTime();
}

void ItemPanel::chooseNewest()
{
    if (m_wanted) {
        chooseItem(*m_wanted);
        m_wanted.reset();
    }
    // A person who reads an older execution keeps it when a new one arrives.
    const int current = m_grid->currentIndex().row();
    if (m_model.rowCount() > 0 && current < 0)
        m_grid->setCurrentIndex(m_model.index(0, 0));
}

void ItemPanel::showReveal()
{
    QString text;
    bool isAllowed = true;
    QString hint;
    if (m_loader.isRevealed()) {
        text = tr("Hide personal data");
    } else if (m_record && m_session.audit && m_loader.hasPersonalData()) {
        text = tr("Show personal data…");
        const Result<> allowed = m_session.actor.require(security::Action::ViewPersonalData, m_record->key.company);
        isAllowed = allowed.has_value();
        hint = allowed ? tr("Asks for a reason, which is kept in the audit") : allowed.error().message;
    }
    for (PayloadView *view : m_payloads)
        view->setReveal(text, isAllowed, hint);
}

void ItemPanel::askReveal()
{
    if (!m_record)
        return;
    if (m_loader.isRevealed()) {
        m_loader.setRevealed(false);
        m_diff->setRevealed(false);
        showReveal();
        return;
    }
    auto *dialog = new RevealDialog(m_session, *m_record, this);
    connect(dialog, &QDialog::accepted, this, [this, record = m_record->id] {
        // The reason was given for one record; meanwhile another may be looked at.
        if (!m_record || m_record->id != record)
            return;
        m_loader.setRevealed(true);
        m_diff->setRevealed(true);
        showReveal();
    });
    dialog->open();
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

void ItemPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // Whoever turns away has left the record.
    if (m_loader.isRevealed() && !event->spontaneous()) {
        m_loader.setRevealed(false);
        m_diff->setRevealed(false);
        showReveal();
    }
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
    m_timeline->retranslate();
    m_options->retranslate();
    m_grid->setAccessibleName(tr("Items of the log record"));
    m_close->setToolTip(tr("Close Log Item"));
    m_close->setAccessibleName(tr("Close Log Item"));
    const std::array<QString, PayloadLoader::PartCount> titles {tr("Data sent"), tr("Data received"), tr("Detail")};
    for (int part = 0; part < PayloadLoader::PartCount; ++part) {
        m_tabs->setTabText(part, titles[part]);
        m_payloads[part]->code()->setAccessibleName(titles[part]);
    }
    m_tabs->setTabText(m_tabs->indexOf(m_diff), tr("Difference"));
    m_tabs->setTabText(m_tabs->indexOf(m_explanation), tr("Why?"));
    m_tabs->setTabText(m_tabs->indexOf(m_sale), tr("Sale"));
    showReveal();
    showHeading();
}

} // namespace ponte::ui
