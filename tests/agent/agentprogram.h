// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/connection.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace ponte::test {

struct AgentRun {
    int status = -1; ///< -1: did not start, or was ended by a signal
    QByteArray out, err;
    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    /// For the message of a failed check.
    [[nodiscard]] std::string told() const
    {
        return "status " + std::to_string(status) + '\n' + out.toStdString() + err.toStdString();
    }
};

/// The built program with a database of its own, run as a person at a shell runs it.
class AgentProgram
{
public:
    AgentProgram() = default;
    ~AgentProgram();
    AgentProgram(const AgentProgram &) = delete;
    AgentProgram &operator=(const AgentProgram &) = delete;

    /// Rows "sqlite" and "postgresql" of the column "backend", for initTestCase_data().
    static void addBackends();
    /// A fresh, migrated database; false (with a skipped test) where no PostgreSQL is given.
    [[nodiscard]] bool start(const QString &backend);

    [[nodiscard]] AgentRun run(const QStringList &words, const QByteArray &input = {}) const;
    /// The words as one text, separated by spaces.
    [[nodiscard]] AgentRun run(const QString &line, const QByteArray &input = {}) const;
    [[nodiscard]] QProcessEnvironment environment() const { return m_environment; }
    /// For the runs from here on.
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /// The running `serve` with these options, once it has said that it is ready; none where it did not.
    [[nodiscard]] std::unique_ptr<QProcess> serve(const QStringList &options) const;
    [[nodiscard]] static QString program();

    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    /// For what no command writes.
    [[nodiscard]] std::unique_ptr<storage::Connection> connect() const;

private:
    [[nodiscard]] bool makePostgreSql();

    QTemporaryDir m_folder;
    QString m_address;
    QString m_ownDatabase; ///< on PostgreSQL, to be dropped
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

} // namespace ponte::test
