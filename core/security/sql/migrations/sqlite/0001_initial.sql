-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

CREATE TABLE installation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    public_key BLOB NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE api_client (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    company INTEGER,
    password_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    revoked_at INTEGER
);

CREATE UNIQUE INDEX api_client_active ON api_client (name) WHERE revoked_at IS NULL;

CREATE TABLE api_token (
    access_hash BLOB PRIMARY KEY,
    refresh_hash BLOB NOT NULL UNIQUE,
    client INTEGER NOT NULL REFERENCES api_client (id),
    access_until INTEGER NOT NULL,
    refresh_until INTEGER NOT NULL
);

CREATE INDEX api_token_until ON api_token (refresh_until);
