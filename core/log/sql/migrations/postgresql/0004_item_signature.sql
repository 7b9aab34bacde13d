-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- Which error an execution met, so that trends and chances of recovery can be read later; empty for those before this.
ALTER TABLE log_item ADD COLUMN signature TEXT NOT NULL DEFAULT '';

CREATE INDEX log_item_signature ON log_item (signature, created_at) WHERE signature <> '';
