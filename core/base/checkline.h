// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte {

/// One check of a connection test, in stable words that screens and commands translate.
struct CheckLine {
    QString check; ///< "name", "address", "tls", "credentials", "call", "schema"
    QString outcome; ///< "passed", "warning", "failed", "skipped"
    QString message; ///< a whole sentence, translated: what was seen, or the exact failure
};

} // namespace ponte
