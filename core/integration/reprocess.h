// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/log/logreader.h"
#include "core/security/actor.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace ponte::integration {

/// What a person chose to run again.
struct ReprocessRequest {
    log::Filter filter; ///< `ids` for a selection
    bool hasSelection = false; ///< false: everything in Erro or Pendente of the filter's company
    std::optional<int> first; ///< no more than the first N included
};

struct PlanEntry {
    LogRecordId id;
    bool included = false;
    QString reason; ///< why included or excluded, Portuguese
};

/// The ids that a batch will execute, frozen: never a filter that is evaluated again.
struct ReprocessPlan {
    QList<PlanEntry> entries;
    [[nodiscard]] int included() const;
    [[nodiscard]] int excluded() const { return int(entries.size()) - included(); }
};

struct BatchOptions {
    bool resetAttempts = false; ///< loja-click.md D0-04
    std::optional<int> perSecond;
    /// After each record, from a worker thread.
    std::function<void(const struct BatchReport &)> progress;
};

/// planned = succeeded + failed + skipped + notAttempted + remaining, at every instant.
struct BatchReport {
    struct Line {
        LogRecordId id;
        enum class Outcome { Succeeded, Failed, Skipped, NotAttempted } outcome;
        QString message;
    };
    int planned = 0;
    int succeeded = 0;
    int failed = 0;
    int skipped = 0; ///< by rule: state changed meanwhile, in work elsewhere
    int notAttempted = 0; ///< destination stopped, RM away
    QList<Line> lines;
    [[nodiscard]] int remaining() const { return planned - succeeded - failed - skipped - notAttempted; }
};

} // namespace ponte::integration
