// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/payloadsections.h"

#include <algorithm>

namespace ponte::log {

QList<PayloadSection> payloadSections(QStringView payload)
{
    QList<PayloadSection> sections;
    qsizetype at = 0;
    while (at < payload.size() && payload.sliced(at).startsWith(u"# ")) {
        qsizetype end = payload.indexOf(u'\n', at);
        if (end < 0)
            end = payload.size();
        const qsizetype next = payload.indexOf(u"\n\n# ", end);
        const qsizetype from = std::min(end + 1, payload.size());
        const qsizetype to = next < 0 ? payload.size() : std::max(from, next);
        sections.append({payload.sliced(at + 2, end - at - 2).toString(), payload.sliced(from, to - from)});
        at = next < 0 ? payload.size() : next + 2;
    }
    if (sections.isEmpty())
        sections.append({{}, payload});
    return sections;
}

} // namespace ponte::log
