// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/payloaddiff.h"
#include "core/log/types.h"
#include "core/parameters/parameters.h"
#include "ui/log/codeview.h"

namespace ponte::ui {

/// One execution that may be compared.
struct ComparedItem {
    log::RecordKey key;
    LogRecordId record;
    log::Item item;
    bool isSimilar = false; ///< of another record that succeeded
};

enum class ComparedPart { Sent, Received, Configuration };

struct ComparisonOrder {
    ComparedItem left, right;
    ComparedPart part = ComparedPart::Sent;
    bool onlyDifferences = true;
    bool isRevealed = false; ///< personal data readable
};

/// One side of two texts beside one another.
struct ComparedText {
    std::shared_ptr<const PayloadText> text;
    QList<CodeView::LineMark> marks;
    QList<int> numbers;
};

struct Comparison {
    QList<log::PayloadDifference> differences;
    ComparedText left, right;
    bool isEmpty = false; ///< neither side has anything
};

/// Both sides of what `part` asks for, masked unless revealed. In a thread of the read pool.
[[nodiscard]] Result<Comparison> compare(storage::Connection &connection, const parameters::Parameters *parameters,
                                         const ComparisonOrder &order);
/// The newest execution of a similar record that succeeded; none where there is none.
[[nodiscard]] Result<std::optional<ComparedItem>> similarItem(storage::Connection &connection,
                                                              const log::Record &record);

} // namespace ponte::ui
