// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/connection.h"

#include <QString>

namespace ponte::log {

/// SQLite's index of what is searched: every word with each of its ends, so that a part of a word is the beginning of
/// something that the index knows. It follows the records in groups; `log_words_due` holds those that it lacks.

/// What a record is found by.
[[nodiscard]] QString searchedText(const QString &keyValues, const QString &message, const QString &origin);
/// The text as the index takes it; the same text always gives the same.
[[nodiscard]] QString indexedWords(const QString &text);
/// What MATCH takes to find every text that holds `typed`, and a few more; empty where the index cannot help.
[[nodiscard]] QString wordQuery(const QString &typed);
/// The longest number or code among the words of what was typed, of which few records hold the same; empty where there
/// is none.
[[nodiscard]] QString tellingWord(const QString &typed);
/// Brings the index up to date by at most so many records. Inside a Writer's work; nothing to do on PostgreSQL.
[[nodiscard]] Result<> indexDueWords(storage::Connection &connection, int limit);

} // namespace ponte::log
