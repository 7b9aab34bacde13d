// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::ui {

/// Indents JSON and XML without touching a value: numbers keep their digits, texts their escapes. What is neither, or
/// broken, comes back as it is. Text around a document (headings between several exchanges) stays.
[[nodiscard]] QString indented(const QString &payload);

} // namespace ponte::ui
