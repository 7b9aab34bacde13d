// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QCoreApplication>

namespace ponte::delivery {

/// The translated texts of scheduled reports.
class DeliveryText
{
    Q_DECLARE_TR_FUNCTIONS(Delivery)
};

} // namespace ponte::delivery
