-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

CREATE TABLE parameter_value (
    scope_kind TEXT NOT NULL,
    scope_key TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT,
    sealed BLOB,
    version INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (scope_kind, scope_key, key)
);

CREATE TABLE parameter_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope_kind TEXT NOT NULL,
    scope_key TEXT NOT NULL,
    key TEXT NOT NULL,
    old_value TEXT,
    new_value TEXT,
    secret INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL
);

CREATE TABLE connection (
    name TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    user_name TEXT NOT NULL,
    sealed_password BLOB,
    concurrency INTEGER NOT NULL,
    timeout_seconds INTEGER NOT NULL,
    extra TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL
);

CREATE TABLE network (
    company INTEGER PRIMARY KEY,
    network TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL
);

CREATE TABLE lookup_cache (
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (kind, scope, code)
);

CREATE TABLE lookup_age (
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (kind, scope)
);

CREATE TABLE schedule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    job TEXT NOT NULL,
    company INTEGER,
    rule TEXT NOT NULL,
    zone TEXT NOT NULL,
    filter TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    next_run INTEGER,
    last_run INTEGER,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL
);

CREATE UNIQUE INDEX schedule_resend ON schedule (company) WHERE job = 'resend';
