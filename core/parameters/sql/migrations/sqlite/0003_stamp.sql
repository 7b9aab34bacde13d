-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- What is configured at a moment, to be compared alone. Connections are never removed and their versions only grow, so
-- that their sum tells every change.
CREATE VIEW configuration_stamp AS
SELECT (SELECT coalesce(max(id), 0) FROM parameter_history) AS parameters,
       (SELECT CAST(coalesce(sum(version), 0) AS BIGINT) FROM connection) AS connections;
