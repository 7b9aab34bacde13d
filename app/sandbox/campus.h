// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QString>

#include <span>

namespace ponte::sandbox {

/// What a company of the sandbox offers; the stand-in RM is filled with it and the shop sells it.
struct Campus {
    int company;
    const char *network;
    int branch;
    int level;
    int offer; ///< IDHABILITACAOFILIAL
    int term; ///< IDPERLET; the next term is term + 1
    const char *mainClass; ///< CODTURMA with four subjects, in both terms
    const char *secondClass; ///< CODTURMA with two further subjects, in the first term
    const char *paymentPlan;
    bool basic; ///< pupils enter a term without a course, with a grade
};

/// The companies 2 (SESI), 3 (SENAI) and 4 (IEL).
[[nodiscard]] std::span<const Campus> campuses();
[[nodiscard]] const Campus *campusOf(int company);

} // namespace ponte::sandbox
