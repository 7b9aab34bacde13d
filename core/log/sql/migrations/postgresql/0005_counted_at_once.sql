-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- A trigger for each row left one dead version of its counter per row, through which the next one went: an INSERT of
-- many records took the square of their number. What is added and removed is counted once for all of it. Changes stay
-- row by row, since a trigger that sees all rows cannot be kept to some columns and every lease would run it.
DROP TRIGGER log_record_counted ON log_record;
DROP TRIGGER log_record_moved ON log_record;
DROP FUNCTION log_count_record();

CREATE FUNCTION log_count_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    older BIGINT;
    between_them BIGINT;
BEGIN
    INSERT INTO counter AS c (company, level, functionality, module, status, attempts, shard, records)
    SELECT company, level, functionality, module, status,
           CASE WHEN status IN ('error', 'pending') THEN automatic_attempts ELSE 0 END, pg_backend_pid(), count(*)
    FROM added
    GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (company, level, functionality, module, status, attempts, shard)
    DO UPDATE SET records = c.records + excluded.records;

    SELECT max((SELECT max(created_at) FROM log_record WHERE company = part.company) - part.oldest) INTO older
    FROM (SELECT company, min(created_at) AS oldest FROM added GROUP BY company) AS part;
    IF older > 0 THEN
        UPDATE log_order SET skew = older WHERE skew < older;
    END IF;
    -- Connections take numbers at the same time; one far below the last of the others comes from elsewhere.
    SELECT (SELECT max(id) FROM log_record) - min(id) + 1 - count(*) INTO between_them FROM added;
    IF between_them > 10000 THEN
        UPDATE log_order SET skew = 1000000000000000 WHERE skew < 1000000000000000;
    END IF;
    RETURN NULL;
END;
$$;

CREATE FUNCTION log_count_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO counter AS c (company, level, functionality, module, status, attempts, shard, records)
    SELECT company, level, functionality, module, status,
           CASE WHEN status IN ('error', 'pending') THEN automatic_attempts ELSE 0 END, pg_backend_pid(), -count(*)
    FROM removed
    GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (company, level, functionality, module, status, attempts, shard)
    DO UPDATE SET records = c.records + excluded.records;
    RETURN NULL;
END;
$$;

CREATE FUNCTION log_count_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO counter AS c (company, level, functionality, module, status, attempts, shard, records)
    VALUES (OLD.company, OLD.level, OLD.functionality, OLD.module, OLD.status,
            CASE WHEN OLD.status IN ('error', 'pending') THEN OLD.automatic_attempts ELSE 0 END, pg_backend_pid(), -1)
    ON CONFLICT (company, level, functionality, module, status, attempts, shard) DO UPDATE SET records = c.records - 1;
    INSERT INTO counter AS c (company, level, functionality, module, status, attempts, shard, records)
    VALUES (NEW.company, NEW.level, NEW.functionality, NEW.module, NEW.status,
            CASE WHEN NEW.status IN ('error', 'pending') THEN NEW.automatic_attempts ELSE 0 END, pg_backend_pid(), 1)
    ON CONFLICT (company, level, functionality, module, status, attempts, shard) DO UPDATE SET records = c.records + 1;
    RETURN NULL;
END;
$$;

CREATE TRIGGER log_record_added AFTER INSERT ON log_record
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log_count_added();

CREATE TRIGGER log_record_removed AFTER DELETE ON log_record
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION log_count_removed();

CREATE TRIGGER log_record_moved AFTER UPDATE OF company, level, functionality, module, status, automatic_attempts ON log_record
    FOR EACH ROW
    WHEN ((OLD.company, OLD.level, OLD.functionality, OLD.module, OLD.status, OLD.automatic_attempts)
          IS DISTINCT FROM (NEW.company, NEW.level, NEW.functionality, NEW.module, NEW.status, NEW.automatic_attempts))
    EXECUTE FUNCTION log_count_moved();
