-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    integration TEXT NOT NULL,
    company INTEGER,
    who TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'waiting', 'running', 'paused', 'cancelled', 'done')),
    state_reason TEXT NOT NULL DEFAULT '',
    state_by TEXT NOT NULL DEFAULT '',
    reset_attempts INTEGER NOT NULL DEFAULT 0,
    per_second INTEGER NOT NULL DEFAULT 0,
    canary INTEGER NOT NULL DEFAULT 0,
    allowance INTEGER NOT NULL DEFAULT 0,
    paced_until INTEGER NOT NULL DEFAULT 0,
    token TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL,
    planned INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    succeeded INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    not_attempted INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    started_at INTEGER,
    ended_at INTEGER
);

CREATE INDEX batch_unfinished ON batch (id) WHERE ended_at IS NULL;

-- Narrow, since a plan writes a row per record: reason is a number (from 10 on: left out), and all else stays NULL until
-- the plan is confirmed.
CREATE TABLE batch_entry (
    batch INTEGER NOT NULL,
    record INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    state TEXT,
    lease_owner INTEGER,
    lease_number INTEGER,
    unanswered INTEGER,
    message TEXT,
    ended_at INTEGER,
    PRIMARY KEY (batch, record)
) WITHOUT ROWID;

CREATE UNIQUE INDEX batch_entry_active ON batch_entry (record) WHERE state = 'waiting';
CREATE INDEX batch_entry_lease ON batch_entry (lease_owner) WHERE lease_owner IS NOT NULL;
