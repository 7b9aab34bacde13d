-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: installation
SELECT public_key FROM installation WHERE id = 1

-- name: add_installation
INSERT INTO installation (id, public_key, created_at) VALUES (1, :public_key, :now) ON CONFLICT (id) DO NOTHING

-- name: add_client
INSERT INTO api_client (name, company, password_hash, created_at, created_by)
VALUES (:name, :company, :password_hash, :now, :who)

-- name: active_client
SELECT id, name, company, password_hash, created_at, created_by, revoked_at
FROM api_client WHERE name = :name AND revoked_at IS NULL

-- name: clients
SELECT id, name, company, password_hash, created_at, created_by, revoked_at FROM api_client ORDER BY id

-- name: revoke_client
UPDATE api_client SET revoked_at = :now WHERE name = :name AND revoked_at IS NULL

-- name: add_token
INSERT INTO api_token (access_hash, refresh_hash, client, access_until, refresh_until)
VALUES (:access_hash, :refresh_hash, :client, :access_until, :refresh_until)

-- name: token_client
SELECT c.id, c.name, c.company, c.password_hash, c.created_at, c.created_by, c.revoked_at
FROM api_token t JOIN api_client c ON c.id = t.client
WHERE t.access_hash = :access_hash AND t.access_until > :now AND c.revoked_at IS NULL

-- name: take_refresh
DELETE FROM api_token
WHERE refresh_hash = :refresh_hash AND refresh_until > :now
  AND EXISTS (SELECT 1 FROM api_client c WHERE c.id = api_token.client AND c.revoked_at IS NULL)
RETURNING client

-- name: drop_old_tokens
DELETE FROM api_token WHERE refresh_until <= :now

-- name: drop_client_tokens
DELETE FROM api_token WHERE client IN (SELECT id FROM api_client WHERE name = :name)
