// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"
#include "core/integration/descriptor.h"
#include "core/log/types.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <memory>

class QTranslator;

namespace ponte::reports {

/// The zone that people read times in: that of the customer's houses, whatever the machine's own zone is.
[[nodiscard]] QTimeZone standardZone();

/// The words of one language for what a report shows, whatever language the program itself speaks.
class ReportLanguage
{
public:
    /// Error code Usage for a name other than pt_BR, en and es.
    [[nodiscard]] static Result<ReportLanguage> find(const QString &name);

    /// Of the eight columns of the log, in their order.
    [[nodiscard]] QStringList recordHeaders() const;
    /// Of what is added per item.
    [[nodiscard]] QStringList itemHeaders() const;
    [[nodiscard]] QString status(log::Status status) const;
    /// The id itself where no integration knows it.
    [[nodiscard]] QString functionality(const integration::Descriptor &descriptor, const QString &id) const;
    [[nodiscard]] QString module(const integration::Descriptor &descriptor, const QString &id) const;
    /// "22/11/2026 14:03:22" in the zone; empty where there is no time.
    [[nodiscard]] QString time(const QDateTime &time, const QTimeZone &zone) const;

private:
    explicit ReportLanguage(const QString &name);
    [[nodiscard]] QString word(const QString &id) const;
    [[nodiscard]] QString nameOf(const char *source, const QString &id) const;

    QString m_name;
    std::shared_ptr<QTranslator> m_translator; ///< the program's own translations, where they are built in
};

} // namespace ponte::reports
