// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QTimeZone>

#include <limits>
#include <string_view>

namespace ponte::reports {

/// Times of one zone as text, for a million rows: the zone is asked only where its offset may have changed.
class ZoneTimes
{
public:
    enum class Form { DayFirst, YearFirst }; ///< "22/11/2026 14:03:22", "2026-11-22 14:03:22"

    ZoneTimes(const QTimeZone &zone, Form form);

    /// Milliseconds since 1970 as the zone's clocks show them, counted as if they showed UTC.
    [[nodiscard]] qint64 local(qint64 utc);
    /// 19 characters, good until the next call.
    [[nodiscard]] std::string_view text(qint64 utc);

private:
    void learn(qint64 utc);

    QTimeZone m_zone;
    Form m_form;
    qint64 m_from = std::numeric_limits<qint64>::max(), m_to = std::numeric_limits<qint64>::min();
    qint64 m_offset = 0;
    qint64 m_day = std::numeric_limits<qint64>::min(); ///< whose date stands in the buffer
    char m_text[20] = {};
};

} // namespace ponte::reports
