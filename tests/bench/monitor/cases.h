// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"

#include <QList>

namespace ponte::bench {

/// A filter that the monitor offers, and how it is called in the figures.
struct Case {
    QString name;
    log::Filter filter;
    bool isQuick = false; ///< of the search box
};

/// Every offered filter, with values that occur in this log.
[[nodiscard]] QList<Case> casesOf(storage::Connection &connection);

} // namespace ponte::bench
