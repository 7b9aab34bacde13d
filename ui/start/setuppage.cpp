// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/start/setuppage.h"

#include "ui/start/setuprow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHash>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

SetupPage::SetupPage(const Session &session, QWidget *parent)
    : Place(parent)
    , m_session(session)
    , m_pulse(std::chrono::milliseconds(500))
    , m_banner(new Banner(this))
    , m_linkBanner(new Banner(this))
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
    layout->addWidget(m_linkBanner);
    layout->addWidget(scroll, 1);
    connect(&m_pulse, &Pulse::due, this, &SetupPage::read);
    m_linkBanner->setObjectName(u"keptLink"_s);
    connect(m_linkBanner, &Banner::actionTriggered, this, [this] {
        m_linkBanner->clear();
        Q_EMIT placeRequested(u"monitor"_s, {});
    });
    showFindings();
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
    const auto work = [&session = m_session](storage::Connection &connection) -> Result<integration::Diagnosis> {
        integration::DiagnosisSources sources {
            session.database.address(), *session.secrets, session.connections, session.lookups, {}};
        for (const IntegrationView &integration : session.integrations)
            sources.integrations.append({integration.descriptor, integration.parameters});
        return integration::diagnose(connection, sources);
    };
    const auto show = [this](const Result<integration::Diagnosis> &diagnosis) {
        if (!diagnosis) {
            m_banner->tell(Banner::Kind::Error, diagnosis.error().message);
            return;
        }
        m_banner->clear();
        const bool isFirst = !m_diagnosis;
        m_diagnosis = *diagnosis;
        showFindings();
        if (isFirst)
            focusNext();
    };
    m_ticket = m_session.database.reads().read<integration::Diagnosis>(this, work, show);
}

void SetupPage::focusNext()
{
    for (SetupRow *row : std::as_const(m_rows)) {
        if (!row->isDone()) {
            row->focusAction();
            return;
        }
    }
}

SetupPage::Way SetupPage::wayOf(const integration::Finding &finding) const
{
    static const QHash<QString, QString> tabs {{u"rm"_s, u"connections"_s},
                                               {u"erp"_s, u"connections"_s},
                                               {u"networks"_s, u"companies"_s},
                                               {u"lists"_s, u"companies"_s},
                                               {u"api_clients"_s, u"clients"_s}};
    if (const QString tab = tabs.value(finding.check); !tab.isEmpty())
        return {u"administration"_s, tab};
    if (finding.check == "schedules"_L1)
        return {u"schedules"_s, {}};
    if (!finding.check.startsWith(u"parameters."_s))
        return {};
    const QString tabId = finding.check.section(u'.', 1);
    for (const IntegrationView &integration : m_session.integrations) {
        for (const parameters::Tab &tab : integration.descriptor.parameters.tabs) {
            if (tab.id == tabId)
                return {u"parameters.%1"_s.arg(integration.descriptor.id), tabId};
        }
    }
    return {};
}

void SetupPage::showFinding(SetupRow &row, const integration::Finding &finding)
{
    row.disconnect(this);
    QString action;
    if (finding.check == "database"_L1 && m_offersDatabases) {
        action = tr("Choose");
        connect(&row, &SetupRow::actionTriggered, this, &SetupPage::databasesRequested);
    } else if (const Way way = wayOf(finding); !way.placeId.isEmpty()) {
        action = finding.isDone ? tr("Look") : tr("Set up");
        connect(&row, &SetupRow::actionTriggered, this, [this, way] { Q_EMIT placeRequested(way.placeId, way.tab); });
    }
    row.show(finding.isDone, finding.title, finding.message, action);
}

void SetupPage::showFindings()
{
    m_heading->setText(!m_diagnosis || m_diagnosis->isComplete() ? title() : tr("First steps"));
    setAccessibleName(title());
    if (!m_diagnosis) {
        m_text->setText(tr("Reading…"));
        return;
    }
    m_text->setText(m_diagnosis->isComplete()
                        ? tr("All set: sales can come in.")
                        : tr("What Ponte needs before it takes sales, in the order in which it is best set up."));
    QList<integration::Finding> findings = m_diagnosis->findings;
    // A window that is open proves it.
    findings.removeIf([](const integration::Finding &finding) { return finding.check == "schema"_L1; });
    while (m_rows.size() < findings.size()) {
        m_rows.append(new SetupRow(this));
        m_rowLayout->insertWidget(int(m_rows.size()) - 1, m_rows.last());
    }
    for (qsizetype i = 0; i < findings.size(); ++i)
        showFinding(*m_rows.at(i), findings.at(i));
}

void SetupPage::keepLink(const QString &link)
{
    m_link = link;
    tellLink();
}

void SetupPage::tellLink()
{
    m_linkBanner->tell(Banner::Kind::Info,
                       tr("%1 is kept: its view has nothing to show before the first steps below are done, and waits "
                          "in the Log Monitor.")
                           .arg(m_link),
                       tr("Show the view"));
}

void SetupPage::offerDatabases()
{
    m_offersDatabases = true;
    showFindings();
}

void SetupPage::changeEvent(QEvent *event)
{
    // The findings come in the language in which they were read.
    if (event->type() == QEvent::LanguageChange) {
        showFindings();
        if (!m_linkBanner->isHidden())
            tellLink();
        read();
    }
    Place::changeEvent(event);
}

} // namespace ponte::ui
