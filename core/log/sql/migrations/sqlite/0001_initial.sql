-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

CREATE TABLE log_record (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    integration TEXT NOT NULL,
    company INTEGER NOT NULL,
    level INTEGER NOT NULL,
    origin TEXT NOT NULL,
    functionality TEXT NOT NULL,
    module TEXT NOT NULL,
    key_fields TEXT NOT NULL,
    key_values TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('success', 'error', 'pending', 'cancelled')),
    call_state TEXT NOT NULL DEFAULT 'none' CHECK (call_state IN ('none', 'in_flight', 'unknown')),
    message TEXT NOT NULL DEFAULT '',
    signature TEXT NOT NULL DEFAULT '',
    automatic_attempts INTEGER NOT NULL DEFAULT 0,
    manual_attempts INTEGER NOT NULL DEFAULT 0,
    items INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER,
    cancelled_reason TEXT NOT NULL DEFAULT '',
    lease_owner INTEGER,
    lease_number INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    UNIQUE (company, origin, functionality)
);

CREATE INDEX log_record_created ON log_record (created_at, id);
CREATE INDEX log_record_changed ON log_record (changed_at, id);
CREATE INDEX log_record_company_status ON log_record (company, status, id);
CREATE INDEX log_record_company_functionality ON log_record (company, functionality, status, id);
CREATE INDEX log_record_company_created ON log_record (company, created_at, id);
CREATE INDEX log_record_company_changed ON log_record (company, changed_at, id);
CREATE INDEX log_record_lease ON log_record (lease_owner) WHERE lease_owner IS NOT NULL;

CREATE TABLE log_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    record INTEGER NOT NULL REFERENCES log_record (id),
    number INTEGER NOT NULL,
    cause TEXT NOT NULL,
    who TEXT NOT NULL,
    message TEXT NOT NULL,
    status TEXT NOT NULL,
    http_status INTEGER,
    duration_ms INTEGER NOT NULL,
    configuration_version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    UNIQUE (record, number)
);

CREATE TABLE log_payload (
    item INTEGER PRIMARY KEY REFERENCES log_item (id),
    sent BLOB,
    received BLOB,
    detail BLOB,
    created_at INTEGER NOT NULL
);

CREATE TRIGGER log_item_no_update BEFORE UPDATE ON log_item
BEGIN
    SELECT RAISE(ABORT, 'the history of the log is append-only');
END;

CREATE TRIGGER log_item_no_delete BEFORE DELETE ON log_item
BEGIN
    SELECT RAISE(ABORT, 'the history of the log is append-only');
END;

CREATE TRIGGER log_payload_no_update BEFORE UPDATE ON log_payload
BEGIN
    SELECT RAISE(ABORT, 'the history of the log is append-only');
END;

CREATE TRIGGER log_payload_no_delete BEFORE DELETE ON log_payload
BEGIN
    SELECT RAISE(ABORT, 'the history of the log is append-only');
END;
