# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Automatic and manual attempts at the ERP: loja-click.md A0-08 to A0-14, A0-18, A0-20, the transitions of 0.2."""

import signal
import unittest

from harness import Table, for_backends, sale_of
from resend_case import COMPANY, MAXIMUM, ResendCase

TABLE = Table("Resend")


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class Resend(ResendCase):
    table = TABLE

    def test_refused_until_cancelled_then_repaired(self):
        with self.cell("A0-08/A0-09 cancelled at the maximum, then a person"):
            self.serve()
            fault = self.world.fail("erp", "efetivacao", "refuse", text="Cliente sem crédito")
            sale = self.sold("Erro")
            self.assertEqual(("error", 0, 0, "none"), self.state(sale))
            for run, status in ((1, "error"), (2, "error"), (3, "cancelled")):
                self.run_schedule()
                self.assertEqual((status, run, 0, "none"), self.state(sale))
            self.assertEqual(["efetivacao"] * 4, self.asked())
            self.assertEqual([("import", "error"), ("schedule", "error"), ("schedule", "error"),
                              ("schedule", "error")], self.triggers(sale))
            self.assertTrue(all("Cliente sem crédito" in item["message"] for item in self.items(sale)))
            self.assertTrue(self.activation(sale)["cancelledReason"])
            self.run_schedule()
            self.assertEqual((4, 4), (len(self.asked()), len(self.items(sale))))
            self.assertEqual([10], [status for _, status in self.world.status_history()])
            self.assertNotIn("broker_notice", self.agent.statuses_of(sale))
            # A person's failed try leaves it cancelled, so that no run takes it up again.
            chosen = ("--ids", str(self.activation(sale)["id"]))
            self.reprocess(*chosen)
            self.assertEqual(("cancelled", 3, 1, "none"), self.state(sale))
            self.run_schedule()
            self.assertEqual(5, len(self.asked()))
            fault.times = fault.hits
            self.reprocess(*chosen)
            self.assertEqual(("success", 3, 2, "none"), self.state(sale))
            self.settled(sale)
            self.assertEqual("Sucesso", self.agent.stored(sale).json()["DadosCriados"]["SituacaoContrato"])

    def test_attempts_started_again(self):
        with self.cell("D0-04 --reset-attempts"):
            self.serve()
            self.agent.do("parameters", "set", MAXIMUM, "1", "--company", str(COMPANY))
            self.world.fail("erp", "efetivacao", "refuse", times=3)
            sale = self.sold("Erro")
            self.run_schedule()
            self.assertEqual(("cancelled", 1, 0, "none"), self.state(sale))
            self.reprocess("--ids", str(self.activation(sale)["id"]), "--reset-attempts")
            self.assertEqual(("error", 0, 1, "none"), self.state(sale))
            self.run_schedule()
            self.assertEqual(("success", 1, 1, "none"), self.state(sale))
            self.settled(sale)

    def test_lowered_maximum(self):
        with self.cell("0.2 counter at a lowered maximum: no call"):
            self.serve()
            self.world.fail("erp", "efetivacao", "refuse", times=3)
            sale = self.sold("Erro")
            self.run_schedule()
            self.run_schedule()
            self.assertEqual(("error", 2, 0, "none"), self.state(sale))
            self.agent.do("parameters", "set", MAXIMUM, "2", "--company", str(COMPANY))
            mark = self.world.mark()
            self.run_schedule()
            self.assertEqual(("cancelled", 2, 0, "none"), self.state(sale))
            self.assertEqual([], self.world.calls(after=mark))

    def test_unreachable_then_up(self):
        with self.cell("A0-10 ERP unreachable, then a scheduled run"):
            self.serve()
            self.world.stop("erp")
            try:
                sale = self.sold("Pendente")
                [item] = self.items(sale)
                self.assertEqual(("import", "pending", 0), (item["trigger"], item["status"], item["httpStatus"] or 0))
                self.assertRegex(item["message"].lower(), "conectar|inacess|alcanç")
            finally:
                self.world.start("erp")
            self.run_schedule()
            status, automatic, manual, call_state = self.state(sale)
            self.assertEqual(("success", 1, 0, "none"), (status, automatic, manual, call_state))
            self.settled(sale)

    def test_no_maximum(self):
        with self.cell("A0-11 no maximum: no automatic attempt"):
            self.serve()
            sale = self.refused()
            self.agent.do("parameters", "unset", MAXIMUM, "--company", str(COMPANY))
            mark = self.world.mark()
            said = self.run_schedule()
            self.assertIn("Número tentativas de reenvio", said)
            self.assertEqual([], self.world.calls(after=mark))
            self.assertEqual(("error", 0, 0, "none"), self.state(sale))
            self.assertEqual(1, len(self.items(sale)))
            self.reprocess()
            self.assertEqual(("success", 0, 1, "none"), self.state(sale))
            self.settled(sale)

    def test_forbidden_functionality(self):
        with self.cell("A0-12 a record that may not be reprocessed"):
            self.serve()
            refused = self.refused()
            self.world.fail("rm", "ExecuteWithXmlParams", "text", times=1, text="Turma cheia",
                            match=lambda call: call.part == "subject")
            half = sale_of(COMPANY)
            self.assertEqual(422, self.agent.send(half).status)
            subjects = self.agent.records_of(half)["subject_enrollment"]
            self.assertEqual("error", subjects["status"])
            self.nothing_runs(self.activation(refused)["id"], subjects["id"])
            self.assertEqual(("error", 0, 0, "none"), self.state(refused))

    def test_forbidden_status(self):
        with self.cell("A0-13 a record that has succeeded"):
            self.serve()
            done = self.sold("Sucesso")
            self.settled(done)
            self.nothing_runs(self.activation(done)["id"])
            refused = self.refused()
            self.nothing_runs(self.activation(refused)["id"], self.activation(done)["id"])
            self.assertEqual(("success", 0, 0, "none"), self.state(done))
            # What no selection names is passed over instead of refused.
            self.reprocess()
            self.assertEqual(("success", 0, 0, "none"), self.state(done))
            self.assertEqual(("success", 0, 1, "none"), self.state(refused))

    def nothing_runs(self, *ids):
        """The selection is refused as a whole, and the last of its ids is named."""
        mark = self.world.mark()
        done = self.reprocess("--ids", ",".join(map(str, ids)), status=3)
        self.assertRegex(done.stdout + done.stderr, rf"\b{ids[-1]}\b")
        self.assertEqual([], self.world.calls(after=mark))

    def test_unknown_id(self):
        with self.cell("an id that is not there"):
            self.serve()
            refused = self.refused()
            self.nothing_runs(self.activation(refused)["id"], 999999)

    def test_no_selection(self):
        with self.cell("A0-14 no selection: error and pending"):
            self.agent.do("parameters", "set", MAXIMUM, "1", "--company", str(COMPANY))
            self.serve()
            cancelled = self.refused()
            self.world.fail("erp", "efetivacao", "refuse", times=1)
            self.run_schedule()
            self.assertEqual("cancelled", self.state(cancelled)[0])
            wrong = [self.refused(), self.refused()]
            self.world.fail("erp", "efetivacao", "status", times=1, status=503)
            waiting = self.sold("Pendente")
            plan = self.agent.ask("reprocess", "--company", str(COMPANY), "--plan")
            self.assertEqual(3, plan["included"])
            chosen = {int(entry["id"]) for entry in plan["entries"] if entry["included"]}
            self.assertEqual({int(self.activation(sale)["id"]) for sale in (*wrong, waiting)}, chosen)
            self.assertTrue(all(entry["reason"] for entry in plan["entries"]), plan)
            mark = self.world.mark()
            self.reprocess()
            self.assertEqual(3, self.asked(after=mark).count("efetivacao"))
            for sale in (*wrong, waiting):
                self.assertEqual(("success", 0, 1, "none"), self.state(sale))
                self.settled(sale)
            self.assertEqual(("cancelled", 1, 0, "none"), self.state(cancelled))

    def test_maximum_must_be_a_count(self):
        with self.cell("A0-18 a wrong maximum is not saved"):
            scope = ("--company", str(COMPANY))
            for wrong in ("0", "-1", "abc", "100", "1.5", " "):
                done = self.agent.run("parameters", "set", MAXIMUM, wrong, *scope)
                self.assertEqual(3, done.returncode, f"{wrong!r}: {done.stdout}{done.stderr}")
                self.assertIn("99", done.stderr, wrong)
                self.assertEqual("3", str(self.agent.ask("parameters", "get", MAXIMUM, *scope)["value"]))
            for right in ("1", "99"):
                self.agent.do("parameters", "set", MAXIMUM, right, *scope)
                self.assertEqual(right, str(self.agent.ask("parameters", "get", MAXIMUM, *scope)["value"]))

    def test_killed_before_the_status_was_written(self):
        for row, repair in (
            ("A0-20 killed after the ERP accepted: a person", self.reprocess),
            ("A0-20 killed after the ERP accepted: a scheduled run", self.run_schedule),
        ):
            with self.cell(row):
                sale = self.killed_after_acceptance()
                self.serve()
                self.assertEqual("pending", self.state(sale)[0])
                mark = self.world.mark()
                repair()
                self.assertEqual(["contratos"], self.asked(after=mark))
                self.assertEqual(("success", "none"), self.state(sale)[::3])
                self.settled(sale)
                stored = self.agent.stored(sale)
                self.assertEqual(200, stored.status)
                self.assertEqual("Sucesso", stored.json()["DadosCriados"]["SituacaoContrato"])
                self.agent.stop()

    def killed_after_acceptance(self):
        sale = sale_of(COMPANY)
        self.serve(environment={"PONTE_CRASH_AT": "call.erp.activate.after"})
        with self.assertRaises(OSError):
            self.agent.send(sale)
        self.assertEqual(-signal.SIGKILL, self.agent.ended(10))
        self.agent.process = None
        self.assertEqual(1, len(self.contracts(sale)))
        return sale


for_backends(globals(), Resend)

if __name__ == "__main__":
    unittest.main(verbosity=2)
