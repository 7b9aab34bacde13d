// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QCoreApplication>

namespace ponte::reports {

/// Messages about reports, in the program's language; what stands in a report speaks the report's (ReportLanguage).
struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Reports)
};

} // namespace ponte::reports
