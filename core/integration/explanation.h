// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/descriptor.h"
#include "core/log/types.h"
#include "core/parameters/parameters.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace ponte::integration {

/// One sentence of the answer to "why?".
struct ExplanationLine {
    enum class Kind {
        Done, ///< it succeeded
        Failure, ///< what went wrong, and who said so
        Waiting, ///< why nothing happens now
        Next, ///< when something will
        Cancelled, ///< by which rule
        Excluded, ///< why reprocessing leaves it out
        Advice, ///< what a person can do
    };
    Kind kind = Kind::Failure;
    QString text; ///< a whole sentence, translated (context "Explanation")
    bool operator==(const ExplanationLine &) const = default;
};

/// The word of a kind for scripts: "failure", "waiting"…
[[nodiscard]] QString toWord(ExplanationLine::Kind kind);

/// Says in plain sentences why a record is as it is and what will become of it, only from what is stored: its
/// executions, parameters, schedules, health of destinations, programs, batches and the outbox. Thread-safe.
class Explanations
{
public:
    Explanations(const Descriptor &descriptor, const parameters::Parameters &parameters);

    /// In the order of reading: what happened, why it stands, what comes next, what to do. Times are shown in `zone`.
    [[nodiscard]] Result<QList<ExplanationLine>> explain(storage::Connection &connection, const log::Record &record,
                                                         const QDateTime &now, const QTimeZone &zone) const;

private:
    const Descriptor &m_descriptor;
    const parameters::Parameters &m_parameters;
};

} // namespace ponte::integration
