// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QTranslator>

namespace ponte::agent {

/// "pt_BR", "es" or "en", by the first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set; Portuguese where it names
/// none of them, as "C" does.
[[nodiscard]] QString languageOfShell();

/// While it lives, what the program translates comes in the language of its shell.
class ShellLanguage
{
public:
    explicit ShellLanguage(const QString &code);
    ~ShellLanguage();
    Q_DISABLE_COPY_MOVE(ShellLanguage)

private:
    QTranslator m_translations;
};

} // namespace ponte::agent
