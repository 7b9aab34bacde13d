-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: enter_process
INSERT INTO process (host, pid, pid_started, program, version, runs_workers, started_at, heartbeat_at)
VALUES (:host, :pid, :pid_started, :program, :version, :runs_workers, :now, :now)
RETURNING id

-- name: beat
UPDATE process SET heartbeat_at = :now WHERE id = :id AND ended_at IS NULL

-- name: processes_alive
SELECT id, host, pid, pid_started, heartbeat_at, program, version, runs_workers, started_at
FROM process WHERE ended_at IS NULL ORDER BY id

-- name: end_process
UPDATE process SET ended_at = :now WHERE id = :id AND ended_at IS NULL

-- name: free_records
UPDATE log_record SET lease_owner = NULL WHERE lease_owner = :id

-- name: free_outbox
UPDATE outbox SET lease_owner = NULL WHERE lease_owner = :id

-- name: free_locks
DELETE FROM natural_lock WHERE owner = :id

-- name: take_lock
INSERT INTO natural_lock (name, owner, ticket) VALUES (:name, :owner, :ticket) ON CONFLICT (name) DO NOTHING

-- name: give_lock
DELETE FROM natural_lock WHERE name = :name AND ticket = :ticket

-- name: health
SELECT destination, credential_version, failures, stopped, verified, paused_until, last_success, last_error, changed_at
FROM destination_health WHERE destination = :destination

-- name: all_health
SELECT destination, credential_version, failures, stopped, verified, paused_until, last_success, last_error, changed_at
FROM destination_health ORDER BY destination

-- name: store_health
INSERT INTO destination_health (destination, credential_version, failures, stopped, verified, paused_until, last_success,
                                last_error, changed_at)
VALUES (:destination, :credential_version, :failures, :stopped, :verified, :paused_until, :last_success, :last_error, :now)
ON CONFLICT (destination) DO UPDATE
SET credential_version = excluded.credential_version, failures = excluded.failures, stopped = excluded.stopped,
    verified = excluded.verified, paused_until = excluded.paused_until,
    last_success = coalesce(excluded.last_success, destination_health.last_success), last_error = excluded.last_error,
    changed_at = excluded.changed_at
WHERE destination_health.stopped = 0 OR excluded.stopped = 1
   OR destination_health.credential_version <> excluded.credential_version

-- name: enqueue
INSERT INTO outbox (integration, kind, cause, company, origin, payload, state, not_before, created_at, changed_at)
VALUES (:integration, :kind, :cause, :company, :origin, :payload, 'waiting', :now, :now, :now)
ON CONFLICT (kind, cause) DO NOTHING

-- name: outbox_due
SELECT id FROM outbox
WHERE state = 'waiting' AND lease_owner IS NULL AND not_before <= :now AND kind IN (SELECT value FROM json_each(:kinds))
ORDER BY not_before, id LIMIT 1

-- name: claim_outbox
UPDATE outbox SET lease_owner = :owner, lease_number = lease_number + 1
WHERE id = (SELECT id FROM outbox
            WHERE state = 'waiting' AND lease_owner IS NULL AND not_before <= :now
              AND kind IN (SELECT value FROM json_each(:kinds))
            ORDER BY not_before, id LIMIT 1)
RETURNING id, integration, kind, cause, company, origin, payload, attempts, lease_number

-- name: keep_outbox
UPDATE outbox
SET lease_owner = NULL, state = :state, attempts = attempts + 1, not_before = :not_before, last_error = :last_error,
    stopped_version = :stopped_version, changed_at = :now
WHERE id = :id AND lease_owner = :owner AND lease_number = :lease_number

-- name: stopped_kinds
SELECT kind, stopped_version AS version FROM outbox WHERE state = 'stopped' GROUP BY kind, stopped_version

-- name: resume_outbox
UPDATE outbox SET state = 'waiting', not_before = :now, changed_at = :now
WHERE kind = :kind AND state = 'stopped' AND stopped_version <> :version

-- name: outbox_waiting
SELECT count(*) AS n FROM outbox WHERE state <> 'done'

-- name: outbox_unfinished
SELECT id FROM outbox WHERE state = 'waiting' AND (lease_owner IS NOT NULL OR not_before <= :now) LIMIT 1

-- name: schedules
SELECT id, name, job, company, rule, zone, filter, enabled, next_run, last_run, asked_by,
       (SELECT count(*) FROM schedule_run r WHERE r.schedule = schedule.id AND r.ended_at IS NULL) AS running
FROM schedule WHERE CAST(:company AS BIGINT) = 0 OR company = CAST(:company AS BIGINT) ORDER BY id

-- name: schedule
SELECT id, name, job, company, rule, zone, filter, enabled, next_run, last_run, asked_by,
       (SELECT count(*) FROM schedule_run r WHERE r.schedule = schedule.id AND r.ended_at IS NULL) AS running
FROM schedule WHERE id = :id

-- name: due_schedules
SELECT id, name, job, company, rule, zone, filter, enabled, next_run, last_run, asked_by,
       (SELECT count(*) FROM schedule_run r WHERE r.schedule = schedule.id AND r.ended_at IS NULL) AS running
FROM schedule
WHERE ((enabled = 1 AND next_run <= :now) OR asked_by IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM schedule_run r WHERE r.schedule = schedule.id AND r.ended_at IS NULL)
ORDER BY coalesce(next_run, 0), id

-- name: interrupted_runs
SELECT r.id AS run, r.started_at, s.id, s.name, s.job, s.company, s.rule, s.zone, s.filter, s.enabled, s.next_run, s.last_run,
       1 AS running
FROM schedule_run r JOIN schedule s ON s.id = r.schedule
WHERE r.ended_at IS NULL AND r.owner IS NULL ORDER BY r.id

-- name: company_known
SELECT 1 AS known FROM network WHERE company = :company

-- name: add_schedule
INSERT INTO schedule (name, job, company, rule, zone, filter, enabled, next_run, created_at, created_by)
VALUES (:name, :job, :company, :rule, :zone, :filter, :enabled, :next_run, :now, :who)
ON CONFLICT DO NOTHING
RETURNING id

-- name: change_schedule
UPDATE schedule
SET name = :name, job = :job, company = :company, rule = :rule, zone = :zone, filter = :filter, enabled = :enabled,
    next_run = :next_run
WHERE id = :id

-- name: enable_schedule
UPDATE schedule SET enabled = :enabled, next_run = :next_run WHERE id = :id

-- name: remove_schedule
DELETE FROM schedule WHERE id = :id

-- name: ask_schedule
UPDATE schedule SET asked_by = :who WHERE id = :id

-- name: claim_schedule
UPDATE schedule SET next_run = :next_run, enabled = :enabled, last_run = :now, asked_by = NULL
WHERE id = :id AND coalesce(next_run, 0) = coalesce(CAST(:expected AS BIGINT), 0)
  AND coalesce(asked_by, '') = :asked_by
  AND (asked_by IS NOT NULL OR (enabled = 1 AND next_run <= :now))

-- name: touch_schedule
UPDATE schedule SET last_run = :now WHERE id = :id

-- name: open_run
INSERT INTO schedule_run (schedule, who, owner, started_at) VALUES (:schedule, :who, :owner, :now)
ON CONFLICT DO NOTHING
RETURNING id

-- name: take_run
UPDATE schedule_run SET owner = :owner WHERE id = :id AND owner IS NULL AND ended_at IS NULL

-- name: end_run
UPDATE schedule_run
SET planned = :planned, succeeded = :succeeded, failed = :failed, skipped = :skipped, not_attempted = :not_attempted,
    message = :message, ended_at = :now, owner = NULL
WHERE id = :id AND owner = :owner AND ended_at IS NULL

-- name: close_interrupted_runs
UPDATE schedule_run SET ended_at = :now, message = 'Execução interrompida'
WHERE schedule = :schedule AND owner IS NULL AND ended_at IS NULL

-- name: free_runs
UPDATE schedule_run SET owner = NULL WHERE owner = :id AND ended_at IS NULL

-- name: schedule_runs
SELECT id, schedule, who, planned, succeeded, failed, skipped, not_attempted, message, started_at, ended_at
FROM schedule_run WHERE schedule = :schedule ORDER BY id DESC LIMIT :limit

-- name: latest_runs
SELECT id, schedule, who, planned, succeeded, failed, skipped, not_attempted, message, started_at, ended_at
FROM schedule_run r WHERE id = (SELECT max(id) FROM schedule_run l WHERE l.schedule = r.schedule)
