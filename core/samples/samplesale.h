// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"

#include <QList>

#include <array>

namespace ponte::samples {

/// The steps of a sale in the order of the work, and the update of a student that stands beside them.
enum class Step { Guardian, Student, Course, Term, Subjects, PreContract, Activation, Notice, Update };

struct SampleItem {
    log::Trigger trigger = log::Trigger::Import;
    log::Status status = log::Status::Success;
    qint64 at = 0; ///< milliseconds since 1970
    int kind = 0; ///< which of the messages of its step and status
};

struct SampleRecord {
    Step step = Step::Guardian;
    log::Status status = log::Status::Success;
    bool keyIsCpf = false; ///< failed before its key was known
    QList<SampleItem> items; ///< oldest first, at least one
};

/// One sale of the shop, with each of its records.
struct SampleSale {
    qint64 number = 0; ///< from 1
    qint64 company = 0, level = 0;
    qint64 student = 0; ///< the number of the sale that brought the student first
    qint64 term = 0, courseOffer = 0, classNumber = 0;
    QList<SampleRecord> records;
};

/// Sales as a real shop makes them: pure functions of seed, number and how many sales there are.
class SampleShop
{
public:
    /// `until`: when the last sale was; the first was four and a half years before.
    SampleShop(quint64 seed, qint64 sales, qint64 until);
    [[nodiscard]] SampleSale sale(qint64 number) const;

private:
    [[nodiscard]] SampleRecord activation(quint64 &state, qint64 number, qint64 at) const;

    const quint64 m_seed;
    const qint64 m_sales;
    const qint64 m_until;
};

} // namespace ponte::samples
