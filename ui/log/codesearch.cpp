// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/codesearch.h"

#include <QStringMatcher>

namespace ponte::ui {

namespace {

/// After so many characters a search looks whether anybody still wants it.
constexpr qsizetype searchStride = 1'000'000;

} // namespace

QList<CodeView::Hit> findInCode(const PayloadText &text, const QString &wanted, const CancelToken &cancel)
{
    QList<CodeView::Hit> hits;
    if (wanted.isEmpty())
        return hits;
    const QStringMatcher matcher(wanted, Qt::CaseInsensitive);
    const QStringView body(text.body());
    qsizetype at = 0;
    while (at < body.size() && hits.size() < mostCodeHits && !cancel.isCancelled()) {
        // Strides overlap, so that no hit is cut in two.
        const qsizetype end = qMin(body.size(), at + searchStride + wanted.size() - 1);
        const qsizetype found = matcher.indexIn(body.left(end), at);
        if (found < 0) {
            at += searchStride;
            continue;
        }
        const int line = text.lineAt(found);
        const qsizetype column = found - text.startOf(line);
        if (column >= 0 && column + wanted.size() <= text.line(line).size())
            hits.append({{line, int(column)}, int(wanted.size())});
        at = found + 1;
    }
    return hits;
}

} // namespace ponte::ui
