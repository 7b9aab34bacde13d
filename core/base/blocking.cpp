// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/blocking.h"

#include <QtGlobal>

namespace ponte {

namespace {

thread_local int forbidden = 0;

} // namespace

BlockingForbidden::BlockingForbidden()
{
    ++forbidden;
}

BlockingForbidden::~BlockingForbidden()
{
    --forbidden;
}

void requireMayBlock(const char *call)
{
    if (forbidden > 0)
        qFatal("%s was called in the thread that must not block", call);
}

} // namespace ponte
