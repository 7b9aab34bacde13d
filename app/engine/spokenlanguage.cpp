// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/engine/spokenlanguage.h"

#include <QLocale>

namespace ponte::app {

using namespace Qt::StringLiterals;

namespace {

thread_local const QTranslator *spokenHere = nullptr;

std::shared_ptr<const QTranslator> translationsOf(const QString &locale)
{
    // English is the language of the sources, and the other two are loaded in a moment.
    const QLocale::Language language = QLocale(locale).language();
    if (locale.isEmpty() || (language != QLocale::Portuguese && language != QLocale::Spanish))
        return {};
    auto translations = std::make_shared<QTranslator>();
    const QString code = language == QLocale::Spanish ? u"es"_s : u"pt_BR"_s;
    return translations->load(u":/i18n/ponte_%1.qm"_s.arg(code)) ? translations : nullptr;
}

} // namespace

SpokenLanguage::SpokenLanguage(const QString &locale)
    : m_language(translationsOf(locale))
    , m_before(spokenHere)
{
    spokenHere = m_language.get();
}

SpokenLanguage::~SpokenLanguage()
{
    spokenHere = m_before;
}

QString ThreadTranslator::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    return spokenHere ? spokenHere->translate(context, source, disambiguation, n) : QString();
}

} // namespace ponte::app
