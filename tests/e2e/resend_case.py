# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""What tests of attempts at the ERP share: a fresh database and a fresh world per test, and short questions to both."""

import json

from double import Outside
from harness import Agent, sale_of, wait_for

COMPANY = 3
MAXIMUM = "lojaclick.resend.max_attempts"


class ResendCase:
    """A mixin; the agent serves without schedules, whose runs the tests make themselves."""

    #: the table of the file the tests stand in
    table = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Outside())
        cls.template = cls.enterClassContext(Agent(cls.backend))
        cls.template.configure(cls.world, companies=(COMPANY,))

    def setUp(self):
        self.world.reset()
        # An ERP that trusts its callers shows a second contract where another would hide it.
        self.world.erp.deduplicate = False
        self.agent = self.enterContext(Agent(self.backend, self.template.database))
        self.agent.clients = self.template.clients

    def tearDown(self):
        self.assertEqual([], self.world.violations())

    def cell(self, row):
        return self.table.cell(row, self.backend)

    def serve(self, **options):
        return self.agent.serve("--no-schedules", **options)

    # -- steps ---------------------------------------------------------------------------------------

    def sold(self, situation):
        """A sale whose enrolment succeeds and whose contract is `situation` at first."""
        sale = sale_of(COMPANY)
        answer = self.agent.send(sale)
        self.assertEqual((200, "Sucesso"), (answer.status, answer.json()["Status"]), answer)
        self.assertEqual(situation, answer.json()["DadosCriados"]["SituacaoContrato"], answer)
        return sale

    def refused(self, text="Cliente sem crédito"):
        """A sale that the ERP refuses once."""
        fault = self.world.fail("erp", "efetivacao", "refuse", times=1, text=text)
        sale = self.sold("Erro")
        self.assertEqual(1, fault.hits)
        return sale

    def schedule(self, agent=None):
        """The company's own schedule of automatic resends."""
        listed = (agent or self.agent).ask("schedule", "list", "--company", str(COMPANY))["items"]
        found = [item for item in listed if item["name"] == "Reenvio automático"]
        self.assertEqual(1, len(found), found)
        return found[0]

    def run_schedule(self, status=0):
        """One automatic run to its end; what it said in JSON and in words."""
        done = self.agent.run("schedule", "run", str(self.schedule()["id"]), "--json")
        self.assertEqual(status, done.returncode, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def reprocess(self, *selection, status=0):
        """One manual run to its end; the finished process."""
        done = self.agent.run("reprocess", *(selection or ("--company", str(COMPANY))), "--yes", "--json")
        self.assertEqual(status, done.returncode, done.stdout + done.stderr)
        return done

    # -- questions -----------------------------------------------------------------------------------

    def activation(self, sale):
        return self.agent.records_of(sale)["contract_activation"]

    def state(self, sale):
        """(status, automatic attempts, manual attempts, call state) of the sale's activation."""
        record = self.activation(sale)
        return tuple(record[name] for name in ("status", "automaticAttempts", "manualAttempts", "callState"))

    def items(self, sale):
        return self.agent.items_of(sale, "contract_activation")

    def triggers(self, sale):
        return [(item["trigger"], item["status"]) for item in self.items(sale)]

    def asked(self, after=0):
        """The names of the ERP's calls, in order."""
        return [call.operation for call in self.world.calls("erp", after=after)]

    def contracts(self, sale):
        return [contract for contract in self.world.erp.contracts if contract["idVenda"] == sale["idVenda"]]

    def settled(self, sale, killed=False):
        """Waits for the notice; it and the final status must have taken effect once.

        A program that was killed may have sent a notice that it could not write down; whoever goes on sends it again,
        and the Broker knows it by its key.
        """
        wait_for(lambda: self.agent.statuses_of(sale).get("broker_notice") == "success", 20, "the notice")
        key = f"{COMPANY}-{sale['idVenda']}"
        told = [call.body for call in self.world.calls("broker", "confirmacao")
                if call.header("idempotency-key") == key]
        self.assertIn(len(told), (1, 2) if killed else (1,))
        self.assertEqual(1, len(set(told)))
        self.assertEqual(1, len(self.contracts(sale)))
        student = self.student(sale)
        wait_for(
            lambda: [row["CODSTATUS"] for row in self.world.rm.rows("SMATRICPL", RA=student)] == [11], 20,
            "the final status",
        )

    def student(self, sale):
        return self.activation(sale)["keyValues"].split(";")[1]

    @staticmethod
    def json(text):
        return json.loads(text)
