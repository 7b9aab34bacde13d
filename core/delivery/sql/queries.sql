-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: Ponte contributors

-- name: owe
INSERT INTO report_delivery (schedule, moment, state) VALUES (:schedule, :moment, 'owed')
ON CONFLICT DO NOTHING

-- name: since
SELECT count(*) AS n FROM report_delivery WHERE schedule = :schedule AND moment >= :moment

-- name: owed
SELECT moment, in_folder, attempts, reason FROM report_delivery
WHERE schedule = :schedule AND state = 'owed' ORDER BY moment

-- name: forget
DELETE FROM report_delivery WHERE schedule = :schedule AND moment = :moment

-- name: forget_delivered
DELETE FROM report_delivery WHERE schedule = :schedule AND state = 'delivered' AND moment < :moment

-- name: forget_orphans
DELETE FROM report_delivery WHERE NOT EXISTS (SELECT 1 FROM schedule s WHERE s.id = report_delivery.schedule)

-- name: put_in_folder
UPDATE report_delivery SET in_folder = 1 WHERE schedule = :schedule AND moment = :moment

-- name: delivered
UPDATE report_delivery SET state = 'delivered', in_folder = 1, attempts = attempts + 1, reason = ''
WHERE schedule = :schedule AND moment = :moment

-- name: not_delivered
UPDATE report_delivery SET attempts = attempts + 1, reason = :reason WHERE schedule = :schedule AND moment = :moment
