// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/connection.h"

#include <QString>

namespace ponte::log {

/// The indexes of what is searched. SQLite's holds every word with each of its ends, so that a part of a word is the
/// beginning of something that the index knows; it follows the records in groups, and `log_words_due` holds those that
/// it lacks. PostgreSQL's holds every four characters of a word and its last three, and follows by itself.

/// What a record is found by.
[[nodiscard]] QString searchedText(const QString &keyValues, const QString &message, const QString &origin);
/// The text as the index takes it; the same text always gives the same.
[[nodiscard]] QString indexedWords(const QString &text);
/// What MATCH takes to find every text that holds `typed`, and a few more; empty where the index cannot help.
[[nodiscard]] QString wordQuery(const QString &typed);
/// What PostgreSQL's index takes to the same end, once it is in lower case; empty where the index cannot help.
[[nodiscard]] QString partQuery(const QString &typed);
/// Of so many ids the same part stands in PostgreSQL's index.
constexpr qint64 idsPerGroup = 65'536;
/// That a record is among the groups from one to another.
[[nodiscard]] QString groupQuery(qint64 first, qint64 last);
/// The longest number or code among the words of what was typed, of which few records hold the same; empty where there
/// is none.
[[nodiscard]] QString tellingWord(const QString &typed);
/// Brings the index up to date by at most so many records. Inside a Writer's work; nothing to do on PostgreSQL.
[[nodiscard]] Result<> indexDueWords(storage::Connection &connection, int limit);

} // namespace ponte::log
