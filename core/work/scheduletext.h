// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QCoreApplication>

namespace ponte::work {

/// The translated texts of schedules.
class ScheduleText
{
    Q_DECLARE_TR_FUNCTIONS(Schedules)
};

} // namespace ponte::work
