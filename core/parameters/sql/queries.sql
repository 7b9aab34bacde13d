-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: values
SELECT scope_kind, scope_key, key, value, sealed IS NOT NULL AS has_secret, version, changed_at, changed_by
FROM parameter_value ORDER BY key, scope_kind, scope_key

-- name: value
SELECT scope_kind, scope_key, key, value, sealed, sealed IS NOT NULL AS has_secret, version, changed_at, changed_by
FROM parameter_value WHERE scope_kind = :scope_kind AND scope_key = :scope_key AND key = :key

-- name: store_value
INSERT INTO parameter_value (scope_kind, scope_key, key, value, sealed, version, changed_at, changed_by)
VALUES (:scope_kind, :scope_key, :key, :value, :sealed, 1, :now, :who)
ON CONFLICT (scope_kind, scope_key, key) DO UPDATE
SET value = excluded.value, sealed = excluded.sealed, version = parameter_value.version + 1,
    changed_at = excluded.changed_at, changed_by = excluded.changed_by

-- name: add_history
INSERT INTO parameter_history (scope_kind, scope_key, key, old_value, new_value, secret, changed_at, changed_by)
VALUES (:scope_kind, :scope_key, :key, :old_value, :new_value, :secret, :now, :who)

-- name: version
SELECT coalesce(max(id), 0) AS version FROM parameter_history

-- name: stamp
SELECT parameters, connections, (SELECT network FROM network WHERE company = :company) AS network FROM configuration_stamp

-- name: history
SELECT id, scope_kind, scope_key, key, old_value, new_value, secret, changed_at, changed_by
FROM parameter_history ORDER BY id DESC LIMIT :limit

-- name: connection
SELECT name, url, user_name, sealed_password, concurrency, timeout_seconds, extra, version
FROM connection WHERE name = :name

-- name: store_connection
INSERT INTO connection (name, url, user_name, sealed_password, concurrency, timeout_seconds, extra, version, changed_at, changed_by)
VALUES (:name, :url, :user_name, :sealed_password, :concurrency, :timeout_seconds, :extra, 1, :now, :who)
ON CONFLICT (name) DO UPDATE
SET url = excluded.url, user_name = excluded.user_name, sealed_password = excluded.sealed_password,
    concurrency = excluded.concurrency, timeout_seconds = excluded.timeout_seconds, extra = excluded.extra,
    version = connection.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by

-- name: networks
SELECT company, network FROM network ORDER BY company

-- name: network
SELECT network FROM network WHERE company = :company

-- name: store_network
INSERT INTO network (company, network, changed_at, changed_by) VALUES (:company, :network, :now, :who)
ON CONFLICT (company) DO UPDATE
SET network = excluded.network, changed_at = excluded.changed_at, changed_by = excluded.changed_by

-- name: ensure_resend_schedule
INSERT INTO schedule (name, job, company, rule, zone, filter, enabled, next_run, created_at, created_by)
SELECT 'Reenvio automático', 'resend', CAST(:company AS BIGINT), 'every 30m', 'America/Sao_Paulo', '', 1,
       CAST(:next_run AS BIGINT), CAST(:now AS BIGINT), CAST(:who AS TEXT)
WHERE NOT EXISTS (SELECT 1 FROM schedule WHERE job = 'resend' AND company = CAST(:company AS BIGINT))

-- name: lookup_age
SELECT read_at FROM lookup_age WHERE kind = :kind AND scope = :scope

-- name: lookup_rows
SELECT code, description FROM lookup_cache WHERE kind = :kind AND scope = :scope ORDER BY position

-- name: lookup_code
SELECT code FROM lookup_cache WHERE kind = :kind AND scope = :scope AND code = :code

-- name: drop_lookup
DELETE FROM lookup_cache WHERE kind = :kind AND scope = :scope

-- name: add_lookup
INSERT INTO lookup_cache (kind, scope, position, code, description)
VALUES (:kind, :scope, :position, :code, :description) ON CONFLICT (kind, scope, code) DO NOTHING

-- name: store_lookup_age
INSERT INTO lookup_age (kind, scope, read_at) VALUES (:kind, :scope, :now)
ON CONFLICT (kind, scope) DO UPDATE SET read_at = excluded.read_at

-- name: add_request
INSERT INTO request (kind, sealed, state, asked_by, asked_at, answer)
VALUES (:kind, :sealed, 'waiting', :who, :now, '{}')
RETURNING id

-- name: drop_old_requests
DELETE FROM request WHERE asked_at < :oldest

-- name: request
SELECT state, answer FROM request WHERE id = :id

-- name: waiting_requests
SELECT id, kind, sealed, asked_by FROM request
WHERE ended_at IS NULL AND state = 'waiting' AND asked_at >= :oldest ORDER BY id LIMIT 8

-- name: take_request
UPDATE request SET state = 'running', taken_at = :now WHERE id = :id AND state = 'waiting'

-- name: tell_request
UPDATE request SET answer = :answer WHERE id = :id AND state = 'running'

-- name: end_request
UPDATE request SET state = :state, answer = :answer, ended_at = :now WHERE id = :id AND state = 'running'

-- name: cancel_request
UPDATE request SET state = 'cancelled', ended_at = :now WHERE id = :id AND ended_at IS NULL
