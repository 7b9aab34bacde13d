// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/reportspage.h"

#include "core/reports/readmoment.h"
#include "core/reports/summary.h"
#include "core/security/savedviews.h"
#include "ui/reports/exportspanel.h"
#include "ui/reports/figurespanel.h"
#include "ui/reports/previewpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto typingPause = std::chrono::milliseconds(300);
constexpr int formWidth = 400;

} // namespace

ReportsPage::ReportsPage(const Session &session, Context &context, const Directory &directory, QSettings &settings,
                         Questions &questions, ViewReader viewReader, QWidget *parent)
    : Place(parent)
    , m_session(session)
    , m_context(context)
    , m_directory(directory)
    , m_readView(std::move(viewReader))
    , m_exports(session, settings)
    , m_heading(new QLabel(this))
    , m_banner(new Banner(this))
    , m_form(new ReportForm(session, settings, questions, this))
    , m_tabs(new QTabWidget(this))
    , m_preview(new PreviewPanel(this))
    , m_figures(new FiguresPanel(this))
    , m_exportsPanel(new ExportsPanel(m_exports, this))
{
    setupLayout();
    m_settled.setSingleShot(true);
    m_settled.setInterval(typingPause);
    connect(&m_settled, &QTimer::timeout, this, &ReportsPage::readAgain);
    connect(m_form, &ReportForm::edited, this, [this] {
        m_areFiguresOld = true;
        m_settled.start();
    });
    connect(m_form, &ReportForm::exportRequested, this, &ReportsPage::startExport);
    connect(m_preview, &PreviewPanel::retryRequested, this, &ReportsPage::readAgain);
    connect(m_figures, &FiguresPanel::retryRequested, this, &ReportsPage::readAgain);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ReportsPage::readAgain);
    connect(&m_context, &Context::changed, this, &ReportsPage::offerSources);
    connect(&m_directory, &Directory::changed, this, &ReportsPage::offerSources);
    connect(&m_exports, &ReportExports::ended, this, &ReportsPage::handleEnded);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        for (const Export &each : m_exports.all()) {
            if (each.id == m_doneExport)
                QDesktopServices::openUrl(QUrl::fromLocalFile(each.file));
        }
    });
    retranslate();
    offerSources();
}

ReportsPage::~ReportsPage()
{
    m_viewTicket.cancel();
    m_previewCancel.cancel();
    m_previewTicket.cancel();
    m_figuresTicket.cancel();
    // What shows the exports goes before them.
    delete m_exportsPanel;
}

void ReportsPage::setupLayout()
{
    m_heading->setFont(fontOf(TextSize::Heading));
    m_tabs->setObjectName(u"reportTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_preview, QString());
    m_tabs->addTab(m_figures, QString());
    m_tabs->addTab(m_exportsPanel, QString());
    m_form->setFixedWidth(formWidth);
    auto *body = new QHBoxLayout;
    body->setSpacing(6 * gridUnit);
    body->addWidget(m_form);
    body->addWidget(m_tabs, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 5 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_heading);
    layout->addWidget(m_banner);
    layout->addLayout(body, 1);
}

QString ReportsPage::id() const
{
    return u"reports"_s;
}

QString ReportsPage::title() const
{
    return tr("Reports");
}

QString ReportsPage::iconName() const
{
    return u"document-export"_s;
}

void ReportsPage::enter()
{
    m_isFront = true;
    readViews();
    m_exports.look();
    m_areFiguresOld = true;
    readAgain();
}

void ReportsPage::leave()
{
    m_isFront = false;
}

void ReportsPage::refresh()
{
    enter();
}

void ReportsPage::showTab(const QString &name)
{
    const QStringList names {u"preview"_s, u"figures"_s, u"exports"_s};
    m_tabs->setCurrentIndex(qMax(0, int(names.indexOf(name))));
}

void ReportsPage::useFilter(const log::Filter &filter)
{
    m_monitorFilter = filter;
    offerSources();
    m_form->chooseSource(tr("What the monitor shows"));
    m_tabs->setCurrentWidget(m_preview);
}

QString ReportsPage::everything() const
{
    if (!m_context.company())
        return tr("The whole log");
    const QString company = m_directory.companyText(*m_context.company());
    return m_context.level()
               ? tr("All of %1, %2").arg(company, m_directory.levelText(*m_context.company(), *m_context.level()))
               : tr("All of %1").arg(company);
}

void ReportsPage::readViews()
{
    if (!m_session.views)
        return;
    const auto work = [actor = m_session.actor](storage::Connection &connection) {
        return security::SavedViews::list(actor, connection, u"log"_s);
    };
    m_viewTicket = m_session.database.reads().read<QList<security::SavedView>>(
        this, work, [this](const Result<QList<security::SavedView>> &views) {
            // Without them the rest of the page still works.
            m_views = views.value_or(QList<security::SavedView>());
            offerSources();
        });
}

void ReportsPage::offerSources()
{
    QList<ReportSource> sources;
    if (m_monitorFilter)
        sources.append({tr("What the monitor shows"), {}, *m_monitorFilter});
    log::Filter all;
    all.company = m_context.company();
    all.level = m_context.level();
    sources.append({everything(), {}, all});
    for (const security::SavedView &view : std::as_const(m_views)) {
        if (std::optional<log::Filter> filter = m_readView ? m_readView(view.content) : std::nullopt)
            sources.append({tr("View: %1").arg(view.name), view.name, *filter});
    }
    m_form->setSources(sources);
}

void ReportsPage::readAgain()
{
    m_settled.stop();
    if (!m_isFront)
        return;
    if (m_tabs->currentWidget() == m_preview)
        readPreview();
    else if (m_tabs->currentWidget() == m_figures && m_areFiguresOld)
        readFigures();
}

void ReportsPage::readPreview()
{
    const auto order = m_form->content();
    m_previewCancel.cancel();
    m_previewTicket.cancel();
    // What is wrong stands beside its field; the last preview stays meanwhile.
    if (!order)
        return;
    m_preview->showReading();
    m_previewCancel = CancelToken();
    const auto work = [order = *order, actor = m_session.actor, &descriptor = m_form->descriptor(),
                       &clock = m_session.clock, cancel = m_previewCancel](storage::Connection &connection) {
        return previewOf(connection, descriptor, clock, actor, order, cancel);
    };
    m_previewTicket = m_session.database.reads().read<ReportPreview>(
        this, work, [this](const Result<ReportPreview> &preview) { m_preview->show(preview); });
}

void ReportsPage::readFigures()
{
    const auto order = m_form->content();
    m_figuresTicket.cancel();
    if (!order)
        return;
    m_areFiguresOld = false;
    m_figures->showReading();
    const auto work = [order = *order, actor = m_session.actor, &descriptor = m_form->descriptor(),
                       now = m_session.clock.now()](storage::Connection &connection) -> Result<reports::Summary> {
        const Result<> allowed = actor.require(security::Action::ExportReports, order.filter.company);
        if (!allowed)
            return tl::unexpected(allowed.error());
        reports::ReadMoment moment(connection);
        if (const Result<> begun = moment.begin(); !begun)
            return tl::unexpected(begun.error());
        return reports::summarize(connection, descriptor, order.filter, order.zone, now);
    };
    m_figuresTicket = m_session.database.reads().read<reports::Summary>(
        this, work, [this, language = order->language](const Result<reports::Summary> &summary) {
            if (summary)
                m_figures->show(*summary, m_form->descriptor(), language);
            else
                m_figures->showFailure(summary.error());
            m_areFiguresOld = !summary;
        });
}

void ReportsPage::startExport()
{
    const auto order = m_form->order();
    if (!order) {
        m_form->showRefusal(order.error().field, order.error().message);
        return;
    }
    m_form->showRefusal({}, {});
    m_banner->clear();
    m_doneExport = 0;
    m_exports.start(m_form->descriptor(), *order, [this] {
        showTab(u"exports"_s);
        Q_EMIT frontRequested();
    });
    m_form->proposeFile();
    m_tabs->setCurrentWidget(m_exportsPanel);
}

void ReportsPage::handleEnded(const Export &report, const Error &error)
{
    const QString name = QFileInfo(report.file).fileName();
    if (report.state == Export::State::Done) {
        m_doneExport = report.id;
        m_banner->tell(Banner::Kind::Info, tr("%1 is done: %2 rows.").arg(name, QLocale().toString(report.rows)),
                       tr("Open"));
        return;
    }
    if (report.state == Export::State::Cancelled)
        return;
    // The next try should be of the same file, once its cause is gone.
    m_form->setFile(report.file);
    m_form->showRefusal(error.code == ErrorCode::Usage || error.code == ErrorCode::Internal ? u"file"_s : u"source"_s,
                        error.message);
    m_doneExport = 0;
    m_banner->tell(Banner::Kind::Error, tr("%1 was not exported. %2").arg(name, error.message));
}

void ReportsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Place::changeEvent(event);
}

void ReportsPage::retranslate()
{
    setAccessibleName(title());
    m_heading->setText(title());
    m_tabs->setTabText(0, tr("Preview"));
    m_tabs->setTabText(1, tr("Figures"));
    m_tabs->setTabText(2, tr("Exports"));
    m_tabs->setAccessibleName(tr("Views of the report"));
    offerSources();
}

} // namespace ponte::ui
