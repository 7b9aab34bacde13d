# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Batches of reprocessing from outside: they outlive every program, run once, and their counts add up."""

import concurrent.futures
import json
import subprocess
import unittest

from harness import Table, binary_folder, for_backends, wait_for
from resend_case import COMPANY, ResendCase

TABLE = Table("Batches")
COUNTS = ("planned", "succeeded", "failed", "skipped", "notAttempted", "remaining")


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class Batches(ResendCase):
    table = TABLE

    # -- steps ---------------------------------------------------------------------------------------

    def several(self, count):
        """Sales whose contract the ERP has refused; nobody serves any more."""
        self.serve()
        sales = [self.refused() for _ in range(count)]
        self.agent.stop()
        return sales

    def detached(self, *options):
        return self.agent.ask("reprocess", "--company", str(COMPANY), "--yes", "--detach", *options)

    def shown(self, batch):
        told = self.agent.ask("reprocess", "show", str(batch))
        counts = [told[name] for name in COUNTS]
        self.assertEqual(counts[0], sum(counts[1:]), told)
        return told

    def ended(self, batch):
        wait_for(lambda: self.shown(batch)["endedAt"], 60, "the end of the batch", 0.2)
        return self.shown(batch)

    def started(self):
        """A reprocessing that runs beside the test."""
        return subprocess.Popen(
            [str(binary_folder() / "ponte-agent"), "reprocess", "--company", str(COMPANY), "--yes", "--json"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=self.agent.environment(),
        )

    def effective_once(self, sales):
        for sale in sales:
            self.assertEqual(("success", 0, 1, "none"), self.state(sale))
            self.assertEqual(1, len(self.contracts(sale)))

    # -- cases ---------------------------------------------------------------------------------------

    def test_company_limits_ids(self):
        with self.cell("--ids and --company"):
            [sale] = self.several(1)
            chosen = ("--ids", str(self.activation(sale)["id"]))
            mark = self.world.mark()
            refused = self.reprocess(*chosen, "--company", "2", status=3)
            self.assertIn(chosen[1], refused.stderr)
            self.assertEqual([], self.world.calls(after=mark))
            told = json.loads(self.reprocess(*chosen, "--company", str(COMPANY)).stdout)
            self.assertEqual([1, 1, 0, 0, 0, 0], [told[name] for name in COUNTS])
            self.assertEqual([("succeeded", int(chosen[1]))], [(e["outcome"], e["id"]) for e in told["entries"]])
            self.effective_once([sale])

    def test_detached(self):
        with self.cell("--detach, worked on by the next program"):
            sales = self.several(3)
            mark = self.world.mark()
            batch = self.detached("--first", "2")["batch"]
            told = self.shown(batch)
            self.assertEqual(("waiting", 2, 2), (told["state"], told["planned"], told["remaining"]))
            self.assertEqual([], self.world.calls(after=mark))
            plan = self.agent.ask("reprocess", "--company", str(COMPANY), "--plan")
            self.assertEqual((1, 2), (plan["included"], plan["excluded"]))
            self.serve()
            self.assertEqual(("done", 2), (self.ended(batch)["state"], self.shown(batch)["succeeded"]))
            self.effective_once(sales[:2])
            self.assertEqual("error", self.state(sales[2])[0])
            self.assertEqual([batch], [item["batch"] for item in self.agent.ask("reprocess", "list")["items"]])

    def test_two_operators(self):
        with self.cell("two operators at once"):
            sales = self.several(3)
            self.serve()
            held = self.world.fail("erp", "efetivacao", "hold")
            mark = self.world.mark()
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                runs = [pool.submit(self.reprocess) for _ in range(2)]
                wait_for(lambda: len(self.asked(after=mark)) == 3, 30, "three calls")
                held.release()
                told = [json.loads(run.result().stdout) for run in runs]
            self.assertEqual(["efetivacao"] * 3, self.asked(after=mark))
            self.assertEqual(3, sum(batch["succeeded"] for batch in told))
            for batch in told:
                self.assertEqual((0, 0), (batch["remaining"], batch["notAttempted"]))
            self.effective_once(sales)

    def test_stopped_destination(self):
        with self.cell("a destination stopped by 401: not attempted, exit 6"):
            self.serve()
            self.world.fail("erp", "efetivacao", "status", times=1, status=401)
            sale = self.sold("Pendente")
            self.agent.stop()
            mark = self.world.mark()
            told = json.loads(self.reprocess(status=6).stdout)
            self.assertEqual([1, 0, 0, 0, 1, 0], [told[name] for name in COUNTS])
            self.assertIn("credenciais", told["entries"][0]["message"])
            self.assertEqual([], self.asked(after=mark))
            self.assertEqual(("pending", 0, 0), self.state(sale)[:3])

    def test_starter_takes_over(self):
        with self.cell("the serving program is killed: the starter goes on"):
            sales = self.several(3)
            self.serve()
            held = self.world.fail("erp", "efetivacao", "hold")
            mark = self.world.mark()
            starter = self.started()
            wait_for(lambda: len(self.asked(after=mark)) == 3, 30, "three calls")
            self.agent.kill()
            held.times = held.hits
            held.release()
            out, err = starter.communicate(timeout=60)
            self.assertEqual(0, starter.returncode, err)
            told = json.loads(out)
            self.assertEqual([3, 3, 0, 0, 0, 0], [told[name] for name in COUNTS])
            for sale in sales:
                self.assertEqual("success", self.state(sale)[0])
                self.assertEqual(1, len(self.contracts(sale)))

    def test_killed_starter(self):
        with self.cell("the starter is killed: the next program goes on"):
            sales = self.several(3)
            held = self.world.fail("erp", "efetivacao", "hold")
            mark = self.world.mark()
            starter = self.started()
            wait_for(lambda: len(self.asked(after=mark)) == 3, 30, "three calls")
            starter.kill()
            starter.communicate(timeout=20)
            held.times = held.hits
            held.release()
            [batch] = self.agent.ask("reprocess", "list")["items"]
            self.serve()
            self.assertEqual(3, self.ended(batch["batch"])["succeeded"])
            for sale in sales:
                self.assertEqual(1, len(self.contracts(sale)))
                self.settled(sale)

    def test_orders(self):
        with self.cell("pause, resume, cancel"):
            sales = self.several(2)
            batch = str(self.detached()["batch"])
            self.assertEqual("paused", self.agent.ask("reprocess", "pause", batch)["state"])
            # The program has looked at the paused batch when it has ended a later one.
            self.serve()
            later = self.refused()
            self.assertEqual(1, json.loads(self.reprocess().stdout)["succeeded"])
            self.effective_once([later])
            self.assertEqual(("paused", 2), (self.shown(batch)["state"], self.shown(batch)["remaining"]))
            mark = self.world.mark()
            cancelled = self.agent.ask("reprocess", "cancel", batch)
            self.assertEqual(("cancelled", 2, 0), tuple(cancelled[n] for n in ("state", "notAttempted", "remaining")))
            for command in ("pause", "resume", "cancel"):
                self.assertEqual(3, self.agent.run("reprocess", command, batch).returncode)
            self.assertEqual(3, self.agent.run("reprocess", "show", "99").returncode)
            self.assertEqual(2, self.agent.run("reprocess", "cancel", "x").returncode)
            self.assertEqual([], self.asked(after=mark))
            # What was cancelled may be reprocessed again.
            self.assertEqual(2, json.loads(self.reprocess("--company", str(COMPANY), "--rate", "50/s").stdout)["succeeded"])
            self.effective_once(sales)

    def test_canary(self):
        with self.cell("a ramp that finds nobody stops itself"):
            self.serve()
            away = self.world.fail("erp", "efetivacao", "status", status=503)
            sales = [self.sold("Pendente") for _ in range(7)]
            told = json.loads(self.reprocess("--company", str(COMPANY), "--canary", status=6).stdout)
            self.assertEqual([7, 0, 5, 0, 0, 2], [told[name] for name in COUNTS])
            self.assertEqual("paused", told["state"])
            self.assertIn("sem resposta", told["reason"])
            away.times = away.hits
            self.agent.do("reprocess", "resume", str(told["batch"]))
            self.assertEqual(2, self.ended(told["batch"])["succeeded"])
            self.reprocess()
            for sale in sales:
                self.assertEqual(1, len(self.contracts(sale)))


for_backends(globals(), Batches)

if __name__ == "__main__":
    unittest.main(verbosity=2)
