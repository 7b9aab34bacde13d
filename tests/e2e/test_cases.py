# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The rules of the import by network and backend: loja-click.md A0-01 to A0-07, A0-16 to A0-18, D0-11 to D0-17, D0-28."""

import threading
import unittest
from dataclasses import dataclass

from double.seed import COMPANIES
from harness import BACKENDS, STUDENT_PATH, Table, changed, cpf, for_backends, next_number, sale_of
from network_case import NetworkCase, each_network

TABLE = Table("Cases")
CARD = "CartãoX"


@dataclass
class Write:
    """One of the calls that enrol a new student, in their order."""

    row: str
    functionality: str
    operation: str
    subject: str = ""
    part: str = ""
    #: how many of its kind pass before
    skip: int = 0
    #: the rows that the calls before it made
    before: tuple = ()

    def strikes(self, call):
        return self.part in ("", call.part) and self.subject in ("", call.subject)


PEOPLE = ("FCFO", "PPESSOA", "SALUNO")
ENROLLED = (*PEOPLE, "SHABILITACAOALUNO", "SMATRICPL")
WRITES = (
    Write("refused at the guardian", "guardian", "SaveRecord", "FinCFODataBR"),
    Write("refused at the person", "student", "SaveRecord", "RhuPessoaData", before=PEOPLE[:1]),
    Write("refused at the student", "student", "SaveRecord", "EduAlunoData", before=PEOPLE[:2]),
    Write("refused at the course", "course_enrollment", "SaveRecord", "EduHabilitacaoAlunoData", before=PEOPLE),
    Write("refused at the term", "term_enrollment", "ExecuteWithXmlParams", part="term", before=ENROLLED[:4]),
    Write("refused at the first subject", "subject_enrollment", "ExecuteWithXmlParams", part="subject",
          before=ENROLLED),
    Write("refused at the third subject", "subject_enrollment", "ExecuteWithXmlParams", part="subject", skip=2,
          before=(*ENROLLED, "SMATRICULA", "SMATRICULA")),
    Write("refused at the pre-contract", "pre_contract", "SaveRecord", "EduContratoData",
          before=(*ENROLLED, *["SMATRICULA"] * 4)),
)

#: the acceptance cases that this file answers for; one that no test shows any more fails
WANTED = ("A0-01", "A0-02", "A0-03", "A0-04", "A0-05", "A0-06", "A0-07", "A0-16", "A0-17", "A0-18")


def tearDownModule():
    TABLE.print()
    columns = [f"{network} {backend}" for network, *_ in COMPANIES.values() for backend in BACKENDS]
    missing = [case for case in WANTED if not any(case in row for row in TABLE.rows)]
    empty = [(row, column) for row, cells in TABLE.rows.items() for column in columns if column not in cells]
    # A run of one class or one test was asked for by a person, who sees what is missing.
    asked_for_all = set(TABLE.columns) == set(columns)
    if asked_for_all and (missing or empty):
        raise AssertionError(f"cases without a test: {missing}, cells without a result: {empty}")


class Cases(NetworkCase):
    table = TABLE

    # -- the three cases of an enrolment -----------------------------------------------------------

    @each_network("A0-01/A0-04 new student")
    def test_new_student(self, offer):
        before, sale = self.world.counts(), sale_of(offer.company)
        answer = self.sell(sale)
        self.assertEqual(self.new(offer), self.made(before))
        self.assertEqual([10, 11], [status for _, status in self.world.status_history()])
        steps = set(self.agent.statuses_of(sale))
        self.assertEqual(offer.network != "SESI", "course_enrollment" in steps)
        self.assertEqual(7 if offer.network == "SESI" else 8, len(steps))
        term = self.world.rm.rows("SMATRICPL")[0]
        self.assertEqual(int(sale["matricula"]["serie"] or 1), term["PERIODO"])
        self.assertEqual(term["RA"], answer.json()["DadosCriados"]["Ra"])

    @each_network("A0-02 same course, next term")
    def test_next_term(self, offer):
        sale = sale_of(offer.company)
        self.sell(sale)
        before = self.world.counts()
        next_sale = self.same_people(
            sale, offer.company, matricula__idPerlet=offer.next_term, matricula__codTurma=offer.next_class
        )
        self.sell(next_sale)
        self.assertEqual(self.again(offer, SMATRICPL=1, SMATRICULA=4), self.made(before))

    @each_network("A0-03 same term, two further subjects")
    def test_second_class_in_the_same_term(self, offer):
        sale = sale_of(offer.company)
        self.sell(sale)
        before = self.world.counts()
        self.sell(self.same_people(sale, offer.company, matricula__codTurma=offer.second_class))
        self.assertEqual(self.again(offer, SMATRICULA=2), self.made(before))

    @each_network("D0-14 only the missing subjects")
    def test_some_subjects_are_there_already(self, offer):
        sale = sale_of(offer.company)
        self.sell(sale)
        first, second, *others = offer.subject_ids(offer.class_code)
        for identifier in others:
            with self.world.recorder.lock:
                for key in [key for key in self.world.rm.tables["SMATRICULA"] if key[1] == identifier]:
                    del self.world.rm.tables["SMATRICULA"][key]
        before = self.world.counts()
        self.sell(self.same_people(sale, offer.company))
        self.assertEqual(self.again(offer, SMATRICULA=2), self.made(before))

    @each_network("D0-14 all subjects there: refused")
    def test_all_subjects_are_there_already(self, offer):
        sale = sale_of(offer.company)
        self.sell(sale)
        held = self.world.holdings()
        answer = self.sell(self.same_people(sale, offer.company), 422)
        self.assertIn("já matriculado em todas as disciplinas", answer.body.decode("utf-8"))
        self.assertEqual(held, self.world.holdings())

    # -- refused before anything is written --------------------------------------------------------

    def refuse(self, sale, status, *words, writes=()):
        held, mark = self.world.holdings(), self.world.mark()
        answer = self.sell(sale, status)
        self.assertEqual("Erro", answer.json()["Status"])
        for word in words:
            self.assertIn(word, answer.body.decode("utf-8"))
        self.assertEqual(list(writes), self.world.writes(mark))
        self.assertEqual(held, self.world.holdings())
        return answer

    @each_network("A0-05 série: SESI only, and there always")
    def test_serie(self, offer):
        serie = None if offer.network == "SESI" else 2
        answer = self.refuse(sale_of(offer.company, matricula__serie=serie), 400, "matricula.serie")
        self.assertEqual(["matricula.serie"], answer.fields())

    @each_network("A0-06 CPF 111.111.111-11")
    def test_wrong_cpf(self, offer):
        sale = sale_of(offer.company, aluno__cpf="11111111111")
        self.refuse(sale, 400, "CPF inválido", "aluno.cpf")
        self.assertEqual({"guardian": "error"}, self.agent.statuses_of(sale))

    @each_network("A0-07 level 7 has no statuses")
    def test_level_without_statuses(self, offer):
        self.refuse(sale_of(offer.company, codTipoCurso=7), 422, "Status de Pré Matrícula", "7")

    @each_network("D0-16 unit or level of another class")
    def test_unit_and_level_of_the_class(self, offer):
        self.refuse(sale_of(offer.company, codFilial=offer.other_branch), 422)
        self.refuse(sale_of(offer.company, codTipoCurso=2), 422)
        self.refuse(sale_of(offer.company, matricula__codTurma=offer.level_two_class), 422)
        self.refuse(sale_of(offer.company, matricula__codTurma=offer.other_branch_class), 422)

    @each_network("F0-06 statuses of the sale's own level")
    def test_another_level(self, offer):
        before = self.world.counts()
        self.sell(sale_of(offer.company, codTipoCurso=2, matricula__idHabilitacaoFilial=offer.level_two_matrix,
                          matricula__idPerlet=offer.level_two_term, matricula__codTurma=offer.level_two_class))
        self.assertEqual(self.new(offer), self.made(before))
        self.assertEqual([20, 21], [status for _, status in self.world.status_history()])

    @each_network("F0-06 statuses hold for all branches")
    def test_another_branch(self, offer):
        self.sell(
            sale_of(
                offer.company,
                codFilial=offer.other_branch,
                matricula__idHabilitacaoFilial=offer.other_branch_matrix,
                matricula__idPerlet=offer.other_branch_term,
                matricula__codTurma=offer.other_branch_class,
            ),
        )
        self.assertEqual([10, 11], [status for _, status in self.world.status_history()])
        self.assertEqual(offer.other_branch, self.world.rm.rows("SMATRICPL")[0]["CODFILIAL"])

    # -- refused half way --------------------------------------------------------------------------

    def refused_at(self, offer, write):
        """Nothing but the calls before the refused one took effect, and the sale sent again goes on from there."""
        sale, before = sale_of(offer.company), self.world.counts()
        holdings = []

        def strikes(call):
            if not write.strikes(call):
                return False
            holdings.append(self.world.holdings())
            return True

        fault = self.world.fail("rm", write.operation, "text", times=1, skip=write.skip, match=strikes,
                                text="Recusado pelo teste")
        if write.functionality == "course_enrollment" and offer.network == "SESI":
            # SESI has no such step, so that nothing can be refused there.
            self.sell(sale)
            self.assertEqual(0, fault.hits)
            return
        answer = self.sell(sale, 422)
        self.assertEqual("Erro", answer.json()["Status"])
        self.assertIn("Recusado pelo teste", answer.body.decode("utf-8"))
        self.assertEqual(holdings[write.skip], self.world.holdings())
        made = [table for table in write.before if table != "SHABILITACAOALUNO" or offer.network != "SESI"]
        self.assertEqual({table: made.count(table) for table in made}, self.made(before))
        statuses = self.agent.statuses_of(sale)
        self.assertEqual("error", statuses.pop(write.functionality))
        self.assertEqual({"success"}, set(statuses.values()) or {"success"})
        again = self.sell(sale)
        self.assertEqual(self.new(offer), self.made(before))
        self.assertEqual({"success"}, set(self.agent.statuses_of(sale).values()), again)

    @each_network("F0-23 the ERP refuses the contract")
    def test_refused_contract(self, offer):
        sale, before = sale_of(offer.company), self.world.counts()
        holdings = []
        self.world.fail("erp", "efetivacao", "refuse", times=1, text="Cliente sem crédito",
                        match=lambda call: holdings.append(self.world.holdings()) is None)
        answer = self.agent.send(sale)
        self.assertEqual((200, "Erro"), (answer.status, answer.json()["DadosCriados"]["SituacaoContrato"]), answer)
        self.assertEqual(holdings[0], self.world.holdings())
        self.assertEqual({name: count for name, count in self.new(offer).items() if name not in ("contracts", "notices")},
                         self.made(before))
        self.assertEqual([10], [status for _, status in self.world.status_history()])
        # The Broker's repeat is answered and asks the ERP no more; a person's reprocess does.
        self.assertEqual(answer.json(), self.sell_again(sale))
        self.assertEqual(holdings[0], self.world.holdings())
        self.agent.do("reprocess", "--company", str(offer.company), "--origin", sale["idVenda"], "--yes")
        self.settle(sale, answer)
        self.assertEqual(self.new(offer), self.made(before))

    def sell_again(self, sale):
        again = self.agent.send(sale)
        self.assertEqual(200, again.status, again)
        return again.json()

    # -- the maximum of attempts -------------------------------------------------------------------

    @each_network("A0-18 attempts 0, -1, abc are refused")
    def test_wrong_maximum(self, offer):
        key, scope = "lojaclick.resend.max_attempts", ("--company", str(offer.company))
        held, before = self.world.holdings(), self.agent.ask("parameters", "list", *scope)
        for value in ("0", "-1", "abc"):
            done = self.agent.run("parameters", "set", key, value, *scope)
            self.assertEqual(3, done.returncode, done.stdout + done.stderr)
            self.assertTrue(done.stderr.strip())
            self.assertEqual(before, self.agent.ask("parameters", "list", *scope))
        self.assertEqual(held, self.world.holdings())

    # -- repeats -----------------------------------------------------------------------------------

    @each_network("A0-16/A0-17 repeated sale")
    def test_repeats(self, offer):
        sale = sale_of(offer.company)
        first = self.sell(sale)
        held = self.world.holdings()
        again = self.agent.send(sale)
        self.assertEqual((200, first.json()), (again.status, again.json()))
        self.refuse(changed(sale, matricula__codTurma=offer.second_class), 409, "divergente")
        self.assertEqual(held, self.world.holdings())

    # -- people ------------------------------------------------------------------------------------

    @each_network("guardian and student are one person")
    def test_guardian_is_the_student(self, offer):
        sale = sale_of(offer.company)
        sale["responsavelFinanceiro"].update(cpf=sale["aluno"]["cpf"], nome=sale["aluno"]["nome"])
        before = self.world.counts()
        self.sell(sale)
        self.assertEqual(self.new(offer), self.made(before))
        self.assertEqual(sale["aluno"]["cpf"], self.world.rm.rows("FCFO")[0]["CGCCFO"])

    @each_network("guardian with CNPJ")
    def test_guardian_is_a_firm(self, offer):
        self.sell(sale_of(offer.company, responsavelFinanceiro__cpf=None, responsavelFinanceiro__cnpj="11222333000181"))
        guardian = self.world.rm.rows("FCFO")[0]
        self.assertEqual(("11222333000181", "J"), (guardian["CGCCFO"], guardian["PESSOAFISOUJUR"]))

    @each_network("guardian stored with a mask is found")
    def test_known_guardian(self, offer):
        sale = sale_of(offer.company)
        digits = sale["responsavelFinanceiro"]["cpf"]
        masked = f"{digits[:3]}.{digits[3:6]}.{digits[6:9]}-{digits[9:]}"
        self.world.rm.put(
            "FCFO",
            {
                "CODCOLIGADA": offer.company,
                "CODCFO": "000050",
                "NOME": "Antiga",
                "NOMEFANTASIA": "Antiga",
                "PAGREC": 1,
                "ATIVO": 1,
                "PESSOAFISOUJUR": "F",
                "CGCCFO": masked,
                "CONTATO": "Tia Zilá",
            },
        )
        self.sell(sale)
        [guardian] = self.world.rm.rows("FCFO")
        self.assertEqual(("000050", sale["responsavelFinanceiro"]["nome"], "Tia Zilá"),
                         tuple(guardian[name] for name in ("CODCFO", "NOME", "CONTATO")))
        self.assertEqual("000050", self.world.rm.rows("SALUNO")[0]["CODCFO"])

    @each_network("D0-28 a known student is updated, nothing blanked")
    def test_known_student_is_updated(self, offer):
        sale = sale_of(offer.company)
        self.sell(sale)
        other = self.same_people(
            sale, offer.company, matricula__idPerlet=offer.next_term, matricula__codTurma=offer.next_class
        )
        other["aluno"] = {**sale["aluno"], "email": "novo@exemplo.com.br", "celular": "", "bairro": None}
        self.sell(other)
        [person] = self.world.rm.rows("PPESSOA")
        self.assertEqual("novo@exemplo.com.br", person["EMAIL"])
        self.assertEqual(sale["aluno"]["bairro"], person["BAIRRO"])
        self.assertIn(sale["aluno"]["celular"], person.values())

    @each_network("two sales of one new student at once")
    def test_two_sales_of_one_new_student_at_once(self, offer):
        first = sale_of(offer.company)
        second = self.same_people(first, offer.company, matricula__codTurma=offer.second_class)
        answers = []
        threads = [
            threading.Thread(target=lambda s=sale: answers.append(self.agent.send(s)), daemon=True)
            for sale in (first, second)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        self.assertEqual([200, 200], [answer.status for answer in answers], [str(answer) for answer in answers])
        counts = self.world.counts()
        self.assertEqual(
            (1, 1, 1, 1, 6, 2),
            tuple(counts[n] for n in ("FCFO", "PPESSOA", "SALUNO", "SMATRICPL", "SMATRICULA", "contracts")),
        )
        self.assertEqual(1, len({answer.json()["DadosCriados"]["Ra"] for answer in answers}))
        for sale in (first, second):
            self.settle(sale, answers[0])

    @each_network("update call by CPF")
    def test_update_call(self, offer):
        sale = sale_of(offer.company)
        self.sell(sale)
        writes, number = self.world.mark(), sale["aluno"]["cpf"]
        answer = self.agent.post(
            STUDENT_PATH, {"codColigada": offer.company, "cpf": number, "email": "só@exemplo.com.br", "bairro": ""}
        )
        self.assertEqual((200, "Sucesso"), (answer.status, answer.json()["Status"]), answer)
        [person] = self.world.rm.rows("PPESSOA")
        self.assertEqual(("só@exemplo.com.br", sale["aluno"]["bairro"], sale["aluno"]["nome"]),
                         tuple(person[name] for name in ("EMAIL", "BAIRRO", "NOME")))
        self.assertEqual(["SaveRecord"], [call.operation for call in self.world.writes(writes)])
        [record] = self.agent.logs(offer.company, "--origin", f"CPF-{number}")
        self.assertEqual(("student_update", "success"), (record["functionality"], record["status"]))
        unknown = self.agent.post(
            STUDENT_PATH, {"codColigada": offer.company, "cpf": cpf(next_number() * 2), "email": "x@y.z"}
        )
        self.assertEqual(404, unknown.status, unknown)

    # -- money and texts ---------------------------------------------------------------------------

    @each_network("money as a number, unknown members, odd texts")
    def test_spellings(self, offer):
        sale = sale_of(
            offer.company, contrato__valorTotal=1500.5, contrato__formaPagamento=CARD, aluno__bairro="]]> \\ \" ' %_"
        )
        sale["campoNovo"] = {"x": [1]}
        sale["aluno"]["campoNovo"] = "y"
        self.sell(sale)
        [contract] = self.world.erp.contracts
        self.assertEqual(("1500.50", CARD), (f"{float(contract['valorTotal']):.2f}", contract["formaPagamento"]))
        self.assertEqual("]]> \\ \" ' %_", self.world.rm.rows("PPESSOA")[0]["BAIRRO"])


for _write in WRITES:
    setattr(
        Cases,
        "test_" + _write.row.replace(" ", "_").replace("-", "_"),
        each_network("D0-17 " + _write.row)(lambda self, offer, write=_write: self.refused_at(offer, write)),
    )

for_backends(globals(), Cases)

if __name__ == "__main__":
    unittest.main(verbosity=2)
