-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: claim_outbox
UPDATE outbox SET lease_owner = :owner, lease_number = lease_number + 1
WHERE id = (SELECT id FROM outbox WHERE state = 'waiting' AND lease_owner IS NULL AND not_before <= :now
            ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, integration, kind, cause, company, origin, payload, attempts, lease_number
