# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Errors of one cause as one group: counted, and acted on by the group's id alone."""

import unittest

from harness import Table, for_backends, sale_of
from resend_case import COMPANY, ResendCase

TABLE = Table("Signatures")
SHAPE = {"signature", "version", "text", "count", "first", "last", "companies", "example", "lastDays", "retried", "recovered"}


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class Signatures(ResendCase):
    table = TABLE

    def groups(self, *words):
        return self.agent.ask("logs", "signatures", "--company", str(COMPANY), *words)["items"]

    def test_groups_and_acting(self):
        with self.cell("two causes, one acted on"):
            self.serve()
            credit = [self.refused(f"Cliente {4000 + number} ({cpf}) sem crédito desde 0{number + 1}/11/2026")
                      for number, cpf in enumerate(("390.533.447-05", "52998224725", "111.444.777-35"))]
            other = self.refused("Contrato em análise jurídica")
            groups = self.groups("--functionality", "contract_activation")
            self.assertEqual([3, 1], [group["count"] for group in groups])
            self.assertEqual(SHAPE, set(groups[0]))
            self.assertEqual([{"company": COMPANY, "count": 3, "share": 1}], groups[0]["companies"])
            self.assertNotIn("390", groups[0]["text"])
            self.assertIn("sem crédito", groups[0]["text"])
            self.assertLessEqual(groups[0]["first"], groups[0]["last"])
            identifier = groups[0]["signature"]
            self.assertEqual({identifier}, {self.activation(sale)["signature"] for sale in credit})
            listed = self.agent.ask("logs", "list", "--company", str(COMPANY), "--signature", identifier)["items"]
            self.assertEqual({self.activation(sale)["id"] for sale in credit}, {item["id"] for item in listed})
            self.reprocess("--company", str(COMPANY), "--signature", identifier)
            self.assertEqual(["success"] * 3 + ["error"], [self.state(sale)[0] for sale in (*credit, other)])
            for sale in credit:
                self.settled(sale)
                self.assertIsNone(self.activation(sale)["signature"])
            self.assertEqual([1], [group["count"] for group in self.groups()])
            schedule = str(self.agent.ask("schedule", "add", "--company", str(COMPANY), "--signature",
                                          self.activation(other)["signature"], "--daily", "22:00")["id"])
            self.agent.do("schedule", "run", schedule)
            self.assertEqual("success", self.state(other)[0])
            self.settled(other)
            self.assertEqual([], self.groups())

    def test_words(self):
        with self.cell("words and nothing to show"):
            self.assertEqual([], self.groups("--status", "error", "--text", "x", "--limit", "5"))
            for words, status in ((("--limit", "0"), 2), (("--status", "wrong"), 2), (("--signature", ""), 2)):
                done = self.agent.run("logs", "signatures", "--company", str(COMPANY), *words)
                self.assertEqual(status, done.returncode, done.stdout + done.stderr)

    def test_refused_by_its_fields(self):
        with self.cell("a refused sale has one, and may not run again"):
            self.serve()
            sale = sale_of(COMPANY)
            sale["aluno"]["cpf"] = "11111111111"
            self.assertEqual(400, self.agent.send(sale).status)
            [group] = self.groups()
            self.assertEqual(1, group["count"])
            words = ("--company", str(COMPANY), "--signature", group["signature"], "--functionality", "guardian")
            done = self.agent.run("reprocess", *words, "--yes")
            self.assertEqual(3, done.returncode, done.stdout + done.stderr)


for_backends(globals(), Signatures)

if __name__ == "__main__":
    unittest.main(verbosity=2)
