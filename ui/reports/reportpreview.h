// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/reports/reportorder.h"
#include "core/security/actor.h"
#include "core/storage/connection.h"

#include <QStringList>

namespace ponte::ui {

/// The beginning of a report, cell by cell as the file would have it.
struct ReportPreview {
    QStringList headers;
    QList<QStringList> rows;
    qint64 records = 0; ///< of the whole report
};

constexpr int previewRows = 50;

/// Writes the report as far as its preview goes, by the rules and rights of the file, and leaves no file. Blocks.
[[nodiscard]] Result<ReportPreview> previewOf(storage::Connection &connection,
                                              const integration::Descriptor &descriptor, const Clock &clock,
                                              const security::Actor &actor, reports::ReportOrder order,
                                              const CancelToken &cancel);

} // namespace ponte::ui
