// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QString>

namespace ponte::log {

/// One place in which two payloads differ, or one that they share.
struct PayloadDifference {
    enum class Kind { Same, Changed, OnlyLeft, OnlyRight };
    QString path; ///< "matricula.codTurma", "parcelas[2].valor", "PPESSOA[CODIGO=7].EMAIL"; a line number in plain text
    QString left, right; ///< the value as it was written, cut after differenceValueLimit characters
    Kind kind = Kind::Same;
    bool operator==(const PayloadDifference &) const = default;
};

constexpr int differenceValueLimit = 2000; ///< characters of a value that are kept
constexpr int differenceLimit = 20'000; ///< entries at most; the last one then has the path "…"

/// JSON and XML are compared by structure (the order of members counts for nothing, rows and array elements are matched
/// by their key fields, else by position), anything else by lines. Payloads of several calls are compared call by call.
/// Pure; takes no longer than reading both where they are large, so 20 MB are no trouble for a worker thread.
[[nodiscard]] QList<PayloadDifference> payloadDifferences(const QString &left, const QString &right);

} // namespace ponte::log
