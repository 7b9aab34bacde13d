// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/mnemonics.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMenuBar>
#include <QSet>
#include <QTabBar>

namespace ponte::ui {

namespace {

/// What a widget shows that may hold a letter already.
QStringList shownTexts(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return {button->text()};
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        return {group->title()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->buddy() ? QStringList {label->text()} : QStringList();
    QStringList texts;
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts.append(tabs->tabText(i));
    } else if (const auto *menus = qobject_cast<const QMenuBar *>(&widget)) {
        for (const QAction *action : menus->actions())
            texts.append(action->isVisible() ? action->text() : QString());
    }
    return texts;
}

QSet<QString> takenLetters(const QWidget &window, const QList<QLabel *> &labels)
{
    QSet<QString> taken;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        auto *label = qobject_cast<QLabel *>(widget);
        if (!widget->isVisible() || (label && labels.contains(label)))
            continue;
        for (const QString &text : shownTexts(*widget))
            taken.insert(QKeySequence::mnemonic(text).toString());
    }
    return taken;
}

/// Where the letter stands; -1 where none is free.
qsizetype freeLetter(const QString &text, const QSet<QString> &taken)
{
    const auto isFree = [&](qsizetype at) {
        // A letter with an accent is no key of every keyboard.
        const QChar letter = text.at(at);
        return letter.isLetterOrNumber() && letter.unicode() < 0x80
               && !taken.contains(QKeySequence::mnemonic(QStringLiteral("&") + letter).toString());
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        if ((at == 0 || text.at(at - 1).isSpace()) && isFree(at))
            return at;
    }
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isFree(at))
            return at;
    }
    return -1;
}

} // namespace

void giveMnemonics(const QWidget &window, const QList<QLabel *> &labels)
{
    QSet<QString> taken = takenLetters(window, labels);
    for (QLabel *label : labels) {
        QString text = label->text().remove(u'&');
        if (const qsizetype at = freeLetter(text, taken); at >= 0)
            text.insert(at, u'&');
        taken.insert(QKeySequence::mnemonic(text).toString());
        if (label->text() != text)
            label->setText(text);
    }
}

} // namespace ponte::ui
