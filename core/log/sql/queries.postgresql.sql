-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- An item, its record, its payload and its signature are one statement here: of each, most is the way to the server.
-- name: touch_record
WITH touched AS (
         UPDATE log_record
         SET items = items + 1, message = :message,
             status = CASE WHEN CAST(:keep_status AS BIGINT) = 1 THEN status ELSE :status END,
             signature = CASE WHEN (CASE WHEN CAST(:keep_status AS BIGINT) = 1 THEN status ELSE CAST(:status AS TEXT) END) = 'success'
                              THEN ''
                              WHEN CAST(:signature AS TEXT) = '' THEN signature ELSE CAST(:signature AS TEXT) END,
             changed_at = greatest(changed_at, CAST(:now AS BIGINT))
         WHERE id = :id
         RETURNING id, items, message),
     known AS (
         INSERT INTO log_signature (id, version, text, first_at)
         SELECT CAST(:signature AS TEXT), CAST(:version AS BIGINT), CAST(:text AS TEXT), CAST(:now AS BIGINT)
         FROM touched WHERE CAST(:signature AS TEXT) <> ''
         ON CONFLICT (id) DO NOTHING),
     added AS (
         INSERT INTO log_item (record, number, cause, who, message, status, http_status, duration_ms, configuration_version,
                               signature, created_at, changed_at)
         SELECT id, items, CAST(:cause AS TEXT), CAST(:who AS TEXT), message, CAST(:status AS TEXT),
                CAST(:http_status AS BIGINT), CAST(:duration_ms AS BIGINT), CAST(:configuration_version AS BIGINT),
                CAST(:signature AS TEXT), CAST(:now AS BIGINT), CAST(:now AS BIGINT)
         FROM touched
         RETURNING id, record),
     kept AS (
         INSERT INTO log_payload (item, sent, received, detail, created_at)
         SELECT id, CAST(:sent AS BYTEA), CAST(:received AS BYTEA), CAST(:detail AS BYTEA), CAST(:now AS BIGINT)
         FROM added)
SELECT record, id FROM added

-- name: put_record
WITH touched AS (
         INSERT INTO log_record AS r (integration, company, level, origin, functionality, module, key_fields, key_values, status,
                                      message, signature, items, created_at, changed_at)
         VALUES (:integration, :company, :level, :origin, :functionality, :module, :key_fields, :key_values, :status, :message,
                 :signature, 1, :now, :now)
         ON CONFLICT (company, origin, functionality) DO UPDATE
         SET key_fields = excluded.key_fields, key_values = excluded.key_values, level = excluded.level, items = r.items + 1,
             message = excluded.message,
             status = CASE WHEN CAST(:keep_status AS BIGINT) = 1 THEN r.status ELSE excluded.status END,
             signature = CASE WHEN (CASE WHEN CAST(:keep_status AS BIGINT) = 1 THEN r.status ELSE excluded.status END) = 'success'
                              THEN ''
                              WHEN excluded.signature = '' THEN r.signature ELSE excluded.signature END,
             changed_at = greatest(r.changed_at, excluded.changed_at)
         RETURNING id, items, message),
     known AS (
         INSERT INTO log_signature (id, version, text, first_at)
         SELECT CAST(:signature AS TEXT), CAST(:version AS BIGINT), CAST(:text AS TEXT), CAST(:now AS BIGINT)
         FROM touched WHERE CAST(:signature AS TEXT) <> ''
         ON CONFLICT (id) DO NOTHING),
     added AS (
         INSERT INTO log_item (record, number, cause, who, message, status, http_status, duration_ms, configuration_version,
                               signature, created_at, changed_at)
         SELECT id, items, CAST(:cause AS TEXT), CAST(:who AS TEXT), message, CAST(:status AS TEXT),
                CAST(:http_status AS BIGINT), CAST(:duration_ms AS BIGINT), CAST(:configuration_version AS BIGINT),
                CAST(:signature AS TEXT), CAST(:now AS BIGINT), CAST(:now AS BIGINT)
         FROM touched
         RETURNING id, record),
     kept AS (
         INSERT INTO log_payload (item, sent, received, detail, created_at)
         SELECT id, CAST(:sent AS BYTEA), CAST(:received AS BYTEA), CAST(:detail AS BYTEA), CAST(:now AS BIGINT)
         FROM added)
SELECT record, id FROM added

-- name: put_records
WITH given AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset(CAST(:rows AS jsonb))
             AS g (integration TEXT, company BIGINT, level BIGINT, origin TEXT, functionality TEXT, module TEXT,
                   key_fields TEXT, key_values TEXT, message TEXT, status TEXT, signature TEXT, text TEXT, cause TEXT,
                   who TEXT, http_status BIGINT, duration_ms BIGINT, configuration_version BIGINT, sent TEXT,
                   received TEXT, detail TEXT)),
     touched AS (
         INSERT INTO log_record AS r (integration, company, level, origin, functionality, module, key_fields, key_values, status,
                                      message, signature, items, created_at, changed_at)
         SELECT integration, company, level, origin, functionality, module, key_fields, key_values, status, message, signature,
                1, CAST(:now AS BIGINT), CAST(:now AS BIGINT)
         FROM given
         ON CONFLICT (company, origin, functionality) DO UPDATE
         SET key_fields = excluded.key_fields, key_values = excluded.key_values, level = excluded.level, items = r.items + 1,
             message = excluded.message, status = excluded.status,
             signature = CASE WHEN excluded.status = 'success' THEN ''
                              WHEN excluded.signature = '' THEN r.signature ELSE excluded.signature END,
             changed_at = greatest(r.changed_at, excluded.changed_at)
         RETURNING id, items, company, origin, functionality),
     known AS (
         INSERT INTO log_signature (id, version, text, first_at)
         SELECT DISTINCT ON (signature) signature, CAST(:version AS BIGINT), text, CAST(:now AS BIGINT)
         FROM given WHERE signature <> ''
         ON CONFLICT (id) DO NOTHING),
     added AS (
         INSERT INTO log_item (record, number, cause, who, message, status, http_status, duration_ms, configuration_version,
                               signature, created_at, changed_at)
         SELECT id, items, cause, who, message, status, http_status, duration_ms, configuration_version, signature,
                CAST(:now AS BIGINT), CAST(:now AS BIGINT)
         FROM touched JOIN given USING (company, origin, functionality)
         RETURNING id, record)
INSERT INTO log_payload (item, sent, received, detail, created_at)
SELECT added.id, decode(sent, 'base64'), decode(received, 'base64'), decode(detail, 'base64'), CAST(:now AS BIGINT)
FROM added JOIN touched ON touched.id = added.record JOIN given USING (company, origin, functionality)

-- name: settle_record
WITH touched AS (
         UPDATE log_record
         SET items = items + 1, message = :message, status = :record_status, call_state = :call_state,
             automatic_attempts = :automatic_attempts, manual_attempts = :manual_attempts, not_before = :not_before,
             cancelled_reason = :cancelled_reason, lease_owner = NULL,
             signature = CASE WHEN CAST(:record_status AS TEXT) = 'success' THEN ''
                              WHEN CAST(:signature AS TEXT) = '' THEN signature ELSE CAST(:signature AS TEXT) END,
             changed_at = greatest(changed_at, CAST(:now AS BIGINT))
         WHERE id = :id AND lease_owner = :owner AND lease_number = :lease_number
         RETURNING id, items, message),
     known AS (
         INSERT INTO log_signature (id, version, text, first_at)
         SELECT CAST(:signature AS TEXT), CAST(:version AS BIGINT), CAST(:text AS TEXT), CAST(:now AS BIGINT)
         FROM touched WHERE CAST(:signature AS TEXT) <> ''
         ON CONFLICT (id) DO NOTHING),
     added AS (
         INSERT INTO log_item (record, number, cause, who, message, status, http_status, duration_ms, configuration_version,
                               signature, created_at, changed_at)
         SELECT id, items, CAST(:cause AS TEXT), CAST(:who AS TEXT), message, CAST(:status AS TEXT),
                CAST(:http_status AS BIGINT), CAST(:duration_ms AS BIGINT), CAST(:configuration_version AS BIGINT),
                CAST(:signature AS TEXT), CAST(:now AS BIGINT), CAST(:now AS BIGINT)
         FROM touched
         RETURNING id, record),
     kept AS (
         INSERT INTO log_payload (item, sent, received, detail, created_at)
         SELECT id, CAST(:sent AS BYTEA), CAST(:received AS BYTEA), CAST(:detail AS BYTEA), CAST(:now AS BIGINT)
         FROM added)
SELECT record, id FROM added

-- name: ensure_partitions
-- Programs that start at the same moment make them one after the other.
WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(7264532))
SELECT log_ensure_partition(part.name, month.start AT TIME ZONE 'UTC')
FROM turn,
     (VALUES ('log_item'), ('log_payload')) AS part (name),
     generate_series(date_trunc('month', to_timestamp(CAST(:now AS BIGINT) / 1000.0) AT TIME ZONE 'UTC'),
                     date_trunc('month', to_timestamp(CAST(:now AS BIGINT) / 1000.0) AT TIME ZONE 'UTC') + interval '2 months',
                     interval '1 month') AS month (start)

-- name: fold_counters
-- Counts of connections that are gone become one; the turn of ensure_partitions keeps two programs apart.
WITH gone AS (
    DELETE FROM counter
    WHERE shard <> 0 AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.pid = shard)
    RETURNING company, level, functionality, module, status, attempts, records
)
INSERT INTO counter AS c (company, level, functionality, module, status, attempts, shard, records)
SELECT company, level, functionality, module, status, attempts, 0, sum(records) FROM gone GROUP BY 1, 2, 3, 4, 5, 6
ON CONFLICT (company, level, functionality, module, status, attempts, shard) DO UPDATE
SET records = c.records + excluded.records
