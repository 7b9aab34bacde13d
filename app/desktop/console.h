// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/desktop/backstage.h"
#include "app/desktop/options.h"
#include "app/engine/outsidedesk.h"
#include "core/integration/explanation.h"
#include "core/integration/reprocess.h"
#include "core/security/audit.h"
#include "core/security/savedviews.h"
#include "core/storage/database.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/activity.h"
#include "ui/widgets/language.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/session.h"
#include "ui/widgets/theme.h"

#include <QProcess>
#include <QSettings>
#include <QTimer>

#include <memory>
#include <optional>

namespace ponte::desktop {

/// The composition root: makes everything, in an order in which it can also go.
class Console final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Console)

public:
    Console(QApplication &application, Options options);
    ~Console() override;

    /// Shows the window at once; the database is opened after the first paint.
    void start();
    /// 0, or 5 where the database could not be opened.
    [[nodiscard]] int exitStatus() const;

private:
    void startSandbox();
    void openDatabase();
    void openOther(const storage::Address &address);
    void handleOpened();
    void handleFailed(const Error &error);
    void watchEngine();

    const Options m_options;
    SystemClock m_clock;
    QSettings m_settings;
    storage::Address m_database;
    ui::Theme m_theme;
    ui::Language m_language;
    ui::MessageBoxes m_questions;
    ui::Activity m_activity;
    Backstage m_backstage;
    std::unique_ptr<storage::ChangeFeed> m_changes;
    std::unique_ptr<integration::ReprocessService> m_reprocess;
    std::unique_ptr<parameters::OutsideDesk> m_outside;
    std::unique_ptr<security::ApiClients> m_apiClients;
    std::unique_ptr<integration::Explanations> m_explanations;
    std::unique_ptr<security::Audit> m_audit;
    std::unique_ptr<security::SavedViews> m_views;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
    QTimer m_paintPatience;
    QProcess m_sandbox;
    std::optional<Error> m_failure;
    bool m_isOpening = false;
    bool m_wasLinkOpened = false;
    bool m_isChosen = false; ///< the database was chosen in this window and is to be remembered once it opens
};

} // namespace ponte::desktop
