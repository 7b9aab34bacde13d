-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: latest_item
SELECT id, record, number, cause, who, message, status, http_status, created_at
FROM log_item WHERE record = :record ORDER BY number DESC LIMIT 1

-- name: holder
SELECT program, host, pid, heartbeat_at, ended_at FROM process WHERE id = :id

-- name: health
SELECT failures, stopped, paused_until FROM destination_health WHERE destination = :destination

-- name: batch_of_record
SELECT b.id, b.who, b.state, b.state_reason, b.state_by
FROM batch_entry e JOIN batch b ON b.id = e.batch
WHERE e.record = :record AND e.state = 'waiting'

-- name: notice
SELECT state, attempts, not_before, lease_owner
FROM outbox WHERE integration = :integration AND kind = :kind AND company = :company AND origin = :origin
