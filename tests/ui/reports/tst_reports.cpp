// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/columns.h"
#include "core/security/savedviews.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/support/names.h"
#include "tests/ui/support/stage.h"
#include "ui/reports/reportspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/statepage.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QtTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;

class UrlCatcher final : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

class ReportsTest final : public QObject
{
    Q_OBJECT

private:
    struct Bench {
        test::TestDatabase home;
        Stage stage;
        ui::Directory directory;
        ui::Context context;
        QTemporaryDir folder;
        std::unique_ptr<ui::ReportsPage> page;

        explicit Bench(const QString &backend, const security::Actor &actor = security::Actor::owner(u"gestora"_s))
            : home(backend, false)
            , stage(home.address())
            , directory(stage.session())
        {
            setUsualLookups(stage);
            stage.settings().setValue(u"reports/folder"_s, folder.path());
            stage.settings().setValue(u"reports/format"_s, u"csv"_s);
            stage.session().actor = actor;
            context.set(CompanyId(3), {});
        }
        void open()
        {
            page.reset();
            const auto readView = [](const QString &content) {
                log::Filter filter;
                filter.company = CompanyId(3);
                filter.origin = QJsonDocument::fromJson(content.toUtf8())["origin"_L1].toString();
                return std::optional(filter);
            };
            page = std::make_unique<ui::ReportsPage>(stage.session(), context, directory, stage.settings(),
                                                     stage.questions(), readView);
            page->resize(1120, 700);
            page->show();
            page->enter();
        }
        template<class T>
        [[nodiscard]] T *find(const QString &name) const
        {
            return page->findChild<T *>(name);
        }
        [[nodiscard]] QAbstractItemModel &preview() const { return *find<ui::Grid>(u"previewGrid"_s)->model(); }
        [[nodiscard]] QAbstractItemModel &exports() const { return *find<ui::Grid>(u"exportGrid"_s)->model(); }
        [[nodiscard]] QString exported(int row, int column) const
        {
            return exports().index(row, column).data().toString();
        }
        [[nodiscard]] QString file(const QString &name) const { return folder.filePath(name); }
        void choose(const QString &box, const QString &data) const
        {
            auto *combo = find<QComboBox>(box);
            combo->setCurrentIndex(combo->findData(data));
        }
        void exportTo(const QString &path) const
        {
            find<QLineEdit>(u"file"_s)->setText(path);
            find<QPushButton>(u"export"_s)->click();
        }
        [[nodiscard]] ui::Banner &banner() const
        {
            return *page->findChild<ui::Banner *>(QString(), Qt::FindDirectChildrenOnly);
        }
        void addThree()
        {
            stage.add({.origin = u"V-1"_s, .keyValues = u"3;00878180;77;LC1"_s, .message = u"ok"_s});
            stage.add({.origin = u"V-2"_s,
                       .status = log::Status::Error,
                       .keyValues = u"=2;00878181;77;LC2"_s,
                       .message = u"CPF 390.533.447-05 recusado"_s});
            stage.add({.origin = u"V-3"_s,
                       .status = log::Status::Pending,
                       .keyValues = u"3;\"São\";77;LC3"_s,
                       .message = u"ERP calado"_s});
        }
    };

    static QString backend()
    {
        QFETCH_GLOBAL(QString, backend);
        return backend;
    }

    static QList<QByteArray> linesOf(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> lines = file.readAll().split('\n');
        for (QByteArray &line : lines)
            line = line.trimmed();
        if (!lines.isEmpty() && lines.last().isEmpty())
            lines.removeLast();
        return lines;
    }

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void thePreviewIsTheFile()
    {
        Bench bench(backend());
        bench.addThree();
        bench.open();
        QTRY_COMPARE(bench.preview().rowCount(), 3);
        bench.find<QCheckBox>(u"byteOrderMark"_s)->setChecked(false);
        bench.exportTo(bench.file(u"vendas.csv"_s));
        QTRY_VERIFY(QFile::exists(bench.file(u"vendas.csv.receipt.json"_s)));
        const QList<QByteArray> lines = linesOf(bench.file(u"vendas.csv"_s));
        QCOMPARE(lines.size(), 4);
        for (int row = -1; row < 3; ++row) {
            QStringList cells;
            for (int column = 0; column < bench.preview().columnCount(); ++column) {
                QString cell = row < 0 ? bench.preview().headerData(column, Qt::Horizontal).toString()
                                       : bench.preview().index(row, column).data().toString();
                if (cell.contains(u';') || cell.contains(u'"'))
                    cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
                cells.append(cell);
            }
            QCOMPARE(QString::fromUtf8(lines.at(row + 1)), cells.join(u';'));
        }
        QVERIFY(lines.at(2).contains("'=2;00878181"));
    }

    void theReceiptStandsInTheList()
    {
        Bench bench(backend());
        bench.addThree();
        bench.open();
        bench.exportTo(bench.file(u"vendas.csv"_s));
        QTRY_COMPARE(bench.exported(0, 2), u"Done"_s);
        QCOMPARE(bench.exported(0, 0), u"vendas.csv"_s);
        QCOMPARE(bench.exported(0, 3), u"3"_s);
        QFile file(bench.file(u"vendas.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString hash =
            QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex());
        QCOMPARE(bench.exported(0, 4), hash);
        bench.find<QAction>(u"copyExportHash"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), hash);
        UrlCatcher catcher;
        QDesktopServices::setUrlHandler(u"file"_s, &catcher, "open");
        bench.find<QAction>(u"openExport"_s)->trigger();
        bench.find<QAction>(u"openExportFolder"_s)->trigger();
        bench.banner().findChild<QPushButton *>()->click();
        QDesktopServices::unsetUrlHandler(u"file"_s);
        QCOMPARE(catcher.opened,
                 (QList<QUrl> {QUrl::fromLocalFile(file.fileName()), QUrl::fromLocalFile(bench.folder.path()),
                               QUrl::fromLocalFile(file.fileName())}));
        QCOMPARE(bench.stage.activity().entries().first().outcome, ui::Activity::Outcome::Done);
        // Another window, another day: the list is still known, and says that the file is gone.
        QVERIFY(QFile::remove(file.fileName()));
        bench.open();
        QCOMPARE(bench.exported(0, 0), u"vendas.csv"_s);
        QTRY_COMPARE(bench.exported(0, 2), u"Done; the file is no longer there"_s);
        QVERIFY(!bench.find<QAction>(u"openExport"_s)->isEnabled());
    }

    void columnsAreChosenAndOrdered()
    {
        Bench bench(backend());
        bench.addThree();
        bench.open();
        QTRY_COMPARE(bench.preview().columnCount(), 8);
        auto *list = bench.find<QListWidget>(u"columnList"_s);
        for (int row = 1; row < 8; ++row)
            list->item(row)->setCheckState(Qt::Unchecked);
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toInt() == int(reports::Column::Origin)) {
                list->item(row)->setCheckState(Qt::Checked);
                list->setCurrentRow(row);
            }
        }
        while (list->currentRow() > 0)
            QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(bench.preview().columnCount(), 2);
        QCOMPARE(bench.preview().headerData(0, Qt::Horizontal).toString(), u"Origem"_s);
        QCOMPARE(bench.preview().index(0, 0).data().toString(), u"V-3"_s);
        bench.choose(u"language"_s, u"en"_s);
        QTRY_COMPARE(bench.preview().headerData(0, Qt::Horizontal).toString(), u"Origin"_s);
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(Qt::Unchecked);
        QVERIFY(bench.find<QLabel>(u"refusal-columns"_s)->isVisible());
        QVERIFY(!bench.find<QPushButton>(u"export"_s)->isEnabled());
        bench.find<QToolButton>(u"standardColumns"_s)->click();
        QTRY_COMPARE(bench.preview().columnCount(), 8);
        QVERIFY(bench.find<QPushButton>(u"export"_s)->isEnabled());
    }

    void whatCannotBeWrittenIsToldBesideTheFile()
    {
        Bench bench(backend());
        bench.addThree();
        bench.open();
        auto *refusal = bench.find<QLabel>(u"refusal-file"_s);
        bench.exportTo({});
        QVERIFY(refusal->isVisible());
        bench.exportTo(u"vendas.csv"_s);
        QVERIFY(refusal->isVisible());
        bench.exportTo(bench.file(u"nenhuma/vendas.csv"_s));
        QTRY_COMPARE(bench.exports().rowCount(), 1);
        QTRY_VERIFY(refusal->isVisible());
        QVERIFY2(refusal->text().contains(u"vendas.csv"), qUtf8Printable(refusal->text()));
        QVERIFY(bench.exported(0, 2).startsWith(u"Failed: "));
        // The file that failed is there to be corrected.
        QCOMPARE(bench.find<QLineEdit>(u"file"_s)->text(), bench.file(u"nenhuma/vendas.csv"_s));
        QVERIFY(QDir(bench.folder.path()).mkdir(u"nenhuma"_s));
        bench.find<QPushButton>(u"export"_s)->click();
        QTRY_COMPARE(bench.exported(0, 2), u"Done"_s);
        QVERIFY(!refusal->isVisible());
    }

    void aFolderWithoutRightIsToldToo()
    {
        if (::geteuid() == 0)
            QVERIFY2(QFileInfo(u"/proc"_s).exists(), "no folder that even root may not write to");
        Bench bench(backend());
        bench.addThree();
        bench.open();
        // Nobody may make files in there, root neither.
        bench.exportTo(u"/proc/vendas.csv"_s);
        QTRY_VERIFY(bench.find<QLabel>(u"refusal-file"_s)->isVisible());
        QVERIFY(!bench.find<QLabel>(u"refusal-file"_s)->text().isEmpty());
    }

    void aFullDiskLeavesNothing()
    {
        Bench bench(backend());
        bench.addThree();
        bench.open();
        bench.exportTo(u"/dev/full"_s);
        QTRY_VERIFY(bench.find<QLabel>(u"refusal-file"_s)->isVisible());
    }

    void severalAtOnceAndOneStopped()
    {
        Bench bench(backend());
        bench.stage.addMany(3000, {.origin = {}, .message = u"ok"_s});
        bench.open();
        QTRY_COMPARE(bench.preview().rowCount(), 50);
        QVERIFY(bench.find<QLabel>(u"previewText"_s)->text().contains(u"3,000"));
        for (int i = 0; i < 3; ++i)
            bench.exportTo(bench.file(u"vendas-%1.csv"_s.arg(i)));
        QCOMPARE(bench.exports().rowCount(), 3);
        // Those behind wait for a thread or work already; either is stopped.
        const int job = bench.stage.activity().entries().first().id;
        bench.stage.activity().cancel(job);
        const auto ended = [&] { return bench.stage.activity().runningCount() == 0; };
        QTRY_VERIFY(ended());
        const QString third = bench.exported(0, 2);
        QVERIFY2(third.startsWith(u"Cancelled") || third == u"Done", qUtf8Printable(third));
        QCOMPARE(QFile::exists(bench.file(u"vendas-2.csv"_s)), third == u"Done"_s);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(linesOf(bench.file(u"vendas-%1.csv"_s.arg(i))).size(), 3001);
        const QStringList left =
            QDir(bench.folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(left.size(), third == u"Done"_s ? 6 : 4);
    }

    void leavingStopsWhatRuns()
    {
        Bench bench(backend());
        bench.stage.addMany(3000, {.origin = {}, .message = u"ok"_s});
        bench.open();
        bench.exportTo(bench.file(u"vendas.xlsx"_s));
        bench.page.reset();
        const QStringList left =
            QDir(bench.folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        // Whole or not at all.
        QVERIFY2(left.isEmpty() || left.size() == 2, qUtf8Printable(left.join(u' ')));
    }

    void theMonitorsFilterAndSavedViewsAreOffered()
    {
        Bench bench(backend());
        bench.addThree();
        security::SavedViews views(bench.stage.services().database, bench.stage.clock());
        const auto kept = views.save(bench.stage.session().actor, {.name = u"Só a V-1"_s,
                                                                   .place = u"log"_s,
                                                                   .content = u"{\"origin\":\"V-1\"}"_s,
                                                                   .owner = {},
                                                                   .sharedWith = {},
                                                                   .changedAt = {}});
        QVERIFY2(kept, kept ? "" : qUtf8Printable(kept.error().message));
        bench.stage.session().views = &views;
        bench.open();
        auto *source = bench.find<QComboBox>(u"source"_s);
        QTRY_COMPARE(source->count(), 2);
        source->setCurrentIndex(1);
        QTRY_COMPARE(bench.preview().rowCount(), 1);
        QCOMPARE(bench.preview().index(0, 2).data().toString(), u"3;00878180;77;LC1"_s);
        log::Filter filter;
        filter.company = CompanyId(3);
        filter.statuses = {log::Status::Pending};
        bench.page->useFilter(filter);
        QCOMPARE(source->currentText(), u"What the monitor shows"_s);
        QVERIFY2(bench.find<QLabel>(u"filterText"_s)->text().contains(u"Pendente"),
                 qUtf8Printable(bench.find<QLabel>(u"filterText"_s)->text()));
        QTRY_COMPARE(bench.preview().index(0, 3).data().toString(), u"Pendente"_s);
        QCOMPARE(bench.preview().rowCount(), 1);
    }

    void theFiguresAreThoseOfTheChoice()
    {
        Bench bench(backend());
        bench.addThree();
        bench.open();
        bench.page->showTab(u"figures"_s);
        const auto texts = [&] {
            QStringList found;
            const auto labels = bench.find<QTabWidget>(u"reportTabs"_s)->currentWidget()->findChildren<QLabel *>();
            for (const QLabel *label : labels)
                found.append(label->text());
            return found;
        };
        QTRY_VERIFY2(texts().contains(u"Records"_s),
                     qUtf8Printable(bench.find<ui::StatePage>(u"figuresState"_s)->text()));
        QCOMPARE(texts().value(texts().indexOf(u"Records"_s) - 1), u"3"_s);
        QVERIFY(texts().join(u' ').contains(u"What fails most"));
        QVERIFY(!texts().join(u' ').contains(u"390.533"));
    }

    void personalDataNeedsTheRight()
    {
        const QList<security::Permission> some {{security::Action::ViewLog, {}}, {security::Action::ExportReports, {}}};
        Bench bench(backend(), security::Actor::person(u"ana"_s, some));
        bench.addThree();
        bench.open();
        QTRY_COMPARE(bench.preview().rowCount(), 3);
        QVERIFY(!bench.find<QCheckBox>(u"personal"_s)->isEnabled());
    }

    void withoutTheRightNothingIsShown()
    {
        Bench bench(backend(), security::Actor::person(u"ana"_s, {{security::Action::ViewLog, {}},
                                                                  {security::Action::ExportReports, CompanyId(2)}}));
        bench.addThree();
        bench.open();
        auto *state = bench.find<ui::StatePage>(u"previewState"_s);
        QTRY_COMPARE(state->title(), u"There is no preview"_s);
        QVERIFY(!state->text().isEmpty());
        QCOMPARE(bench.preview().rowCount(), 0);
    }

    void nothingToExportSaysSo()
    {
        Bench bench(backend());
        bench.open();
        auto *state = bench.find<ui::StatePage>(u"previewState"_s);
        QTRY_COMPARE(state->title(), u"Nothing to export"_s);
        bench.page->showTab(u"exports"_s);
        QVERIFY(!bench.find<QAction>(u"openExport"_s)->isEnabled());
    }

    void theFileIsAskedFor()
    {
        Bench bench(backend());
        bench.open();
        const QString proposed = bench.find<QLineEdit>(u"file"_s)->text();
        QCOMPARE(QFileInfo(proposed).absolutePath(), bench.folder.path());
        QVERIFY2(proposed.endsWith(u"2026-11-22-1403.csv"), qUtf8Printable(proposed));
        bench.choose(u"format"_s, u"pdf"_s);
        QVERIFY(bench.find<QLineEdit>(u"file"_s)->text().endsWith(u"1403.pdf"));
        QVERIFY(!bench.find<QComboBox>(u"separator"_s)->isVisible());
        bench.stage.questions().file = bench.file(u"outra.pdf"_s);
        bench.find<QPushButton>(u"browse"_s)->click();
        QCOMPARE(bench.find<QLineEdit>(u"file"_s)->text(), bench.file(u"outra.pdf"_s));
    }

    void everyControlHasANameInEachLanguage()
    {
        Bench bench(backend());
        bench.addThree();
        bench.open();
        QTRY_COMPARE(bench.preview().rowCount(), 3);
        bench.exportTo(bench.file(u"vendas.csv"_s));
        QTRY_COMPARE(bench.stage.activity().runningCount(), 0);
        ui::Language language;
        for (const QString &code : ui::Language::available()) {
            language.use(code);
            for (const QString &tab : {u"preview"_s, u"figures"_s, u"exports"_s}) {
                bench.page->showTab(tab);
                QCOMPARE(testing::namelessControls(*bench.page), QString());
                QCOMPARE(testing::doubledMnemonics(*bench.page), QString());
            }
        }
    }
};

QTEST_MAIN(ReportsTest)
#include "tst_reports.moc"
