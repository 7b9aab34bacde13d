// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/linepairs.h"

#include <QHash>

#include <algorithm>

namespace ponte::ui {

namespace {

/// More single differences than this are no longer told apart; memory and time grow with the square.
constexpr int mostEdits = 1500;
constexpr int linesAround = 3;

QStringView comparedLine(const PayloadText &text, int line)
{
    const QStringView shown = text.line(line).trimmed();
    return shown.endsWith(u',') ? shown.chopped(1) : shown;
}

/// Equal lines get equal numbers, so that comparing is cheap.
std::vector<int> numbered(const PayloadText &text, QHash<QStringView, int> &numbers)
{
    std::vector<int> result;
    result.reserve(size_t(text.lineCount()));
    for (int line = 0; line < text.lineCount(); ++line) {
        const QStringView compared = comparedLine(text, line);
        const auto known = numbers.constFind(compared);
        result.push_back(known != numbers.constEnd() ? *known : int(numbers.size()));
        if (known == numbers.constEnd())
            numbers.insert(compared, int(numbers.size()));
    }
    return result;
}

/// Myers' shortest edit script over a part of both sequences.
class EditScript final
{
public:
    EditScript(const std::vector<int> &left, const std::vector<int> &right, int from, int leftEnd, int rightEnd)
        : m_left(left)
        , m_right(right)
        , m_from(from)
        , m_leftCount(leftEnd - from)
        , m_rightCount(rightEnd - from)
    {}

    /// The pairs of equal lines, ascending; false where there is no answer in reasonable time.
    bool run(std::vector<LinePair> &same)
    {
        const int most = qMin(m_leftCount + m_rightCount, mostEdits);
        std::vector<int> ends(size_t(2 * most + 3), 0);
        const auto at = [most](int diagonal) { return size_t(diagonal + most + 1); };
        for (int edits = 0; edits <= most; ++edits) {
            m_trace.emplace_back(ends.begin() + most + 1 - edits, ends.begin() + most + 2 + edits);
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                const bool isDown =
                    diagonal == -edits || (diagonal != edits && ends[at(diagonal - 1)] < ends[at(diagonal + 1)]);
                int x = isDown ? ends[at(diagonal + 1)] : ends[at(diagonal - 1)] + 1;
                while (x < m_leftCount && x - diagonal < m_rightCount && equal(x, x - diagonal))
                    ++x;
                ends[at(diagonal)] = x;
                if (x >= m_leftCount && x - diagonal >= m_rightCount) {
                    walkBack(edits, same);
                    return true;
                }
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool equal(int x, int y) const { return m_left[size_t(m_from + x)] == m_right[size_t(m_from + y)]; }

    void walkBack(int edits, std::vector<LinePair> &same) const
    {
        std::vector<LinePair> reversed;
        int x = m_leftCount;
        int y = m_rightCount;
        for (int step = edits; step > 0; --step) {
            // What was known before this step, of diagonals -step … step.
            const std::vector<int> &before = m_trace[size_t(step)];
            const auto end = [&](int diagonal) { return before[size_t(diagonal + step)]; };
            const int diagonal = x - y;
            const bool isDown = diagonal == -step || (diagonal != step && end(diagonal - 1) < end(diagonal + 1));
            const int previous = isDown ? diagonal + 1 : diagonal - 1;
            const int previousX = end(previous);
            const int startX = isDown ? previousX : previousX + 1;
            for (; x > startX; --x, --y)
                reversed.push_back({m_from + x - 1, m_from + y - 1, true});
            x = previousX;
            y = previousX - previous;
        }
        for (; x > 0; --x, --y)
            reversed.push_back({m_from + x - 1, m_from + y - 1, true});
        same.insert(same.end(), reversed.rbegin(), reversed.rend());
    }

    const std::vector<int> &m_left;
    const std::vector<int> &m_right;
    const int m_from;
    const int m_leftCount;
    const int m_rightCount;
    std::vector<std::vector<int>> m_trace;
};

/// Lines between two equal ones: side by side as long as there are lines on both sides.
void addBetween(std::vector<LinePair> &pairs, int left, int leftEnd, int right, int rightEnd)
{
    while (left < leftEnd || right < rightEnd)
        pairs.push_back({left < leftEnd ? left++ : -1, right < rightEnd ? right++ : -1, false});
}

} // namespace

std::vector<LinePair> linePairs(const PayloadText &left, const PayloadText &right)
{
    QHash<QStringView, int> numbers;
    const std::vector<int> leftLines = numbered(left, numbers);
    const std::vector<int> rightLines = numbered(right, numbers);
    int leftEnd = int(leftLines.size());
    int rightEnd = int(rightLines.size());
    int from = 0;
    std::vector<LinePair> same;
    for (; from < leftEnd && from < rightEnd && leftLines[size_t(from)] == rightLines[size_t(from)]; ++from)
        same.push_back({from, from, true});
    std::vector<LinePair> tail;
    while (leftEnd > from && rightEnd > from && leftLines[size_t(leftEnd - 1)] == rightLines[size_t(rightEnd - 1)])
        tail.push_back({--leftEnd, --rightEnd, true});
    (void)EditScript(leftLines, rightLines, from, leftEnd, rightEnd).run(same);
    same.insert(same.end(), tail.rbegin(), tail.rend());

    std::vector<LinePair> pairs;
    int nextLeft = 0;
    int nextRight = 0;
    for (const LinePair &pair : same) {
        addBetween(pairs, nextLeft, pair.left, nextRight, pair.right);
        pairs.push_back(pair);
        nextLeft = pair.left + 1;
        nextRight = pair.right + 1;
    }
    addBetween(pairs, nextLeft, int(leftLines.size()), nextRight, int(rightLines.size()));
    return pairs;
}

std::vector<LinePair> differingPairs(const std::vector<LinePair> &pairs)
{
    std::vector<LinePair> kept;
    const int count = int(pairs.size());
    int keptTo = 0; // the first pair not looked at yet
    for (int at = 0; at < count; ++at) {
        if (pairs[size_t(at)].isSame)
            continue;
        const int from = qMax(keptTo, at - linesAround);
        if (from > keptTo)
            kept.push_back({});
        const int to = qMin(count, at + linesAround + 1);
        for (int line = from; line < to; ++line)
            kept.push_back(pairs[size_t(line)]);
        keptTo = qMax(keptTo, to);
    }
    if (keptTo > 0 && keptTo < count)
        kept.push_back({});
    return kept;
}

} // namespace ponte::ui
