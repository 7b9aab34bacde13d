// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/integration/explanation.h"
#include "core/security/audit.h"
#include "core/security/savedviews.h"
#include "tests/ui/screenshots/sampledata.h"
#include "tests/ui/support/settle.h"
#include "ui/log/logmodel.h"
#include "ui/log/monitorpage.h"
#include "ui/reprocess/batchlist.h"
#include "ui/reprocess/reprocessdialog.h"
#include "ui/schedules/scheduledialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/place.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ponte;

namespace {

/// Draws every page of the console into a folder, from a database with made-up sales.
class Photographer final
{
public:
    Photographer(QApplication &application, QDir folder, QString suffix, QSize size)
        : m_folder(std::move(folder))
        , m_suffix(std::move(suffix))
        , m_size(size)
        , m_theme(application)
    {
        // The services' own clock is not ours to set.
        m_stage.clock().set(QDateTime::currentDateTimeUtc());
        testing::fillWithSales(m_stage);
        testing::fillWithSchedules(m_stage);
        m_stage.session().integrations.first().explanations = &m_explanations;
        m_stage.session().audit = &m_audit;
        m_stage.session().views = &m_views;
    }

    bool photographAll()
    {
        for (const QString &language : ui::Language::available()) {
            m_language.use(language);
            for (const ui::ColorScheme scheme : {ui::ColorScheme::Light, ui::ColorScheme::Dark}) {
                m_theme.setScheme(scheme);
                m_name = language + (scheme == ui::ColorScheme::Dark ? u"-dark"_s : QString()) + m_suffix;
                photographWindow();
                photographStates();
            }
        }
        return m_isGood;
    }

private:
    void photographWindow()
    {
        ui::MainWindow window(m_theme, m_language, m_stage.settings(), m_stage.questions(), m_stage.clock());
        prepare(window);
        window.offerDatabases(storage::DatabaseTrial({}), storage::Address::standard());
        window.openSession(m_stage.session());
        window.statusLine().setDatabase(u"sqlite:~/.local/share/ponte/ponte.db"_s);
        window.statusLine().setListening(u"127.0.0.1:8080"_s);
        window.goTo(u"monitor"_s);
        auto *grid = window.findChild<ui::Grid *>(u"logGrid"_s);
        wait([&] { return grid->model()->rowCount() > 0; });
        chooseActivation(window, *grid);
        save(window, u"console"_s);
        photographMonitor(window);
        window.goTo(u"overview"_s);
        auto *overview = window.findChild<ui::Grid *>(u"overviewGrid"_s);
        wait([&] { return overview->model()->rowCount() > 3; });
        save(window, u"overview"_s);
        photographParameters(window);
        photographSchedules(window);
        photographReports(window);
        photographReprocess(window);
        photographSettings(window);
    }

    void chooseActivation(ui::MainWindow &window, ui::Grid &grid)
    {
        for (int row = 0; row < grid.model()->rowCount(); ++row) {
            const log::Record *record = static_cast<ui::LogModel *>(grid.model())->recordAt(row);
            if (record && record->status == log::Status::Error && record->items > 1) {
                grid.setCurrentIndex(grid.model()->index(row, 0));
                break;
            }
        }
        auto *items = window.findChild<ui::Grid *>(u"itemGrid"_s);
        wait([&] { return items->currentIndex().isValid(); });
        auto *payloads = window.findChild<QTabWidget *>(u"payloadTabs"_s);
        wait([&] { return payloads->isVisible(); });
    }

    void photographMonitor(ui::MainWindow &window)
    {
        auto *monitor = window.findChild<ui::MonitorPage *>();
        auto *payloads = monitor->findChild<QTabWidget *>(u"payloadTabs"_s);
        for (int tab = 1, shown = 1; tab < payloads->count(); ++tab) {
            if (!payloads->isTabVisible(tab))
                continue;
            payloads->setCurrentIndex(tab);
            save(window, u"monitor-item-%1"_s.arg(++shown));
        }
        payloads->setCurrentIndex(0);
        monitor->findChild<QAction *>(u"showKeys"_s)->trigger();
        save(window, u"monitor-keys"_s);
        delete monitor->findChild<QWidget *>(u"keyCard"_s);
        monitor->findChild<QAction *>(u"searchPayloads"_s)->trigger();
        monitor->findChild<QLineEdit *>(u"payloadSearchText"_s)->setText(u"restrição"_s);
        monitor->findChild<QPushButton *>(u"payloadSearchStart"_s)->click();
        auto *hits = monitor->findChild<ui::Grid *>(u"payloadHits"_s);
        wait([&] { return hits->model()->rowCount() > 3; });
        save(window, u"monitor-search"_s);
        monitor->findChild<QAbstractButton *>(u"closePayloadSearch"_s)->click();
        auto *group = monitor->findChild<QAction *>(u"groupByError"_s);
        group->trigger();
        auto *signatures = monitor->findChild<ui::Grid *>(u"signatureGrid"_s);
        wait([&] { return signatures->model()->rowCount() > 1; });
        signatures->setCurrentIndex(signatures->model()->index(0, 0));
        save(window, u"monitor-groups"_s);
        group->trigger();
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        if (auto *search = window.findChild<QLineEdit *>(u"paletteSearch"_s)) {
            save(*search->window(), u"palette"_s);
            delete search->window();
        }
    }

    void photographSchedules(ui::MainWindow &window)
    {
        window.goTo(u"schedules"_s);
        auto *grid = window.findChild<ui::Grid *>(u"scheduleGrid"_s);
        wait([&] { return grid->model()->rowCount() > 2; });
        save(window, u"schedules"_s);
        window.findChild<QAction *>(u"addSchedule"_s)->trigger();
        auto *dialog = window.findChild<ui::ScheduleDialog *>();
        auto *kind = dialog->findChild<QComboBox *>(u"kind"_s);
        kind->setCurrentIndex(kind->findData(int(work::ScheduleRule::Kind::Weekdays)));
        wait([&] { return !dialog->findChild<QLabel *>(u"coverage"_s)->text().isEmpty(); });
        save(*dialog, u"schedule"_s);
        dialog->findChild<QComboBox *>(u"zone"_s)->setEditText(u"America/Sao Paulo"_s);
        save(*dialog, u"schedule-refused"_s);
        auto *job = dialog->findChild<QComboBox *>(u"job"_s);
        job->setCurrentIndex(job->count() - 1);
        dialog->findChild<QComboBox *>(u"zone"_s)->setEditText(u"America/Sao_Paulo"_s);
        dialog->findChild<QLineEdit *>(u"reportFolder"_s)->setText(u"/srv/relatorios"_s);
        dialog->findChild<QLineEdit *>(u"reportMail"_s)->setText(u"direcao@escola.example"_s);
        dialog->adjustSize();
        save(*dialog, u"schedule-report"_s);
        delete dialog;
    }

    void photographReports(ui::MainWindow &window)
    {
        const QTemporaryDir target;
        m_stage.settings().setValue(u"reports/folder"_s, target.path());
        window.goTo(u"reports"_s);
        auto *preview = window.findChild<ui::Grid *>(u"previewGrid"_s);
        wait([&] { return preview->model()->rowCount() > 0; });
        save(window, u"reports"_s);
        auto *tabs = window.findChild<QTabWidget *>(u"reportTabs"_s);
        tabs->setCurrentIndex(1);
        wait([&] { return tabs->currentWidget()->findChildren<QLabel *>().size() > 10; });
        save(window, u"reports-figures"_s);
        auto *file = window.findChild<QLineEdit *>(u"file"_s);
        auto *exports = window.findChild<ui::Grid *>(u"exportGrid"_s);
        for (const QString &name : {u"vendas.xlsx"_s, u"nenhuma/vendas.xlsx"_s}) {
            file->setText(target.filePath(name));
            window.findChild<QPushButton *>(u"export"_s)->click();
            wait([&] { return m_stage.activity().runningCount() == 0; });
        }
        wait([&] { return exports->model()->rowCount() > 1; });
        save(window, u"reports-exports"_s);
        m_stage.settings().remove(u"reports"_s);
    }

    void photographReprocess(ui::MainWindow &window)
    {
        window.goTo(u"monitor"_s);
        auto *monitor = window.findChild<ui::MonitorPage *>();
        auto *grid = window.findChild<ui::Grid *>(u"logGrid"_s);
        grid->clearSelection();
        window.findChild<QAction *>(u"reprocess"_s)->trigger();
        wait([&] { return window.findChild<ui::ReprocessDialog *>() != nullptr; });
        auto *dialog = window.findChild<ui::ReprocessDialog *>();
        auto *confirm = dialog->findChild<QPushButton *>(u"confirmPlan"_s);
        wait([&] { return confirm->isEnabled(); });
        save(*dialog, u"reprocess-plan"_s);
        confirm->click();
        wait([&] { return dialog->batchId() != 0; });
        auto *entries = dialog->findChild<ui::Grid *>(u"batchEntries"_s)->model();
        wait([&] { return entries->rowCount() > 5; });
        QList<LogRecordId> records;
        for (int row = 0; row < entries->rowCount(); ++row)
            records.append(LogRecordId(entries->index(row, 0).data().toLongLong()));
        const qint64 batch = dialog->batchId();
        for (int i = 0; i < 4; ++i)
            testing::settle(m_stage, batch, records.at(i), work::EntryState::Succeeded);
        testing::settle(m_stage, batch, records.at(4), work::EntryState::Failed, u"Cliente com restrição de crédito"_s);
        auto *remaining = dialog->findChild<QLabel *>(u"remaining"_s);
        wait([&] { return remaining->text() == QString::number(records.size() - 5); });
        save(*dialog, u"reprocess-running"_s);
        save(window, u"monitor-reprocess"_s);
        window.goTo(u"activity"_s);
        save(window, u"activity-reprocess"_s);
        for (qsizetype i = 5; i < records.size(); ++i)
            testing::settle(m_stage, batch, records.at(i), work::EntryState::Failed, u"O ERP não respondeu"_s);
        wait([&] { return remaining->text() == u"0"; });
        save(*dialog, u"reprocess-ended"_s);
        delete dialog;
        Q_EMIT monitor->batchesRequested();
        auto *list = window.findChild<ui::BatchListDialog *>();
        save(*list, u"reprocess-list"_s);
        delete list;
    }

    void photographSettings(ui::MainWindow &window)
    {
        window.goTo(u"administration"_s);
        auto *tabs = window.findChild<QTabWidget *>(u"administrationTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            save(window, u"administration-%1"_s.arg(tabs->currentWidget()->objectName()));
        }
        for (const QString &place : {u"setup"_s, u"help"_s, u"activity"_s}) {
            window.goTo(place, place == u"help" ? u"parameters"_s : QString());
            save(window, place);
        }
    }

    void photographParameters(ui::MainWindow &window)
    {
        window.goTo(u"parameters.lojaclick"_s);
        auto *tabs = window.findChild<QTabWidget *>(u"parameterTabs"_s);
        wait([&] { return tabs->isVisible(); });
        const QStringList names {u"parameters"_s, u"parameters-status"_s, u"parameters-general"_s};
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            if (auto *company = tabs->currentWidget()->findChild<QComboBox *>(u"company"_s)) {
                company->setCurrentIndex(1);
                Q_EMIT company->activated(1);
            }
            save(window, names.at(tab));
        }
        for (QAction *action : window.currentPlace()->actions()) {
            if (action->objectName() == u"history")
                action->trigger();
        }
        if (auto *history = window.findChild<ui::Grid *>(u"historyGrid"_s)) {
            wait([&] { return history->model()->rowCount() > 3; });
            save(*history->window(), u"parameters-history"_s);
            delete history->window();
        }
        auto *attempts =
            tabs->findChild<QWidget *>(u"lojaclick.resend.max_attempts"_s)->findChild<QLineEdit *>(u"editor"_s);
        attempts->setFocus();
        attempts->selectAll();
        QTest::keyClicks(attempts, u"0"_s);
        // The window need not be the active one here, and then no change of focus ends the editing.
        QTest::keyClick(attempts, Qt::Key_Return);
        save(window, u"parameters-refused"_s);
        m_stage.questions().next = ui::LeaveAnswer::Discard;
        window.goTo(u"overview"_s);
    }

    void photographStates()
    {
        ui::MainWindow window(m_theme, m_language, m_stage.settings(), m_stage.questions(), m_stage.clock());
        prepare(window);
        window.offerDatabases(storage::DatabaseTrial({}), storage::Address::standard());
        window.showFailure(
            {ErrorCode::DatabaseSchema,
             QCoreApplication::translate(
                 "Storage", "The database %1 was made by a newer Ponte: install that version on this machine too.")
                 .arg(u"/srv/ponte/ponte.db"_s)});
        save(window, u"database-error"_s);
        window.askDatabase(*storage::Address::parse(u"postgresql://maria@servidor.example:5432/ponte"_s),
                           QCoreApplication::translate("Storage", "The database %1 cannot be opened: %2")
                               .arg(u"postgresql://maria@servidor.example:5432/ponte"_s,
                                    u"connection to server at \"servidor.example\" failed: Connection timed out"_s));
        save(window, u"database"_s);
        window.askLogin(QString());
        save(window, u"login"_s);
        testing::Stage empty;
        window.openSession(empty.session());
        window.goTo(u"monitor"_s);
        auto *grid = window.findChild<ui::Grid *>(u"logGrid"_s);
        wait([&] { return static_cast<ui::LogModel *>(grid->model())->state() == ui::LogModel::State::Ready; });
        save(window, u"monitor-empty"_s);
        window.closeSession();
    }

    void prepare(ui::MainWindow &window) const
    {
        window.resize(m_size);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window, 2000);
    }

    void wait(const std::function<bool()> &ready)
    {
        if (!QTest::qWaitFor(ready, 10'000)) {
            std::fprintf(stderr, "ponte-screenshots: a page of %s did not get ready\n", qUtf8Printable(m_name));
            m_isGood = false;
        }
    }

    void save(QWidget &window, const QString &page)
    {
        // What was asked of the database meanwhile has to arrive; nothing tells when the last answer is there.
        QTest::qWait(200);
        const QString file = m_folder.filePath(u"%1-%2.png"_s.arg(page, m_name));
        if (!window.grab().save(file)) {
            std::fprintf(stderr, "ponte-screenshots: %s cannot be written\n", qUtf8Printable(file));
            m_isGood = false;
        }
        std::printf("%s\n", qUtf8Printable(file));
    }

    const QDir m_folder;
    const QString m_suffix;
    const QSize m_size;
    QString m_name;
    testing::Stage m_stage;
    const integration::Explanations m_explanations {m_stage.services().descriptor, m_stage.services().parameters};
    security::Audit m_audit {m_stage.services().database, m_stage.clock()};
    security::SavedViews m_views {m_stage.services().database, m_stage.clock()};
    ui::Theme m_theme;
    ui::Language m_language;
    bool m_isGood = true;
};

int photograph(int argc, char **argv, const QString &suffix, QSize size)
{
    QApplication application(argc, argv);
    QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath());
    if (!folder.mkpath(u"."_s)) {
        std::fprintf(stderr, "ponte-screenshots: the folder %s cannot be made\n", qUtf8Printable(folder.path()));
        return 1;
    }
    return Photographer(application, folder, suffix, size).photographAll() ? 0 : 1;
}

} // namespace

/// The scale of a screen is fixed when the program starts, so `--double` is a run of its own. `--wide` shows the pages
/// on a screen of 1920x1080.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool isDouble = argc > 2 && qstrcmp(argv[2], "--double") == 0;
    if (isDouble)
        qputenv("QT_SCALE_FACTOR", "2");
    if (argc > 2 && qstrcmp(argv[2], "--wide") == 0)
        return photograph(argc, argv, u"-wide"_s, {1920, 1080});
    return photograph(argc, argv, isDouble ? u"@2x"_s : QString(), {1280, 800});
}
