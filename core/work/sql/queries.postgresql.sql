-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: enqueue
INSERT INTO outbox (integration, kind, cause, company, origin, payload, state, not_before, created_at, changed_at)
SELECT CAST(:integration AS TEXT), kind, CAST(:cause AS TEXT), CAST(:company AS BIGINT), CAST(:origin AS TEXT),
       CAST(:payload AS TEXT), 'waiting', CAST(:now AS BIGINT), CAST(:now AS BIGINT), CAST(:now AS BIGINT)
FROM jsonb_array_elements_text(CAST(:kinds AS jsonb)) AS kind
ON CONFLICT (kind, cause) DO NOTHING

-- name: outbox_due
SELECT id FROM outbox
WHERE state = 'waiting' AND lease_owner IS NULL AND not_before <= :now
  AND kind IN (SELECT jsonb_array_elements_text(CAST(:kinds AS jsonb)))
ORDER BY not_before, id LIMIT 1

-- name: claim_outbox
UPDATE outbox SET lease_owner = :owner, lease_number = lease_number + 1
WHERE id = ANY (ARRAY(SELECT id FROM outbox
                      WHERE state = 'waiting' AND lease_owner IS NULL AND not_before <= :now
                        AND kind IN (SELECT jsonb_array_elements_text(CAST(:kinds AS jsonb)))
                      ORDER BY not_before, id LIMIT :places FOR UPDATE SKIP LOCKED))
RETURNING id, integration, kind, cause, company, origin, payload, attempts, asked_by, lease_number

-- name: keep_outbox
-- The list leads by the key, since how many are joined is unknown, which led through the whole table.
UPDATE outbox
SET lease_owner = NULL, state = tried.state, attempts = attempts + 1, not_before = tried.not_before,
    last_error = tried.last_error, stopped_version = tried.stopped_version, asked_by = '', changed_at = :now
FROM (SELECT CAST(value ->> 0 AS BIGINT) AS id, CAST(value ->> 1 AS BIGINT) AS lease_number, value ->> 2 AS state,
             CAST(value ->> 3 AS BIGINT) AS not_before, value ->> 4 AS last_error,
             CAST(value ->> 5 AS BIGINT) AS stopped_version
      FROM jsonb_array_elements(CAST(:tried AS jsonb))) AS tried
WHERE outbox.id = ANY (ARRAY(SELECT CAST(value ->> 0 AS BIGINT) FROM jsonb_array_elements(CAST(:tried AS jsonb))))
  AND outbox.id = tried.id AND outbox.lease_owner = :owner AND outbox.lease_number = tried.lease_number
RETURNING outbox.id

-- name: undelivered_notices
SELECT o.company, o.origin, o.kind, o.state, o.attempts, o.not_before, o.last_error, r.id AS record
FROM outbox o
LEFT JOIN log_record r ON r.company = o.company AND r.origin = o.origin AND r.functionality = o.kind
WHERE o.state <> 'done' AND o.kind IN (SELECT jsonb_array_elements_text(CAST(:kinds AS jsonb)))
  AND (CAST(:company AS BIGINT) = 0 OR o.company = CAST(:company AS BIGINT))
ORDER BY o.id LIMIT :limit

-- name: entries
SELECT record, state, reason, message, ended_at FROM batch_entry
WHERE batch = :id AND record > :after
  AND (CAST(:reason AS BIGINT) < 0 OR reason = CAST(:reason AS BIGINT))
  AND (CAST(:states AS TEXT) = '[]'
       OR coalesce(state, CASE WHEN reason < 10 THEN 'planned' ELSE 'excluded' END)
          IN (SELECT jsonb_array_elements_text(CAST(:states AS jsonb))))
ORDER BY record LIMIT :limit

-- name: in_batch
SELECT record FROM batch_entry WHERE state = 'waiting' AND record = ANY (CAST(:ids AS BIGINT[]))

-- name: claim_entries
SELECT record, lease_number FROM claim_batch_entries(:id, :owner, :after, :places)

-- name: pace
SELECT paced_until, allowance FROM batch WHERE id = :id AND state = 'running' FOR UPDATE

-- name: keep_entries
UPDATE batch_entry
SET state = ended.state, message = ended.message, unanswered = ended.unanswered, lease_owner = NULL,
    ended_at = CASE WHEN ended.state = 'waiting' THEN NULL ELSE CAST(:now AS BIGINT) END
FROM (SELECT CAST(value ->> 0 AS BIGINT) AS batch, CAST(value ->> 1 AS BIGINT) AS record,
             CAST(value ->> 2 AS BIGINT) AS lease_owner, CAST(value ->> 3 AS BIGINT) AS lease_number,
             value ->> 4 AS state, value ->> 5 AS message, CAST(value ->> 6 AS BIGINT) AS unanswered
      FROM jsonb_array_elements(CAST(:ended AS jsonb))) AS ended
WHERE batch_entry.batch = ended.batch AND batch_entry.record = ended.record AND batch_entry.state = 'waiting'
  AND batch_entry.lease_owner = ended.lease_owner AND batch_entry.lease_number = ended.lease_number
