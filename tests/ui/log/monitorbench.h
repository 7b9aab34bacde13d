// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/security/savedviews.h"
#include "core/work/outbox.h"
#include "tests/ui/support/stage.h"
#include "ui/log/codeview.h"
#include "ui/log/monitorpage.h"
#include "ui/log/periodbutton.h"
#include "ui/log/viewdialog.h"
#include "ui/log/viewsbutton.h"
#include "ui/widgets/checkmenu.h"
#include "ui/widgets/context.h"
#include "ui/widgets/grid.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QtTest>

namespace ponte::testing {

using namespace Qt::StringLiterals;

/// A monitor over a database of its own.
struct MonitorBench {
    Stage stage;
    security::SavedViews views {stage.services().database, stage.clock()};
    ui::Context context;
    std::unique_ptr<ui::MonitorPage> page;

    explicit MonitorBench(const std::function<void(Stage &)> &fill = {})
    {
        if (fill)
            fill(stage);
        stage.session().views = &views;
        open();
    }
    void make()
    {
        page.reset();
        page = std::make_unique<ui::MonitorPage>(stage.session(), context, stage.settings());
        page->resize(1100, 700);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    }
    /// As a program does that is started: with what the last one left behind.
    void open()
    {
        make();
        page->enter();
        QTRY_COMPARE(model().state(), ui::LogModel::State::Ready);
        QTRY_VERIFY(model().counts().has_value());
    }
    [[nodiscard]] ui::Grid &grid() const { return *page->findChild<ui::Grid *>(u"logGrid"_s); }
    [[nodiscard]] ui::Grid &items() const { return *page->findChild<ui::Grid *>(u"itemGrid"_s); }
    [[nodiscard]] ui::LogModel &model() const { return *static_cast<ui::LogModel *>(grid().model()); }
    [[nodiscard]] QString text(const QString &name) const { return page->findChild<QLabel *>(name)->text(); }
    [[nodiscard]] QString code(const QString &name) const
    {
        return page->findChild<ui::CodeView *>(name)->toPlainText();
    }
    void tick(const QString &menu, const QString &choice) const
    {
        for (QAction *action : page->findChild<ui::CheckMenu *>(menu)->menu()->actions()) {
            if (action->data().toString() == choice)
                action->trigger();
        }
    }
    /// A notice of the outbox that needs a person.
    void addNotice(const QString &origin)
    {
        const auto added = stage.services().database.writer().write<void>(
            "test.notice", [&](storage::Connection &connection) -> Result<> {
                work::OutboxEntry entry;
                entry.integration = u"lojaclick"_s;
                entry.kind = u"broker_notice"_s;
                entry.cause = u"3-"_s + origin;
                entry.company = CompanyId(3);
                entry.origin = origin;
                if (const Result<> queued = work::enqueue(connection, entry, stage.clock().now()); !queued)
                    return queued;
                const auto stuck = connection.queryText(u"UPDATE outbox SET state = 'needs_person'"_s);
                return stuck ? Result<>() : tl::unexpected(stuck.error());
            });
        QVERIFY2(added, qUtf8Printable(added ? QString() : added.error().message));
    }
    [[nodiscard]] QString noticeState(const QString &origin)
    {
        const auto connection = stage.services().database.reads().here();
        const auto rows =
            (*connection)->queryText(u"SELECT state FROM outbox WHERE origin = :origin"_s, {{u":origin"_s, origin}});
        return rows && !rows->isEmpty() ? rows->first().text(u"state") : QString();
    }
    void choose(const QString &period, ui::Period::Kind kind) const
    {
        for (QAction *action : page->findChild<ui::PeriodButton *>(period)->menu()->actions()) {
            if (action->data().toInt() == int(kind))
                action->trigger();
        }
    }
    [[nodiscard]] QAction *viewAction(const QString &name) const
    {
        auto *button = page->findChild<ui::ViewsButton *>();
        Q_EMIT button->menu()->aboutToShow();
        return button->menu()->findChild<QAction *>(name);
    }
    void saveViewAs(const QString &name, bool opensFirst) const
    {
        viewAction(u"saveViewAs"_s)->trigger();
        auto *dialog = page->findChild<ui::ViewDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"viewName"_s)->setText(name);
        dialog->findChild<QCheckBox *>(u"viewDefault"_s)->setChecked(opensFirst);
        const QPointer<ui::ViewDialog> watched(dialog);
        dialog->findChild<QPushButton *>(u"viewSave"_s)->click();
        QTRY_VERIFY(!watched);
    }
    void type(const QString &text) const
    {
        auto *box = page->findChild<QLineEdit *>(u"searchBox"_s);
        box->setFocus();
        box->setText(text);
    }
};

/// Two sales of company 3, one of 2 and one of 4: a success, two errors and one that waits.
inline void fillMixed(Stage &stage)
{
    stage.add({u"V-1"_s, u"guardian"_s, log::Status::Success, 3, 1, u"3;000123"_s});
    stage.add({u"V-1"_s,
               u"contract_activation"_s,
               log::Status::Error,
               3,
               1,
               u"3;00878180;77;LC1"_s,
               u"Cliente com restrição de crédito"_s,
               {u"{\"ra\":\"00878180\"}"_s, u"{\"code\":\"FIN-2041\"}"_s, {}}});
    stage.add(
        {u"V-2"_s, u"contract_activation"_s, log::Status::Pending, 2, 1, u"2;00454311;81;LC2"_s, u"Sem resposta"_s});
    stage.add({u"V-3"_s, u"guardian"_s, log::Status::Error, 4, 1, u"4;11144477735"_s, u"CPF inválido"_s});
}

} // namespace ponte::testing
