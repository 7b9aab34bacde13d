// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/engine/engine.h"
#include "app/engine/outsidedesk.h"
#include "core/integration/reprocess.h"
#include "core/log/logwriter.h"
#include "core/storage/database.h"
#include "ui/widgets/activity.h"
#include "ui/widgets/language.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/session.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace ponte::testing {

class FixedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now = QDateTime({2026, 11, 22}, {17, 3, 22}, Qt::UTC);
};

/// Answers what the program asks, and remembers that it asked.
class PreparedAnswers final : public ui::Questions
{
public:
    void askUnsaved(QWidget *parent, const QString &text, std::function<void(ui::LeaveAnswer)> answer) override;

    void askSure(QWidget *parent, const QString &title, const QString &text, const QString &yes,
                 std::function<void()> answer) override;
    void askFile(QWidget *parent, const QString &title, bool toWrite, const QString &proposedName,
                 std::function<void(const QString &)> answer) override;

    ui::LeaveAnswer next = ui::LeaveAnswer::Stay;
    bool isSure = false;
    QString file; ///< empty: none is chosen
    int asked = 0;
};

/// A real database with all that places need to live: SQLite in a folder of its own, or one given, which it migrates.
class Stage final
{
public:
    Stage();
    explicit Stage(const storage::Address &address);
    ~Stage();

    [[nodiscard]] app::Services &services() { return *m_services; }
    [[nodiscard]] ui::Session &session() { return *m_session; }
    [[nodiscard]] QSettings &settings() { return *m_settings; }
    [[nodiscard]] FixedClock &clock() { return m_clock; }
    [[nodiscard]] PreparedAnswers &questions() { return m_questions; }
    [[nodiscard]] ui::Activity &activity() { return m_activity; }
    [[nodiscard]] QString file() const;

    struct Row {
        QString origin;
        QString functionality = QStringLiteral("contract_activation");
        log::Status status = log::Status::Success;
        qint64 company = 3;
        qint64 level = 1;
        QString keyValues = {};
        QString message = {};
        log::Payload payload = {};
        int minutesAgo = 0;
        qint64 configurationVersion = 0;
        std::optional<int> httpStatus = {};
    };
    /// Adds an execution; of the same origin and functionality to the same record.
    LogRecordId add(const Row &row);
    /// Many records at once: origins "V-1", "V-2"…
    void addMany(int records, const Row &like);

    void setLookup(const QString &kind, const QString &scope, const QList<parameters::LookupRow> &rows);
    void setNetworks();
    void setParameter(const QString &key, const parameters::Scope &scope, const QString &value, const QString &who);
    [[nodiscard]] parameters::Value parameter(const QString &key, const parameters::Scope &scope);

private:
    void open(const storage::Address &address);

    QTemporaryDir m_folder;
    FixedClock m_clock;
    PreparedAnswers m_questions;
    ui::Activity m_activity;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<storage::ChangeFeed> m_changes;
    std::unique_ptr<integration::ReprocessService> m_reprocess;
    std::unique_ptr<app::OutsideDesk> m_outside;
    std::unique_ptr<security::ApiClients> m_apiClients;
    std::unique_ptr<ui::Session> m_session;
};

/// Codes and names as RM has them, for two companies.
void setUsualLookups(Stage &stage);

} // namespace ponte::testing
