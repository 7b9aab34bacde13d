# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Schedules as a user sees them: each moment runs once, however many programs are there and whatever was missed."""

import contextlib
import datetime
import sqlite3
import threading
import time
import unittest
from zoneinfo import ZoneInfo

from harness import Table, for_backends, wait_for
from resend_case import COMPANY, MAXIMUM, ResendCase

TABLE = Table("Schedules")
ZONE = ZoneInfo("America/Sao_Paulo")
SCOPE = ("--company", str(COMPANY))
SHAPE = {"id", "name", "job", "company", "when", "zone", "enabled", "nextRun", "lastRun"}


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class Schedules(ResendCase):
    table = TABLE

    # -- steps ---------------------------------------------------------------------------------------

    def soon(self, seconds=2.5):
        """A local time that is just about to come, as --at takes it."""
        moment = datetime.datetime.now(ZONE) + datetime.timedelta(seconds=seconds)
        return moment.strftime("%Y-%m-%dT%H:%M:%S"), moment

    def add(self, *words):
        return self.agent.ask("schedule", "add", *SCOPE, *words)["id"]

    def listed(self, identifier):
        found = self.agent.ask("schedule", "list", *SCOPE)["items"]
        return next((item for item in found if item["id"] == identifier), None)

    def refused_sales(self, count):
        """Sales that the ERP goes on refusing, so that each attempt leaves its trace."""
        self.world.fail("erp", "efetivacao", "refuse")
        return [self.sold("Erro") for _ in range(count)]

    def ran(self, identifier):
        return wait_for(lambda: (self.listed(identifier) or {}).get("lastRun"), 30, f"the run of schedule {identifier}")

    def move_back(self, identifier, hours):
        """What a stored next run is after all programs were off for so long."""
        statement = f"UPDATE schedule SET next_run = next_run - {int(hours * 3600000)} WHERE id = {int(identifier)}"
        if self.backend == "postgresql":
            self.agent.database.sql(statement)
            return
        with contextlib.closing(sqlite3.connect(self.agent.database.path)) as database:
            database.execute(statement)
            database.commit()

    # -- moments -------------------------------------------------------------------------------------

    def test_two_programs_run_each_once(self):
        with self.cell("five at one moment, two programs"):
            self.agent.serve()
            self.enterContext(self.agent.twin())
            sales = self.refused_sales(5)
            at, _ = self.soon(4)
            schedules = [self.add("--origin", sale["idVenda"], "--at", at) for sale in sales]
            for schedule in schedules:
                self.ran(schedule)
            for sale in sales:
                self.assertEqual(("error", 1, 0, "none"), self.state(sale))
                self.assertEqual([("import", "error"), ("schedule", "error")], self.triggers(sale))
            for schedule in schedules:
                # What runs once has no next run.
                self.assertIsNone(self.listed(schedule)["nextRun"])

    def test_missed_run_runs_once(self):
        with self.cell("missed while all were off, then two programs"):
            self.agent.serve()
            once, often, nightly = self.refused_sales(3)
            at, moment = self.soon(2)
            schedules = {
                self.add("--origin", once["idVenda"], "--at", at): None,
                self.add("--origin", often["idVenda"], "--every", "15m"): 26,
                self.add("--origin", nightly["idVenda"], "--daily", "03:00"): 72,
            }
            self.agent.stop()
            for schedule, hours in schedules.items():
                if hours:
                    self.move_back(schedule, hours)
            wait_for(lambda: datetime.datetime.now(ZONE) > moment + datetime.timedelta(seconds=1), 10, "the moment")
            self.agent.serve()
            self.enterContext(self.agent.twin())
            for schedule in schedules:
                self.ran(schedule)
            # One more moment, so that a second run of what was missed would have had its chance.
            last, _ = self.soon(2)
            self.ran(self.add("--origin", "NOTHING", "--at", last))
            for sale in (once, often, nightly):
                self.assertEqual(("error", 1, 0, "none"), self.state(sale))
            now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
            for schedule, hours in schedules.items():
                planned = self.listed(schedule)["nextRun"]
                self.assertTrue(planned is None if hours is None else planned > now, planned)

    def test_programs_start_at_once(self):
        with self.cell("three programs start at one moment"):
            others = [self.enterContext(contextlib.ExitStack()) for _ in range(2)]
            threads = [threading.Thread(target=lambda stack=stack: stack.enter_context(self.agent.twin()))
                       for stack in others]
            for thread in threads:
                thread.start()
            self.agent.serve()
            for thread in threads:
                thread.join(60)
            sale = self.refused()
            at, _ = self.soon()
            self.ran(self.add("--origin", sale["idVenda"], "--at", at))
            self.assertEqual(("success", 1, 0, "none"), self.state(sale))
            self.settled(sale)

    def test_one_run_at_a_time(self):
        with self.cell("a second run while one is under way"):
            self.serve()
            sale = self.refused()
            schedule = str(self.schedule()["id"])
            held = self.world.fail("erp", "efetivacao", "hold", times=1)
            first = {}
            thread = threading.Thread(target=lambda: first.update(done=self.agent.run("schedule", "run", schedule)))
            thread.start()
            self.assertTrue(held.reached.wait(20))
            second = self.agent.run("schedule", "run", schedule)
            self.assertEqual(3, second.returncode, second.stdout + second.stderr)
            held.release()
            thread.join(60)
            self.assertEqual(0, first["done"].returncode, first["done"].stderr)
            self.assertEqual(("success", 1, 0, "none"), self.state(sale))
            self.settled(sale)

    def test_removed_and_switched_off(self):
        with self.cell("removed or switched off: no run"):
            self.agent.serve()
            gone, off, on = self.refused_sales(3)
            at, moment = self.soon(4)
            removed, disabled, running = (self.add("--origin", sale["idVenda"], "--at", at) for sale in (gone, off, on))
            self.agent.do("schedule", "remove", str(removed))
            self.agent.do("schedule", "disable", str(disabled))
            self.assertIsNone(self.listed(removed))
            self.assertFalse(self.listed(disabled)["enabled"])
            self.assertLess(datetime.datetime.now(ZONE), moment, "too slow to see anything")
            self.ran(running)
            self.assertEqual(["error", "error"], [self.state(sale)[0] for sale in (gone, off)])
            self.assertEqual([0, 0, 1], [self.state(sale)[1] for sale in (gone, off, on)])

    # -- a destination that is down ------------------------------------------------------------------

    def test_down_destination(self):
        with self.cell("ERP down: one probing call burns one attempt"):
            self.agent.do("parameters", "set", MAXIMUM, "9", *SCOPE)
            self.serve()
            self.world.stop("erp")
            try:
                sales = [self.sold("Pendente") for _ in range(8)]
                burnt = self.attempts(sales)
                for run in (1, 2):
                    self.agent.run("schedule", "run", str(self.schedule()["id"]))
                    self.assertLessEqual(self.attempts(sales) - burnt, 1, f"attempts burnt by run {run}")
                    burnt = self.attempts(sales)
            finally:
                self.world.start("erp")
            deadline = time.monotonic() + 60
            while any(self.state(sale)[0] != "success" for sale in sales) and time.monotonic() < deadline:
                self.agent.run("schedule", "run", str(self.schedule()["id"]))
            for sale in sales:
                self.assertEqual(("success", "none"), self.state(sale)[::3])
                self.settled(sale)

    def attempts(self, sales):
        return sum(self.state(sale)[1] for sale in sales)

    # -- words ---------------------------------------------------------------------------------------

    def test_what_is_listed(self):
        with self.cell("list --json and the next run"):
            daily = self.add("--daily", "22:00")
            weekly = self.add("--weekdays", "mon,wed", "22:00", "--zone", "Europe/Lisbon", "--status", "error")
            for identifier, name in ((daily, "America/Sao_Paulo"), (weekly, "Europe/Lisbon")):
                item = self.listed(identifier)
                self.assertEqual(SHAPE, set(item))
                self.assertEqual((name, COMPANY, "reprocess", True, None),
                                 tuple(item[key] for key in ("zone", "company", "job", "enabled", "lastRun")))
                local = datetime.datetime.fromisoformat(item["nextRun"].replace("Z", "+00:00")).astimezone(
                    ZoneInfo(name)
                )
                self.assertEqual((22, 0), (local.hour, local.minute))
                self.assertGreater(local, datetime.datetime.now(datetime.timezone.utc))
                if identifier == weekly:
                    self.assertIn(local.weekday(), (0, 2))
            # A network's company has its automatic resend without being asked for it.
            own = self.schedule()
            self.assertEqual((True, COMPANY), (own["enabled"], own["company"]))

    def test_wrong_words(self):
        with self.cell("wrong words are refused, nothing is kept"):
            before = len(self.agent.ask("schedule", "list", *SCOPE)["items"])
            for words, status in (
                ((), 2),
                (("--every", "0m"), 2),
                (("--every", "abc"), 2),
                (("--daily", "25:00"), 2),
                (("--weekdays", "xyz", "22:00"), 2),
                (("--daily", "22:00", "--every", "15m"), 2),
                (("--daily", "22:00", "--job", "nothing"), (2, 3)),
                (("--at", "2020-01-01T10:00"), 3),
                (("--daily", "22:00", "--zone", "Mars/Base"), 3),
                (("--daily", "22:00", "--status", "success"), 3),
                (("--daily", "22:00", "--company", "99"), (2, 3)),
            ):
                done = self.agent.run("schedule", "add", *SCOPE, *words)
                wanted = status if isinstance(status, tuple) else (status,)
                self.assertIn(done.returncode, wanted, f"{words}: {done.stdout}{done.stderr}")
                self.assertTrue(done.stderr.strip(), words)
            for command in ("remove", "run"):
                done = self.agent.run("schedule", command, "999999")
                self.assertEqual(3, done.returncode, done.stdout + done.stderr)
                self.assertIn("999999", done.stderr)
            self.assertEqual(before, len(self.agent.ask("schedule", "list", *SCOPE)["items"]))


for_backends(globals(), Schedules)

if __name__ == "__main__":
    unittest.main(verbosity=2)
