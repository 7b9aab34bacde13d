// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/names.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollBar>
#include <QStringList>
#include <QTabBar>
#include <QWidget>

namespace ponte::testing {

using namespace Qt::StringLiterals;

namespace {

bool isPartOfAnother(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QScrollBar *>(&widget) || qobject_cast<const QHeaderView *>(&widget)
           || widget.objectName().startsWith(u"qt_") || qobject_cast<const QComboBox *>(parent)
           || qobject_cast<const QLineEdit *>(parent);
}

/// What a widget shows that may hold a mnemonic.
QStringList labelsOf(const QWidget &widget)
{
    QStringList texts;
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts.append(button->text());
    else if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        texts.append(group->title());
    else if (const auto *label = qobject_cast<const QLabel *>(&widget); label && label->buddy())
        texts.append(label->text());
    else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            texts.append(tabs->tabText(i));
    else if (const auto *menus = qobject_cast<const QMenuBar *>(&widget))
        for (const QAction *action : menus->actions())
            texts.append(action->isVisible() ? action->text() : QString());
    return texts;
}

} // namespace

QString namelessControls(const QWidget &root)
{
    QStringList nameless;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || isPartOfAnother(*widget))
            continue;
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            nameless.append(
                u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()));
    }
    return nameless.join(u", "_s);
}

QString doubledMnemonics(const QWidget &root)
{
    QHash<QString, QStringList> claims;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        for (const QString &text : labelsOf(*widget)) {
            const QKeySequence key = QKeySequence::mnemonic(text);
            if (!key.isEmpty())
                claims[key.toString()].append(text);
        }
    }
    QStringList doubled;
    for (const QStringList &texts : std::as_const(claims)) {
        if (texts.size() > 1)
            doubled.append(texts.join(u" / "_s));
    }
    return doubled.join(u", "_s);
}

QString fieldsWithoutMnemonic(const QWidget &root)
{
    QStringList found;
    QStringList keyed;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->isVisible() || !label->buddy())
            continue;
        const bool hasKey = !QKeySequence::mnemonic(label->text()).isEmpty();
        (hasKey ? keyed : found).append(label->text().remove(u'&'));
    }
    found.removeIf([&keyed](const QString &text) { return keyed.contains(text); });
    return found.join(u", "_s);
}

} // namespace ponte::testing
