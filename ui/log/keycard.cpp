// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/keycard.h"

#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>

namespace ponte::ui {

using namespace Qt::StringLiterals;

KeyCard::KeyCard(QWidget *page)
    : QFrame(page)
{
    setObjectName(u"keyCard"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys of the monitor"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(6 * gridUnit, 5 * gridUnit, 6 * gridUnit, 5 * gridUnit);
    layout->setHorizontalSpacing(6 * gridUnit);
    layout->setVerticalSpacing(gridUnit);
    auto *title = new QLabel(accessibleName(), this);
    title->setFont(fontOf(TextSize::Heading));
    layout->addWidget(title, 0, 0, 1, 2);
    const QList<std::pair<QString, QString>> keys {
        {u"J  K"_s, tr("Next record, the one before")},
        {u"Enter"_s, tr("Open the attempts of the record")},
        {u"Esc"_s, tr("Back to the records; once more closes the attempts")},
        {u"E"_s, tr("Why? What happened, and what comes next")},
        {u"D"_s, tr("Compare attempts")},
        {u"R"_s, tr("Reprocess: shows the plan first")},
        {u"/"_s, tr("Search")},
        {u"Ctrl+Shift+F"_s, tr("Search the data sent and received")},
        {u"Ctrl+A"_s, tr("Choose all rows; then all that match")},
        {u"Ctrl+C"_s, tr("Copy the chosen rows for a spreadsheet")},
        {u"Ctrl+K"_s, tr("All commands; a link pasted there opens its view")},
        {u"F5"_s, tr("Read anew")},
        {u"?"_s, tr("This card")},
    };
    for (qsizetype row = 0; row < keys.size(); ++row) {
        auto *key = new QLabel(keys.at(row).first, this);
        QFont bold = key->font();
        bold.setBold(true);
        key->setFont(bold);
        layout->addWidget(key, int(row) + 1, 0);
        layout->addWidget(new QLabel(keys.at(row).second, this), int(row) + 1, 1);
    }
}

void KeyCard::open()
{
    adjustSize();
    const QSize page = parentWidget()->size();
    move(qMax(0, (page.width() - width()) / 2), qMax(0, (page.height() - height()) / 3));
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void KeyCard::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    close();
}

void KeyCard::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    close();
}

void KeyCard::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    close();
}

} // namespace ponte::ui
