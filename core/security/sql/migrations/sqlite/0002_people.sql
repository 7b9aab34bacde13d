-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

CREATE TABLE profile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    is_builtin INTEGER NOT NULL
);

CREATE TABLE permission (
    profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    action TEXT NOT NULL,
    company INTEGER
);

CREATE UNIQUE INDEX permission_once ON permission (profile, action, coalesce(company, 0));

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    password_hash TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER,
    disabled_at INTEGER,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL
);

CREATE TABLE person_profile (
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    profile INTEGER NOT NULL REFERENCES profile (id),
    PRIMARY KEY (person, profile)
);

INSERT INTO profile (name, is_builtin) VALUES ('Administrator', 1), ('Key user', 1), ('Analyst', 1), ('Manager', 1);

INSERT INTO permission (profile, action)
SELECT p.id, w.action
FROM profile p
JOIN (SELECT 'Administrator' AS name, 'view_log' AS action
      UNION ALL SELECT 'Administrator', 'view_personal_data'
      UNION ALL SELECT 'Administrator', 'reprocess'
      UNION ALL SELECT 'Administrator', 'manage_schedules'
      UNION ALL SELECT 'Administrator', 'view_parameters'
      UNION ALL SELECT 'Administrator', 'manage_parameters'
      UNION ALL SELECT 'Administrator', 'manage_connections'
      UNION ALL SELECT 'Administrator', 'manage_api_clients'
      UNION ALL SELECT 'Administrator', 'export_reports'
      UNION ALL SELECT 'Administrator', 'administer'
      UNION ALL SELECT 'Key user', 'view_log'
      UNION ALL SELECT 'Key user', 'view_parameters'
      UNION ALL SELECT 'Key user', 'manage_parameters'
      UNION ALL SELECT 'Key user', 'manage_connections'
      UNION ALL SELECT 'Key user', 'manage_schedules'
      UNION ALL SELECT 'Key user', 'reprocess'
      UNION ALL SELECT 'Key user', 'export_reports'
      UNION ALL SELECT 'Analyst', 'view_log'
      UNION ALL SELECT 'Analyst', 'view_personal_data'
      UNION ALL SELECT 'Analyst', 'reprocess'
      UNION ALL SELECT 'Analyst', 'view_parameters'
      UNION ALL SELECT 'Analyst', 'export_reports'
      UNION ALL SELECT 'Manager', 'view_log'
      UNION ALL SELECT 'Manager', 'export_reports') w ON w.name = p.name;
