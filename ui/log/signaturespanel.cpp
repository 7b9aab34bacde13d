// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/signaturespanel.h"

#include "ui/log/sparkline.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/session.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tsv.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

SignaturesPanel::SignaturesPanel(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_directory(new Directory(session, this))
    , m_model([this](CompanyId company) { return m_directory->companyText(company); })
    , m_stack(new QStackedWidget(this))
    , m_grid(new Grid(m_stack))
    , m_statePage(new StatePage(m_stack))
    , m_foot(new QWidget(this))
    , m_text(new QLabel(m_foot))
    , m_chance(new QLabel(m_foot))
    , m_open(new QPushButton(m_foot))
    , m_reprocess(new QPushButton(m_foot))
{
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_statePage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    layout->addWidget(m_stack, 1);
    setupGrid();
    setupFoot(layout);
    setFocusProxy(m_grid);
    connect(m_statePage, &StatePage::actionTriggered, this, &SignaturesPanel::refresh);
    connect(m_directory, &Directory::changed, this, [this] { m_model.retranslate(); });
    retranslate();
}

SignaturesPanel::~SignaturesPanel()
{
    m_ticket.cancel();
    // The view goes before the model it shows.
    delete m_grid;
}

void SignaturesPanel::setupGrid()
{
    m_grid->setObjectName(u"signatureGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setItemDelegateForColumn(SignatureModel::Trend, new SparklineDelegate(m_grid));
    m_grid->setColumnWidths({84, 320, 132, 120, 126, 150, 150});
    m_grid->setGrowingColumn(SignatureModel::Text);
    m_grid->installEventFilter(this);
    connect(m_grid, &Grid::escaped, this, &SignaturesPanel::escaped);
    connect(m_grid, &Grid::rowOpened, this, &SignaturesPanel::open);
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QApplication::clipboard()->setText(tsvOf(m_model, rows)); });
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SignaturesPanel::showChosen);
}

void SignaturesPanel::setupFoot(QVBoxLayout *layout)
{
    m_text->setObjectName(u"signatureText"_s);
    m_chance->setObjectName(u"signatureChance"_s);
    for (QLabel *label : {m_text, m_chance}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    setMuted(m_chance);
    m_open->setObjectName(u"openSignature"_s);
    m_open->setIcon(themeIcon(u"view-filter"_s));
    m_reprocess->setObjectName(u"reprocessSignature"_s);
    m_reprocess->setIcon(themeIcon(u"view-refresh"_s));
    auto *words = new QVBoxLayout;
    words->setSpacing(gridUnit);
    words->addWidget(m_text);
    words->addWidget(m_chance);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    foot->setSpacing(2 * gridUnit);
    foot->addLayout(words, 1);
    foot->addWidget(m_open, 0, Qt::AlignTop);
    foot->addWidget(m_reprocess, 0, Qt::AlignTop);
    layout->addWidget(m_foot);
    connect(m_open, &QPushButton::clicked, this, &SignaturesPanel::open);
    connect(m_reprocess, &QPushButton::clicked, this, &SignaturesPanel::planReprocess);
}

void SignaturesPanel::setFilter(const log::Filter &filter)
{
    if (m_wasRead && filter == m_filter)
        return;
    m_filter = filter;
    m_isStale = true;
    readIfSeen();
}

void SignaturesPanel::refresh()
{
    m_isStale = true;
    readIfSeen();
}

void SignaturesPanel::readIfSeen()
{
    if (!m_isStale || !isVisible())
        return;
    m_isStale = false;
    m_ticket.cancel();
    if (!m_wasRead)
        showState(u"view-refresh"_s, tr("Grouping the errors…"), {});
    using Groups = QList<log::SignatureStatistics>;
    const auto work = [filter = m_filter, now = m_session.clock.now()](storage::Connection &connection) {
        return log::signatureStatistics(connection, filter, now);
    };
    m_ticket = m_session.database.reads().read<Groups>(this, work, [this](const Result<Groups> &groups) {
        m_wasRead = groups.has_value();
        if (groups)
            showGroups(*groups);
        else
            showState(u"dialog-error"_s, tr("The errors could not be grouped"), groups.error().message,
                      tr("Try again"));
    });
}

void SignaturesPanel::showGroups(const QList<log::SignatureStatistics> &groups)
{
    const log::SignatureStatistics *chosen = m_model.groupAt(m_grid->currentIndex().row());
    const QString kept = chosen ? chosen->id : QString();
    m_model.setGroups(groups);
    if (groups.isEmpty()) {
        showState(u"dialog-ok-apply"_s, tr("No error here"),
                  tr("None of the records that the filter finds stands at an error."));
        return;
    }
    m_grid->setCurrentIndex(m_model.index(qMax(0, m_model.rowOf(kept)), 0));
    m_stack->setCurrentWidget(m_grid);
    showChosen();
}

void SignaturesPanel::showState(const QString &icon, const QString &title, const QString &text, const QString &action)
{
    m_statePage->show(icon, title, text, action);
    m_stack->setCurrentWidget(m_statePage);
    m_foot->hide();
}

void SignaturesPanel::showChosen()
{
    const log::SignatureStatistics *group = m_model.groupAt(m_grid->currentIndex().row());
    m_foot->setVisible(group != nullptr);
    if (!group)
        return;
    m_text->setText(group->text);
    m_chance->setText(SignatureModel::chanceSentence(*group));
    const Result<> allowed = m_session.actor.require(security::Action::Reprocess, m_filter.company);
    m_reprocess->setEnabled(allowed.has_value());
    m_reprocess->setToolTip(allowed ? QString() : allowed.error().message);
}

std::optional<log::Filter> SignaturesPanel::chosenFilter() const
{
    const log::SignatureStatistics *group = m_model.groupAt(m_grid->currentIndex().row());
    if (!group)
        return {};
    log::Filter filter = m_filter;
    filter.signature = group->id;
    return filter;
}

void SignaturesPanel::open()
{
    if (const std::optional<log::Filter> filter = chosenFilter())
        Q_EMIT filterRequested(*filter);
}

void SignaturesPanel::planReprocess()
{
    const std::optional<log::Filter> filter = chosenFilter();
    if (filter && m_reprocess->isEnabled())
        Q_EMIT reprocessRequested(*filter);
}

bool SignaturesPanel::eventFilter(QObject *watched, QEvent *event)
{
    const auto isR = [event] {
        const auto *key = static_cast<QKeyEvent *>(event);
        return key->key() == Qt::Key_R && key->modifiers() == Qt::NoModifier;
    };
    // The page's own R means the records chosen there.
    if (watched == m_grid && event->type() == QEvent::ShortcutOverride && isR()) {
        event->accept();
        return true;
    }
    if (watched == m_grid && event->type() == QEvent::KeyPress && isR()) {
        planReprocess();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SignaturesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_directory->refresh();
    readIfSeen();
}

void SignaturesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignaturesPanel::retranslate()
{
    m_model.retranslate();
    m_grid->setAccessibleName(tr("Errors by cause"));
    m_open->setText(tr("Show these records"));
    m_open->setToolTip(tr("Enter"));
    m_reprocess->setText(tr("Reprocess these…"));
    showChosen();
    refresh();
}

} // namespace ponte::ui
