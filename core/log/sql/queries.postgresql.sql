-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: touch_record
UPDATE log_record
SET items = items + 1, message = :message,
    status = CASE WHEN CAST(:keep_status AS BIGINT) = 1 THEN status ELSE :status END,
    signature = CASE WHEN (CASE WHEN CAST(:keep_status AS BIGINT) = 1 THEN status ELSE CAST(:status AS TEXT) END) = 'success' THEN ''
                     WHEN CAST(:signature AS TEXT) = '' THEN signature ELSE CAST(:signature AS TEXT) END,
    changed_at = greatest(changed_at, CAST(:now AS BIGINT))
WHERE id = :id
RETURNING items

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
