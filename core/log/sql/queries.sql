-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: record
SELECT id, integration, company, level, origin, functionality, module, key_fields, key_values, status, call_state, message,
       signature, automatic_attempts, manual_attempts, items, not_before, cancelled_reason, lease_owner, created_at, changed_at
FROM log_record WHERE id = :id

-- name: record_of_origin
SELECT id, integration, company, level, origin, functionality, module, key_fields, key_values, status, call_state, message,
       signature, automatic_attempts, manual_attempts, items, not_before, cancelled_reason, lease_owner, created_at, changed_at
FROM log_record WHERE company = :company AND origin = :origin AND functionality = :functionality

-- name: ensure_record
INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, key_values, status, created_at,
                        changed_at)
VALUES (:integration, :company, :level, :origin, :functionality, :module, :key_fields, :key_values, :status, :now, :now)
ON CONFLICT (company, origin, functionality) DO UPDATE
SET key_fields = excluded.key_fields, key_values = excluded.key_values, level = excluded.level
RETURNING id

-- name: touch_record
UPDATE log_record
SET items = items + 1, message = :message, status = CASE WHEN :keep_status = 1 THEN status ELSE :status END,
    signature = CASE WHEN (CASE WHEN :keep_status = 1 THEN status ELSE :status END) = 'success' THEN ''
                     WHEN :signature = '' THEN signature ELSE :signature END,
    changed_at = max(changed_at, :now)
WHERE id = :id
RETURNING id, items

-- name: put_record
INSERT INTO log_record AS r (integration, company, level, origin, functionality, module, key_fields, key_values, status, message,
                             signature, items, created_at, changed_at)
VALUES (:integration, :company, :level, :origin, :functionality, :module, :key_fields, :key_values, :status, :message,
        :signature, 1, :now, :now)
ON CONFLICT (company, origin, functionality) DO UPDATE
SET key_fields = excluded.key_fields, key_values = excluded.key_values, level = excluded.level, items = r.items + 1,
    message = excluded.message, status = CASE WHEN :keep_status = 1 THEN r.status ELSE excluded.status END,
    signature = CASE WHEN (CASE WHEN :keep_status = 1 THEN r.status ELSE excluded.status END) = 'success' THEN ''
                     WHEN excluded.signature = '' THEN r.signature ELSE excluded.signature END,
    changed_at = max(r.changed_at, excluded.changed_at)
RETURNING id, items

-- name: settle_record
UPDATE log_record
SET items = items + 1, message = :message, status = :record_status, call_state = :call_state,
    automatic_attempts = :automatic_attempts, manual_attempts = :manual_attempts, not_before = :not_before,
    cancelled_reason = :cancelled_reason, lease_owner = NULL,
    signature = CASE WHEN :record_status = 'success' THEN '' WHEN :signature = '' THEN signature ELSE :signature END,
    changed_at = max(changed_at, :now)
WHERE id = :id AND lease_owner = :owner AND lease_number = :lease_number
RETURNING id, items

-- name: add_item
INSERT INTO log_item (record, number, cause, who, message, status, http_status, duration_ms, configuration_version, signature,
                      created_at, changed_at)
VALUES (:record, :number, :cause, :who, :message, :status, :http_status, :duration_ms, :configuration_version, :signature,
        :now, :now)
RETURNING id

-- name: keep_signature
INSERT INTO log_signature (id, version, text, first_at) VALUES (:signature, :version, :text, :now) ON CONFLICT (id) DO NOTHING

-- name: signature
SELECT id, version, text, first_at FROM log_signature WHERE id = :id

-- name: add_payload
INSERT INTO log_payload (item, sent, received, detail, created_at) VALUES (:item, :sent, :received, :detail, :now)

-- name: items
SELECT id, record, number, cause, who, message, status, http_status, duration_ms, configuration_version, created_at, changed_at
FROM log_item WHERE record = :record ORDER BY number

-- name: payload
SELECT sent, received, detail FROM log_payload WHERE item = :item

-- name: skew
SELECT skew FROM log_order

-- name: counter_cells
SELECT company, functionality, module, status, sum(records) AS n FROM counter
WHERE company = coalesce(CAST(:company AS BIGINT), company) AND level = coalesce(CAST(:level AS BIGINT), level)
  AND attempts >= :attempts
GROUP BY company, functionality, module, status HAVING sum(records) <> 0
ORDER BY company, functionality, status, module

-- name: waiting_ages
SELECT coalesce(sum(CASE WHEN created_at >= :hour THEN 1 ELSE 0 END), 0) AS hour,
       coalesce(sum(CASE WHEN created_at >= :day THEN 1 ELSE 0 END), 0) AS day, count(*) AS week
FROM log_record
WHERE company = :company AND status = :status AND status <> 'success' AND created_at >= :week
  AND functionality = :functionality AND level = coalesce(CAST(:level AS BIGINT), level)

-- name: hours_created
SELECT created_at / 3600000 AS hour, count(*) AS n FROM log_record
WHERE company = :company AND created_at >= :from AND level = coalesce(CAST(:level AS BIGINT), level)
GROUP BY 1

-- name: hours_failed
SELECT created_at / 3600000 AS hour, count(*) AS n FROM log_record
WHERE company = :company AND status = 'error' AND status <> 'success' AND created_at >= :from
  AND level = coalesce(CAST(:level AS BIGINT), level)
GROUP BY 1

-- name: last_id_until
SELECT id FROM log_record WHERE company = :company AND created_at < :time ORDER BY created_at DESC, id DESC LIMIT 1

-- name: first_id_from
SELECT id FROM log_record WHERE company = :company AND created_at >= :time ORDER BY created_at, id LIMIT 1
