// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/navigation.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ponte::ui {

namespace {

constexpr int navigationWidth = 164;
constexpr int entryHeight = 36;

class NavigationEntry final : public QAbstractButton
{
public:
    explicit NavigationEntry(QWidget *parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }
    [[nodiscard]] QSize sizeHint() const override { return {navigationWidth, entryHeight}; }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRect ground = rect().adjusted(2 * gridUnit, 2, -2 * gridUnit, -2);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? palette().color(QPalette::Active, QPalette::Highlight)
                                         : colors::hover(palette()));
            painter.drawRoundedRect(ground, gridUnit, gridUnit);
        }
        if (hasFocus()) {
            painter.setPen(QPen(colors::accent(palette()), 2.0));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), gridUnit, gridUnit);
        }
        const QRect iconRect(ground.left() + 2 * gridUnit, ground.center().y() - 7, 16, 16);
        icon().paint(&painter, iconRect);
        QFont weight = font();
        weight.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(weight);
        painter.setPen(palette().color(QPalette::WindowText));
        const QRect textRect = ground.adjusted(8 * gridUnit, 0, -gridUnit, 0);
        painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(weight).elidedText(text(), Qt::ElideRight, textRect.width()));
    }
};

} // namespace

Navigation::Navigation(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("navigation"));
    setFixedWidth(navigationWidth);
    m_layout->setContentsMargins(0, 2 * gridUnit, 1, 2 * gridUnit);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    // Not clicked: a screen reader toggles, and the arrow keys check.
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int place, bool isChecked) {
        if (isChecked && !m_isSetting)
            Q_EMIT chosen(place);
    });
}

void Navigation::clear()
{
    qDeleteAll(m_buttons->buttons());
}

void Navigation::add(const QString &text, const QString &iconName)
{
    const int place = int(m_buttons->buttons().size());
    auto *entry = new NavigationEntry(this);
    entry->setIcon(themeIcon(iconName));
    m_buttons->addButton(entry, place);
    m_layout->insertWidget(place, entry);
    setText(place, text);
}

void Navigation::setText(int place, const QString &text)
{
    QAbstractButton *entry = m_buttons->button(place);
    entry->setText(text);
    entry->setAccessibleName(text);
    entry->setToolTip(text + QStringLiteral(" (Ctrl+%1)").arg(place + 1));
}

void Navigation::setCurrent(int place)
{
    m_isSetting = true;
    if (QAbstractButton *entry = m_buttons->button(place)) {
        entry->setChecked(true);
    } else if (QAbstractButton *checked = m_buttons->checkedButton()) {
        m_buttons->setExclusive(false);
        checked->setChecked(false);
        m_buttons->setExclusive(true);
    }
    m_isSetting = false;
}

void Navigation::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colors::border(palette()));
}

void Navigation::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace ponte::ui
