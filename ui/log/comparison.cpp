// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/comparison.h"

#include "core/log/logreader.h"
#include "core/log/similar.h"
#include "core/security/personaldata.h"
#include "ui/log/configurationat.h"
#include "ui/log/linepairs.h"

namespace ponte::ui {

namespace {

Result<QString> comparedText(storage::Connection &connection, const parameters::Parameters *parameters,
                             const ComparedItem &side, const ComparisonOrder &order)
{
    if (order.part == ComparedPart::Configuration)
        return parameters ? configurationAt(connection, *parameters, side.key, side.item) : Result<QString>(QString());
    const Result<log::Payload> payload = log::LogReader(connection).payload(side.item.id);
    if (!payload)
        return tl::unexpected(payload.error());
    const QString &text = order.part == ComparedPart::Sent ? payload->sent : payload->received;
    // What another record holds was not asked for.
    return order.isRevealed && !side.isSimilar ? text : security::maskedPayload(text);
}

CodeView::LineMark markOf(const LinePair &pair, int line, int other)
{
    if (pair.isSame)
        return CodeView::LineMark::None;
    if (line < 0)
        return other < 0 ? CodeView::LineMark::None : CodeView::LineMark::Missing;
    return other < 0 ? CodeView::LineMark::Added : CodeView::LineMark::Changed;
}

void arrangeSides(Comparison &comparison, const PayloadText &left, const PayloadText &right, bool onlyDifferences)
{
    std::vector<LinePair> pairs = linePairs(left, right);
    if (onlyDifferences)
        pairs = differingPairs(pairs);
    std::vector<int> leftLines;
    std::vector<int> rightLines;
    for (const LinePair &pair : pairs) {
        leftLines.push_back(pair.left);
        rightLines.push_back(pair.right);
        comparison.left.marks.append(markOf(pair, pair.left, pair.right));
        comparison.right.marks.append(markOf(pair, pair.right, pair.left));
        comparison.left.numbers.append(pair.left + 1);
        comparison.right.numbers.append(pair.right + 1);
    }
    comparison.left.text = PayloadText::chosen(left, leftLines);
    comparison.right.text = PayloadText::chosen(right, rightLines);
}

} // namespace

Result<Comparison> compare(storage::Connection &connection, const parameters::Parameters *parameters,
                           const ComparisonOrder &order)
{
    const Result<QString> left = comparedText(connection, parameters, order.left, order);
    if (!left)
        return tl::unexpected(left.error());
    const Result<QString> right = comparedText(connection, parameters, order.right, order);
    if (!right)
        return tl::unexpected(right.error());
    Comparison comparison;
    comparison.isEmpty = left->isEmpty() && right->isEmpty();
    comparison.differences = log::payloadDifferences(*left, *right);
    const auto leftText = PayloadText::make(*left, PayloadText::Form::Indented);
    const auto rightText = PayloadText::make(*right, PayloadText::Form::Indented);
    arrangeSides(comparison, *leftText, *rightText, order.onlyDifferences);
    return comparison;
}

Result<std::optional<ComparedItem>> similarItem(storage::Connection &connection, const log::Record &record)
{
    const Result<std::optional<log::Record>> similar = log::similarSuccess(connection, record);
    if (!similar)
        return tl::unexpected(similar.error());
    if (!*similar)
        return std::optional<ComparedItem>();
    const Result<QList<log::Item>> items = log::LogReader(connection).items((*similar)->id);
    if (!items)
        return tl::unexpected(items.error());
    if (items->isEmpty())
        return std::optional<ComparedItem>();
    return std::optional(ComparedItem {(*similar)->key, (*similar)->id, items->last(), true});
}

} // namespace ponte::ui
