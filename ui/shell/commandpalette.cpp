// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/commandpalette.h"

#include "ui/widgets/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

QString plainText(const QString &text)
{
    QString plain = text;
    plain.replace(u"&&"_s, u"\x1f"_s).remove(u'&').replace(u'\x1f', u'&');
    return plain;
}

/// Without accents and in small letters, so that "parametros" finds "Parâmetros".
QString searchText(const QString &text)
{
    QString folded;
    for (const QChar character : text.normalized(QString::NormalizationForm_KD)) {
        if (character.category() != QChar::Mark_NonSpacing)
            folded.append(character.toLower());
    }
    return folded;
}

constexpr int linkEntry = -1;

bool isLink(const QString &text)
{
    return text.trimmed().startsWith("ponte:"_L1);
}

void collect(const QString &path, const QList<QAction *> &actions, QList<CommandPalette::Command> &commands)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible() || action->text().isEmpty())
            continue;
        const QString text = path.isEmpty() ? plainText(action->text()) : path + u" › " + plainText(action->text());
        if (action->menu())
            collect(text, action->menu()->actions(), commands);
        else if (action->isEnabled())
            commands.append({action, text});
    }
}

} // namespace

CommandPalette::CommandPalette(const QList<Command> &commands, QWidget *parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Commands"));
    setAccessibleName(tr("Commands"));
    m_search->setObjectName(u"paletteSearch"_s);
    m_search->setPlaceholderText(tr("What do you want to do?"));
    m_search->setAccessibleName(tr("Search the commands"));
    m_search->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    auto *hint = new QLabel(tr("↑ ↓ choose, Enter does it, Esc leaves"), this);
    hint->setFont(fontOf(TextSize::Small));
    setMuted(hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridUnit, 4 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(hint);
    resize(600, 480);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::showMatches);
    connect(m_search, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    showMatches();
    m_search->setFocus(Qt::PopupFocusReason);
}

QList<CommandPalette::Command> CommandPalette::commandsOf(const QMenuBar &menus)
{
    QList<Command> commands;
    collect({}, menus.actions(), commands);
    return commands;
}

CommandPalette::Command CommandPalette::commandOf(const QString &group, QAction *action)
{
    return {action, group + u" › " + plainText(action->text())};
}

void CommandPalette::showMatches()
{
    const QStringList words = searchText(m_search->text()).split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    if (isLink(m_search->text())) {
        auto *item = new QListWidgetItem(themeIcon(u"edit-link"_s), tr("Open the view of this link"), m_list);
        item->setData(Qt::UserRole, linkEntry);
    }
    for (int i = 0; i < m_commands.size(); ++i) {
        const Command &command = m_commands.at(i);
        const QString text = searchText(command.text);
        if (!command.action
            || !std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); }))
            continue;
        const QString keys = command.action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(keys.isEmpty() ? command.text : u"%1   %2"_s.arg(command.text, keys), m_list);
        item->setData(Qt::UserRole, i);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    if (item->data(Qt::UserRole).toInt() == linkEntry) {
        const QString link = m_search->text().trimmed();
        accept();
        Q_EMIT linkEntered(link);
        return;
    }
    const QPointer<QAction> action = m_commands.at(item->data(Qt::UserRole).toInt()).action;
    // The action acts on the window, so the palette is out of the way by then.
    accept();
    if (action)
        action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_PageUp && key != Qt::Key_PageDown)
        return QDialog::eventFilter(watched, event);
    const int step = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : key == Qt::Key_PageUp ? -10 : 10;
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
    return true;
}

} // namespace ponte::ui
