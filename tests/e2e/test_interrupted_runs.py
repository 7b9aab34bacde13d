# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""What a program that is killed had begun is ended by the next one, and no attempt of it is made twice."""

import datetime
import http.client
import signal
import unittest
from zoneinfo import ZoneInfo

from harness import Table, for_backends, sale_of, wait_for
from resend_case import COMPANY, ResendCase

TABLE = Table("Interrupted runs")
ZONE = ZoneInfo("America/Sao_Paulo")

#: where the program dies, and how many of the two records it has attempted by then
POINTS = {
    "commit.schedule.claim.after": 0,
    "commit.activation.outcome.after": 1,
    "commit.schedule.run.before": 2,
}


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class InterruptedRuns(ResendCase):
    table = TABLE

    def test_killed_in_a_once_schedule(self):
        for point, attempted in POINTS.items():
            with self.subTest(point), self.cell(f"killed at {point}"):
                self.setUpWorld()
                self.serve()
                self.world.fail("erp", "efetivacao", "refuse")
                sales = [self.sold("Erro") for _ in range(2)]
                self.agent.stop()
                moment = datetime.datetime.now(ZONE) + datetime.timedelta(seconds=2)
                at = moment.strftime("%Y-%m-%dT%H:%M:%S")
                schedule = self.agent.ask("schedule", "add", "--company", str(COMPANY), "--at", at)["id"]
                self.agent.serve(environment={"PONTE_CRASH_AT": point})
                self.assertEqual(-signal.SIGKILL, self.agent.ended(30))
                self.agent.process = None
                self.assertEqual(attempted, sum(self.state(sale)[1] for sale in sales))
                self.agent.serve()
                wait_for(lambda: sum(self.state(sale)[1] for sale in sales) >= 2, 30, "the rest of the run")
                # Another run of another schedule ends only after the loop has looked at the interrupted one again.
                later = datetime.datetime.now(ZONE) + datetime.timedelta(seconds=2)
                other = self.agent.ask("schedule", "add", "--company", str(COMPANY), "--origin", "NOTHING", "--at",
                                       later.strftime("%Y-%m-%dT%H:%M:%S"))["id"]
                wait_for(lambda: self.listed(other)["lastRun"], 30, "another run")
                for sale in sales:
                    self.assertEqual(("error", 1, 0, "none"), self.state(sale))
                    self.assertEqual([("import", "error"), ("schedule", "error")], self.triggers(sale))
                self.assertFalse(self.listed(schedule)["enabled"])
                self.agent.stop()

    def test_a_repeated_sale_keeps_the_refusal(self):
        """The Broker got no answer and sends again; what the ERP refused before the crash is left to reprocessing."""
        with self.cell("sale repeated after a refusal"):
            self.setUpWorld()
            self.world.fail("erp", "efetivacao", "refuse", times=1)
            self.agent.stop()
            self.agent.serve(environment={"PONTE_CRASH_AT": "commit.activation.outcome.after"})
            sale = sale_of(COMPANY)
            with self.assertRaises((OSError, http.client.HTTPException)):
                self.agent.send(sale)
            self.assertEqual(-signal.SIGKILL, self.agent.ended(30))
            self.agent.process = None
            self.agent.serve()
            mark = self.world.mark()
            answer = self.agent.send(sale)
            self.assertEqual((200, "Erro"), (answer.status, answer.json()["DadosCriados"]["SituacaoContrato"]), answer)
            self.assertEqual([], self.asked(mark))
            self.assertEqual(("error", 0, 0, "none"), self.state(sale))
            self.assertEqual([("import", "error")], self.triggers(sale))
            self.assertEqual([], self.contracts(sale))
            # A person's reprocessing is what asks again, once.
            self.agent.do("reprocess", "--company", str(COMPANY), "--origin", sale["idVenda"], "--yes")
            self.settled(sale)
            self.assertEqual(["efetivacao"], self.asked(mark))

    def setUpWorld(self):
        self.world.reset()
        self.world.erp.deduplicate = False

    def listed(self, identifier):
        found = self.agent.ask("schedule", "list", "--company", str(COMPANY))["items"]
        return next(item for item in found if item["id"] == identifier)


for_backends(globals(), InterruptedRuns)

if __name__ == "__main__":
    unittest.main(verbosity=2)
