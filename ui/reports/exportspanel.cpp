// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/exportspanel.h"

#include "ui/widgets/grid.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tsv.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ExportsPanel::ExportsPanel(ReportExports &exports, QWidget *parent)
    : QWidget(parent)
    , m_exports(exports)
    , m_model(exports)
    , m_open(new QAction(this))
    , m_folder(new QAction(this))
    , m_copy(new QAction(this))
    , m_cancel(new QAction(this))
    , m_forget(new QAction(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_grid(new Grid(this))
{
    setupActions();
    m_grid->setObjectName(u"exportGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setColumnWidths({150, 150, 204, 64, 88});
    m_grid->setGrowingColumn(ExportModel::State);
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_grid->addActions({m_open, m_folder, m_copy, m_cancel});
    connect(m_grid, &Grid::rowOpened, this, &ExportsPanel::openFile);
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QGuiApplication::clipboard()->setText(tsvOf(m_model, rows)); });
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExportsPanel::showState);
    for (const auto change : {&QAbstractItemModel::modelReset})
        connect(&m_model, change, this, &ExportsPanel::showState);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ExportsPanel::showState);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_grid);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(2 * gridUnit);
    for (QToolButton *button : std::as_const(m_buttons))
        bar->addWidget(button);
    bar->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * gridUnit, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    retranslate();
}

ExportsPanel::~ExportsPanel()
{
    // The view goes before the model it shows.
    delete m_stack;
}

void ExportsPanel::setupActions()
{
    const auto setup = [this](QAction *action, const QString &name, const QString &icon, auto act) {
        action->setObjectName(name);
        action->setIcon(themeIcon(icon));
        connect(action, &QAction::triggered, this, act);
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setMinimumHeight(32);
        button->setFocusPolicy(Qt::StrongFocus);
        m_buttons.append(button);
    };
    setup(m_open, u"openExport"_s, u"document-open"_s, &ExportsPanel::openFile);
    setup(m_folder, u"openExportFolder"_s, u"folder-open"_s, &ExportsPanel::openFolder);
    setup(m_copy, u"copyExportHash"_s, u"edit-copy"_s, &ExportsPanel::copyHash);
    setup(m_cancel, u"cancelExport"_s, u"process-stop"_s, [this] {
        if (const Export *report = current())
            m_exports.cancel(report->id);
    });
    setup(m_forget, u"forgetExports"_s, u"edit-clear-history"_s, [this] { m_exports.forgetEnded(); });
}

const Export *ExportsPanel::current() const
{
    return m_model.exportAt(m_grid->currentIndex().row());
}

void ExportsPanel::showState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    if (isEmpty)
        m_statePage->show(u"document-export"_s, tr("No export yet"),
                          tr("What you export appears here with its receipt: rows, time and SHA-256."));
    else if (!m_grid->currentIndex().isValid())
        m_grid->setCurrentIndex(m_model.index(0, 0));
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_statePage) : m_grid);
    const Export *report = current();
    const bool isThere = report && report->state == Export::State::Done && !report->isMissing;
    m_open->setEnabled(isThere);
    m_folder->setEnabled(report && report->state == Export::State::Done);
    m_copy->setEnabled(report && !report->sha256.isEmpty());
    m_cancel->setEnabled(report && report->state == Export::State::Running);
    m_forget->setEnabled(std::any_of(m_exports.all().begin(), m_exports.all().end(),
                                     [](const Export &each) { return each.state != Export::State::Running; }));
}

void ExportsPanel::openFile()
{
    if (const Export *report = current(); report && m_open->isEnabled())
        QDesktopServices::openUrl(QUrl::fromLocalFile(report->file));
}

void ExportsPanel::openFolder()
{
    if (const Export *report = current())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(report->file).absolutePath()));
}

void ExportsPanel::copyHash()
{
    if (const Export *report = current())
        QGuiApplication::clipboard()->setText(report->sha256);
}

void ExportsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ExportsPanel::retranslate()
{
    m_grid->setAccessibleName(tr("Recent exports"));
    m_open->setText(tr("Open"));
    m_folder->setText(tr("Open folder"));
    m_copy->setText(tr("Copy SHA-256"));
    m_cancel->setText(tr("Stop"));
    m_forget->setText(tr("Clear list"));
    m_model.retranslate();
    for (QToolButton *button : std::as_const(m_buttons))
        button->setAccessibleName(button->defaultAction()->text());
    showState();
}

} // namespace ponte::ui
