// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/agent/shelllanguage.h"

#include <QCoreApplication>

namespace ponte::agent {

using namespace Qt::StringLiterals;

QString languageOfShell()
{
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(name);
        if (value.isEmpty())
            continue;
        if (value.startsWith("en"_L1))
            return u"en"_s;
        return value.startsWith("es"_L1) ? u"es"_s : u"pt_BR"_s;
    }
    return u"pt_BR"_s;
}

ShellLanguage::ShellLanguage(const QString &code)
{
    if (m_translations.load(u":/i18n/ponte_%1.qm"_s.arg(code)))
        QCoreApplication::installTranslator(&m_translations);
}

ShellLanguage::~ShellLanguage()
{
    QCoreApplication::removeTranslator(&m_translations);
}

} // namespace ponte::agent
