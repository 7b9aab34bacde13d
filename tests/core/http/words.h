// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/client.h"

namespace ponte::http::test {

/// What a test shows where it compares codes.
inline QByteArray wordsOf(const Result<Response> &result)
{
    return result ? "answered " + QByteArray::number(result->status)
                  : QByteArray(result.error().message.toUtf8() + " [" + result.error().detail.toUtf8() + ']');
}

} // namespace ponte::http::test
