-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- Who asked for a run beside those planned; NULL where nobody did.
ALTER TABLE schedule ADD COLUMN asked_by TEXT;

-- A run is on record from its beginning; SQLite lifts a NOT NULL only by making the table anew.
CREATE TABLE schedule_run_open (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    schedule INTEGER NOT NULL,
    who TEXT NOT NULL,
    owner INTEGER,
    planned INTEGER NOT NULL DEFAULT 0,
    succeeded INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    not_attempted INTEGER NOT NULL DEFAULT 0,
    message TEXT NOT NULL DEFAULT '',
    started_at INTEGER NOT NULL,
    ended_at INTEGER
);

INSERT INTO schedule_run_open (id, schedule, who, planned, succeeded, failed, skipped, not_attempted, message, started_at, ended_at)
SELECT id, schedule, who, planned, succeeded, failed, skipped, not_attempted, message, started_at, ended_at FROM schedule_run;

DROP TABLE schedule_run;

ALTER TABLE schedule_run_open RENAME TO schedule_run;

CREATE INDEX schedule_run_schedule ON schedule_run (schedule, id);

CREATE UNIQUE INDEX schedule_run_one ON schedule_run (schedule) WHERE ended_at IS NULL;
