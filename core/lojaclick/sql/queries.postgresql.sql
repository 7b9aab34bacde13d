-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: claim_begun
-- The call state is told as it was before. The ids stand in both, so that neither is looked for by reading them all.
UPDATE log_record AS r
SET lease_owner = :owner, lease_number = r.lease_number + 1,
    call_state = CASE WHEN r.call_state = 'none' THEN 'in_flight' ELSE r.call_state END
FROM (SELECT id, call_state FROM log_record
      WHERE id = ANY (CAST(:ids AS BIGINT[])) AND lease_owner IS NULL AND functionality = 'contract_activation'
        AND status <> 'success'
      FOR UPDATE) AS before
WHERE r.id = before.id AND r.id = ANY (CAST(:ids AS BIGINT[]))
RETURNING r.id, r.company, r.origin, r.status, before.call_state, r.automatic_attempts, r.manual_attempts, r.cancelled_reason,
          r.not_before, r.message, r.lease_number
