// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QtGlobal>

namespace ponte {

/// While it stands, whatever waits for the database in the thread that made it ends the process: for the thread that
/// paints. May be nested.
class BlockingForbidden final
{
public:
    BlockingForbidden();
    ~BlockingForbidden();
    Q_DISABLE_COPY_MOVE(BlockingForbidden)
};

/// Ends the process where the calling thread may not wait; `call` is told with the reason.
void requireMayBlock(const char *call);

} // namespace ponte
