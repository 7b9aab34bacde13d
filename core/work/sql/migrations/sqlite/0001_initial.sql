-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

CREATE TABLE process (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    pid_started INTEGER NOT NULL,
    program TEXT NOT NULL,
    version TEXT NOT NULL,
    runs_workers INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    heartbeat_at INTEGER NOT NULL,
    ended_at INTEGER
);

CREATE INDEX process_alive ON process (id) WHERE ended_at IS NULL;

CREATE TABLE natural_lock (
    name TEXT PRIMARY KEY,
    owner INTEGER NOT NULL,
    ticket INTEGER NOT NULL
);

CREATE INDEX natural_lock_owner ON natural_lock (owner);

CREATE TABLE destination_health (
    destination TEXT PRIMARY KEY,
    credential_version INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    stopped INTEGER NOT NULL,
    verified INTEGER NOT NULL,
    paused_until INTEGER,
    last_success INTEGER,
    last_error TEXT NOT NULL,
    changed_at INTEGER NOT NULL
);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    integration TEXT NOT NULL,
    kind TEXT NOT NULL,
    cause TEXT NOT NULL,
    company INTEGER NOT NULL,
    origin TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'stopped', 'needs_person', 'done')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL,
    last_error TEXT NOT NULL DEFAULT '',
    stopped_version INTEGER NOT NULL DEFAULT 0,
    lease_owner INTEGER,
    lease_number INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    UNIQUE (kind, cause)
);

CREATE INDEX outbox_due ON outbox (not_before, id) WHERE state = 'waiting';
CREATE INDEX outbox_stopped ON outbox (kind, id) WHERE state = 'stopped';
CREATE INDEX outbox_lease ON outbox (lease_owner) WHERE lease_owner IS NOT NULL;

CREATE TABLE schedule_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    schedule INTEGER NOT NULL,
    who TEXT NOT NULL,
    planned INTEGER NOT NULL,
    succeeded INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    not_attempted INTEGER NOT NULL,
    message TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL
);

CREATE INDEX schedule_run_schedule ON schedule_run (schedule, id);
