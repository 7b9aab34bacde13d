// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace ponte::integration {
struct Descriptor;
}

namespace ponte::ui {

/// The names of functionalities and modules in the program's language, from the descriptors of all integrations.
class LogNames final
{
public:
    struct Name {
        QString id;
        QString text;
    };

    explicit LogNames(QList<const integration::Descriptor *> descriptors);

    void retranslate();
    [[nodiscard]] QString functionality(const QString &id) const { return m_functionalityTexts.value(id, id); }
    [[nodiscard]] QString module(const QString &id) const { return m_moduleTexts.value(id, id); }
    [[nodiscard]] bool mayBeReprocessed(const QString &functionality) const
    {
        return m_reprocessable.contains(functionality);
    }
    /// In the order of the descriptors.
    [[nodiscard]] const QList<Name> &functionalities() const { return m_functionalities; }
    [[nodiscard]] const QList<Name> &modules() const { return m_modules; }

private:
    const QList<const integration::Descriptor *> m_descriptors;
    QList<Name> m_functionalities;
    QList<Name> m_modules;
    QSet<QString> m_reprocessable;
    QHash<QString, QString> m_functionalityTexts;
    QHash<QString, QString> m_moduleTexts;
};

} // namespace ponte::ui
