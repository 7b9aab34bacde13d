// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/coderows.h"

#include <algorithm>

namespace ponte::ui {

namespace {

constexpr int fewestCharacters = 8;

} // namespace

void CodeRows::setText(std::shared_ptr<const PayloadText> text)
{
    m_text = std::move(text);
    unfoldAll();
}

void CodeRows::mark(int line, bool folded)
{
    m_folded.resize(size_t(m_text->lineCount()));
    m_foldedCount += int(folded) - int(m_folded[size_t(line)]);
    m_folded[size_t(line)] = folded;
}

void CodeRows::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    arrange();
}

void CodeRows::setFolded(int line, bool folded)
{
    if (!canFold(line) || folded == isFolded(line))
        return;
    mark(line, folded);
    arrange();
}

void CodeRows::foldFrom(int depth)
{
    for (int line = 0; line < m_text->lineCount(); ++line) {
        if (canFold(line) && m_text->depthOf(line) >= depth)
            mark(line, true);
    }
    arrange();
}

void CodeRows::unfoldAll()
{
    m_folded.clear();
    m_foldedCount = 0;
    arrange();
}

bool CodeRows::reveal(int line)
{
    bool changed = false;
    for (int before = 0; before < line && m_foldedCount > 0; ++before) {
        if (!isFolded(before) || m_text->foldEnd(before) < line)
            continue;
        mark(before, false);
        changed = true;
    }
    if (changed)
        arrange();
    return changed;
}

void CodeRows::arrange()
{
    m_visible.clear();
    m_firstRows.clear();
    if (m_foldedCount > 0) {
        for (int line = 0; line < m_text->lineCount(); ++line) {
            m_visible.push_back(line);
            if (isFolded(line))
                line = m_text->foldEnd(line);
        }
    }
    if (m_columns == 0)
        return;
    const int count = visibleCount();
    m_firstRows.reserve(size_t(count) + 1);
    int row = 0;
    for (int index = 0; index < count; ++index) {
        m_firstRows.push_back(row);
        row += rowsOf(visibleLine(index));
    }
    m_firstRows.push_back(row);
}

int CodeRows::visibleCount() const
{
    return m_visible.empty() ? m_text->lineCount() : int(m_visible.size());
}

int CodeRows::visibleLine(int index) const
{
    return m_visible.empty() ? index : m_visible[size_t(index)];
}

int CodeRows::visibleIndexOf(int line) const
{
    if (m_visible.empty())
        return line;
    return qMax(0, int(std::upper_bound(m_visible.begin(), m_visible.end(), line) - m_visible.begin()) - 1);
}

int CodeRows::charactersPerRow(int line) const
{
    return qMax(fewestCharacters, m_columns - m_text->indentOf(line));
}

int CodeRows::rowsOf(int line) const
{
    const int length = int(m_text->line(line).size());
    // A folded line is followed by what says so, which is not worth a second row.
    if (m_columns == 0 || length == 0 || isFolded(line))
        return 1;
    return (length - 1) / charactersPerRow(line) + 1;
}

int CodeRows::rowCount() const
{
    return m_firstRows.empty() ? visibleCount() : m_firstRows.back();
}

CodeRows::Row CodeRows::at(int row) const
{
    if (m_firstRows.empty())
        return {visibleLine(std::clamp(row, 0, visibleCount() - 1)), 0};
    const int asked = std::clamp(row, 0, rowCount() - 1);
    const auto after = std::upper_bound(m_firstRows.begin(), m_firstRows.end(), asked);
    const int index = int(after - m_firstRows.begin()) - 1;
    return {visibleLine(index), asked - m_firstRows[size_t(index)]};
}

int CodeRows::rowOf(int line) const
{
    const int index = visibleIndexOf(line);
    return m_firstRows.empty() ? index : m_firstRows[size_t(index)];
}

int CodeRows::rowOf(int line, int column) const
{
    if (m_columns == 0 || isFolded(line))
        return rowOf(line);
    return rowOf(line) + qBound(0, column / charactersPerRow(line), rowsOf(line) - 1);
}

int CodeRows::stepped(int line, int lines) const
{
    return visibleLine(std::clamp(visibleIndexOf(line) + lines, 0, visibleCount() - 1));
}

} // namespace ponte::ui
