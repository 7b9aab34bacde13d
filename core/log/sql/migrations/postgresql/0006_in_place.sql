-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- An index of the lease made every claim write into all the others, the one of the words before all; without it, and
-- with room in the page, a record is claimed, begun and released in place. Leases are looked for only after a process
-- has ended.
DROP INDEX log_record_lease;
ALTER TABLE log_record SET (fillfactor = 80);
