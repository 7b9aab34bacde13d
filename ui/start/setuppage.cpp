// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/start/setuppage.h"

#include "ui/start/setuprow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

SetupPage::SetupPage(const Session &session, QWidget *parent)
    : Place(parent)
    , m_session(session)
    , m_pulse(std::chrono::milliseconds(500))
    , m_banner(new Banner(this))
    , m_heading(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_heading->setObjectName(u"setupHeading"_s);
    m_heading->setFont(fontOf(TextSize::Heading));
    m_text->setWordWrap(true);
    setMuted(m_text);
    auto *list = new QWidget(this);
    m_rowLayout = new QVBoxLayout(list);
    m_rowLayout->setContentsMargins(0, 0, 2 * gridUnit, 0);
    m_rowLayout->setSpacing(0);
    m_rowLayout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 5 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
    connect(&m_pulse, &Pulse::due, this, &SetupPage::read);
    showFacts();
}

SetupPage::~SetupPage()
{
    m_ticket.cancel();
}

QString SetupPage::id() const
{
    return u"setup"_s;
}

QString SetupPage::title() const
{
    return tr("Diagnosis");
}

QString SetupPage::iconName() const
{
    return u"checkmark"_s;
}

void SetupPage::enter()
{
    if (!m_isFollowing)
        m_pulse.follow(m_session.changes, std::chrono::seconds(5));
    m_isFollowing = true;
    read();
}

void SetupPage::read()
{
    m_ticket.cancel();
    const auto work = [&connections = m_session.connections, &lookups = m_session.lookups,
                       integrations = m_session.integrations](storage::Connection &connection) {
        return readSetupFacts(connection, connections, lookups, integrations);
    };
    m_ticket = m_session.database.reads().read<SetupFacts>(this, work, [this](const Result<SetupFacts> &facts) {
        if (!facts) {
            m_banner->tell(Banner::Kind::Error, facts.error().message);
            return;
        }
        m_banner->clear();
        const bool isFirst = !m_facts;
        m_facts = *facts;
        showFacts();
        if (!isFirst)
            return;
        // Enter leads to the next thing to do.
        for (SetupRow *row : std::as_const(m_rows)) {
            if (!row->isDone()) {
                row->focusAction();
                break;
            }
        }
    });
}

void SetupPage::showRow(bool isDone, const QString &title, const QString &detail, const QString &placeId,
                        const QString &tab)
{
    if (m_shown == m_rows.size()) {
        auto *row = new SetupRow(this);
        m_rowLayout->insertWidget(m_shown, row);
        m_rows.append(row);
    }
    SetupRow *row = m_rows.at(m_shown++);
    row->disconnect(this);
    connect(row, &SetupRow::actionTriggered, this, [this, placeId, tab] { Q_EMIT placeRequested(placeId, tab); });
    const QString action = placeId.isEmpty() ? QString() : isDone ? tr("Look") : tr("Set up");
    row->show(isDone, title, detail, action);
}

void SetupPage::showFacts()
{
    m_heading->setText(!m_facts || m_facts->isComplete() ? title() : tr("First steps"));
    setAccessibleName(title());
    if (!m_facts) {
        m_text->setText(tr("Reading…"));
        return;
    }
    m_text->setText(m_facts->isComplete()
                        ? tr("All set: sales can come in.")
                        : tr("What Ponte needs before it takes sales, in the order in which it is best set up."));
    m_shown = 0;
    const QString administration = u"administration"_s;
    showRow(true, tr("Database"),
            m_session.database.backend() == storage::Backend::Sqlite
                ? tr("Embedded: %1. For a team start with --database postgresql://…")
                      .arg(m_session.database.address().display())
                : m_session.database.address().display(),
            {}, {});
    showRow(m_facts->hasRm, tr("Connection to RM"), tr("Address, user and password, tested here."), administration,
            u"connections"_s);
    showRow(m_facts->hasErp, tr("Connection to the ERP"), tr("Address, user and password, tested here."),
            administration, u"connections"_s);
    showRow(m_facts->companies > 0, tr("Companies and networks"),
            m_facts->companies > 0 ? tr("%n company(ies) with a network.", nullptr, m_facts->companies)
                                   : tr("Say which companies are SENAI, IEL or SESI."),
            administration, u"companies"_s);
    showRow(m_facts->hasLists, tr("Lists of RM"),
            tr("Companies, levels, statuses and users, which the parameters choose from."), administration,
            u"companies"_s);
    showParameterRows();
    showRow(m_facts->apiClients > 0, tr("Client of the API"),
            tr("The user name and password with which the Broker sends sales."), administration, u"clients"_s);
    showRow(m_facts->workers > 0, tr("Worker"),
            tr("A program that works on sales: this one on an embedded database, else ponte-agent serve."), {}, {});
    for (int i = m_shown; i < m_rows.size(); ++i)
        m_rows.at(i)->hide();
}

void SetupPage::showParameterRows()
{
    for (const IntegrationView &integration : m_session.integrations) {
        for (const parameters::Tab &tab : integration.descriptor.parameters.tabs) {
            const QList<SetupFacts::Parameter> missing = m_facts->parameters.value(tab.id);
            showRow(missing.isEmpty(), tr("Parameters: %1").arg(QCoreApplication::translate("Parameters", tab.title)),
                    missingText(missing), u"parameters.%1"_s.arg(integration.descriptor.id), tab.id);
        }
    }
}

QString SetupPage::missingText(const QList<SetupFacts::Parameter> &parameters)
{
    QStringList texts;
    for (const SetupFacts::Parameter &parameter : parameters) {
        const QString label = QCoreApplication::translate("Parameters", parameter.label);
        QStringList companies;
        for (const qint64 company : parameter.companies)
            companies.append(QString::number(company));
        texts.append(companies.isEmpty() ? label : tr("%1 (company %2)").arg(label, companies.join(u", "_s)));
    }
    return texts.isEmpty() ? QString() : tr("Missing: %1").arg(texts.join(u"; "_s));
}

void SetupPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showFacts();
    Place::changeEvent(event);
}

} // namespace ponte::ui
