// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/names.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStringList>
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
    const auto note = [&claims](const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            claims[key.toString()].append(text);
    };
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (widget->isVisible() && button)
            note(button->text());
        else if (widget->isVisible() && label && label->buddy())
            note(label->text());
    }
    QStringList doubled;
    for (const QStringList &texts : std::as_const(claims)) {
        if (texts.size() > 1)
            doubled.append(texts.join(u" / "_s));
    }
    return doubled.join(u", "_s);
}

} // namespace ponte::testing
