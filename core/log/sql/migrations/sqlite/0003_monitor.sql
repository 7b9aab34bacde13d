-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- A page is read from one index per order, whose last columns let a filter be decided before a row is fetched. What is
-- not a success is little and much looked for, so it has indexes of its own.
DROP INDEX log_record_created;
DROP INDEX log_record_changed;
DROP INDEX log_record_company_status;
DROP INDEX log_record_company_created;
DROP INDEX log_record_company_changed;

CREATE INDEX log_record_by_id ON log_record (company, id, status, functionality, level);
CREATE INDEX log_record_by_created ON log_record (company, created_at, id, status, functionality, level);
CREATE INDEX log_record_by_changed ON log_record (company, changed_at, id, status, functionality, level);
CREATE INDEX log_record_open_id
    ON log_record (company, status, id, functionality, level, automatic_attempts, signature) WHERE status <> 'success';
CREATE INDEX log_record_open_created
    ON log_record (company, status, created_at, id, functionality, level, automatic_attempts, signature)
    WHERE status <> 'success';
CREATE INDEX log_record_open_changed
    ON log_record (company, status, changed_at, id, functionality, level, automatic_attempts, signature)
    WHERE status <> 'success';

-- How many records stand where; attempts are told apart only where more of them may follow. The writers' turns follow
-- one another here, so one row per kind is enough.
CREATE TABLE counter (
    company INTEGER NOT NULL,
    level INTEGER NOT NULL,
    functionality TEXT NOT NULL,
    module TEXT NOT NULL,
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    shard INTEGER NOT NULL,
    records INTEGER NOT NULL,
    PRIMARY KEY (company, level, functionality, module, status, attempts, shard)
) WITHOUT ROWID;

INSERT INTO counter (company, level, functionality, module, status, attempts, shard, records)
SELECT company, level, functionality, module, status,
       CASE WHEN status IN ('error', 'pending') THEN automatic_attempts ELSE 0 END, 0, count(*)
FROM log_record
GROUP BY 1, 2, 3, 4, 5, 6;

-- By how many milliseconds, at most, a record of a company is older than one of a smaller id: what a period says of ids.
CREATE TABLE log_order (
    skew INTEGER NOT NULL
);

INSERT INTO log_order (skew)
SELECT coalesce(max(newest - created_at), 0)
FROM (SELECT created_at, max(created_at) OVER (PARTITION BY company ORDER BY id) AS newest FROM log_record);

-- Words of what is searched, with each of their ends. They follow in groups, since one by one they cost more than the
-- record itself; `log_words_due` holds what is still to do, with the text that the index knows of, none where it knows
-- none.
CREATE VIRTUAL TABLE log_words USING fts5 (words, content = '', columnsize = 0, detail = none, tokenize = 'ascii');

CREATE TABLE log_words_due (
    id INTEGER PRIMARY KEY,
    indexed TEXT
);

INSERT INTO log_words_due (id) SELECT id FROM log_record;

CREATE TRIGGER log_record_added AFTER INSERT ON log_record
BEGIN
    INSERT INTO counter (company, level, functionality, module, status, attempts, shard, records)
    VALUES (NEW.company, NEW.level, NEW.functionality, NEW.module, NEW.status,
            CASE WHEN NEW.status IN ('error', 'pending') THEN NEW.automatic_attempts ELSE 0 END, 0, 1)
    ON CONFLICT DO UPDATE SET records = records + 1;
    INSERT INTO log_words_due (id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
    UPDATE log_order SET skew = (SELECT max(created_at) FROM log_record WHERE company = NEW.company) - NEW.created_at
    WHERE skew < (SELECT max(created_at) FROM log_record WHERE company = NEW.company) - NEW.created_at;
    UPDATE log_order SET skew = 1000000000000000
    WHERE skew < 1000000000000000 AND (SELECT max(id) FROM log_record) > NEW.id;
END;

CREATE TRIGGER log_record_moved AFTER UPDATE OF company, level, functionality, module, status, automatic_attempts ON log_record
WHEN OLD.status <> NEW.status OR OLD.automatic_attempts <> NEW.automatic_attempts OR OLD.level <> NEW.level
     OR OLD.company <> NEW.company OR OLD.functionality <> NEW.functionality OR OLD.module <> NEW.module
BEGIN
    UPDATE counter SET records = records - 1
    WHERE company = OLD.company AND level = OLD.level AND functionality = OLD.functionality AND module = OLD.module
      AND status = OLD.status AND shard = 0
      AND attempts = CASE WHEN OLD.status IN ('error', 'pending') THEN OLD.automatic_attempts ELSE 0 END;
    INSERT INTO counter (company, level, functionality, module, status, attempts, shard, records)
    VALUES (NEW.company, NEW.level, NEW.functionality, NEW.module, NEW.status,
            CASE WHEN NEW.status IN ('error', 'pending') THEN NEW.automatic_attempts ELSE 0 END, 0, 1)
    ON CONFLICT DO UPDATE SET records = records + 1;
END;

CREATE TRIGGER log_record_removed AFTER DELETE ON log_record
BEGIN
    UPDATE counter SET records = records - 1
    WHERE company = OLD.company AND level = OLD.level AND functionality = OLD.functionality AND module = OLD.module
      AND status = OLD.status AND shard = 0
      AND attempts = CASE WHEN OLD.status IN ('error', 'pending') THEN OLD.automatic_attempts ELSE 0 END;
END;

CREATE TRIGGER log_record_reworded AFTER UPDATE OF key_values, message, origin ON log_record
WHEN OLD.message <> NEW.message OR OLD.key_values <> NEW.key_values OR OLD.origin <> NEW.origin
BEGIN
    INSERT INTO log_words_due (id, indexed)
    VALUES (OLD.id, OLD.key_values || char(10) || OLD.message || char(10) || OLD.origin)
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER log_record_redated AFTER UPDATE OF created_at, company ON log_record
WHEN OLD.created_at <> NEW.created_at OR OLD.company <> NEW.company
BEGIN
    UPDATE log_order SET skew = 1000000000000000;
END;
