// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/attempttimeline.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/statustext.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int attemptWidth = 188;
constexpr int attemptHeight = 54;
constexpr int pointSize = 16;

QString durationText(std::chrono::milliseconds duration)
{
    const QLocale locale;
    if (duration < std::chrono::seconds(10))
        return AttemptTimeline::tr("%1 ms").arg(locale.toString(qint64(duration.count())));
    return AttemptTimeline::tr("%1 s").arg(locale.toString(double(duration.count()) / 1000.0, 'f', 1));
}

class AttemptDelegate final : public QStyledItemDelegate
{
public:
    AttemptDelegate(const AttemptModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {attemptWidth, attemptHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isActive = option.state & QStyle::State_Active;
        const QPalette::ColorGroup group = isActive ? QPalette::Active : QPalette::Inactive;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.color(group, QPalette::Highlight));
        paintLine(painter, option, index.row());
        paintPoint(painter, option, index);
        const QRect text = option.rect.adjusted(2 * gridUnit, 2 * gridUnit + pointSize, -2 * gridUnit, 0);
        const QFont small = fontOf(TextSize::Small);
        const int height = QFontMetrics(small).height();
        painter->setFont(small);
        painter->setPen(option.palette.color(QPalette::Text));
        drawElided(painter, QRect(text.left(), text.top(), text.width(), height), m_model.headline(index.row()));
        painter->setPen(colors::muted(option.palette));
        drawElided(painter, QRect(text.left(), text.top() + height, text.width(), height),
                   m_model.timeLine(index.row()));
    }

private:
    static void drawElided(QPainter *painter, const QRect &rect, const QString &text)
    {
        painter->drawText(rect, int(Qt::AlignVCenter | Qt::AlignLeft),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }

    void paintLine(QPainter *painter, const QStyleOptionViewItem &option, int row) const
    {
        const int y = option.rect.top() + gridUnit + pointSize / 2;
        const int point = option.rect.left() + 2 * gridUnit;
        const QColor color = colors::fieldBorder(option.palette);
        const auto pen = [&](int toRow) {
            painter->setPen(QPen(color, 1.5, m_model.attemptAt(toRow) ? Qt::SolidLine : Qt::DotLine));
        };
        if (row > 0) {
            pen(row);
            painter->drawLine(option.rect.left(), y, point - 2, y);
        }
        if (row + 1 < m_model.rowCount()) {
            pen(row + 1);
            painter->drawLine(point + pointSize + 2, y, option.rect.right(), y);
        }
    }

    void paintPoint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const QRect point(option.rect.left() + 2 * gridUnit, option.rect.top() + gridUnit, pointSize, pointSize);
        if (const log::Item *attempt = m_model.attemptAt(index.row())) {
            statusIcon(attempt->status).paint(painter, point);
            return;
        }
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colors::muted(option.palette), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(point.adjusted(3, 3, -3, -3));
        painter->setRenderHint(QPainter::Antialiasing, false);
    }

    const AttemptModel &m_model;
};

} // namespace

void AttemptModel::setAttempts(const QList<log::Item> &attempts, const QDateTime &next)
{
    beginResetModel();
    m_attempts = attempts;
    m_next = next;
    endResetModel();
}

void AttemptModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const log::Item *AttemptModel::attemptAt(int row) const
{
    return row >= 0 && row < m_attempts.size() ? &m_attempts.at(row) : nullptr;
}

int AttemptModel::rowOf(LogItemId item) const
{
    for (int row = 0; row < m_attempts.size(); ++row) {
        if (m_attempts.at(row).id == item)
            return row;
    }
    return -1;
}

int AttemptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_attempts.size()) + (m_next.isValid() && !m_attempts.isEmpty() ? 1 : 0);
}

QString AttemptModel::headline(int row) const
{
    const log::Item *attempt = attemptAt(row);
    if (!attempt)
        return tr("Next attempt");
    const QString trigger = u"%1 · %2"_s.arg(QString::number(attempt->number), triggerText(attempt->trigger));
    return attempt->who.isEmpty() ? trigger : u"%1 · %2"_s.arg(trigger, attempt->who);
}

QString AttemptModel::timeLine(int row) const
{
    const log::Item *attempt = attemptAt(row);
    const QDateTime at = (attempt ? attempt->createdAt : m_next).toTimeZone(displayZone());
    const log::Item *before = attemptAt(row - 1);
    const bool isSameDay = before && before->createdAt.toTimeZone(displayZone()).date() == at.date();
    const QString time = isSameDay ? at.toString(u"HH:mm:ss"_s) : timeText(at);
    return attempt ? u"%1 · %2"_s.arg(time, durationText(attempt->duration)) : time;
}

QString AttemptModel::sentence(int row) const
{
    const log::Item *attempt = attemptAt(row);
    if (!attempt)
        return tr("Next attempt: %1").arg(timeText(m_next));
    return tr("Attempt %1 of %2: %3, %4, %5, %6, %7. %8")
        .arg(QString::number(row + 1), QString::number(m_attempts.size()), triggerText(attempt->trigger), attempt->who,
             statusText(attempt->status), durationText(attempt->duration), timeText(attempt->createdAt),
             attempt->message);
}

QVariant AttemptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentence(index.row());
    default:
        return {};
    }
}

Qt::ItemFlags AttemptModel::flags(const QModelIndex &index) const
{
    return attemptAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                  : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

AttemptTimeline::AttemptTimeline(QWidget *parent)
    : QListView(parent)
{
    setModel(&m_model);
    setItemDelegate(new AttemptDelegate(m_model, this));
    setFlow(QListView::LeftToRight);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFixedHeight(attemptHeight + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    retranslate();
    hide();
}

void AttemptTimeline::setAttempts(const QList<log::Item> &attempts, const QDateTime &next)
{
    m_model.setAttempts(attempts, next);
    setVisible(!attempts.isEmpty());
}

void AttemptTimeline::setCurrentAttempt(LogItemId item)
{
    const int row = m_model.rowOf(item);
    if (row < 0 || row == currentIndex().row())
        return;
    const QSignalBlocker blocker(this);
    setCurrentIndex(m_model.index(row));
    scrollTo(m_model.index(row));
}

void AttemptTimeline::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (const log::Item *attempt = m_model.attemptAt(current.row()))
        Q_EMIT attemptChosen(attempt->id);
}

void AttemptTimeline::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT opened();
        return;
    case Qt::Key_Escape:
        Q_EMIT escaped();
        return;
    default:
        // Letters belong to the page, not to a search in the points.
        if (event->text().isEmpty() || event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
            QListView::keyPressEvent(event);
        else
            event->ignore();
    }
}

void AttemptTimeline::retranslate()
{
    m_model.retranslate();
    setAccessibleName(tr("Attempts"));
}

} // namespace ponte::ui
