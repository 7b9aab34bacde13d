// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/explanationview.h"

#include "ui/widgets/session.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

using ExplanationKind = integration::ExplanationLine::Kind;

QString headingOf(ExplanationKind kind)
{
    switch (kind) {
    case ExplanationKind::Done:
        return ExplanationView::tr("Done");
    case ExplanationKind::Failure:
        return ExplanationView::tr("Why it failed");
    case ExplanationKind::Waiting:
        return ExplanationView::tr("Why it waits");
    case ExplanationKind::Next:
        return ExplanationView::tr("What comes next");
    case ExplanationKind::Cancelled:
        return ExplanationView::tr("Why it was cancelled");
    case ExplanationKind::Excluded:
        return ExplanationView::tr("Why reprocessing leaves it out");
    case ExplanationKind::Advice:
        return ExplanationView::tr("What to do");
    }
    return {};
}

QString explanationIcon(ExplanationKind kind)
{
    switch (kind) {
    case ExplanationKind::Done:
        return u"dialog-ok-apply"_s;
    case ExplanationKind::Failure:
        return u"dialog-error"_s;
    case ExplanationKind::Waiting:
        return u"chronometer"_s;
    case ExplanationKind::Next:
        return u"go-next"_s;
    case ExplanationKind::Cancelled:
        return u"dialog-cancel"_s;
    case ExplanationKind::Excluded:
        return u"view-filter"_s;
    case ExplanationKind::Advice:
        return u"help-contextual"_s;
    }
    return {};
}

} // namespace

ExplanationView::ExplanationView(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(m_stack))
    , m_scroll(new QScrollArea(m_stack))
    , m_sameError(new QPushButton(this))
    , m_parameters(new QPushButton(this))
    , m_bundle(new QPushButton(this))
{
    m_scroll->setObjectName(u"explanation"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_statePage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    setupActions(layout);
    setFocusProxy(m_scroll);
    connect(m_statePage, &StatePage::actionTriggered, this, [this] {
        m_isStale = true;
        readIfSeen();
    });
    retranslate();
    clear();
}

ExplanationView::~ExplanationView()
{
    m_ticket.cancel();
}

void ExplanationView::setupActions(QVBoxLayout *layout)
{
    m_sameError->setObjectName(u"sameError"_s);
    m_parameters->setObjectName(u"openParameters"_s);
    m_bundle->setObjectName(u"reproductionBundle"_s);
    m_sameError->setIcon(themeIcon(u"view-filter"_s));
    m_parameters->setIcon(themeIcon(u"configure"_s));
    m_bundle->setIcon(themeIcon(u"document-export"_s));
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    actions->setSpacing(gridUnit);
    actions->addWidget(m_sameError);
    actions->addWidget(m_parameters);
    actions->addStretch(1);
    actions->addWidget(m_bundle);
    layout->addLayout(actions);
    connect(m_sameError, &QPushButton::clicked, this, &ExplanationView::sameErrorRequested);
    connect(m_parameters, &QPushButton::clicked, this, &ExplanationView::parametersRequested);
    connect(m_bundle, &QPushButton::clicked, this, &ExplanationView::bundleRequested);
}

void ExplanationView::setRecord(const log::Record &record)
{
    const bool isOther = !m_record || m_record->id != record.id;
    m_record = record;
    m_isStale = true;
    if (isOther) {
        m_ticket.cancel();
        m_lines.clear();
        m_statePage->show(u"view-refresh"_s, tr("Reading…"), {});
        m_stack->setCurrentWidget(m_statePage);
    }
    showActions();
    readIfSeen();
}

void ExplanationView::clear()
{
    m_ticket.cancel();
    m_record.reset();
    m_lines.clear();
    m_statePage->show({}, {}, tr("Choose a record to see why it is as it is."));
    m_stack->setCurrentWidget(m_statePage);
    showActions();
}

void ExplanationView::showActions()
{
    m_sameError->setEnabled(m_record && !m_record->signature.isEmpty());
    m_parameters->setEnabled(m_record.has_value());
    m_bundle->setEnabled(m_record && m_record->items > 0);
}

void ExplanationView::readIfSeen()
{
    if (!m_record || !m_isStale || !isVisible())
        return;
    m_isStale = false;
    m_ticket.cancel();
    const IntegrationView *integration = nullptr;
    for (const IntegrationView &view : m_session.integrations) {
        if (view.descriptor.id == m_record->key.integration)
            integration = &view;
    }
    if (!integration || !integration->explanations) {
        m_statePage->show({}, {}, tr("This program cannot explain records of this integration."));
        m_stack->setCurrentWidget(m_statePage);
        return;
    }
    using Lines = QList<integration::ExplanationLine>;
    const auto work = [explanations = integration->explanations, record = *m_record, now = m_session.clock.now(),
                       zone = displayZone()](storage::Connection &connection) {
        return explanations->explain(connection, record, now, zone);
    };
    m_ticket = m_session.database.reads().read<Lines>(this, work, [this](const Result<Lines> &lines) {
        if (lines) {
            showLines(*lines);
            return;
        }
        m_statePage->show(u"dialog-error"_s, tr("The reasons could not be read"), lines.error().message,
                          tr("Try again"));
        m_stack->setCurrentWidget(m_statePage);
    });
}

void ExplanationView::showLines(const QList<integration::ExplanationLine> &lines)
{
    if (m_sentences && lines == m_lines) {
        m_stack->setCurrentWidget(m_scroll);
        return;
    }
    m_lines = lines;
    m_sentences = new QWidget(m_scroll);
    auto *grid = new QGridLayout(m_sentences);
    grid->setContentsMargins(3 * gridUnit, 3 * gridUnit, 3 * gridUnit, 3 * gridUnit);
    grid->setHorizontalSpacing(2 * gridUnit);
    grid->setVerticalSpacing(gridUnit);
    grid->setColumnStretch(1, 1);
    int row = 0;
    std::optional<ExplanationKind> last;
    for (const integration::ExplanationLine &line : lines) {
        if (last != line.kind) {
            if (last)
                grid->setRowMinimumHeight(row++, gridUnit);
            auto *icon = new QLabel(m_sentences);
            icon->setPixmap(themeIcon(explanationIcon(line.kind)).pixmap(16, 16));
            auto *heading = new QLabel(headingOf(line.kind), m_sentences);
            heading->setFont(fontOf(TextSize::Small));
            setMuted(heading);
            grid->addWidget(icon, row, 0, Qt::AlignVCenter);
            grid->addWidget(heading, row++, 1);
            last = line.kind;
        }
        auto *sentence = new QLabel(m_sentences);
        sentence->setTextFormat(Qt::PlainText);
        sentence->setText(line.text);
        sentence->setWordWrap(true);
        // It wraps at the panel's width instead of widening the panel's content.
        sentence->setMinimumWidth(1);
        sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        grid->addWidget(sentence, row++, 1);
    }
    grid->setRowStretch(row, 1);
    m_sentences->setBackgroundRole(QPalette::Base);
    m_scroll->setWidget(m_sentences);
    m_scroll->setAccessibleDescription(text());
    m_stack->setCurrentWidget(m_scroll);
}

QString ExplanationView::text() const
{
    QStringList sentences;
    for (const integration::ExplanationLine &line : m_lines)
        sentences.append(line.text);
    return sentences.join(u'\n');
}

void ExplanationView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readIfSeen();
}

void ExplanationView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ExplanationView::retranslate()
{
    m_scroll->setAccessibleName(tr("Why?"));
    m_sameError->setText(tr("Others with this error"));
    m_parameters->setText(tr("Parameters…"));
    m_bundle->setText(tr("Reproduction bundle…"));
    m_bundle->setToolTip(tr("A zip with the masked request, the answer, times, versions and hashes, for whoever looks "
                            "after the other system"));
    m_isStale = true;
    if (m_record)
        readIfSeen();
    else
        clear();
}

} // namespace ponte::ui
