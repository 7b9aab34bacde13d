// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QObject>
#include <QTranslator>

namespace ponte::ui {

/// The language of the program. Widgets hear of a change by QEvent::LanguageChange and keep what was typed.
class Language final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Language)

public:
    using QObject::QObject;

    [[nodiscard]] static QStringList available(); ///< "pt_BR", "en", "es"
    /// That of the system where it is English or Spanish, else Brazilian Portuguese.
    [[nodiscard]] static QString ofSystem();
    /// The language's own name of itself.
    [[nodiscard]] static QString nameOf(const QString &code);

    [[nodiscard]] QString code() const { return m_code; }
    /// False where there is no such language.
    bool use(const QString &code);

Q_SIGNALS:
    void changed();

private:
    QString m_code;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace ponte::ui
