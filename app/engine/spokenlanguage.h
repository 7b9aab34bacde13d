// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>
#include <QTranslator>

#include <memory>

namespace ponte::app {

/// While it lives, what its thread translates comes in the language of the person who asked, whatever the program
/// itself speaks. Works where a ThreadTranslator is installed.
class SpokenLanguage
{
public:
    /// A locale such as "pt_BR" or "es_ES"; one without translations changes nothing.
    explicit SpokenLanguage(const QString &locale);
    ~SpokenLanguage();
    Q_DISABLE_COPY_MOVE(SpokenLanguage)

private:
    const std::shared_ptr<const QTranslator> m_language;
    const QTranslator *const m_before;
};

/// Installed once in a program that answers people of several languages.
class ThreadTranslator final : public QTranslator
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadTranslator)

public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace ponte::app
