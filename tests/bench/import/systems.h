// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace ponte::bench {

/// A measurement that did not work ends with exit status 1 and one line that says why.
[[noreturn]] void giveUp(const QString &reason);

/// A program of PONTE_BIN that runs until stop(), which is SIGTERM and a wait.
class Program
{
public:
    Program(const QString &name, const QStringList &arguments, const QProcessEnvironment &environment);
    ~Program() { stop(); }
    void stop();

private:
    QProcess m_process;
};

/// The three stand-in systems.
class Sandbox
{
public:
    Sandbox();
    [[nodiscard]] QUrl url() const { return m_url; }
    void reset() const;
    /// Every call of RM takes so much longer until the next reset.
    void slowDown(int milliseconds) const;
    [[nodiscard]] qsizetype notices() const;
    [[nodiscard]] int rmCalls() const;

private:
    [[nodiscard]] QJsonObject stateOf(const QString &system) const;

    QUrl m_url;
    Program m_program;
};

/// A database in a folder of its own, and how to sell to the agent that serves it.
struct Site {
    QString folder;
    QString user;
    QString password;

    /// Configures company 3 for the systems below `outside`.
    static Site make(const QString &folder, const QUrl &outside, int rmConcurrency);
    /// The same state in another folder, so that the same sales are new again.
    [[nodiscard]] Site copyTo(const QString &folder) const;
    [[nodiscard]] QProcessEnvironment environment() const;
};

/// `ponte-agent serve` on a site.
class Agent
{
public:
    explicit Agent(const Site &site);
    [[nodiscard]] QUrl url() const { return m_url; }

private:
    QUrl m_url;
    Program m_program;
};

} // namespace ponte::bench
