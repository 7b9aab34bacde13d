# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""RM as it really answers: spellings, refusals inside a 200, faults, job numbers, lost answers; loja-click.md D0-17."""

import unittest

from harness import Table, for_backends, sale_of
from network_case import NetworkCase, each_network

TABLE = Table("Answers of RM")


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class RmAnswers(NetworkCase):
    table = TABLE

    def test_other_spellings_of_rm(self):
        for row, settings in (
            ("RM: row tags in upper case", {"tag_case": "upper"}),
            ("RM: row tags in lower case", {"tag_case": "lower"}),
            ("RM: CDATA", {"cdata": True}),
            ("RM: inline schema", {"inline_schema": True}),
        ):

            def check(offer):
                for name, value in settings.items():
                    setattr(self.world.rm, name, value)
                before = self.world.counts()
                self.sell(sale_of(offer.company))
                self.assertEqual(self.new(offer), self.made(before))

            self.every(row, check)

    def test_refusals_half_way(self):
        """D0-17: earlier steps stay, later ones are not run, and the sale sent again goes on from there."""
        text = "Existem débitos anteriores para o sacado"
        for row, operation, subject, match, functionality, kept in (
            ("D0-17 guardian refused", "SaveRecord", "FinCFODataBR", None, "guardian", {}),
            ("D0-17 person refused", "SaveRecord", "RhuPessoaData", None, "student", {"FCFO": 1}),
            ("D0-17 student refused", "SaveRecord", "EduAlunoData", None, "student", {"FCFO": 1, "PPESSOA": 1}),
            (
                "D0-17 term refused",
                "ExecuteWithXmlParams",
                None,
                lambda call: call.part == "term",
                "term_enrollment",
                {"FCFO": 1, "PPESSOA": 1, "SALUNO": 1, "SHABILITACAOALUNO": 1},
            ),
            (
                "D0-17 first subject refused",
                "ExecuteWithXmlParams",
                None,
                lambda call: call.part == "subject",
                "subject_enrollment",
                {"FCFO": 1, "PPESSOA": 1, "SALUNO": 1, "SHABILITACAOALUNO": 1, "SMATRICPL": 1},
            ),
            (
                "D0-17 pre-contract refused",
                "SaveRecord",
                "EduContratoData",
                None,
                "pre_contract",
                {"FCFO": 1, "PPESSOA": 1, "SALUNO": 1, "SHABILITACAOALUNO": 1, "SMATRICPL": 1, "SMATRICULA": 4},
            ),
        ):

            def check(offer):
                expected = dict(kept)
                if offer.network == "SESI":
                    expected.pop("SHABILITACAOALUNO", None)
                self.world.fail("rm", operation, "text", subject=subject, match=match, times=1, text=text)
                before, sale = self.world.counts(), sale_of(offer.company)
                answer = self.agent.send(sale)
                self.assertEqual((422, "Erro"), (answer.status, answer.json()["Status"]), answer)
                self.assertIn(text, answer.body.decode("utf-8"))
                self.assertEqual(expected, self.made(before))
                self.assertEqual("error", self.agent.statuses_of(sale)[functionality])
                self.sell(sale)
                self.assertEqual(self.new(offer), self.made(before))

            self.every(row, check)

    @each_network("D0-17 course refused", (3, 4))
    def test_course_refused(self, offer):
        self.world.fail("rm", "SaveRecord", "text", subject="EduHabilitacaoAlunoData", times=1,
                        text="Você não está autorizado a inserir registros!")
        before, sale = self.world.counts(), sale_of(offer.company)
        self.assertEqual(422, self.agent.send(sale).status)
        self.assertEqual({"FCFO": 1, "PPESSOA": 1, "SALUNO": 1}, self.made(before))
        self.assertEqual("error", self.agent.statuses_of(sale)["course_enrollment"])
        self.sell(sale)
        self.table.put("D0-17 course refused", f"SESI {self.backend}", "no such step")

    def test_texts_of_refusals(self):
        line = "=" * 39
        stack = f"{line}\n   at RM.Edu.X()\n{line}\nORA-01400: segredo\n{line}\nINSERT INTO SALUNO\n{line}"
        for row, text, headline in (
            (
                "RM: refusal with stack and SQL",
                "Violação de chave estrangeira\n\nPossíveis causas:\n- x\n" + stack,
                "Violação de chave estrangeira",
            ),
            (
                "RM: refusal without separator",
                "Você não está autorizado a inserir registros!",
                "Você não está autorizado",
            ),
            ("RM: captions", "O(s) campo(s) abaixo deve(m) estar preenchido(s):\n- CEP", "CEP"),
            ("RM: result of another key", "9;00000001", ""),
            ("RM: empty result", "", ""),
        ):

            def check(offer):
                self.world.fail("rm", "SaveRecord", "text", subject="EduAlunoData", times=1, text=text)
                sale = sale_of(offer.company)
                answer = self.agent.send(sale)
                self.assertEqual((422, "Erro"), (answer.status, answer.json()["Status"]), answer)
                self.assertIn(headline, answer.body.decode("utf-8"))
                [item] = self.agent.items_of(sale, "student")
                for inner in ("at RM.", "ORA-01400", "INSERT INTO"):
                    self.assertNotIn(inner, answer.body.decode("utf-8"))
                    self.assertNotIn(inner, item["message"])
                if "====" in text:
                    self.assertIn("INSERT INTO SALUNO", str(item["received"]))
                self.assertEqual(0, self.world.counts()["SALUNO"])
                self.sell(sale)

            self.every(row, check)

    def test_rm_faults(self):
        for row, kind, options in (
            (
                "RM: SOAP fault with 500",
                "fault",
                {"text": "Usuário sem permissão para executar o DataServer informado.", "status": 500},
            ),
            (
                "RM: SOAP fault with 200",
                "fault",
                {"text": "Usuário sem permissão para executar o DataServer informado.", "status": 200},
            ),
        ):

            def check(offer):
                self.world.fail("rm", "SaveRecord", kind, subject="FinCFODataBR", times=1, **options)
                sale = sale_of(offer.company)
                answer = self.agent.send(sale)
                self.assertEqual("Erro", answer.json()["Status"], answer)
                self.assertIn(options["text"], answer.body.decode("utf-8"))
                self.assertEqual(0, self.world.counts()["FCFO"])
                self.sell(sale)

            self.every(row, check)

    def test_rm_is_away(self):
        for row, operation, kind, options in (
            ("RM: 503 while reading", "ReadView", "status", {"status": 503}),
            ("RM: cut while reading", "ReadView", "drop", {}),
            ("RM: answer cut half way", "ReadView", "truncate", {}),
            ("RM: 503 while writing", "SaveRecord", "status", {"status": 503}),
            ("RM: writes, answer lost", "SaveRecord", "lose", {}),
        ):

            def check(offer):
                self.world.fail("rm", operation, kind, times=1, **options)
                before, sale = self.world.counts(), sale_of(offer.company)
                answer = self.agent.send(sale)
                # A read may be asked again within the sale; a write never is.
                if operation != "ReadView" or answer.status != 200:
                    self.assertEqual((503, "Erro"), (answer.status, answer.json()["Status"]), answer)
                    self.assertIn("retry-after", answer.headers)
                self.sell(sale)
                self.assertEqual(self.new(offer), self.made(before))

            self.every(row, check)

    def test_every_write_may_lose_its_answer(self):
        """A sale never repeats a write by itself, and the sale sent again finds what was written."""
        for skip in range(20):
            faults = []

            def check(offer):
                writing = ("SaveRecord", "ExecuteWithXmlParams")
                fault = self.world.fail(
                    "rm", None, "lose", times=1, skip=skip, match=lambda call: call.operation in writing
                )
                before, sale = self.world.counts(), sale_of(offer.company)
                answer = self.agent.send(sale)
                faults.append(fault)
                if answer.status != 200:
                    self.assertTrue(fault.hits, answer)
                    self.assertEqual("Erro", answer.json()["Status"], answer)
                    answer = self.agent.send(sale)
                    self.assertEqual(200, answer.status, answer)
                self.settle(sale, answer)
                self.assertEqual(self.new(offer), self.made(before))

            row = f"RM: answer to write {skip + 1} is lost"
            self.every(row, check, (2, 3))
            self.table.put(row, f"IEL {self.backend}", "as SENAI")
            if not any(fault.hits for fault in faults):
                return
        self.fail("a sale has fewer writes than that")


for_backends(globals(), RmAnswers)

if __name__ == "__main__":
    unittest.main(verbosity=2)
