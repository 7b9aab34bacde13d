// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/logarrangement.h"

#include "ui/log/logmodel.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/statustext.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSettings>
#include <QtMath>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto orderKey = "monitor/columns.order"_L1;
constexpr auto widthsKey = "monitor/columns.widths"_L1;
/// Margins of a cell and a little air.
constexpr int cellRoom = 20;
/// Before the word of a status.
constexpr int iconRoom = 22;
/// Margins of a header, and the sign of the order.
constexpr int headerRoom = 18;
constexpr int orderRoom = 14;

QList<LogColumn> usualColumns()
{
    QList<LogColumn> columns;
    for (int column = 0; column < usualLogColumnCount; ++column)
        columns.append(LogColumn(column));
    return columns;
}

/// Long texts, whose columns share what room is left.
bool growsWithRoom(LogColumn column)
{
    return column == LogColumn::KeyFields || column == LogColumn::KeyValues || column == LogColumn::Functionality
           || column == LogColumn::Signature || column == LogColumn::Sale;
}

} // namespace

LogArrangement::LogArrangement(Grid &grid, const LogNames &names, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_names(names)
    , m_settings(settings)
{
    QHeaderView *header = grid.horizontalHeader();
    header->setSectionsMovable(true);
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    setupMenu();
    read();
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_isArranging && width > 0)
            noteWidth(column, width);
    });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_isArranging)
            writeOrder();
    });
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint &at) { m_menu.popup(header->mapToGlobal(at)); });
    grid.viewport()->installEventFilter(this);
}

LogArrangement::~LogArrangement() = default;

void LogArrangement::setupMenu()
{
    m_menu.setObjectName(u"columnMenu"_s);
    for (int column = 0; column < logColumnCount; ++column) {
        QAction *action = m_menu.addAction(QString());
        action->setCheckable(true);
        action->setData(column);
        connect(action, &QAction::triggered, this, [this, column](bool checked) {
            QList<LogColumn> columns = shown();
            columns.removeOne(LogColumn(column));
            if (checked)
                columns.append(LogColumn(column));
            if (!columns.isEmpty())
                setShown(columns);
        });
    }
    m_menu.addSeparator();
    QAction *reset = m_menu.addAction(QString());
    reset->setObjectName(u"resetColumns"_s);
    connect(reset, &QAction::triggered, this, &LogArrangement::reset);
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        const QList<LogColumn> columns = shown();
        for (QAction *action : m_menu.actions()) {
            if (action->isCheckable())
                action->setChecked(columns.contains(LogColumn(action->data().toInt())));
        }
    });
}

QList<LogColumn> LogArrangement::columnsOf(const QStringList &words)
{
    QList<LogColumn> columns;
    for (const QString &word : words) {
        for (int column = 0; column < logColumnCount; ++column) {
            if (toWord(LogColumn(column)) == word && !columns.contains(LogColumn(column)))
                columns.append(LogColumn(column));
        }
    }
    return columns;
}

void LogArrangement::read()
{
    const QVariantMap widths = m_settings.value(widthsKey).toMap();
    for (int column = 0; column < logColumnCount; ++column) {
        const int width = widths.value(toWord(LogColumn(column))).toInt();
        if (width > 0)
            m_widths.insert(LogColumn(column), width);
    }
    const QList<LogColumn> columns = columnsOf(m_settings.value(orderKey).toStringList());
    place(columns.isEmpty() ? usualColumns() : columns);
}

void LogArrangement::setShownWords(const QStringList &words)
{
    const QList<LogColumn> columns = columnsOf(words);
    if (!columns.isEmpty())
        setShown(columns);
}

QList<LogColumn> LogArrangement::shown() const
{
    const QHeaderView *header = m_grid.horizontalHeader();
    QList<LogColumn> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            columns.append(LogColumn(column));
    }
    return columns;
}

void LogArrangement::setShown(const QList<LogColumn> &columns)
{
    place(columns);
    writeOrder();
}

void LogArrangement::reset()
{
    m_widths.clear();
    m_settings.remove(widthsKey);
    m_settings.remove(orderKey);
    place(usualColumns());
}

void LogArrangement::place(const QList<LogColumn> &columns)
{
    {
        const QScopedValueRollback arranging(m_isArranging, true);
        QHeaderView *header = m_grid.horizontalHeader();
        for (int column = 0; column < logColumnCount; ++column)
            header->setSectionHidden(column, !columns.contains(LogColumn(column)));
        for (qsizetype visual = 0; visual < columns.size(); ++visual)
            header->moveSection(header->visualIndex(int(columns.at(visual))), int(visual));
    }
    fit();
}

void LogArrangement::writeOrder()
{
    QStringList words;
    for (const LogColumn column : shown())
        words.append(toWord(column));
    m_settings.setValue(orderKey, words);
}

void LogArrangement::noteWidth(int column, int width)
{
    m_widths.insert(LogColumn(column), width);
    QVariantMap widths;
    for (auto chosen = m_widths.constBegin(); chosen != m_widths.constEnd(); ++chosen)
        widths.insert(toWord(chosen.key()), chosen.value());
    m_settings.setValue(widthsKey, widths);
}

int LogArrangement::headerWidth(LogColumn column) const
{
    const bool sorts = column == LogColumn::Id || column == LogColumn::Created || column == LogColumn::Changed;
    return m_grid.horizontalHeader()->fontMetrics().horizontalAdvance(headerText(column)) + headerRoom
           + (sorts ? orderRoom : 0);
}

int LogArrangement::leastWidth(LogColumn column) const
{
    const int header = headerWidth(column);
    switch (column) {
    case LogColumn::KeyFields:
        return qMax(header, 96);
    case LogColumn::KeyValues:
    case LogColumn::Functionality:
        return qMax(header, 132);
    case LogColumn::Module:
        return qMax(header, 104);
    case LogColumn::Signature:
    case LogColumn::Sale:
        return qMax(header, 120);
    default:
        return textWidth(column);
    }
}

int LogArrangement::textWidth(LogColumn column) const
{
    const QFontMetrics metrics = m_grid.fontMetrics();
    QStringList samples;
    switch (column) {
    case LogColumn::Id:
        samples = {u"88888888"_s};
        break;
    case LogColumn::KeyFields:
        samples = {u"CODCOLIGADA;RA;IDPERLET"_s};
        break;
    case LogColumn::KeyValues:
        samples = {u"88;88888888;8888;LC5f0a2b7c91d3e846"_s};
        break;
    case LogColumn::Status:
        for (const log::Status status : allStatuses())
            samples.append(statusText(status));
        samples.append(LogModel::tr("In reprocess"));
        break;
    case LogColumn::Functionality:
        for (const LogNames::Name &name : m_names.functionalities())
            samples.append(name.text);
        break;
    case LogColumn::Module:
        for (const LogNames::Name &name : m_names.modules())
            samples.append(name.text);
        break;
    case LogColumn::Created:
    case LogColumn::Changed:
    case LogColumn::NextAttempt:
    case LogColumn::Age:
        samples = {u"88/88/8888 88:88:88"_s};
        break;
    case LogColumn::Company:
    case LogColumn::Level:
        samples = {u"8888"_s};
        break;
    case LogColumn::Sale:
        samples = {u"LC-8888-888888-88"_s};
        break;
    case LogColumn::Attempts:
        samples = {cellText({}, column, {m_names, {}, {}})};
        break;
    case LogColumn::Signature:
        samples = {u"v1:8888888888888888"_s};
        break;
    }
    int width = headerWidth(column);
    for (const QString &sample : std::as_const(samples))
        width =
            qMax(width, metrics.horizontalAdvance(sample) + cellRoom + (column == LogColumn::Status ? iconRoom : 0));
    return width;
}

void LogArrangement::fit()
{
    const QList<LogColumn> columns = shown();
    QHash<LogColumn, int> widths;
    QList<LogColumn> growing;
    int room = m_grid.viewport()->width();
    int shrinkable = 0;
    for (const LogColumn column : columns) {
        const bool isChosen = m_widths.contains(column);
        const int width = isChosen ? m_widths.value(column) : textWidth(column);
        widths.insert(column, width);
        room -= width;
        if (!isChosen && growsWithRoom(column))
            growing.append(column);
        if (!isChosen)
            shrinkable += width - leastWidth(column);
    }
    if (room < 0 && shrinkable > 0) {
        const double share = qMin(1.0, double(-room) / shrinkable);
        for (const LogColumn column : columns) {
            if (!m_widths.contains(column))
                widths[column] -= qCeil((widths.value(column) - leastWidth(column)) * share);
        }
    } else if (room > 0) {
        for (qsizetype i = 0; i < growing.size(); ++i)
            widths[growing.at(i)] += (room + int(i)) / int(growing.size());
    }
    const QScopedValueRollback arranging(m_isArranging, true);
    for (const LogColumn column : columns)
        m_grid.setColumnWidth(int(column), widths.value(column));
}

void LogArrangement::retranslate()
{
    for (QAction *action : m_menu.actions()) {
        if (action->isCheckable())
            action->setText(headerText(LogColumn(action->data().toInt())));
        else if (!action->isSeparator())
            action->setText(tr("Usual columns and widths"));
    }
    m_menu.setTitle(tr("Columns"));
    fit();
}

bool LogArrangement::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace ponte::ui
