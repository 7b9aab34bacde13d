// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "ui/log/period.h"

#include <QJsonObject>

#include <optional>

namespace ponte::ui {

/// What the monitor shows, to be found again: kept between starts, saved under a name, or passed on as a link. Periods
/// that move with the clock stay words, so that "today" is the day on which the view is opened.
struct LogView {
    log::Filter filter; ///< its times count only where the period beside is Fixed
    Period created, changed;
    log::Sort sort;
    bool operator==(const LogView &) const = default;

    /// The filter with the times that the periods mean now.
    [[nodiscard]] log::Filter filterAt(const QDateTime &now) const;

    [[nodiscard]] QJsonObject toWords() const;
    /// None where a word or value is unknown, so that nothing is shown by mistake.
    [[nodiscard]] static std::optional<LogView> fromWords(QJsonObject words);
    /// "ponte:log?status=error&created=7d&sort=-id"
    [[nodiscard]] QString toLink() const;
    [[nodiscard]] static std::optional<LogView> fromLink(const QString &link);
};

} // namespace ponte::ui
