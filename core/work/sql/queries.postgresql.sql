-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: outbox_due
SELECT id FROM outbox
WHERE state = 'waiting' AND lease_owner IS NULL AND not_before <= :now
  AND kind IN (SELECT jsonb_array_elements_text(CAST(:kinds AS jsonb)))
ORDER BY not_before, id LIMIT 1

-- name: claim_outbox
UPDATE outbox SET lease_owner = :owner, lease_number = lease_number + 1
WHERE id = (SELECT id FROM outbox
            WHERE state = 'waiting' AND lease_owner IS NULL AND not_before <= :now
              AND kind IN (SELECT jsonb_array_elements_text(CAST(:kinds AS jsonb)))
            ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, integration, kind, cause, company, origin, payload, attempts, lease_number
