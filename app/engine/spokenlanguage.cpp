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
    const QLocale::Language language = QLocale(locale).language();
    const bool isKnown =
        language == QLocale::Portuguese || language == QLocale::Spanish || language == QLocale::English;
    if (locale.isEmpty() || !isKnown)
        return {};
    auto translations = std::make_shared<QTranslator>();
    const QString code = language == QLocale::Spanish ? u"es"_s : language == QLocale::English ? u"en"_s : u"pt_BR"_s;
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
    if (!spokenHere)
        return {};
    const QString text = spokenHere->translate(context, source, disambiguation, n);
    // English is the language of the sources, of which its file has the plurals alone.
    return text.isEmpty() ? QString::fromUtf8(source) : text;
}

} // namespace ponte::app
