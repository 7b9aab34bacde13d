// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/parameterspage.h"

#include "ui/parameters/parameteractions.h"
#include "ui/parameters/parametertab.h"
#include "ui/parameters/scopebar.h"
#include "ui/widgets/answer.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/connectiontest.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ParametersPage::ParametersPage(const Session &session, const IntegrationView &integration, Context &context,
                               const Directory &directory, Questions &questions, QWidget *parent)
    : Place(parent)
    , m_session(session)
    , m_integration(integration)
    , m_context(context)
    , m_directory(directory)
    , m_questions(questions)
    , m_lookups(session)
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_tabs(new QTabWidget(this))
    , m_actions(new ParameterActions(session, integration, questions,
                                     session.actor.require(security::Action::ManageParameters).has_value(), this))
    , m_summary(new QLabel(this))
    , m_touched(new QLabel(this))
    , m_undo(new QPushButton(this))
    , m_save(new QPushButton(this))
{
    m_mayEdit = session.actor.require(security::Action::ManageParameters).has_value();
    setupTabs(directory);
    setupActions();
    setupFooter();
    setupLayout();
    chooseOwnCompany();
    connect(&m_context, &Context::changed, this, &ParametersPage::followContext);
    connect(m_statePage, &StatePage::actionTriggered, this, &ParametersPage::refresh);
    connect(m_banner, &Banner::actionTriggered, this, [this] { save(); });
    connect(&m_pulse, &Pulse::due, this, [this](const QSet<QString> &topics) {
        if (topics.isEmpty() || topics.contains(u"parameters"_s))
            read();
        if (topics.isEmpty() || topics.contains(u"lookups"_s))
            m_lookups.refresh();
    });
    retranslate();
}

ParametersPage::~ParametersPage()
{
    m_ticket.cancel();
    m_impactTicket.cancel();
}

void ParametersPage::setupTabs(const Directory &directory)
{
    m_tabs->setObjectName(u"parameterTabs"_s);
    m_tabs->setDocumentMode(true);
    const parameters::Schema &schema = m_integration.descriptor.parameters;
    for (const parameters::Tab &tab : schema.tabs) {
        auto *page = new ParameterTab(tab, schema, m_draft, m_lookups, directory, m_session.clock, m_tabs);
        page->setReadOnly(!m_mayEdit);
        connect(page, &ParameterTab::edited, this, &ParametersPage::showFooter);
        m_tabs->addTab(page, QString());
        m_pages.append(page);
        if (!tab.connection.isEmpty())
            setupTest(*page);
    }
    followContext();
}

void ParametersPage::setupActions()
{
    m_tabs->setCornerWidget(m_actions->button());
    connect(m_actions, &ParameterActions::textsProposed, this, &ParametersPage::propose);
    connect(m_actions, &ParameterActions::told, this, [this](bool isProblem, const QString &text) {
        m_banner->tell(isProblem ? Banner::Kind::Error : Banner::Kind::Info, text);
    });
}

void ParametersPage::setupTest(ParameterTab &tab)
{
    // The systems have names of their own, which no language changes.
    QString name = tab.tab().connection;
    name[0] = name.at(0).toUpper();
    auto *test = new ConnectionTest(m_session, name, &tab);
    test->setTrial([this, &tab] { return trialOf(tab); });
    connect(&tab, &ParameterTab::edited, test, &ConnectionTest::clear);
    connect(test, &ConnectionTest::secretNeeded, this, [this, &tab] { revealSecret(tab); });
    tab.addBelow(test);
}

std::optional<parameters::ConnectionTrial> ParametersPage::trialOf(const ParameterTab &tab) const
{
    parameters::ConnectionTrial trial {tab.tab().connection};
    for (const Draft::Field &field : m_draft.changedFields()) {
        const parameters::Definition *definition = m_integration.descriptor.parameters.find(field.key);
        if (!tab.hasField(field) || m_draft.text(field).isEmpty())
            continue;
        if (!tab.refusal(field).isEmpty()) {
            tabOf(field)->reveal(field);
            return {};
        }
        if (definition->kind == parameters::ValueKind::Url)
            trial.url = QUrl(m_draft.text(field));
        else if (definition->kind == parameters::ValueKind::Secret)
            trial.secret = m_draft.text(field);
    }
    return trial;
}

void ParametersPage::revealSecret(ParameterTab &tab)
{
    for (const parameters::Definition &definition : m_integration.descriptor.parameters.definitions) {
        const Draft::Field field {definition.key, parameters::Scope::global()};
        if (definition.kind == parameters::ValueKind::Secret && tab.hasField(field)) {
            tab.reveal(field);
            return;
        }
    }
}

void ParametersPage::propose(const QList<parameters::Change> &changes)
{
    for (const parameters::Change &change : changes)
        m_draft.setText({change.key, change.scope}, change.value);
    showAll();
    if (changes.isEmpty())
        return;
    const Draft::Field first {changes.first().key, changes.first().scope};
    if (ParameterTab *page = tabOf(first)) {
        m_tabs->setCurrentWidget(page);
        page->reveal(first);
    }
}

void ParametersPage::setupFooter()
{
    setMuted(m_touched);
    m_touched->setObjectName(u"touched"_s);
    m_touched->setWordWrap(true);
    m_impactPause.setSingleShot(true);
    m_impactPause.setInterval(std::chrono::milliseconds(250));
    connect(&m_impactPause, &QTimer::timeout, this, &ParametersPage::readImpact);
    setMuted(m_summary);
    m_summary->setObjectName(u"summary"_s);
    m_save->setObjectName(u"save"_s);
    m_save->setIcon({});
    m_save->setProperty(primaryProperty, true);
    m_save->setMinimumWidth(104);
    m_undo->setObjectName(u"undo"_s);
    m_undo->setMinimumWidth(104);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_undo, &QPushButton::clicked, this, &ParametersPage::discard);
    auto *shortcut = new QShortcut(QKeySequence::Save, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this] { save(); });
}

void ParametersPage::setupLayout()
{
    auto *form = new QWidget(this);
    auto *formLayout = new QVBoxLayout(form);
    formLayout->setContentsMargins(0, 0, 0, 0);
    formLayout->setSpacing(2 * gridUnit);
    formLayout->addWidget(m_tabs, 1);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(2 * gridUnit);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_summary);
    texts->addWidget(m_touched);
    footer->addLayout(texts, 1);
    footer->addWidget(m_undo);
    footer->addWidget(m_save);
    formLayout->addLayout(footer);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 3 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
}

QString ParametersPage::id() const
{
    return u"parameters.%1"_s.arg(m_integration.descriptor.id);
}

QString ParametersPage::title() const
{
    return tr("Parameters");
}

QString ParametersPage::iconName() const
{
    return u"configure"_s;
}

void ParametersPage::enter()
{
    if (!m_wasRead) {
        m_pulse.follow(m_session.changes, std::chrono::seconds(30));
        read();
    }
}

void ParametersPage::refresh()
{
    read();
    m_lookups.refresh();
}

void ParametersPage::showTab(const QString &name)
{
    for (ParameterTab *page : std::as_const(m_pages)) {
        if (page->objectName() == name)
            m_tabs->setCurrentWidget(page);
    }
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void ParametersPage::read(bool afterConflict)
{
    m_ticket.cancel();
    const auto work = [&parameters = m_integration.parameters](storage::Connection &connection) {
        return parameters.list(connection);
    };
    m_ticket = m_session.database.reads().read<QList<parameters::Value>>(
        this, work, [this, afterConflict](const Result<QList<parameters::Value>> &values) {
            m_readError = values ? std::nullopt : std::optional(values.error());
            if (values)
                useValues(*values, afterConflict);
            showAll();
        });
}

void ParametersPage::useValues(const QList<parameters::Value> &values, bool afterConflict)
{
    m_wasRead = true;
    m_readAt = m_session.clock.now();
    m_draft.setStored(values);
    if (afterConflict)
        tellConflict();
    Q_EMIT dataTimeChanged();
}

void ParametersPage::tellConflict()
{
    QStringList labels;
    for (const Draft::Field &field : m_draft.changedFields()) {
        if (m_draft.isOvertaken(field))
            labels.append(u"%1 (%2)"_s.arg(labelOf(field), m_draft.stored(field).changedBy));
    }
    m_banner->tell(Banner::Kind::Warning,
                   tr("Nothing was saved: someone else changed the same meanwhile: %1. What you typed is still here; "
                      "saving again replaces the other's values.")
                       .arg(labels.join(u", "_s)),
                   tr("Save anyway"));
    for (ParameterTab *page : std::as_const(m_pages))
        page->showDraft();
    m_draft.acceptOvertaken();
}

void ParametersPage::showAll()
{
    if (!m_wasRead) {
        if (m_readError)
            m_statePage->show(u"dialog-error"_s, tr("The parameters could not be read"), m_readError->message,
                              tr("Try again"));
        else
            m_statePage->show(u"view-refresh"_s, tr("Reading the parameters…"), {});
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    for (ParameterTab *page : std::as_const(m_pages))
        page->showDraft();
    showFooter();
}

void ParametersPage::showFooter()
{
    const int changes = int(m_draft.changedFields().size());
    m_save->setEnabled(m_mayEdit && changes > 0 && !m_isSaving);
    m_undo->setEnabled(changes > 0 && !m_isSaving);
    if (!m_mayEdit)
        m_summary->setText(tr("You may look at the parameters, but not change them."));
    else if (m_isSaving)
        m_summary->setText(tr("Saving…"));
    else
        m_summary->setText(changes > 0 ? tr("%n change(s) not saved", nullptr, changes) : tr("Everything is saved"));
    if (changes == 0) {
        m_impact.reset();
        m_impactPause.stop();
        m_impactTicket.cancel();
    } else if (!m_isSaving) {
        m_impactPause.start();
    }
    m_touched->setVisible(m_impact.has_value());
    if (m_impact) {
        const QString waiting = QLocale().toString(m_impact->waiting.value);
        m_touched->setText(tr("Touches from the next attempt on: %1 record(s) in error or pending, %2 schedule(s).")
                               .arg(m_impact->waiting.isExact ? waiting : tr("more than %1").arg(waiting))
                               .arg(m_impact->schedules));
    }
    for (int i = 0; i < m_pages.size(); ++i) {
        const auto fields = m_draft.changedFields();
        const bool changed = std::any_of(fields.begin(), fields.end(),
                                         [&](const Draft::Field &field) { return m_pages.at(i)->hasField(field); });
        const QString title = QCoreApplication::translate("Parameters", m_pages.at(i)->tab().title);
        m_tabs->setTabText(i, changed ? title + u" •"_s : title);
        m_pages.at(i)->setAccessibleName(title);
    }
}

void ParametersPage::readImpact()
{
    m_impactTicket.cancel();
    const auto work = [&descriptor = m_integration.descriptor, fields = m_draft.changedFields()](
                          storage::Connection &connection) { return ui::readImpact(connection, descriptor, fields); };
    m_impactTicket = m_session.database.reads().read<Impact>(this, work, [this](const Result<Impact> &impact) {
        m_impact = impact && m_draft.isChanged() ? std::optional(*impact) : std::nullopt;
        showFooter();
        m_impactPause.stop();
    });
}

void ParametersPage::save(std::function<void(bool)> then)
{
    const auto answer = [&then](bool saved) {
        if (then)
            then(saved);
    };
    if (m_isSaving || !m_draft.isChanged()) {
        answer(!m_isSaving);
        return;
    }
    for (const Draft::Field &field : m_draft.changedFields()) {
        ParameterTab *page = tabOf(field);
        if (!page || page->refusal(field).isEmpty())
            continue;
        m_tabs->setCurrentWidget(page);
        page->reveal(field);
        answer(false);
        return;
    }
    m_isSaving = true;
    m_banner->clear();
    showFooter();
    m_integration.parameters.applyLater(
        m_session.actor, m_draft.changes(),
        answerTo<Result<>>(this,
                           [this, then = std::move(then)](const Result<> &result) { handleSaved(result, then); }));
}

void ParametersPage::handleSaved(const Result<> &result, const std::function<void(bool)> &then)
{
    m_isSaving = false;
    if (result) {
        m_draft.discard();
        read();
    } else if (result.error().code == ErrorCode::Conflict) {
        read(true);
    } else {
        m_banner->tell(Banner::Kind::Error, tr("Nothing was saved. %1").arg(result.error().message), tr("Try again"));
        for (const Draft::Field &field : m_draft.changedFields()) {
            ParameterTab *page = tabOf(field);
            if (page && field.key == result.error().field) {
                m_tabs->setCurrentWidget(page);
                page->reveal(field);
            }
        }
    }
    showFooter();
    if (then)
        then(result.has_value());
}

void ParametersPage::discard()
{
    m_draft.discard();
    m_banner->clear();
    showAll();
}

void ParametersPage::requestLeave(const std::function<void(bool)> &answer)
{
    if (!m_draft.isChanged()) {
        answer(true);
        return;
    }
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_questions.askUnsaved(this, tr("The parameters have changes that are not saved."),
                           [this, answer](LeaveAnswer chosen) {
                               m_isAsking = false;
                               if (chosen == LeaveAnswer::Save) {
                                   save(answer);
                                   return;
                               }
                               if (chosen == LeaveAnswer::Discard)
                                   discard();
                               answer(chosen == LeaveAnswer::Discard);
                           });
}

ParameterTab *ParametersPage::tabOf(const Draft::Field &field) const
{
    for (ParameterTab *page : m_pages) {
        if (page->hasField(field))
            return page;
    }
    return nullptr;
}

QString ParametersPage::labelOf(const Draft::Field &field) const
{
    const parameters::Definition *definition = m_integration.descriptor.parameters.find(field.key);
    return definition ? QCoreApplication::translate("Parameters", definition->label) : field.key;
}

void ParametersPage::chooseOwnCompany()
{
    const auto own =
        m_context.company() ? m_context.company() : m_session.actor.onlyCompany(security::Action::ViewParameters);
    if (!own)
        return;
    for (ParameterTab *page : std::as_const(m_pages))
        page->scopeBar().choose(own, m_context.level());
}

void ParametersPage::followContext()
{
    for (ParameterTab *page : std::as_const(m_pages))
        page->scopeBar().choose(m_context.company(), m_context.level());
}

void ParametersPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Place::changeEvent(event);
}

void ParametersPage::retranslate()
{
    setAccessibleName(title());
    m_tabs->setAccessibleName(tr("Parameters"));
    m_save->setText(tr("&Save"));
    m_undo->setText(tr("&Undo"));
    m_actions->retranslate();
    showAll();
    showFooter();
}

} // namespace ponte::ui
