-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- Every claim and every end of one wrote into an index of the leases, which are looked for only after a process has
-- ended; what is leased is waiting as well, which the other indexes tell.
DROP INDEX outbox_lease;
DROP INDEX batch_entry_lease;
