# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""An ERP that refuses, is away, or loses its answer: one contract, one notice, and the log tells the truth."""

import unittest

from double import Outside
from harness import Agent, Table, for_backends, sale_of, wait_for

TABLE = Table("Refusals")


def tearDownModule():
    TABLE.print()


class Refusals:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Outside())
        cls.agent = cls.enterClassContext(Agent(cls.backend))
        cls.agent.configure(cls.world).serve()

    def setUp(self):
        self.world.reset()

    def tearDown(self):
        self.assertEqual([], self.world.violations())

    def sold(self, situation):
        """A sale whose enrolment succeeds and whose contract ends in `situation`; the notice has not gone out."""
        sale = sale_of(3)
        answer = self.agent.send(sale)
        self.assertEqual((200, "Sucesso"), (answer.status, answer.json()["Status"]), answer)
        self.assertEqual(situation, answer.json()["DadosCriados"]["SituacaoContrato"], answer)
        return sale

    def activation(self, sale):
        return self.agent.records_of(sale)["contract_activation"]

    def erp_calls(self, operation):
        return self.world.calls("erp", operation)

    def reprocess(self, sale, *selection):
        selection = selection or ("--origin", sale["idVenda"])
        done = self.agent.run("reprocess", "--company", "3", *selection, "--yes", "--json")
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        wait_for(lambda: self.agent.statuses_of(sale).get("broker_notice") == "success", 20, "the notice")

    def check_end(self, sale, contracts=1):
        """What must hold after the repair, however the first attempt went."""
        record = self.activation(sale)
        self.assertEqual(
            ("success", 0, 1, "none"),
            tuple(record[n] for n in ("status", "automaticAttempts", "manualAttempts", "callState")),
        )
        self.assertEqual(contracts, len(self.world.erp.contracts))
        self.assertEqual([f"3-{sale['idVenda']}"], list(self.world.broker.notices))
        self.assertEqual(1, len(self.world.calls("broker", "confirmacao")))
        wait_for(lambda: [status for _, status in self.world.status_history()] == [10, 11], 10, "the final status")
        stored = self.agent.stored(sale).json()
        self.assertEqual("Sucesso", stored["DadosCriados"]["SituacaoContrato"])

    def test_erp_refuses(self):
        with TABLE.cell("ERP refuses, then accepts", self.backend):
            self.world.fail("erp", "efetivacao", "refuse", times=1, text="Cliente sem crédito")
            sale = self.sold("Erro")
            record = self.activation(sale)
            self.assertEqual(
                ("error", 0, 0, "none"),
                tuple(record[n] for n in ("status", "automaticAttempts", "manualAttempts", "callState")),
            )
            [item] = self.agent.items_of(sale, "contract_activation")
            self.assertIn("Cliente sem crédito", item["message"])
            self.assertEqual(422, item["httpStatus"])
            self.assertEqual([10], [status for _, status in self.world.status_history()])
            self.assertNotIn("broker_notice", self.agent.statuses_of(sale))
            # Without a selection it takes whatever is Error or Pending in the company.
            self.reprocess(sale, "--status", "error,pending")
            self.check_end(sale)
            self.assertEqual(
                ["error", "success"], [i["status"] for i in self.agent.items_of(sale, "contract_activation")]
            )
            self.assertEqual("manual", self.agent.items_of(sale, "contract_activation")[1]["trigger"])

    def test_erp_is_down(self):
        with TABLE.cell("ERP down, then up", self.backend):
            self.world.stop("erp")
            try:
                sale = self.sold("Pendente")
                self.assertEqual("pending", self.activation(sale)["status"])
                self.assertTrue(self.agent.items_of(sale, "contract_activation")[0]["message"])
            finally:
                self.world.start("erp")
            self.reprocess(sale)
            self.check_end(sale)

    def test_erp_has_no_time(self):
        for status in (503, 500, 429):
            with TABLE.cell(f"ERP says {status}, then accepts", self.backend):
                self.world.reset()
                self.world.fail("erp", "efetivacao", "status", times=1, status=status)
                sale = self.sold("Pendente")
                self.assertEqual("pending", self.activation(sale)["status"])
                self.reprocess(sale)
                self.check_end(sale)

    def test_unknown_outcome(self):
        for kind in ("lose", "truncate"):
            with TABLE.cell(f"ERP acts, its answer is lost ({kind})", self.backend):
                self.world.reset()
                self.world.erp.deduplicate = False
                self.world.fail("erp", "efetivacao", kind, times=1)
                sale = self.sold("Pendente")
                self.assertEqual(
                    ("pending", "unknown"), tuple(self.activation(sale)[n] for n in ("status", "callState"))
                )
                # One accepted request is one contract here, so a program that does not ask first makes a second one.
                self.assertEqual(1, len(self.world.erp.contracts))
                mark = self.world.mark()
                self.reprocess(sale)
                self.assertEqual(["contratos"], [call.operation for call in self.world.calls("erp", after=mark)])
                self.check_end(sale)

    def test_the_request_never_arrived(self):
        with TABLE.cell("ERP cuts before acting", self.backend):
            self.world.erp.deduplicate = False
            self.world.fail("erp", "efetivacao", "drop", times=1)
            sale = self.sold("Pendente")
            mark = self.world.mark()
            self.reprocess(sale)
            self.assertEqual(
                ["contratos", "efetivacao"], [call.operation for call in self.world.calls("erp", after=mark)]
            )
            self.check_end(sale)
            keys = {call.header("idempotency-key") for call in self.erp_calls("efetivacao")}
            self.assertEqual(1, len(keys))

    def test_already_effective(self):
        with TABLE.cell("ERP says 409 already effective", self.backend):
            self.world.fail("erp", "efetivacao", "lose", times=1)
            self.world.fail("erp", "contratos", "status", times=1, status=200, content_type="application/json",
                            body='{"hasNext":false,"items":[]}')
            sale = self.sold("Pendente")
            self.reprocess(sale)
            self.assertEqual([0, 409], [call.status for call in self.erp_calls("efetivacao")])
            self.check_end(sale)

    def test_redirect_is_not_followed(self):
        with TABLE.cell("ERP redirects", self.backend):
            self.world.fail("erp", "efetivacao", "status", times=1, status=307,
                            headers={"Location": self.world.erp_url + "/contratos/efetivacao"})
            sale = self.sold("Pendente")
            self.assertEqual(1, len(self.erp_calls("efetivacao")))
            self.reprocess(sale)
            self.check_end(sale)

    def test_endless_answer(self):
        with TABLE.cell("ERP answers without end", self.backend):
            self.world.erp.deduplicate = False
            self.world.fail("erp", "efetivacao", "huge", times=1)
            sale = self.sold("Pendente")
            self.reprocess(sale)
            self.check_end(sale)

    def test_reprocess_without_consent(self):
        with TABLE.cell("reprocess needs --yes or --plan", self.backend):
            self.world.fail("erp", "efetivacao", "refuse", times=1)
            sale = self.sold("Erro")
            mark = self.world.mark()
            self.agent.do("reprocess", "--company", "3", status=2)
            plan = self.agent.ask("reprocess", "--company", "3", "--plan")
            self.assertIn(
                self.activation(sale)["id"], [entry["id"] for entry in plan["entries"] if entry.get("included", True)]
            )
            self.assertEqual([], self.world.calls(after=mark))
            success = self.agent.records_of(sale)["guardian"]["id"]
            refused = self.agent.run("reprocess", "--ids", f"{self.activation(sale)['id']},{success}", "--yes")
            self.assertEqual(3, refused.returncode, refused.stderr)
            self.assertIn(str(success), refused.stdout + refused.stderr)
            self.assertEqual([], self.world.calls(after=mark))
            self.reprocess(sale)


for_backends(globals(), Refusals)

if __name__ == "__main__":
    unittest.main(verbosity=2)
