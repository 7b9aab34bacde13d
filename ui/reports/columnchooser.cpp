// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/columnchooser.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ColumnChooser::ColumnChooser(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_standard(new QToolButton(this))
{
    m_list->setObjectName(u"columnList"_s);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setMinimumHeight(132);
    m_list->installEventFilter(this);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::edited);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnChooser::edited);
    m_up->setObjectName(u"columnUp"_s);
    m_up->setIcon(themeIcon(u"go-up"_s));
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    m_down->setObjectName(u"columnDown"_s);
    m_down->setIcon(themeIcon(u"go-down"_s));
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    m_standard->setObjectName(u"standardColumns"_s);
    m_standard->setIcon(themeIcon(u"edit-undo"_s));
    connect(m_standard, &QToolButton::clicked, this, [this] {
        setColumns(reports::standardColumns());
        Q_EMIT edited();
    });
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(gridUnit);
    for (QToolButton *button : {m_up, m_down, m_standard}) {
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    for (const reports::Column column : reports::allColumns()) {
        auto *item = new QListWidgetItem(m_list);
        item->setData(Qt::UserRole, int(column));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    }
    setColumns(reports::standardColumns());
    m_list->setCurrentRow(0);
    retranslate();
}

void ColumnChooser::setColumns(const QList<reports::Column> &columns)
{
    const QSignalBlocker blocker(m_list);
    int row = 0;
    for (const reports::Column column : columns) {
        for (int at = row; at < m_list->count(); ++at) {
            if (m_list->item(at)->data(Qt::UserRole).toInt() != int(column))
                continue;
            m_list->insertItem(row, m_list->takeItem(at));
            break;
        }
        ++row;
    }
    for (int at = 0; at < m_list->count(); ++at)
        m_list->item(at)->setCheckState(at < columns.size() ? Qt::Checked : Qt::Unchecked);
}

QList<reports::Column> ColumnChooser::columns() const
{
    QList<reports::Column> columns;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            columns.append(reports::Column(m_list->item(row)->data(Qt::UserRole).toInt()));
    }
    return columns;
}

void ColumnChooser::setLanguage(const reports::ReportLanguage &language)
{
    const QSignalBlocker blocker(m_list);
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setText(language.header(reports::Column(m_list->item(row)->data(Qt::UserRole).toInt())));
}

void ColumnChooser::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    {
        const QSignalBlocker blocker(m_list);
        m_list->insertItem(to, m_list->takeItem(from));
        m_list->setCurrentRow(to);
    }
    Q_EMIT edited();
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ColumnChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ColumnChooser::retranslate()
{
    m_list->setAccessibleName(tr("Columns of the report, in their order"));
    const QList<std::pair<QToolButton *, QString>> texts {
        {m_up, tr("Column up (Alt+Up)")},
        {m_down, tr("Column down (Alt+Down)")},
        {m_standard, tr("The eight usual columns")},
    };
    for (const auto &[button, text] : texts) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
}

} // namespace ponte::ui
