// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/redaction.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString secret = QStringLiteral("s3cr3t");
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString once = ponte::redacted(text, {secret});
    if (once.contains(secret))
        std::abort();
    // What is hidden behind a name must stay hidden whatever stands before it.
    const QString member = ponte::redacted(text + QStringLiteral("\n{\"password\":\"h1dd3n\"}"));
    if (member.contains(QStringLiteral("h1dd3n")))
        std::abort();
    return 0;
}
