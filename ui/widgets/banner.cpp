// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/banner.h"

#include "ui/widgets/closebutton.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

QString iconOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Info:
        return u"dialog-information"_s;
    case Banner::Kind::Warning:
        return u"dialog-warning"_s;
    case Banner::Kind::Error:
        return u"dialog-error"_s;
    }
    return {};
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new CloseButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * gridUnit, 2 * gridUnit, 2 * gridUnit, 2 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &CloseButton::clicked, this, &Banner::clear);
    retranslate();
    hide();
}

void Banner::tell(Kind kind, const QString &text, const QString &action)
{
    m_kind = kind;
    m_icon->setPixmap(themeIcon(iconOf(kind)).pixmap(16, 16));
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::clear()
{
    m_text->clear();
    hide();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QColor ground = colors::infoGround(palette());
    if (m_kind == Kind::Warning)
        ground = colors::warningGround(palette());
    else if (m_kind == Kind::Error)
        ground = colors::errorGround(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), gridUnit, gridUnit);
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Banner::retranslate()
{
    m_close->setMeaning(tr("Close this message"));
}

} // namespace ponte::ui
