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

-- name: any_person
SELECT id FROM person LIMIT 1

-- name: people
SELECT p.id, p.name, p.password_hash, p.failures, p.locked_until, p.disabled_at, p.created_at, p.created_by
FROM person p ORDER BY p.name

-- name: person
SELECT p.id, p.name, p.password_hash, p.failures, p.locked_until, p.disabled_at, p.created_at, p.created_by
FROM person p WHERE p.name = :name

-- name: profiles_of_people
SELECT pp.person, f.name FROM person_profile pp JOIN profile f ON f.id = pp.profile ORDER BY f.name

-- name: add_person
INSERT INTO person (name, password_hash, created_at, created_by) VALUES (:name, :password_hash, :now, :who)

-- name: set_password
UPDATE person SET password_hash = :password_hash, failures = 0, locked_until = NULL WHERE name = :name

-- name: set_disabled
UPDATE person SET disabled_at = :disabled_at WHERE name = :name

-- name: note_login
UPDATE person SET failures = :failures, locked_until = :locked_until WHERE name = :name

-- name: drop_person_profiles
DELETE FROM person_profile WHERE person = (SELECT id FROM person WHERE name = :name)

-- name: add_person_profile
INSERT INTO person_profile (person, profile)
SELECT p.id, f.id FROM person p, profile f WHERE p.name = :name AND f.name = :profile

-- name: administrators
SELECT DISTINCT p.id FROM person p
JOIN person_profile pp ON pp.person = p.id
JOIN permission r ON r.profile = pp.profile
WHERE p.disabled_at IS NULL AND r.action = 'administer' AND r.company IS NULL

-- name: permissions_of
SELECT DISTINCT r.action, r.company FROM person p
JOIN person_profile pp ON pp.person = p.id
JOIN permission r ON r.profile = pp.profile
WHERE p.name = :name AND p.disabled_at IS NULL

-- name: profiles
SELECT id, name, is_builtin FROM profile ORDER BY id

-- name: profile_permissions
SELECT profile, action, company FROM permission ORDER BY profile, action, company

-- name: profile
SELECT id, name, is_builtin FROM profile WHERE name = :name

-- name: add_profile
INSERT INTO profile (name, is_builtin) VALUES (:name, 0) ON CONFLICT (name) DO NOTHING

-- name: drop_permissions
DELETE FROM permission WHERE profile = (SELECT id FROM profile WHERE name = :name)

-- name: add_permission
INSERT INTO permission (profile, action, company)
SELECT id, :action, CAST(:company AS BIGINT) FROM profile WHERE name = :name

-- name: profile_in_use
SELECT person FROM person_profile WHERE profile = (SELECT id FROM profile WHERE name = :name) LIMIT 1

-- name: remove_profile
DELETE FROM profile WHERE name = :name AND is_builtin = 0

-- name: last_audit
SELECT number, hash FROM audit_event ORDER BY number DESC LIMIT 1

-- name: add_audit
INSERT INTO audit_event (number, at, who, kind, what, subject, company, reason, hash)
VALUES (:number, :now, :who, :kind, :what, :subject, CAST(:company AS BIGINT), :reason, :hash)

-- name: audit_page
SELECT number, at, who, kind, what, subject, company, reason, hash FROM audit_event
WHERE number < :before ORDER BY number DESC LIMIT :limit

-- name: own_profiles
SELECT f.name FROM person p
JOIN person_profile pp ON pp.person = p.id
JOIN profile f ON f.id = pp.profile
WHERE p.name = :person AND p.disabled_at IS NULL ORDER BY f.name

-- name: all_profiles
SELECT name FROM profile ORDER BY id

-- name: saved_views
SELECT v.id, v.owner, v.place, v.name, v.content, v.shared_with, v.changed_at,
       CASE WHEN d.view = v.id THEN 1 ELSE 0 END AS is_default
FROM saved_view v
LEFT JOIN saved_view_default d ON d.person = :person AND d.place = v.place
WHERE v.place = :place AND (v.owner = :person OR v.shared_with <> '')
ORDER BY CASE WHEN v.owner = :person THEN 0 ELSE 1 END, lower(v.name), v.id

-- name: saved_view
SELECT id, owner, place, name, content, shared_with, changed_at, 0 AS is_default FROM saved_view WHERE id = :id

-- name: add_view
INSERT INTO saved_view (owner, place, name, content, shared_with, changed_at)
VALUES (:owner, :place, :name, :content, :shared_with, :now)
ON CONFLICT (owner, place, name) DO NOTHING
RETURNING id

-- name: change_view
UPDATE saved_view SET name = :name, content = :content, shared_with = :shared_with, changed_at = :now
WHERE id = :id AND NOT EXISTS (SELECT 1 FROM saved_view o
                               WHERE o.owner = saved_view.owner AND o.place = saved_view.place AND o.name = :name
                                 AND o.id <> :id)
RETURNING id

-- name: remove_view
DELETE FROM saved_view WHERE id = :id

-- name: drop_default_view
DELETE FROM saved_view_default WHERE person = :person AND place = :place

-- name: set_default_view
INSERT INTO saved_view_default (person, place, view) VALUES (:person, :place, :id)
