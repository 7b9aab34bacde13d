-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- What errors of one cause have in common; a record carries the id of its latest error's.
CREATE TABLE log_signature (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    text TEXT NOT NULL,
    first_at BIGINT NOT NULL
);

CREATE INDEX log_record_signature ON log_record (signature, company, changed_at) WHERE signature <> '';
