// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/periodbutton.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QAction>
#include <QActionGroup>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// Both ends of a free period, below the button that asked. Enter takes them, Escape leaves.
class FreePeriodPanel final : public QFrame
{
public:
    FreePeriodPanel(const Period &period, QWidget *parent)
        : QFrame(parent, Qt::Popup)
        , m_from(makeEdit(u"periodFrom"_s))
        , m_to(makeEdit(u"periodTo"_s))
        , m_take(new QPushButton(PeriodButton::tr("Show this period"), this))
    {
        setObjectName(u"freePeriod"_s);
        setAttribute(Qt::WA_DeleteOnClose);
        setFrameShape(QFrame::StyledPanel);
        const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(displayZone()).date();
        m_from->setDateTime(local(period.from, today));
        m_to->setDateTime(local(period.to, today.addDays(1)));
        m_from->setAccessibleName(PeriodButton::tr("From"));
        m_to->setAccessibleName(PeriodButton::tr("Until"));
        m_take->setObjectName(u"periodTake"_s);
        m_take->setDefault(true);
        auto *layout = new QFormLayout(this);
        layout->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
        layout->addRow(PeriodButton::tr("From"), m_from);
        layout->addRow(PeriodButton::tr("Until"), m_to);
        layout->addRow(QString(), m_take);
        const auto judge = [this] { m_take->setEnabled(m_from->dateTime() < m_to->dateTime()); };
        connect(m_from, &QDateTimeEdit::dateTimeChanged, this, judge);
        connect(m_to, &QDateTimeEdit::dateTimeChanged, this, judge);
        judge();
    }

    [[nodiscard]] QPushButton *takeButton() const { return m_take; }
    [[nodiscard]] Period period() const { return Period::between(chosen(m_from), chosen(m_to)); }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (isEnter && m_take->isEnabled())
            m_take->click();
        else
            QFrame::keyPressEvent(event);
    }

private:
    QDateTimeEdit *makeEdit(const QString &name)
    {
        auto *edit = new QDateTimeEdit(this);
        edit->setObjectName(name);
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"dd/MM/yyyy HH:mm"_s);
        return edit;
    }
    static QDateTime local(const QDateTime &time, const QDate &otherwise)
    {
        const QDateTime zoned = time.isValid() ? time.toTimeZone(displayZone()) : QDateTime();
        // The edit knows only the computer's zone, so it is given the digits alone.
        return zoned.isValid() ? QDateTime(zoned.date(), zoned.time()) : otherwise.startOfDay();
    }
    static QDateTime chosen(const QDateTimeEdit *edit)
    {
        return QDateTime(edit->date(), QTime(edit->time().hour(), edit->time().minute()), displayZone()).toUTC();
    }

    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QPushButton *m_take;
};

} // namespace

PeriodButton::PeriodButton(QWidget *parent)
    : QToolButton(parent)
    , m_anchor(this)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    const auto add = [&](Period::Kind kind) {
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setData(int(kind));
        return action;
    };
    for (const Period::Kind kind : Period::presets())
        connect(add(kind), &QAction::triggered, this, [this, kind] { choose({kind, {}, {}}); });
    connect(add(Period::Kind::Fixed), &QAction::triggered, this, &PeriodButton::askFree);
    setMenu(menu);
}

void PeriodButton::setTitle(const QString &title)
{
    m_title = title;
    for (QAction *action : menu()->actions())
        action->setText(Period::textOf(Period::Kind(action->data().toInt())));
    showText();
}

void PeriodButton::setPeriod(const Period &period)
{
    m_period = period;
    showText();
}

void PeriodButton::choose(const Period &period)
{
    setPeriod(period);
    Q_EMIT chosen();
}

void PeriodButton::askFree()
{
    // The menu ticked "Free…" before anything was chosen.
    showText();
    auto *panel = new FreePeriodPanel(m_period, this);
    connect(panel->takeButton(), &QPushButton::clicked, this, [this, panel] {
        const Period period = panel->period();
        panel->close();
        choose(period);
    });
    panel->move(m_anchor->mapToGlobal(QPoint(0, m_anchor->height())));
    panel->show();
    panel->findChild<QDateTimeEdit *>(u"periodFrom"_s)->setFocus(Qt::PopupFocusReason);
}

void PeriodButton::showText()
{
    for (QAction *action : menu()->actions())
        action->setChecked(action->data().toInt() == int(m_period.kind));
    const bool isAll = m_period.kind == Period::Kind::All;
    const QString text = isAll ? m_title : u"%1: %2"_s.arg(m_title, m_period.text());
    setText(text);
    setAccessibleName(text);
}

} // namespace ponte::ui
