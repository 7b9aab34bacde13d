-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

CREATE TABLE sale (
    company BIGINT NOT NULL,
    sale_id TEXT NOT NULL,
    level BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    content TEXT NOT NULL,
    bound BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('running', 'failed', 'done')),
    step TEXT NOT NULL DEFAULT '',
    ra TEXT NOT NULL DEFAULT '',
    guardian_company BIGINT NOT NULL DEFAULT 0,
    guardian_code TEXT NOT NULL DEFAULT '',
    pre_contract TEXT NOT NULL DEFAULT '',
    contract_number TEXT NOT NULL DEFAULT '',
    activated_at BIGINT,
    answer_status BIGINT,
    answer TEXT NOT NULL DEFAULT '',
    lease_owner BIGINT,
    lease_number BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (company, sale_id)
);

CREATE INDEX sale_lease ON sale (lease_owner) WHERE lease_owner IS NOT NULL;
