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
-- What succeeded is never held, and what did not has an index of its own.
UPDATE log_record SET lease_owner = NULL WHERE lease_owner = :id AND status <> 'success'

-- name: free_outbox
-- What is held is waiting, which has an index of its own.
UPDATE outbox SET lease_owner = NULL WHERE lease_owner = :id AND state = 'waiting'

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
SELECT :integration, value, :cause, :company, :origin, :payload, 'waiting', :now, :now, :now FROM json_each(:kinds) WHERE true
ON CONFLICT (kind, cause) DO NOTHING

-- name: outbox_due
-- The sign keeps the kind from choosing the index: what is done of it may be the whole table.
SELECT id FROM outbox
WHERE state = 'waiting' AND lease_owner IS NULL AND not_before <= :now AND +kind IN (SELECT value FROM json_each(:kinds))
ORDER BY not_before, id LIMIT 1

-- name: claim_outbox
UPDATE outbox SET lease_owner = :owner, lease_number = lease_number + 1
WHERE id IN (SELECT id FROM outbox
             WHERE state = 'waiting' AND lease_owner IS NULL AND not_before <= :now
               AND +kind IN (SELECT value FROM json_each(:kinds))
             ORDER BY not_before, id LIMIT :places)
RETURNING id, integration, kind, cause, company, origin, payload, attempts, asked_by, lease_number

-- name: keep_outbox
UPDATE outbox
SET lease_owner = NULL, state = tried.state, attempts = attempts + 1, not_before = tried.not_before,
    last_error = tried.last_error, stopped_version = tried.stopped_version, asked_by = '', changed_at = :now
FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS lease_number,
             json_extract(value, '$[2]') AS state, json_extract(value, '$[3]') AS not_before,
             json_extract(value, '$[4]') AS last_error, json_extract(value, '$[5]') AS stopped_version
      FROM json_each(:tried)) AS tried
WHERE outbox.id = tried.id AND outbox.lease_owner = :owner AND outbox.lease_number = tried.lease_number
RETURNING outbox.id

-- name: stopped_kinds
SELECT kind, stopped_version AS version FROM outbox WHERE state = 'stopped' GROUP BY kind, stopped_version

-- name: resume_outbox
UPDATE outbox SET state = 'waiting', not_before = :now, changed_at = :now
WHERE kind = :kind AND state = 'stopped' AND stopped_version <> :version

-- name: notice_of_origin
SELECT id FROM outbox WHERE integration = :integration AND kind = :kind AND company = :company AND origin = :origin

-- name: resend_notice
UPDATE outbox SET state = 'waiting', attempts = 0, not_before = :now, asked_by = :who, changed_at = :now
WHERE integration = :integration AND kind = :kind AND company = :company AND origin = :origin AND lease_owner IS NULL

-- name: undelivered_notices
SELECT o.company, o.origin, o.kind, o.state, o.attempts, o.not_before, o.last_error, r.id AS record
FROM outbox o
LEFT JOIN log_record r ON r.company = o.company AND r.origin = o.origin AND r.functionality = o.kind
WHERE o.state <> 'done' AND o.kind IN (SELECT value FROM json_each(:kinds))
  AND (CAST(:company AS BIGINT) = 0 OR o.company = CAST(:company AS BIGINT))
ORDER BY o.id LIMIT :limit

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
SELECT r.id AS run, r.who, r.started_at, s.id, s.name, s.job, s.company, s.rule, s.zone, s.filter, s.enabled, s.next_run, s.last_run,
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
SET planned = planned + :planned, succeeded = succeeded + :succeeded, failed = failed + :failed, skipped = skipped + :skipped,
    not_attempted = :not_attempted, message = :message, ended_at = :ended_at, owner = NULL
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
FROM schedule_run r
WHERE id = (SELECT max(id) FROM schedule_run l WHERE l.schedule = r.schedule)
  AND schedule IN (SELECT id FROM schedule
                   WHERE CAST(:company AS BIGINT) = 0 OR company = CAST(:company AS BIGINT))

-- name: free_entries
UPDATE batch_entry SET lease_owner = NULL WHERE lease_owner = :id AND state = 'waiting'

-- name: add_batch
INSERT INTO batch (integration, company, who, state, token, hash, planned, excluded, created_at)
VALUES (:integration, :company, :who, 'planned', :token, '', 0, 0, :now)
RETURNING id

-- name: plan_totals
SELECT count(*) AS n, coalesce(sum(CASE WHEN reason >= 10 THEN 1 ELSE 0 END), 0) AS excluded,
       coalesce(sum(((record % 1000000007) * 2654435761 + reason) % 4294967291), 0) AS mixed
FROM batch_entry WHERE batch = :id

-- name: keep_totals
UPDATE batch SET hash = :hash, planned = :planned, excluded = :excluded WHERE id = :id

-- name: batch
SELECT id, integration, company, who, state, state_reason, state_by, reset_attempts, per_second, canary, token, hash, planned,
       excluded, succeeded, failed, skipped, not_attempted, created_at, confirmed_at, started_at, ended_at
FROM batch WHERE id = :id

-- name: batches
-- One statement, so that a batch that ends meanwhile is seen once.
SELECT id, integration, company, who, state, state_reason, state_by, reset_attempts, per_second, canary, token, hash, planned,
       excluded, succeeded, failed, skipped, not_attempted, created_at, confirmed_at, started_at, ended_at
FROM batch
WHERE id IN (SELECT id FROM batch WHERE ended_at IS NULL AND state <> 'planned'
             UNION ALL
             SELECT id FROM (SELECT id FROM batch WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT :limit) AS past)
ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, id DESC

-- name: entry_counts
SELECT state, count(*) AS n FROM batch_entry WHERE batch = :id AND state IS NOT NULL GROUP BY state

-- name: batch_companies
SELECT DISTINCT r.company FROM batch_entry e JOIN log_record r ON r.id = e.record WHERE e.batch = :id

-- name: plan_shares
SELECT e.reason, r.status, r.company, r.level, r.signature, coalesce(max(s.text), '') AS text, count(*) AS n
FROM batch_entry e JOIN log_record r ON r.id = e.record LEFT JOIN log_signature s ON s.id = r.signature
WHERE e.batch = :id
GROUP BY e.reason, r.status, r.company, r.level, r.signature
ORDER BY n DESC, e.reason, r.company, r.level, r.signature

-- name: entries
SELECT record, state, reason, message, ended_at FROM batch_entry
WHERE batch = :id AND record > :after
  AND (:reason < 0 OR reason = :reason)
  AND (:states = '[]'
       OR coalesce(state, CASE WHEN reason < 10 THEN 'planned' ELSE 'excluded' END) IN (SELECT value FROM json_each(:states)))
ORDER BY record LIMIT :limit

-- name: in_batch
SELECT record FROM batch_entry WHERE state = 'waiting' AND record IN (SELECT value FROM json_each(:ids))

-- name: confirm_batch
UPDATE batch
SET state = 'waiting', who = :who, reset_attempts = :reset_attempts, per_second = :per_second, canary = :canary,
    allowance = :allowance, confirmed_at = :now
WHERE id = :id AND token = :token AND hash = :hash AND state = 'planned'

-- name: confirm_entries
UPDATE batch_entry SET state = 'waiting' WHERE batch = :id AND state IS NULL AND reason < 10

-- name: skip_taken_entries
UPDATE batch_entry SET state = 'skipped', message = :message, ended_at = :now
WHERE batch = :id AND state IS NULL AND reason < 10 AND record IN (SELECT record FROM batch_entry WHERE state = 'waiting')

-- name: discard_entries
DELETE FROM batch_entry WHERE batch IN (SELECT id FROM batch WHERE state = 'planned' AND id = :id)

-- name: discard_batch
DELETE FROM batch WHERE state = 'planned' AND id = :id

-- name: old_plans
SELECT id FROM batch WHERE ended_at IS NULL AND state = 'planned' AND created_at < :before

-- name: pause_batch
UPDATE batch SET state = 'paused', state_reason = '', state_by = :who WHERE id = :id AND state IN ('waiting', 'running')

-- name: resume_batch
UPDATE batch
SET state = CASE WHEN started_at IS NULL THEN 'waiting' ELSE 'running' END, state_reason = '', state_by = :who,
    allowance = CASE WHEN allowance > 0 THEN allowance + :slice ELSE 0 END
WHERE id = :id AND state = 'paused'

-- name: cancel_batch
UPDATE batch SET state = 'cancelled', state_reason = '', state_by = :who
WHERE id = :id AND state IN ('waiting', 'running', 'paused')

-- name: cancel_entries
UPDATE batch_entry SET state = 'not_attempted', message = :message, ended_at = :now
WHERE batch = :id AND state = 'waiting' AND lease_owner IS NULL

-- name: runnable_batches
SELECT id, state, who, state_by, reset_attempts, per_second, canary, allowance, paced_until FROM batch
WHERE ended_at IS NULL AND state IN ('waiting', 'running', 'cancelled') AND integration = :integration ORDER BY id

-- name: start_batch
UPDATE batch SET state = 'running', started_at = :now WHERE id = :id AND state = 'waiting'

-- name: entry_due
SELECT record FROM batch_entry
WHERE batch = :id AND record > :after AND state = 'waiting' AND lease_owner IS NULL
ORDER BY record LIMIT 1

-- name: claim_entries
UPDATE batch_entry SET lease_owner = :owner, lease_number = coalesce(lease_number, 0) + 1
WHERE batch = :id AND record IN (SELECT record FROM batch_entry
                                 WHERE batch = :id AND record > :after AND state = 'waiting' AND lease_owner IS NULL
                                   AND EXISTS (SELECT 1 FROM batch WHERE id = :id AND state = 'running')
                                 ORDER BY record LIMIT :places)
RETURNING record, lease_number

-- name: pace
SELECT paced_until, allowance FROM batch WHERE id = :id AND state = 'running'

-- name: keep_pace
UPDATE batch SET paced_until = :paced_until WHERE id = :id

-- name: keep_entry
UPDATE batch_entry
SET state = :state, message = :message, unanswered = :unanswered, ended_at = :now, lease_owner = NULL
WHERE batch = :id AND record = :record AND state = 'waiting' AND lease_owner = :owner AND lease_number = :lease_number

-- name: keep_entries
UPDATE batch_entry
SET state = ended.state, message = ended.message, unanswered = ended.unanswered, lease_owner = NULL,
    ended_at = CASE WHEN ended.state = 'waiting' THEN NULL ELSE CAST(:now AS BIGINT) END
FROM (SELECT json_extract(value, '$[0]') AS batch, json_extract(value, '$[1]') AS record,
             json_extract(value, '$[2]') AS lease_owner, json_extract(value, '$[3]') AS lease_number,
             json_extract(value, '$[4]') AS state, json_extract(value, '$[5]') AS message,
             json_extract(value, '$[6]') AS unanswered
      FROM json_each(:ended)) AS ended
WHERE batch_entry.batch = ended.batch AND batch_entry.record = ended.record AND batch_entry.state = 'waiting'
  AND batch_entry.lease_owner = ended.lease_owner AND batch_entry.lease_number = ended.lease_number

-- name: canary_counts
SELECT count(CASE WHEN state = 'waiting' AND lease_owner IS NULL THEN 1 END) AS waiting,
       count(CASE WHEN state = 'waiting' AND lease_owner IS NOT NULL THEN 1 END) AS leased,
       count(CASE WHEN state IN ('succeeded', 'failed', 'not_attempted') THEN 1 END) AS tried
FROM batch_entry WHERE batch = :id

-- name: canary_latest
SELECT count(*) AS tried, count(CASE WHEN unanswered = 1 THEN 1 END) AS unanswered
FROM (SELECT unanswered FROM batch_entry WHERE batch = :id AND state IN ('succeeded', 'failed', 'not_attempted')
      ORDER BY ended_at DESC, record DESC LIMIT :slice) AS latest

-- name: widen_canary
UPDATE batch SET allowance = :allowance WHERE id = :id AND allowance = :before AND state = 'running'

-- name: brake_batch
UPDATE batch SET state = 'paused', state_reason = :reason, state_by = '' WHERE id = :id AND state = 'running'

-- name: leased_entry
SELECT record FROM batch_entry WHERE batch = :id AND state = 'waiting' AND lease_owner IS NOT NULL LIMIT 1

-- name: unfinished_entry
SELECT record FROM batch_entry WHERE batch = :id AND state = 'waiting' LIMIT 1

-- name: end_batch
UPDATE batch
SET state = CASE WHEN state = 'cancelled' THEN 'cancelled' ELSE 'done' END, succeeded = :succeeded, failed = :failed,
    skipped = :skipped, not_attempted = :not_attempted, ended_at = :now
WHERE id = :id AND ended_at IS NULL AND state <> 'planned'
  AND NOT EXISTS (SELECT 1 FROM batch_entry WHERE batch = :id AND state = 'waiting')
