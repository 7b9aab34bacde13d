// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"
#include "core/integration/descriptor.h"
#include "core/log/types.h"
#include "core/reports/columns.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <chrono>
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

    [[nodiscard]] QString name() const { return m_name; }
    /// A word of the cover and the figures (reportwords.cpp).
    [[nodiscard]] QString word(QStringView id) const;
    [[nodiscard]] QString header(Column column) const;
    [[nodiscard]] QString header(ItemColumn column) const;
    [[nodiscard]] QString status(log::Status status) const;
    /// The id itself where no integration knows it.
    [[nodiscard]] QString functionality(const integration::Descriptor &descriptor, const QString &id) const;
    [[nodiscard]] QString module(const integration::Descriptor &descriptor, const QString &id) const;

    /// Whether days are written before months: "22/11/2026"; else "2026-11-22".
    [[nodiscard]] bool isDayFirst() const;
    /// "22/11/2026 14:03:22" in the zone; empty where there is no time.
    [[nodiscard]] QString time(const QDateTime &time, const QTimeZone &zone) const;
    [[nodiscard]] QString date(QDate date) const;
    /// "22/11", in English "22 Nov": below the columns of a chart.
    [[nodiscard]] QString dayOfYear(QDate date) const;
    /// "1.284.113": grouped as the language does.
    [[nodiscard]] QString number(qint64 value) const;
    /// "97,4%" of a share between 0 and 1.
    [[nodiscard]] QString percent(double share) const;
    /// "42 s", "3 min 20 s", "2 h 5 min", "3 d 4 h".
    [[nodiscard]] QString duration(std::chrono::seconds duration) const;

private:
    explicit ReportLanguage(const QString &name);
    [[nodiscard]] QString nameOf(const char *source, const QString &id) const;

    QString m_name;
    std::shared_ptr<QTranslator> m_translator; ///< the program's own translations, where they are built in
};

} // namespace ponte::reports
