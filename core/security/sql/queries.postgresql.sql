-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- name: audit_turn
-- Programs that add at the same moment do it one after the other; PostgreSQL only.
SELECT pg_advisory_xact_lock(7264533)
