// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace ponte::agent {

/// What a command says: results on standard output, messages on standard error, both in UTF-8 whatever the locale is.
class Output
{
public:
    explicit Output(bool json);

    [[nodiscard]] bool isJson() const { return m_json; }
    /// A line for a person; nothing where JSON is asked for.
    void line(const QString &text);
    /// Rows below headers, in columns; nothing where JSON is asked for.
    void table(const QStringList &headers, const QList<QStringList> &rows);
    /// The one JSON document; nothing where a person reads.
    void document(const QJsonObject &object);
    void document(const QJsonArray &array);
    /// A message beside the result, in both cases.
    void note(const QString &text) const;
    /// Tells a failure: a line on standard error and, where JSON is asked for and nothing was printed yet, the
    /// document.
    void failed(const Error &error);
    /// False where standard output did not take everything.
    [[nodiscard]] bool finish() const;

private:
    void write(const QByteArray &bytes);

    const bool m_json;
    bool m_hasDocument = false;
    bool m_isSound = true;
};

/// Text from outside that can neither start a new line nor steer the terminal.
[[nodiscard]] QString onOneLine(const QString &text);
/// The same, with its lines kept.
[[nodiscard]] QString harmless(const QString &text);

} // namespace ponte::agent
