# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""What the enrolment process says is believed only after the rows were read again; slow, since rows may come later."""

import threading
import unittest

from double.seed import COMPANIES, Offer
from harness import Table, for_backends, sale_of
from network_case import STEPS, NetworkCase

TABLE = Table("Answers of the process")
ALREADY = "O aluno já está cursando a disciplina"


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class RmJobs(NetworkCase):
    """The rows of one test are played at the same time, because each waits for RM."""

    table = TABLE

    def play(self, rows, check):
        """check(offer, sale) for each row and network at once, with faults of its own; totals are judged at the end."""
        self.world.reset()
        threads, failures, count = [], [], 0
        for row, kind, part, options in rows:
            for company in COMPANIES:
                sale = sale_of(company)
                # Only calls for this sale's student are struck; the number of its person is known once it is saved.
                self.world.fail(
                    "rm", "ExecuteWithXmlParams", kind, match=self.strikes(sale, part), **options
                )
                threads.append(
                    threading.Thread(target=self.one, args=(row, company, sale, check, failures), daemon=True)
                )
                count += 1
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(100)
        self.assertEqual([], failures)
        wanted = dict.fromkeys(STEPS, count)
        wanted["SMATRICULA"] = 4 * count
        wanted["SHABILITACAOALUNO"] = count * 2 // 3
        self.assertEqual(wanted, self.world.counts())
        self.assertEqual([], self.world.violations())

    def strikes(self, sale, part):
        def match(call):
            if call.part not in part:
                return False
            student = call.parameters["strXmlParams"].partition("<RA>")[2].partition("</RA>")[0]
            row = self.world.rm.tables["SALUNO"].get((sale["codColigada"], student))
            person = self.world.rm.tables["PPESSOA"].get((row["CODPESSOA"],)) if row else None
            return person is not None and person["CPF"] == sale["aluno"]["cpf"]

        return match

    def one(self, row, company, sale, check, failures):
        try:
            with TABLE.cell(row, f"{Offer(company).network} {self.backend}"):
                check(Offer(company), sale)
        except Exception as error:  # the thread's failure is the test's
            failures.append(f"{row} {company}: {error}")

    def test_accepted(self):
        both = ("term", "subject")
        rows = (
            ("job number, rows later", "job", both, {"reads": 1}),
            ("job number in a text", "job", both, {"reads": 1, "answer": "Id do Job:{}"}),
            ("'já está cursando', rows are there", "said", both, {"text": ALREADY}),
        )
        self.play(rows, lambda offer, sale: self.sell(sale))

    def test_nothing_behind_the_word(self):
        rows = (
            ("says 1, no row", "text", ("subject",), {"times": 1, "text": "1"}),
            ("says 'já está cursando', no row", "text", ("subject",), {"times": 1, "text": ALREADY}),
            ("job number, no row", "text", ("subject",), {"times": 1, "text": "410001"}),
            ("says 1, no term", "text", ("term",), {"times": 1, "text": "1"}),
        )

        def check(offer, sale):
            answer = self.agent.send(sale)
            self.assertEqual("Erro", answer.json()["Status"], answer)
            self.assertIn("error", self.agent.statuses_of(sale).values())
            self.sell(sale)

        self.play(rows, check)


for_backends(globals(), RmJobs)

if __name__ == "__main__":
    unittest.main(verbosity=2)
