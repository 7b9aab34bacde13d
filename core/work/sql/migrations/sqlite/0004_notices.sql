-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- Who asked that it is sent again; empty for tries of the program's own.
ALTER TABLE outbox ADD COLUMN asked_by TEXT NOT NULL DEFAULT '';
