-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- Who asked for a run beside those planned; NULL where nobody did.
ALTER TABLE schedule ADD COLUMN asked_by TEXT;

-- A run is on record from its beginning.
ALTER TABLE schedule_run
    ADD COLUMN owner BIGINT,
    ALTER COLUMN ended_at DROP NOT NULL,
    ALTER COLUMN planned SET DEFAULT 0,
    ALTER COLUMN succeeded SET DEFAULT 0,
    ALTER COLUMN failed SET DEFAULT 0,
    ALTER COLUMN skipped SET DEFAULT 0,
    ALTER COLUMN not_attempted SET DEFAULT 0,
    ALTER COLUMN message SET DEFAULT '';

CREATE UNIQUE INDEX schedule_run_one ON schedule_run (schedule) WHERE ended_at IS NULL;
