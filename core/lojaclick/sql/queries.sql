-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors
-- name: sale
SELECT company, sale_id, level, content_hash, content, bound, state, step, ra, guardian_company, guardian_code, pre_contract,
       contract_number, activated_at, answer_status, answer, lease_owner, lease_number
FROM sale WHERE company = :company AND sale_id = :sale_id

-- name: sale_now
SELECT s.company, sale_id, level, content_hash, content, bound, state, step, ra, guardian_company, guardian_code,
       pre_contract, contract_number, activated_at, answer_status, answer, lease_owner, lease_number, parameters,
       connections, network
FROM configuration_stamp, sale s LEFT JOIN network n ON n.company = s.company
WHERE s.company = :company AND sale_id = :sale_id

-- name: add_sale
INSERT INTO sale (company, sale_id, level, content_hash, content, state, lease_owner, lease_number, created_at, changed_at)
VALUES (:company, :sale_id, :level, :content_hash, :content, 'running', :owner, 1, :now, :now)
ON CONFLICT (company, sale_id) DO NOTHING

-- name: claim_sale
UPDATE sale
SET level = :level, content_hash = :content_hash, content = :content, state = 'running', lease_owner = :owner,
    lease_number = lease_number + 1, changed_at = :now
WHERE company = :company AND sale_id = :sale_id AND (lease_owner IS NULL OR lease_owner = :owner)
  AND state <> 'done'
RETURNING lease_number

-- name: mark_step
UPDATE sale
SET step = :step, bound = :bound, ra = :ra, guardian_company = :guardian_company, guardian_code = :guardian_code,
    pre_contract = :pre_contract, changed_at = :now
WHERE company = :company AND sale_id = :sale_id AND lease_owner = :owner AND lease_number = :lease_number

-- name: finish_sale
UPDATE sale
SET state = :state, step = '', bound = :bound, answer_status = :answer_status, answer = :answer, lease_owner = NULL,
    changed_at = :now
WHERE company = :company AND sale_id = :sale_id AND lease_owner = :owner AND lease_number = :lease_number

-- name: set_contract_number
UPDATE sale SET contract_number = :number, activated_at = :now, changed_at = :now
WHERE company = :company AND sale_id = :sale_id

-- name: sales_of_process
SELECT s.company, s.sale_id, s.level, s.step, s.content, coalesce(r.key_values, '') AS key_values, coalesce(r.key_fields, '') AS key_fields
FROM sale s
LEFT JOIN log_record r ON r.company = s.company AND r.origin = s.sale_id AND r.functionality = s.step
WHERE s.lease_owner = :owner

-- name: free_sales
UPDATE sale SET lease_owner = NULL, step = '' WHERE lease_owner = :owner

-- name: give_birth
INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, key_values, status, call_state,
                        lease_owner, lease_number, created_at, changed_at)
VALUES ('lojaclick', :company, :level, :origin, 'contract_activation', 'lojaclick_export', :key_fields, :key_values, 'pending',
        'in_flight', :owner, 1, :now, :now)
ON CONFLICT (company, origin, functionality) DO NOTHING
RETURNING id

-- name: claim_activation
UPDATE log_record
SET lease_owner = :owner, lease_number = lease_number + 1
WHERE id = :id AND lease_owner IS NULL AND functionality = 'contract_activation' AND status <> 'success'
RETURNING id, company, origin, status, call_state, automatic_attempts, manual_attempts, cancelled_reason, not_before, message, lease_number

-- name: activation_of_sale
SELECT id, status, call_state, lease_owner FROM log_record
WHERE company = :company AND origin = :origin AND functionality = 'contract_activation'

-- name: begun_call
SELECT id FROM log_record
WHERE id = :id AND lease_owner = :owner AND lease_number = :lease_number AND call_state <> 'none'

-- name: begin_call
UPDATE log_record
SET call_state = CASE WHEN call_state = 'none' THEN 'in_flight' ELSE call_state END
WHERE id = :id AND lease_owner = :owner AND lease_number = :lease_number

-- name: keep_activation
UPDATE log_record
SET status = :status, call_state = :call_state, automatic_attempts = :automatic_attempts, manual_attempts = :manual_attempts,
    not_before = :not_before, cancelled_reason = :cancelled_reason, lease_owner = NULL
WHERE id = :id AND lease_owner = :owner AND lease_number = :lease_number

-- name: give_back_activation
UPDATE log_record SET lease_owner = NULL, call_state = :call_state
WHERE id = :id AND lease_owner = :owner AND lease_number = :lease_number

-- name: resend_due
SELECT id FROM log_record
WHERE company = :company AND functionality = 'contract_activation' AND status IN ('error', 'pending') AND lease_owner IS NULL
  AND (not_before IS NULL OR not_before <= :now) AND changed_at < :since
ORDER BY automatic_attempts, id
