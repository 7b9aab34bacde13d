// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/linediff.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace ponte::log {

namespace {

using Lines = std::vector<QStringView>;

struct LinePair {
    qsizetype left = 0, right = 0;
};

Lines linesOf(QStringView text)
{
    Lines lines;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype end = text.indexOf(u'\n', from);
        if (end < 0)
            end = text.size();
        QStringView line = text.sliced(from, end - from);
        if (line.endsWith(u'\r'))
            line.chop(1);
        lines.push_back(line);
        from = end + 1;
    }
    return lines;
}

/// Lines that stand exactly once in each text, by their place in the left one.
std::vector<LinePair> uniquePairs(const Lines &left, const Lines &right, LinePair from, LinePair to)
{
    struct Places {
        int inLeft = 0, inRight = 0;
        LinePair at;
    };
    QHash<QStringView, Places> places;
    for (qsizetype i = from.left; i < to.left; ++i) {
        Places &found = places[left[size_t(i)]];
        ++found.inLeft;
        found.at.left = i;
    }
    for (qsizetype i = from.right; i < to.right; ++i) {
        const auto found = places.find(right[size_t(i)]);
        if (found == places.end())
            continue;
        ++found->inRight;
        found->at.right = i;
    }
    std::vector<LinePair> pairs;
    for (const Places &found : std::as_const(places)) {
        if (found.inLeft == 1 && found.inRight == 1)
            pairs.push_back(found.at);
    }
    std::sort(pairs.begin(), pairs.end(), [](const LinePair &a, const LinePair &b) { return a.left < b.left; });
    return pairs;
}

/// The longest part of the pairs whose right places ascend too (patience sorting).
std::vector<LinePair> ascending(const std::vector<LinePair> &pairs)
{
    std::vector<size_t> piles;
    std::vector<qsizetype> before(pairs.size(), -1);
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto pile = std::lower_bound(piles.begin(), piles.end(), pairs[i].right,
                                           [&](size_t top, qsizetype right) { return pairs[top].right < right; });
        if (pile != piles.begin())
            before[i] = qsizetype(*std::prev(pile));
        if (pile == piles.end())
            piles.push_back(i);
        else
            *pile = i;
    }
    std::vector<LinePair> chain;
    for (qsizetype i = piles.empty() ? -1 : qsizetype(piles.back()); i >= 0; i = before[size_t(i)])
        chain.push_back(pairs[size_t(i)]);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

} // namespace

void compareLines(QStringView leftText, QStringView rightText,
                  const std::function<bool(PayloadDifference::Kind, qsizetype, QStringView, QStringView)> &tell)
{
    using Kind = PayloadDifference::Kind;
    const Lines left = linesOf(leftText);
    const Lines right = linesOf(rightText);
    LinePair at;
    LinePair end {qsizetype(left.size()), qsizetype(right.size())};
    const auto same = [&](qsizetype l, qsizetype r) { return left[size_t(l)] == right[size_t(r)]; };
    /// Up to a pair of equal lines: what is equal at both ends is, what is between stands side by side.
    const auto tellUpTo = [&](LinePair to) {
        while (at.left < to.left && at.right < to.right && same(at.left, at.right)) {
            if (!tell(Kind::Same, at.left + 1, left[size_t(at.left)], right[size_t(at.right)]))
                return false;
            ++at.left;
            ++at.right;
        }
        LinePair tail = to;
        while (tail.left > at.left && tail.right > at.right && same(tail.left - 1, tail.right - 1)) {
            --tail.left;
            --tail.right;
        }
        for (; at.left < tail.left || at.right < tail.right;) {
            const bool inLeft = at.left < tail.left;
            const bool inRight = at.right < tail.right;
            const bool goesOn = tell(inLeft && inRight ? Kind::Changed
                                     : inLeft          ? Kind::OnlyLeft
                                                       : Kind::OnlyRight,
                                     (inLeft ? at.left : at.right) + 1, inLeft ? left[size_t(at.left)] : QStringView(),
                                     inRight ? right[size_t(at.right)] : QStringView());
            if (!goesOn)
                return false;
            at.left += inLeft ? 1 : 0;
            at.right += inRight ? 1 : 0;
        }
        for (; at.left < to.left; ++at.left, ++at.right) {
            if (!tell(Kind::Same, at.left + 1, left[size_t(at.left)], right[size_t(at.right)]))
                return false;
        }
        return true;
    };
    for (const LinePair &pair : ascending(uniquePairs(left, right, at, end))) {
        if (!tellUpTo(pair))
            return;
    }
    static_cast<void>(tellUpTo(end));
}

} // namespace ponte::log
