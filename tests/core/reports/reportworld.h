// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logwriter.h"
#include "core/lojaclick/descriptor.h"
#include "core/reports/logreport.h"
#include "tests/support/testdatabase.h"

#include <QProcess>

namespace ponte::test {

/// A database with a log, and reports of it.
class ReportWorld
{
public:
    explicit ReportWorld(const QString &backend)
        : m_database(backend)
    {}

    struct Added {
        qint64 company = 3, level = 1;
        QString origin = {};
        QString functionality = QStringLiteral("guardian");
        QString values = QStringLiteral("3;000123");
        QString message = QStringLiteral("Cadastrado.");
        log::Status status = log::Status::Success;
        log::Payload payload = {};
        log::Trigger trigger = log::Trigger::Import;
    };

    LogRecordId add(const Added &what, const QDateTime &at)
    {
        const auto added = m_database.database().writer().write<LogRecordId>(
            "test", [&](storage::Connection &connection) -> Result<LogRecordId> {
                log::LogWriter writer(connection);
                const log::RecordKey key {QStringLiteral("lojaclick"), CompanyId(what.company),
                                          LevelId(what.level),         what.origin,
                                          what.functionality,          QStringLiteral("lojaclick_import")};
                const auto record =
                    writer.ensureRecord(key, QStringLiteral("CODCOLIGADA;CPF"), what.values, what.status, at);
                if (!record)
                    return record;
                log::NewItem item;
                item.trigger = what.trigger;
                item.who = QStringLiteral("loja");
                item.message = what.message;
                item.status = what.status;
                item.payload = what.payload;
                const auto appended = writer.append(*record, item, at);
                if (!appended)
                    return tl::unexpected(appended.error());
                return record;
            });
        return added.value_or(LogRecordId());
    }

    [[nodiscard]] reports::ReportOrder order(reports::Format format, const QString &name,
                                             const QString &language = QStringLiteral("pt_BR")) const
    {
        return {.language = *reports::ReportLanguage::find(language),
                .format = format,
                .personalData = true,
                .file = m_folder.filePath(name)};
    }

    [[nodiscard]] Result<reports::Receipt> write(const reports::ReportOrder &order, const CancelToken &cancel = {},
                                                 const reports::ProgressListener &progress = {})
    {
        const auto connection = m_database.database().reads().here();
        if (!connection)
            return tl::unexpected(connection.error());
        return reports::LogReport(**connection, lojaclick::descriptor(), m_clock)
            .write(security::Actor::owner(QStringLiteral("tester")), order, cancel, progress);
    }

    [[nodiscard]] TestDatabase &database() { return m_database; }
    [[nodiscard]] ManualClock &clock() { return m_clock; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    TestDatabase m_database;
    QTemporaryDir m_folder;
    ManualClock m_clock;
};

} // namespace ponte::test
