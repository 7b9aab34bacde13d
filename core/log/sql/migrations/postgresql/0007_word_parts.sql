-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- Three digits stand in a great many records, so that trigrams led to a number by long lists only; four stand in far
-- fewer. Each word is known by its parts of four characters and by its last three. A part that no word holds tells the
-- group of 65536 ids, so that the newest can be read alone.
CREATE FUNCTION log_words(id BIGINT, key_values TEXT, message TEXT, origin TEXT) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
DECLARE
    parts TEXT[] := ARRAY['#' || id / 65536];
    word TEXT;
BEGIN
    FOREACH word IN ARRAY regexp_split_to_array(lower(key_values || chr(10) || message || chr(10) || origin),
                                                '[\u0001-\u002f\u003a-\u0060\u007b-\u007f]+')
    LOOP
        FOR place IN 1 .. length(word) - 2 LOOP
            parts := parts || substr(word, place, 4);
        END LOOP;
    END LOOP;
    RETURN array_to_tsvector(parts);
END;
$$;

DROP INDEX log_record_words;
SET LOCAL maintenance_work_mem TO '256MB';
-- What waits to be sorted in is looked through by every search.
CREATE INDEX log_record_words ON log_record USING gin (log_words(id, key_values, message, origin))
    WITH (gin_pending_list_limit = 1024);
