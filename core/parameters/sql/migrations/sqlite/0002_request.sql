-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
--
-- Calls outside that a program without the installation's key asks of one that has it. What is asked is sealed, since
-- it may hold a password that was typed and not stored.

CREATE TABLE request (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    sealed BLOB NOT NULL,
    state TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    taken_at INTEGER,
    ended_at INTEGER,
    answer TEXT NOT NULL
);

CREATE INDEX request_open ON request (id) WHERE ended_at IS NULL;
