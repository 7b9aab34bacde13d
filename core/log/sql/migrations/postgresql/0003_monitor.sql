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

-- How many records stand where; attempts are told apart only where more of them may follow. Each connection counts in
-- rows of its own (its process's number), so that writers never wait for one another; a shard alone may be below zero.
CREATE TABLE counter (
    company BIGINT NOT NULL,
    level BIGINT NOT NULL,
    functionality TEXT NOT NULL,
    module TEXT NOT NULL,
    status TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    shard BIGINT NOT NULL,
    records BIGINT NOT NULL,
    PRIMARY KEY (company, level, functionality, module, status, attempts, shard)
);

INSERT INTO counter (company, level, functionality, module, status, attempts, shard, records)
SELECT company, level, functionality, module, status,
       CASE WHEN status IN ('error', 'pending') THEN automatic_attempts ELSE 0 END, 0, count(*)
FROM log_record
GROUP BY 1, 2, 3, 4, 5, 6;

-- By how many milliseconds, at most, a record of a company is older than one of a smaller id: what a period says of ids.
CREATE TABLE log_order (
    skew BIGINT NOT NULL
);

INSERT INTO log_order (skew)
SELECT coalesce(max(newest - created_at), 0)
FROM (SELECT created_at, max(created_at) OVER (PARTITION BY company ORDER BY id) AS newest FROM log_record) AS seen;

-- Trigrams of what is searched.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE INDEX log_record_words ON log_record USING gin ((key_values || chr(10) || message || chr(10) || origin) gin_trgm_ops);

CREATE FUNCTION log_count_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    newest BIGINT;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO counter AS c (company, level, functionality, module, status, attempts, shard, records)
        VALUES (OLD.company, OLD.level, OLD.functionality, OLD.module, OLD.status,
                CASE WHEN OLD.status IN ('error', 'pending') THEN OLD.automatic_attempts ELSE 0 END, pg_backend_pid(), -1)
        ON CONFLICT (company, level, functionality, module, status, attempts, shard) DO UPDATE SET records = c.records - 1;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO counter AS c (company, level, functionality, module, status, attempts, shard, records)
        VALUES (NEW.company, NEW.level, NEW.functionality, NEW.module, NEW.status,
                CASE WHEN NEW.status IN ('error', 'pending') THEN NEW.automatic_attempts ELSE 0 END, pg_backend_pid(), 1)
        ON CONFLICT (company, level, functionality, module, status, attempts, shard) DO UPDATE SET records = c.records + 1;
    END IF;
    IF TG_OP = 'INSERT' THEN
        SELECT max(created_at) INTO newest FROM log_record WHERE company = NEW.company;
        IF newest > NEW.created_at THEN
            UPDATE log_order SET skew = newest - NEW.created_at WHERE skew < newest - NEW.created_at;
        END IF;
        -- Connections take numbers at the same time; one far below the last comes from elsewhere.
        IF EXISTS (SELECT 1 FROM log_record WHERE id > NEW.id + 10000) THEN
            UPDATE log_order SET skew = 1000000000000000 WHERE skew < 1000000000000000;
        END IF;
    END IF;
    RETURN NULL;
END;
$$;

CREATE TRIGGER log_record_counted AFTER INSERT OR DELETE ON log_record
    FOR EACH ROW EXECUTE FUNCTION log_count_record();

CREATE TRIGGER log_record_moved AFTER UPDATE OF company, level, functionality, module, status, automatic_attempts ON log_record
    FOR EACH ROW
    WHEN ((OLD.company, OLD.level, OLD.functionality, OLD.module, OLD.status, OLD.automatic_attempts)
          IS DISTINCT FROM (NEW.company, NEW.level, NEW.functionality, NEW.module, NEW.status, NEW.automatic_attempts))
    EXECUTE FUNCTION log_count_record();

CREATE FUNCTION log_forget_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE log_order SET skew = 1000000000000000;
    RETURN NULL;
END;
$$;

CREATE TRIGGER log_record_redated AFTER UPDATE OF created_at, company ON log_record
    FOR EACH ROW
    WHEN ((OLD.created_at, OLD.company) IS DISTINCT FROM (NEW.created_at, NEW.company))
    EXECUTE FUNCTION log_forget_order();
