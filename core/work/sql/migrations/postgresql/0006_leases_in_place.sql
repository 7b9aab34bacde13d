-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- Every claim and every end of one wrote into an index of the leases, which are looked for only after a process has
-- ended; and a server without statistics looked rows up by it, through all the dead entries of the owner's past leases.
-- What is leased is waiting as well, which the other indexes tell. With room in the page it is claimed in place.
DROP INDEX outbox_lease;
DROP INDEX batch_entry_lease;
ALTER TABLE outbox SET (fillfactor = 80);
ALTER TABLE batch_entry SET (fillfactor = 80);
