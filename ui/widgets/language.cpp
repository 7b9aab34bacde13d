// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ponte::ui {

using namespace Qt::StringLiterals;

QStringList Language::available()
{
    return {u"pt_BR"_s, u"en"_s, u"es"_s};
}

QString Language::ofSystem()
{
    switch (QLocale::system().language()) {
    case QLocale::English:
        return u"en"_s;
    case QLocale::Spanish:
        return u"es"_s;
    default:
        return u"pt_BR"_s;
    }
}

QString Language::nameOf(const QString &code)
{
    if (code == "es"_L1)
        return u"Español"_s;
    return code == "pt_BR"_L1 ? u"Português (Brasil)"_s : u"English"_s;
}

bool Language::use(const QString &code)
{
    if (!available().contains(code))
        return false;
    if (code == m_code)
        return true;
    m_code = code;
    QLocale::setDefault(QLocale(code == "en"_L1 ? u"en_US"_s : code));
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    // Qt's own few texts (context menus of fields) come from the system where its translations are installed.
    if (m_qt.load(u"qtbase_%1"_s.arg(code), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_program.load(u":/i18n/ponte_%1.qm"_s.arg(code)))
        QCoreApplication::installTranslator(&m_program);
    Q_EMIT changed();
    return true;
}

} // namespace ponte::ui
