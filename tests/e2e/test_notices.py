# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""loja-click.md D0-20: a notice is sent again by itself or by a person; the ERP is never asked again for its sake."""

import unittest

from harness import Table, for_backends, wait_for
from resend_case import COMPANY, ResendCase

TABLE = Table("Notices")


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class Notices(ResendCase):
    table = TABLE

    def notice(self, sale):
        return self.agent.records_of(sale).get("broker_notice", {"status": "none"})

    def failed_notice(self, sale):
        wait_for(lambda: self.notice(sale)["status"] == "error", 20, "a refused notice")
        return str(self.notice(sale)["id"])

    def statuses(self, sale):
        return [item["status"] for item in self.agent.items_of(sale, "broker_notice")]

    def refused_notice(self, status=422):
        fault = self.world.fail("broker", "confirmacao", "status", times=1, status=status, body='{"erro":"x"}',
                                content_type="application/json")
        sale = self.sold("Sucesso")
        identifier = self.failed_notice(sale)
        self.assertEqual(1, fault.hits)
        return sale, identifier

    def test_person_sends_again(self):
        for status in (400, 404, 422):
            with self.cell(f"Broker says {status}: a person sends it again"):
                if self.agent.process is None:
                    self.serve()
                sale, identifier = self.refused_notice(status)
                self.assertEqual(("success", 0, 0, "none"), self.state(sale))
                waiting = self.agent.ask("notices", "list", "--company", str(COMPANY))["items"]
                self.assertEqual(1, len(waiting), waiting)
                mark = self.world.mark()
                self.agent.do("notices", "resend", identifier)
                wait_for(lambda: self.notice(sale)["status"] == "success", 20, "the notice")
                self.assertEqual(["error", "success"], self.statuses(sale))
                self.assertEqual([], self.world.calls("erp", after=mark))
                self.assertEqual([], self.world.writes(mark)[1:])
                self.assertEqual(("success", 0, 0, "none"), self.state(sale))
                self.assertEqual([], self.agent.ask("notices", "list", "--company", str(COMPANY))["items"])

    def test_the_effect_is_one(self):
        with self.cell("sent again after a lost answer: one effect"):
            self.serve()
            self.world.fail("broker", "confirmacao", "lose", times=1)
            sale = self.sold("Sucesso")
            identifier = self.failed_notice(sale)
            self.agent.do("notices", "resend", identifier)
            wait_for(lambda: self.notice(sale)["status"] == "success", 20, "the notice")
            keys = {call.header("idempotency-key") for call in self.world.calls("broker", "confirmacao")}
            self.assertEqual({f"{COMPANY}-{sale['idVenda']}"}, keys)
            self.assertEqual(1, len(self.world.broker.notices))
            self.assertEqual(1, len(self.contracts(sale)))

    def test_delivered_is_sent_again(self):
        with self.cell("delivered already, sent again: one effect"):
            self.serve()
            sale = self.sold("Sucesso")
            self.settled(sale)
            mark = self.world.mark()
            self.agent.do("notices", "resend", str(self.notice(sale)["id"]))
            wait_for(lambda: self.statuses(sale) == ["success", "success"], 20, "the second delivery")
            self.assertEqual(["confirmacao"], [call.operation for call in self.world.calls(after=mark)])
            self.assertEqual(1, len(self.world.broker.notices))

    def test_what_cannot_be_sent_again(self):
        with self.cell("no notice: refused"):
            self.serve()
            sale = self.sold("Sucesso")
            self.settled(sale)
            mark = self.world.mark()
            for identifier in (self.activation(sale)["id"], 999999):
                done = self.agent.run("notices", "resend", str(identifier))
                self.assertEqual(3, done.returncode, f"{identifier}: {done.stdout}{done.stderr}")
                self.assertTrue(done.stderr.strip())
            self.assertEqual([], self.world.calls(after=mark))

    def test_not_by_reprocessing(self):
        with self.cell("a notice is not reprocessed"):
            self.serve()
            sale, identifier = self.refused_notice()
            mark = self.world.mark()
            done = self.reprocess("--ids", identifier, status=3)
            self.assertIn(identifier, done.stdout + done.stderr)
            self.reprocess()
            self.run_schedule()
            self.assertEqual([], self.world.calls(after=mark))
            self.assertEqual(["error"], self.statuses(sale))

    def test_killed_while_sending(self):
        with self.cell("killed while the Broker takes it: one effect"):
            self.serve()
            held = self.world.fail("broker", "confirmacao", "hold", times=1)
            sale = self.sold("Sucesso")
            self.assertTrue(held.reached.wait(20))
            self.agent.kill()
            held.release()
            self.serve()
            wait_for(lambda: self.notice(sale)["status"] == "success", 40, "the notice")
            self.assertEqual(1, len(self.world.broker.notices))
            self.assertEqual(["efetivacao"], self.asked())


for_backends(globals(), Notices)

if __name__ == "__main__":
    unittest.main(verbosity=2)
