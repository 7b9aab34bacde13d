// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/descriptor.h"
#include "core/log/logreader.h"
#include "ui/parameters/draft.h"

namespace ponte::ui {

/// What changes of parameters touch: work that waits and will be done with the new values.
struct Impact {
    log::Count waiting; ///< records in error or pending that may be run again
    int schedules = 0; ///< that are on
};

/// Of the companies that the fields belong to; a global field touches all of them. Read in the background.
[[nodiscard]] Result<Impact> readImpact(storage::Connection &connection, const integration::Descriptor &descriptor,
                                        const QList<Draft::Field> &fields);

} // namespace ponte::ui
