// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace ponte::ui {

/// A span of time as a person chooses it: one that moves with the clock, or two fixed ends.
struct Period {
    enum class Kind { All, Today, Day, Week, Month, ThisMonth, Fixed };
    Kind kind = Kind::All;
    QDateTime from, to; ///< of Fixed: from inclusive, to exclusive; either may be missing
    bool operator==(const Period &) const = default;

    /// The ends at this moment; days begin at midnight of the display zone. "Day" is the last 24 hours, to the minute.
    [[nodiscard]] QDateTime startAt(const QDateTime &now) const;
    [[nodiscard]] QDateTime endAt(const QDateTime &now) const;
    [[nodiscard]] QString text() const; ///< "Last 7 days", "20/11/2026 – 22/11/2026"
    /// Stored and part of links: "today", "24h", "7d", "30d", "month", or empty for the others.
    [[nodiscard]] QString word() const;
    [[nodiscard]] static Period ofWord(const QString &word); ///< All for an unknown word
    /// Two fixed ends, or All where neither is valid.
    [[nodiscard]] static Period between(const QDateTime &from, const QDateTime &to);

    /// In the order in which menus offer them.
    [[nodiscard]] static const QList<Kind> &presets();
    [[nodiscard]] static QString textOf(Kind kind);
};

} // namespace ponte::ui
