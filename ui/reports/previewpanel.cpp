// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/previewpanel.h"

#include "ui/widgets/grid.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tsv.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestToolTip = 2000;

} // namespace

void PreviewModel::setPreview(const ReportPreview &preview)
{
    beginResetModel();
    m_preview = preview;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.headers.size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString text = m_preview.rows.at(index.row()).value(index.column());
    if (role == Qt::DisplayRole)
        return text;
    if (role == Qt::ToolTipRole)
        return text.left(longestToolTip);
    return role == TabularRole ? QVariant(true) : QVariant();
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_preview.headers.value(section) : QVariant();
}

PreviewPanel::PreviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_grid(new Grid(this))
{
    m_text->setObjectName(u"previewText"_s);
    setMuted(m_text);
    m_statePage->setObjectName(u"previewState"_s);
    m_grid->setObjectName(u"previewGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->horizontalHeader()->setStretchLastSection(false);
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QGuiApplication::clipboard()->setText(tsvOf(m_model, rows)); });
    connect(m_statePage, &StatePage::actionTriggered, this, &PreviewPanel::retryRequested);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * gridUnit, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_text);
    layout->addWidget(m_stack, 1);
    retranslate();
}

PreviewPanel::~PreviewPanel()
{
    // The view goes before the model it shows.
    delete m_stack;
}

void PreviewPanel::showReading()
{
    m_isReading = true;
    showState();
}

void PreviewPanel::show(const Result<ReportPreview> &preview)
{
    m_isReading = false;
    m_error = preview ? std::nullopt : std::optional(preview.error());
    const QStringList before = m_model.preview().headers;
    m_model.setPreview(preview.value_or(ReportPreview()));
    if (preview && before != preview->headers) {
        m_grid->resizeColumnsToContents();
        for (int column = 0; column < m_model.columnCount(); ++column)
            m_grid->setColumnWidth(column, qBound(72, m_grid->columnWidth(column) + 3 * gridUnit, 280));
    }
    showState();
}

void PreviewPanel::showState()
{
    const QLocale locale;
    const ReportPreview &preview = m_model.preview();
    const bool isEmpty = preview.rows.isEmpty();
    if (m_error)
        m_statePage->show(u"dialog-error"_s, tr("There is no preview"), m_error->message, tr("Try again"));
    else if (m_isReading && isEmpty)
        m_statePage->show(u"view-refresh"_s, tr("Reading the first rows…"), {});
    else if (isEmpty)
        m_statePage->show(u"edit-none"_s, tr("Nothing to export"), tr("No record matches this choice."));
    if (m_error || isEmpty)
        m_text->clear();
    else if (preview.rows.size() < previewRows)
        m_text->setText(tr("All %n row(s), as the file will have them", nullptr, int(preview.rows.size())));
    else
        m_text->setText(tr("The first %1 rows, as the file will have them; %2 records in all")
                            .arg(locale.toString(preview.rows.size()), locale.toString(preview.records)));
    m_text->setEnabled(!m_isReading);
    m_stack->setCurrentWidget(m_error || isEmpty ? static_cast<QWidget *>(m_statePage) : m_grid);
}

void PreviewPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PreviewPanel::retranslate()
{
    m_grid->setAccessibleName(tr("Preview of the report"));
    showState();
}

} // namespace ponte::ui
