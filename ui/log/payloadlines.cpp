// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadlines.h"

#include <algorithm>

namespace ponte::ui {

PayloadLines::PayloadLines(qsizetype capacity)
    : m_text(capacity, Qt::Uninitialized)
    , m_end(m_text.data())
{}

void PayloadLines::endLine()
{
    if (!m_lines.empty())
        m_lines.back().length = quint32(m_end - m_text.constData()) - m_lines.back().start;
}

void PayloadLines::newLine(quint32 depth)
{
    endLine();
    m_lines.push_back({quint32(m_end - m_text.constData()), 0, depth, -1});
}

void PayloadLines::add(QStringView text)
{
    m_end = std::copy(text.begin(), text.end(), m_end);
}

void PayloadLines::addLines(QStringView text, std::optional<quint32> trimmedDepth)
{
    qsizetype at = 0;
    while (true) {
        const qsizetype next = text.indexOf(u'\n', at);
        QStringView line = text.mid(at, next < 0 ? -1 : next - at);
        if (trimmedDepth && at > 0)
            line = line.trimmed();
        else if (next >= 0 && line.endsWith(u'\r'))
            line.chop(1);
        add(line);
        if (next < 0)
            return;
        newLine(trimmedDepth.value_or(0));
        at = next + 1;
    }
}

void PayloadLines::fold(quint32 first, quint32 last)
{
    if (last > first && m_lines[first].foldEnd < 0)
        m_lines[first].foldEnd = qint32(last);
}

std::vector<PayloadLine> PayloadLines::takeLines()
{
    endLine();
    return std::move(m_lines);
}

QString PayloadLines::takeText()
{
    m_text.truncate(m_end - m_text.constData());
    return std::move(m_text);
}

} // namespace ponte::ui
