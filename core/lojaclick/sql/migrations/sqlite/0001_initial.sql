-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

CREATE TABLE sale (
    company INTEGER NOT NULL,
    sale_id TEXT NOT NULL,
    level INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    content TEXT NOT NULL,
    bound INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('running', 'failed', 'done')),
    step TEXT NOT NULL DEFAULT '',
    ra TEXT NOT NULL DEFAULT '',
    guardian_company INTEGER NOT NULL DEFAULT 0,
    guardian_code TEXT NOT NULL DEFAULT '',
    pre_contract TEXT NOT NULL DEFAULT '',
    contract_number TEXT NOT NULL DEFAULT '',
    activated_at INTEGER,
    answer_status INTEGER,
    answer TEXT NOT NULL DEFAULT '',
    lease_owner INTEGER,
    lease_number INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (company, sale_id)
);

CREATE INDEX sale_lease ON sale (lease_owner) WHERE lease_owner IS NOT NULL;
