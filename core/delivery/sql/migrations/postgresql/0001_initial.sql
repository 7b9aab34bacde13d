-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- What scheduled reports still owe, by the moment of the run that they speak of; kept for a while after delivery, so
-- that a run that was interrupted does not deliver twice.
CREATE TABLE report_delivery (
    schedule BIGINT NOT NULL,
    moment BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('owed', 'delivered')),
    in_folder BIGINT NOT NULL DEFAULT 0,
    attempts BIGINT NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (schedule, moment)
);
