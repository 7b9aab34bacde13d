// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/reports/columns.h"
#include "core/reports/reportlanguage.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTimeZone>

#include <chrono>
#include <functional>
#include <optional>

namespace ponte::reports {

enum class Format { Csv, Xlsx, Pdf, Html };

/// "csv", "xlsx", "pdf", "html": also the endings of files.
[[nodiscard]] QString toWord(Format format);
[[nodiscard]] std::optional<Format> formatFromWord(QStringView word);

struct ReportOrder {
    log::Filter filter = {};
    QString filterName = {}; ///< of a saved view; may be empty
    ReportLanguage language;
    QTimeZone zone = standardZone();
    Format format = Format::Csv;
    QList<Column> columns = standardColumns();
    bool withItems = false; ///< a row per execution instead of a row per record
    bool withPayloads = true; ///< of the executions: what was sent and received
    bool personalData = false; ///< unmasked; needs the right to see it and is refused without

    struct Csv {
        QChar separator = u';'; ///< ';' or ','
        bool byteOrderMark = true;
    } csv = {};

    QString file; ///< its folder must exist
};

struct ReportProgress {
    enum class Phase {
        Counting, ///< totals and summary
        Rows,
        Finishing, ///< packing and hashing; cannot be told in rows
    };
    Phase phase = Phase::Counting;
    qint64 rows = 0, total = 0; ///< total: records, known from the phase Rows on
    double rowsPerSecond = 0;
    std::optional<std::chrono::seconds> remaining = {};
};

/// Called in the thread of the report, some times a second.
using ProgressListener = std::function<void(const ReportProgress &)>;

/// What was written, for whoever doubts it later; stands beside the report as `<file>.receipt.json`.
struct Receipt {
    QJsonObject filter;
    QString zone;
    QDateTime generatedAt;
    QString by;
    qint64 rows = 0;
    bool complete = false;
    QByteArray sha256; ///< hex, of the whole file

    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace ponte::reports
