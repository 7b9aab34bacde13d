-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- What somebody did; each event's hash covers the one before it, so that a change behind the program's back shows.
CREATE TABLE audit_event (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    company INTEGER,
    reason TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    shared_with TEXT NOT NULL DEFAULT '',
    changed_at INTEGER NOT NULL,
    UNIQUE (owner, place, name)
);

CREATE INDEX saved_view_shared ON saved_view (place, shared_with) WHERE shared_with <> '';

CREATE TABLE saved_view_default (
    person TEXT NOT NULL,
    place TEXT NOT NULL,
    view INTEGER NOT NULL REFERENCES saved_view (id) ON DELETE CASCADE,
    PRIMARY KEY (person, place)
);

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;
