# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Batches of reprocessing: one execution per record, counts that add up, pause, cancel, kill -9, restart."""

import concurrent.futures
import signal
import subprocess
import unittest

from harness import Table, binary_folder, for_backends, wait_for
from resend_case import COMPANY, ResendCase

TABLE = Table("Batches")
SCOPE = ("--company", str(COMPANY))
PARTS = ("succeeded", "failed", "skipped", "notAttempted", "remaining")


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class Batches(ResendCase):
    table = TABLE

    # -- steps ---------------------------------------------------------------------------------------

    def refused_sales(self, count):
        return [self.refused() for _ in range(count)]

    def ids(self, sales):
        return ",".join(str(self.activation(sale)["id"]) for sale in sales)

    def detached(self, *words):
        """The id of a batch that runs by itself."""
        started = self.agent.ask("reprocess", *words, "--yes", "--detach")
        self.added_up(started)
        return started["batch"]

    def batch(self, identifier):
        """The batch as it is now; whenever one looks, the counts add up."""
        found = self.agent.ask("reprocess", "show", str(identifier))
        self.added_up(found)
        return found

    def added_up(self, batch):
        self.assertEqual(batch["planned"], sum(batch[part] for part in PARTS), batch)

    def ended(self, identifier, state="done", seconds=30):
        return wait_for(
            lambda: (lambda found: found if found["state"] == state else None)(self.batch(identifier)), seconds,
            f"the state {state} of batch {identifier}", 0.1,
        )

    def only_batch(self):
        """The one batch that there is."""
        found = self.agent.ask("reprocess", "list")["items"]
        self.assertEqual(1, len(found), found)
        return found[0]

    def counts(self, batch):
        return tuple(batch[part] for part in ("planned", *PARTS))

    def start(self, *words):
        """A command in the background."""
        return subprocess.Popen(
            [str(binary_folder() / "ponte-agent"), *words, "--json"], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=self.agent.environment(),
        )

    def once_each(self, sales, manual=1):
        """One execution each: one manual attempt with one item, one contract, one notice."""
        for sale in sales:
            self.assertEqual(("success", 0, manual, "none"), self.state(sale))
            self.assertEqual(manual, sum(trigger == "manual" for trigger, _ in self.triggers(sale)))
            self.settled(sale)

    # -- one execution each --------------------------------------------------------------------------

    def test_two_operators_at_once(self):
        with self.cell("two operators at once, same ids"):
            self.serve()
            sales = self.refused_sales(4)
            chosen = self.ids(sales)
            held = self.world.fail("erp", "efetivacao", "hold")
            first = self.start("reprocess", "--ids", chosen, "--yes")
            self.assertTrue(held.reached.wait(20))
            second = self.agent.run("reprocess", "--ids", chosen, "--yes", "--detach", "--json")
            self.assertEqual(0, second.returncode, second.stdout + second.stderr)
            held.release()
            out, _ = first.communicate(timeout=60)
            self.assertEqual(0, first.returncode, out)
            self.once_each(sales)

    def test_six_operators_at_one_moment(self):
        with self.cell("six operators at one moment"):
            self.serve()
            sales = self.refused_sales(3)
            chosen = self.ids(sales)
            with concurrent.futures.ThreadPoolExecutor(6) as pool:
                command = ("reprocess", "--ids", chosen, "--yes", "--json")
                done = list(pool.map(lambda _: self.agent.run(*command), range(6)))
            # Who comes after the end selects records that have succeeded, which is refused.
            self.assertLessEqual({run.returncode for run in done}, {0, 3}, [run.stdout + run.stderr for run in done])
            self.assertIn(0, [run.returncode for run in done])
            self.once_each(sales)

    def test_what_is_under_way_is_said(self):
        with self.cell("D0-24 the second is told who is at work"):
            self.serve()
            [sale] = self.refused_sales(1)
            held = self.world.fail("erp", "efetivacao", "hold", times=1)
            batch = self.detached("--ids", self.ids([sale]))
            self.assertTrue(held.reached.wait(20))
            plan = self.agent.run("reprocess", "--ids", self.ids([sale]), "--plan", "--json")
            self.assertRegex(plan.stdout + plan.stderr, "(?i)processamento")
            run = self.agent.run("schedule", "run", str(self.schedule()["id"]), "--json")
            self.assertEqual(0, run.returncode, run.stdout + run.stderr)
            held.release()
            self.ended(batch)
            self.once_each([sale])

    def test_selection_of_a_company(self):
        with self.cell("--ids and --company together"):
            self.serve()
            sales = self.refused_sales(2)
            mark = self.world.mark()
            other = self.agent.run("reprocess", "--ids", self.ids(sales), "--company", "2", "--yes", "--json")
            self.assertEqual([], self.world.calls(after=mark), other.stdout + other.stderr)
            self.reprocess("--ids", self.ids(sales), *SCOPE)
            self.once_each(sales)

    def test_first_and_rate(self):
        with self.cell("--first and --rate"):
            self.serve()
            sales = self.refused_sales(4)
            mark = self.world.mark()
            self.reprocess(*SCOPE, "--first", "3", "--rate", "2/s")
            sent = [call.at for call in self.world.calls("erp", "efetivacao", after=mark)]
            self.assertEqual(3, len(sent))
            self.assertGreater(sent[-1] - sent[0], 0.8)
            self.assertEqual(1, [self.state(sale)[0] for sale in sales].count("error"))

    # -- orders --------------------------------------------------------------------------------------

    def test_pause_resume_cancel(self):
        with self.cell("pause, resume, cancel"):
            self.serve()
            sales = self.refused_sales(4)
            held = self.world.fail("erp", "efetivacao", "hold", times=1)
            batch = self.detached(*SCOPE, "--rate", "1/s")
            self.assertTrue(held.reached.wait(20))
            self.agent.do("reprocess", "pause", str(batch))
            held.release()
            wait_for(lambda: self.batch(batch)["succeeded"] == 1, 20, "the end of what was in flight")
            self.assertEqual((4, 1, 0, 0, 0, 3), self.counts(self.batch(batch)))
            self.agent.stop()
            self.serve()
            self.assertEqual(("paused", (4, 1, 0, 0, 0, 3)),
                             (self.batch(batch)["state"], self.counts(self.batch(batch))))
            self.agent.do("reprocess", "resume", str(batch))
            wait_for(lambda: self.batch(batch)["succeeded"] >= 2, 20, "a second success")
            self.agent.do("reprocess", "cancel", str(batch))
            final = self.ended(batch, "cancelled")
            self.assertEqual((4, 0, 0, 0), tuple(final[name] for name in ("planned", "failed", "skipped", "remaining")))
            done = [sale for sale in sales if self.state(sale)[0] == "success"]
            self.assertEqual(len(done), final["succeeded"])
            for sale in sales:
                self.assertIn(self.state(sale), (("success", 0, 1, "none"), ("error", 0, 0, "none")))
            for order in ("pause", "resume"):
                self.assertEqual(3, self.agent.run("reprocess", order, str(batch)).returncode)
            # What was left is free again.
            self.reprocess()
            self.once_each(sales)

    def test_unknown_batch(self):
        with self.cell("orders to a batch that is not there"):
            for order in ("show", "pause", "resume", "cancel"):
                done = self.agent.run("reprocess", order, "999999")
                self.assertEqual(3, done.returncode, done.stdout + done.stderr)
                self.assertIn("999999", done.stderr)

    # -- what dies -----------------------------------------------------------------------------------

    def test_the_starter_dies(self):
        with self.cell("the starter is killed, the batch goes on"):
            self.serve()
            sales = self.refused_sales(3)
            held = self.world.fail("erp", "efetivacao", "hold")
            starter = self.start("reprocess", *SCOPE, "--yes")
            self.assertTrue(held.reached.wait(20))
            starter.kill()
            starter.communicate()
            held.release()
            found = self.only_batch()
            self.assertEqual((3, 3, 0, 0, 0, 0), self.counts(self.ended(found["batch"])))
            self.once_each(sales)

    def test_the_worker_dies(self):
        with self.cell("the worker is killed and started again"):
            self.serve()
            sales = self.refused_sales(6)
            held = self.world.fail("erp", "efetivacao", "hold", skip=2, times=1)
            batch = self.detached(*SCOPE)
            self.assertTrue(held.reached.wait(20))
            self.assertEqual(-signal.SIGKILL, self.agent.kill())
            # The ERP acts on what the dead program sent.
            held.release()
            self.batch(batch)
            self.serve()
            final = self.ended(batch, seconds=60)
            self.assertEqual((6, 0), (final["planned"], final["remaining"]))
            self.assertEqual(0, final["failed"] + final["notAttempted"], final)
            for sale in sales:
                status, automatic, manual, call_state = self.state(sale)
                self.assertEqual(("success", 0, "none"), (status, automatic, call_state))
                self.assertIn(manual, (1, 2))
                self.settled(sale, killed=True)

    def test_two_programs_share_a_batch(self):
        with self.cell("two programs share a batch, one is killed"):
            self.serve()
            sales = self.refused_sales(10)
            other = self.enterContext(self.agent.twin())
            held = self.world.fail("erp", "efetivacao", "hold", times=4)
            batch = self.detached(*SCOPE)
            self.assertTrue(held.reached.wait(20))
            other.kill()
            held.release()
            final = self.ended(batch, seconds=60)
            self.assertEqual((10, 10, 0, 0, 0, 0), self.counts(final))
            for sale in sales:
                self.assertEqual(("success", "none"), self.state(sale)[::3])
                self.settled(sale, killed=True)

    def test_no_program_serves(self):
        with self.cell("no program serves; killed, then one does"):
            self.serve()
            sales = self.refused_sales(3)
            self.agent.stop()
            held = self.world.fail("erp", "efetivacao", "hold", times=1)
            alone = self.start("reprocess", *SCOPE, "--yes")
            self.assertTrue(held.reached.wait(20))
            alone.kill()
            alone.communicate()
            held.release()
            self.serve()
            found = self.only_batch()
            self.ended(found["batch"], seconds=60)
            for sale in sales:
                self.assertEqual(("success", "none"), self.state(sale)[::3])
                self.settled(sale, killed=True)

    def test_alone(self):
        with self.cell("no program serves: it does the work itself"):
            self.serve()
            sales = self.refused_sales(2)
            self.agent.stop()
            done = self.json(self.reprocess().stdout)
            self.assertEqual((2, 2, 0, 0, 0, 0), self.counts(done))
            self.assertEqual({"succeeded"}, {entry["outcome"] for entry in done["entries"]})
            self.serve()
            self.once_each(sales)

    # -- destinations --------------------------------------------------------------------------------

    def test_stopped_destination(self):
        with self.cell("401: not attempted, exit 6"):
            self.serve()
            sales = self.refused_sales(4)
            right, self.world.erp.password = self.world.erp.password, "another"
            try:
                mark = self.world.mark()
                first = self.json(self.reprocess(status=6).stdout)
                self.added_up(first)
                self.assertGreaterEqual(first["notAttempted"], 3)
                self.assertGreaterEqual(4, len(self.world.calls("erp", after=mark)))
                mark = self.world.mark()
                second = self.json(self.reprocess(status=6).stdout)
                self.assertEqual((4, 0, 0, 0, 4, 0), self.counts(second))
                self.assertEqual([], self.world.calls("erp", after=mark))
            finally:
                self.world.erp.password = right
            self.agent.do("connections", "set", "erp", "--password-stdin", stdin=right)
            self.assertEqual((4, 4, 0, 0, 0, 0), self.counts(self.json(self.reprocess().stdout)))
            for sale in sales:
                self.settled(sale)

    def test_a_database_that_is_away_for_a_moment(self):
        with self.cell("no entry is lost with a connection"):
            self.serve()
            sales = self.refused_sales(24)
            self.world.fail("erp", "efetivacao", "slow", seconds=0.05, times=None)
            batch = self.detached("--ids", self.ids(sales))
            for share in (4, 10, 16):
                wait_for(lambda: len(self.world.calls("erp", "efetivacao")) >= len(sales) + share, 20, f"{share} calls", 0.02)
                self.agent.database.disturb()
            final = self.ended(batch)
            self.assertEqual((24, 24, 0, 0, 0, 0), self.counts(final), final["entries"])
            for sale in sales:
                self.assertEqual("success", self.state(sale)[0])
                self.settled(sale, killed=True)

    def test_canary(self):
        with self.cell("--canary pauses itself while the ERP is away"):
            self.serve()
            sales = self.refused_sales(8)
            self.world.stop("erp")
            try:
                batch = self.detached(*SCOPE, "--canary")
                paused = self.ended(batch, "paused")
                self.assertTrue(paused["reason"])
                self.assertGreater(paused["remaining"], 0)
            finally:
                self.world.start("erp")
            self.agent.do("reprocess", "resume", str(batch))
            final = self.ended(batch)
            self.assertEqual(8, final["planned"])
            self.reprocess()
            for sale in sales:
                self.assertEqual("success", self.state(sale)[0])
                self.settled(sale)


for_backends(globals(), Batches)

if __name__ == "__main__":
    unittest.main(verbosity=2)
