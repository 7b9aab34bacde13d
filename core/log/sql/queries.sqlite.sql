-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- The index of words, which PostgreSQL keeps by itself.
-- name: words_due
SELECT d.id, d.indexed, r.key_values, r.message, r.origin FROM log_words_due d JOIN log_record r ON r.id = d.id
ORDER BY d.id LIMIT :limit

-- name: forget_words
INSERT INTO log_words (log_words, rowid, words) VALUES ('delete', :id, :words)

-- name: index_words
INSERT INTO log_words (rowid, words) VALUES (:id, :words)

-- name: words_done
DELETE FROM log_words_due WHERE id <= :last
