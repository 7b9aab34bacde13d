// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QXmlStreamReader>

#include <functional>

namespace ponte::xml {

struct Limits {
    int depth = 64;
    qsizetype tokens = 5'000'000;
};

/// Walks a document and hands each start element, end element and text to `visit`; a document type declaration is
/// refused (it is the way to entity expansion), as is input beyond the limits. Error code Validation.
[[nodiscard]] Result<> read(const QByteArray &text, const std::function<Result<>(QXmlStreamReader &)> &visit,
                            const Limits &limits = {});

/// Text with the five predefined entities escaped; characters that XML 1.0 cannot carry are left out.
[[nodiscard]] QString escaped(QStringView text);

} // namespace ponte::xml
