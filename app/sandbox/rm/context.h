// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QHash>
#include <QString>

namespace ponte::sandbox::rm {

/// The text `KEY=VALUE;KEY=VALUE` that comes with a call.
class Context
{
public:
    explicit Context(const QString &text = {})
    {
        for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
            if (const qsizetype equals = part.indexOf(u'='); equals > 0)
                m_values.insert(part.left(equals).trimmed().toUpper(), part.mid(equals + 1).trimmed());
        }
    }

    void insert(const QString &key, const QString &value) { m_values.insert(key, value); }
    [[nodiscard]] QString value(const QString &key) const { return m_values.value(key); }
    [[nodiscard]] QString company() const { return value(QStringLiteral("CODCOLIGADA")); }
    [[nodiscard]] QString branch() const { return value(QStringLiteral("CODFILIAL")); }
    /// Empty where it is missing or -1.
    [[nodiscard]] QString level() const
    {
        const QString text = value(QStringLiteral("CODTIPOCURSO"));
        return text == u"-1" ? QString() : text;
    }
    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }

private:
    QHash<QString, QString> m_values;
};

} // namespace ponte::sandbox::rm
