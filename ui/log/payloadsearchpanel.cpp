// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadsearchpanel.h"

#include "core/security/personaldata.h"
#include "ui/log/logqueries.h"
#include "ui/widgets/activity.h"
#include "ui/widgets/closebutton.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/session.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tsv.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <mutex>

namespace ponte::ui {

using namespace Qt::StringLiterals;

/// Between the thread that searches and the panel, which may be gone first.
struct PayloadSearchPanel::Inbox {
    std::mutex mutex;
    QList<log::PayloadHit> hits;
    log::PayloadSearchProgress progress;
};

PayloadSearchPanel::PayloadSearchPanel(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_close(new CloseButton(this))
    , m_text(new QLineEdit(this))
    , m_start(new QPushButton(this))
    , m_bar(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_grid(new Grid(this))
{
    setupLayout();
    connect(m_text, &QLineEdit::returnPressed, this, &PayloadSearchPanel::search);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (isSearching())
            stop();
        else
            search();
    });
    connect(m_close, &CloseButton::clicked, this, &PayloadSearchPanel::closeRequested);
    connect(m_grid, &Grid::escaped, this, &PayloadSearchPanel::closeRequested);
    const auto choose = [this](const QModelIndex &index) {
        if (const log::PayloadHit *hit = m_hits.at(index.row()))
            Q_EMIT hitChosen(hit->record, hit->item);
    };
    connect(m_grid, &Grid::rowOpened, this, choose);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, choose);
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QApplication::clipboard()->setText(tsvOf(m_hits, rows)); });
    connect(&m_collecting, &QTimer::timeout, this, &PayloadSearchPanel::collect);
    m_collecting.setInterval(std::chrono::milliseconds(100));
    retranslate();
}

PayloadSearchPanel::~PayloadSearchPanel()
{
    if (isSearching())
        m_session.activity.finish(m_activity, Activity::Outcome::Cancelled);
    m_cancel.cancel();
    m_ticket.cancel();
    // The view goes before the model it shows.
    delete m_grid;
}

void PayloadSearchPanel::setupLayout()
{
    setObjectName(u"payloadSearch"_s);
    m_title->setFont(fontOf(TextSize::Heading));
    m_close->setObjectName(u"closePayloadSearch"_s);
    m_text->setObjectName(u"payloadSearchText"_s);
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(200);
    m_start->setObjectName(u"payloadSearchStart"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(4);
    m_state->setObjectName(u"payloadSearchState"_s);
    m_state->setWordWrap(true);
    setMuted(m_state);
    m_grid->setObjectName(u"payloadHits"_s);
    m_grid->setModel(&m_hits);
    m_grid->setColumnWidths({64, 76, 150, 116, 320});
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title, 1);
    heading->addWidget(m_close);
    auto *asking = new QHBoxLayout;
    asking->setSpacing(2 * gridUnit);
    asking->addWidget(m_text, 1);
    asking->addWidget(m_start);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addLayout(heading);
    layout->addLayout(asking);
    layout->addWidget(m_bar);
    layout->addWidget(m_state);
    layout->addWidget(m_grid, 1);
    QSizePolicy kept = m_bar->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(kept);
    m_bar->hide();
}

void PayloadSearchPanel::open(const QString &text)
{
    if (!text.isEmpty() && !isSearching())
        m_text->setText(text);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void PayloadSearchPanel::search()
{
    const QString text = m_text->text().trimmed();
    if (text.isEmpty() || isSearching())
        return;
    m_hits.clear();
    m_progress = {};
    m_problem.clear();
    m_isComplete = m_wasStopped = false;
    m_searched = text;
    m_cancel = CancelToken();
    m_inbox = std::make_shared<Inbox>();
    const auto work = [inbox = m_inbox, cancel = m_cancel, filter = m_filter(), text,
                       actor = m_session.actor](storage::Connection &connection) {
        return log::searchPayloads(connection, filter, text, hitLimit, cancel,
                                   [&](const QList<log::PayloadHit> &hits, const log::PayloadSearchProgress &progress) {
                                       QList<log::PayloadHit> found = hits;
                                       for (log::PayloadHit &hit : found) {
                                           // What was sent is shown in the clear only by a reveal, which is on record.
                                           hit.excerpt = security::maskedText(hit.excerpt);
                                           QList<log::Record> record {hit.record};
                                           logqueries::maskFor(actor, record);
                                           hit.record = record.first();
                                       }
                                       const std::lock_guard lock(inbox->mutex);
                                       inbox->hits += found;
                                       inbox->progress = progress;
                                   });
    };
    m_activity = m_session.activity.start({{},
                                           [] { return tr("Search in the data sent and received"); },
                                           [panel = QPointer(this)] {
                                               if (panel)
                                                   panel->stop();
                                           },
                                           [panel = QPointer(this)] {
                                               if (panel)
                                                   Q_EMIT panel->openRequested();
                                           }});
    m_ticket = m_session.database.reads().read<log::PayloadSearchEnd>(
        this, work, [this](const Result<log::PayloadSearchEnd> &end) { finish(end); });
    m_collecting.start();
    retranslate();
}

void PayloadSearchPanel::stop()
{
    m_wasStopped = true;
    m_cancel.cancel();
}

void PayloadSearchPanel::collect()
{
    if (!m_inbox)
        return;
    QList<log::PayloadHit> hits;
    {
        const std::lock_guard lock(m_inbox->mutex);
        hits.swap(m_inbox->hits);
        m_progress = m_inbox->progress;
    }
    m_hits.append(hits);
    showProgress();
    m_session.activity.tell(m_activity, coveredText(), m_progress.items, m_progress.total);
}

void PayloadSearchPanel::finish(const Result<log::PayloadSearchEnd> &end)
{
    m_collecting.stop();
    collect();
    m_inbox.reset();
    using Outcome = Activity::Outcome;
    if (end) {
        m_progress = end->covered;
        m_isComplete = end->complete;
    } else {
        m_problem = end.error().message;
    }
    retranslate();
    m_session.activity.finish(m_activity,
                              !end           ? Outcome::Failed
                              : m_wasStopped ? Outcome::Cancelled
                                             : Outcome::Done,
                              end ? coveredText() : m_problem);
}

QString PayloadSearchPanel::coveredText() const
{
    const auto number = [](qint64 value) { return QLocale().toString(value); };
    const QString hits = tr("%n hit(s)", nullptr, int(m_progress.hits));
    QString covered = m_progress.total > 0
                          ? tr("%1 of %2 attempts searched").arg(number(m_progress.items), number(m_progress.total))
                          : tr("%1 attempts searched").arg(number(m_progress.items));
    if (m_progress.reachedBackTo.isValid())
        covered = tr("%1, back to %2").arg(covered, timeText(m_progress.reachedBackTo));
    return u"%1 · %2"_s.arg(hits, covered);
}

void PayloadSearchPanel::showProgress()
{
    m_bar->setVisible(isSearching());
    m_bar->setRange(0, m_progress.total > 0 ? 1000 : 0);
    if (m_progress.total > 0)
        m_bar->setValue(int(1000 * m_progress.items / m_progress.total));
    if (!m_problem.isEmpty())
        m_state->setText(tr("The search ended early. %1").arg(m_problem));
    else if (m_searched.isEmpty())
        m_state->setText(tr("Looks in what was sent and received for the records that the filters choose, newest "
                            "first. It may take minutes, and goes on while you work elsewhere."));
    else if (isSearching())
        m_state->setText(coveredText());
    else if (m_isComplete)
        m_state->setText(tr("Everything was searched. %1").arg(coveredText()));
    else if (m_wasStopped)
        m_state->setText(tr("Stopped; what is older was not searched. %1").arg(coveredText()));
    else
        m_state->setText(
            tr("So many hits that the search stopped; what is older was not searched. %1").arg(coveredText()));
}

void PayloadSearchPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PayloadSearchPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (event->key() == Qt::Key_Down)
        m_grid->setFocus(Qt::OtherFocusReason);
    else
        QWidget::keyPressEvent(event);
}

void PayloadSearchPanel::retranslate()
{
    m_title->setText(tr("Search the data sent and received"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the search of sent and received data"));
    m_text->setPlaceholderText(tr("Text in the data"));
    m_text->setAccessibleName(tr("Text in the data sent and received"));
    m_start->setText(isSearching() ? tr("Stop") : tr("Search"));
    m_grid->setAccessibleName(tr("Hits"));
    m_hits.retranslate();
    showProgress();
}

} // namespace ponte::ui
