// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace ponte::work {

/// When a schedule runs. The text is what is stored and what the command line says: "at 2026-12-01T22:00", "every 30m",
/// "daily 22:00", "weekdays mon,wed 22:00".
struct ScheduleRule {
    enum class Kind { Once, Every, Daily, Weekdays };
    Kind kind = Kind::Daily;
    QDate date; ///< Once
    QTime time; ///< of the schedule's zone; to the second for Once, else to the minute
    int minutes = 0; ///< Every: 1 to longestInterval
    QList<int> weekdays; ///< Weekdays: 1 (Monday) to 7, ascending, at least one

    static constexpr int longestInterval = 7 * 24 * 60; ///< minutes

    [[nodiscard]] bool isValid() const;
    [[nodiscard]] QString toText() const;
    /// None where the text is no rule.
    [[nodiscard]] static std::optional<ScheduleRule> fromText(QStringView text);
    bool operator==(const ScheduleRule &) const = default;
};

/// The word of the command line for a weekday from 1 (Monday) to 7: "mon"…
[[nodiscard]] QString weekdayWord(int weekday);

/// The instant (UTC) at which a clock in the zone shows this. A time that a change of the clocks leaves out becomes the
/// first instant after the gap; one that is shown twice means the first.
[[nodiscard]] QDateTime instantOf(QDate date, QTime time, const QTimeZone &zone);

/// The first run after `after`, UTC; invalid where there is none (a past Once). An interval counts from `anchor`, the
/// run that was planned last, so that runs keep their beat whatever was missed; without one from `after`.
[[nodiscard]] QDateTime nextRun(const ScheduleRule &rule, const QTimeZone &zone, const QDateTime &after,
                                const QDateTime &anchor = {});
/// At most `count` of them, ascending.
[[nodiscard]] QList<QDateTime> nextRuns(const ScheduleRule &rule, const QTimeZone &zone, const QDateTime &after,
                                        int count, const QDateTime &anchor = {});

/// How long an outage the automatic resend outlasts before a record is cancelled: at least `least`, and with luck (the
/// outage begins just after a run) up to `most`.
struct ResendCoverage {
    std::chrono::minutes least {0};
    std::chrono::minutes most {0};
    bool operator==(const ResendCoverage &) const = default;
};

/// None where nothing is resent: `maximum` empty, or a rule that does not repeat. Clock changes are left out.
[[nodiscard]] std::optional<ResendCoverage> resendCoverage(const ScheduleRule &rule, std::optional<int> maximum);

} // namespace ponte::work
