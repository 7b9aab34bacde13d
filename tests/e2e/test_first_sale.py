# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""loja-click.md A0-01 in full: a sale to a new student becomes exactly one of everything, and no secret can be read."""

import base64
import hashlib
import json
import unittest
import xml.etree.ElementTree as ElementTree
from datetime import datetime
from decimal import Decimal

from double import Outside
from harness import FUNCTIONALITIES, Agent, Table, for_backends, sale_of, wait_for

TABLE = Table("A0-01, first sale")


def tearDownModule():
    TABLE.print()


class FirstSale:
    """One agent, one sale; the methods look at what it left behind."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Outside())
        cls.agent = cls.enterClassContext(Agent(cls.backend))
        cls.agent.configure(cls.world)
        cls.agent.serve()
        cls.before = cls.world.counts()
        cls.mark = cls.world.mark()
        cls.sale = sale_of(3)
        cls.answer = cls.agent.send(cls.sale)
        wait_for(lambda: cls.settled(), 20, f"a settled sale after {cls.answer}")

    @classmethod
    def settled(cls):
        statuses = cls.agent.statuses_of(cls.sale)
        history = [status for _, status in cls.world.status_history()]
        return len(statuses) == 8 and set(statuses.values()) == {"success"} and history[-1:] == [11]

    def run(self, result=None):
        failed = len(result.failures) + len(result.errors)
        super().run(result)
        good = len(result.failures) + len(result.errors) == failed
        TABLE.put(
            self._testMethodName.removeprefix("test_").replace("_", " "), self.backend, "ok" if good else "FAILED"
        )

    @property
    def student(self):
        return self.world.rm.rows("SALUNO")[0]

    def one(self, operation):
        calls = self.world.calls(operation=operation, after=self.mark)
        self.assertEqual(1, len(calls), f"{operation}: {[str(call) for call in calls]}")
        return calls[0]

    def test_answer(self):
        self.assertEqual(200, self.answer.status, self.answer)
        body = self.answer.json()
        self.assertEqual({"Status", "Mensagem", "DadosCriados", "DetalheErros"}, set(body))
        self.assertEqual(("Sucesso", []), (body["Status"], body["DetalheErros"]))
        guardian = self.world.rm.rows("FCFO")[0]
        self.assertEqual(
            {
                "CodColigada": 3,
                "Ra": self.student["RA"],
                "Nome": self.sale["aluno"]["nome"],
                "CPF": self.sale["aluno"]["cpf"],
                "CodCFO": guardian["CODCFO"],
                "CodFilial": 3016,
                "IdHabilitacaoFilial": 24,
                "IdPerlet": 77,
                "CodTurma": "TEC.001.006017",
                "IdPreContrato": self.pre_contract(),
                "IdUnico": self.sale["idVenda"],
                "SituacaoContrato": "Sucesso",
            },
            body["DadosCriados"],
        )
        self.assertTrue(self.answer.headers["content-type"].lower().startswith("application/json"))

    def pre_contract(self):
        text = f"{self.sale['codColigada']}/{self.sale['idVenda']}".encode("utf-8")
        return "LC" + hashlib.sha256(text).hexdigest()[:16]

    def test_exactly_one_of_everything(self):
        made = {name: count - self.before[name] for name, count in self.world.counts().items()}
        self.assertEqual(
            {
                "FCFO": 1,
                "PPESSOA": 1,
                "SALUNO": 1,
                "SHABILITACAOALUNO": 1,
                "SMATRICPL": 1,
                "SMATRICULA": 4,
                "SCONTRATO": 1,
                "contracts": 1,
                "notices": 1,
            },
            made,
        )

    def test_each_write_once(self):
        self.assertEqual(
            [
                "SaveRecord FinCFODataBR",
                "SaveRecord RhuPessoaData",
                "SaveRecord EduAlunoData",
                "SaveRecord EduHabilitacaoAlunoData",
                "ExecuteWithXmlParams term",
                "ExecuteWithXmlParams subject",
                "ExecuteWithXmlParams subject",
                "ExecuteWithXmlParams subject",
                "ExecuteWithXmlParams subject",
                "SaveRecord EduContratoData",
                "efetivacao",
            ],
            [self.short(call) for call in self.world.writes(self.mark)][:11],
        )
        rest = sorted(self.short(call) for call in self.world.writes(self.mark)[11:])
        self.assertEqual(["ExecuteWithXmlParams status", "confirmacao"], rest)

    @staticmethod
    def short(call):
        return f"{call.operation} {call.part or call.subject}".strip()

    def test_status_ten_then_eleven(self):
        self.assertEqual([10, 11], [status for _, status in self.world.status_history()])
        self.assertEqual({10}, {row["CODSTATUS"] for row in self.world.rm.rows("SMATRICULA")})
        self.assertEqual([10], [row["CODSTATUS"] for row in self.world.rm.rows("SHABILITACAOALUNO")])

    def test_enrolment_rows(self):
        term = self.world.rm.rows("SMATRICPL")[0]
        self.assertEqual(
            (3, 77, 24, self.student["RA"], 3016, "TEC.001.006017", 1, 1, "PL12"),
            tuple(
                term[name]
                for name in (
                    "CODCOLIGADA",
                    "IDPERLET",
                    "IDHABILITACAOFILIAL",
                    "RA",
                    "CODFILIAL",
                    "CODTURMA",
                    "CODTIPOMAT",
                    "PERIODO",
                    "CODPLANOPGTO",
                )
            ),
        )
        self.assertEqual("2026-11-20", term["DTMATRICULA"][:10])
        offered = {
            row["IDTURMADISC"] for row in self.world.rm.rows("STURMADISC", CODCOLIGADA=3, CODTURMA="TEC.001.006017")
        }
        self.assertEqual(offered, {row["IDTURMADISC"] for row in self.world.rm.rows("SMATRICULA")})

    def test_student_carries_the_guardian(self):
        guardian = self.world.rm.rows("FCFO")[0]
        person = self.world.rm.rows("PPESSOA")[0]
        self.assertEqual(
            (guardian["CODCOLIGADA"], guardian["CODCFO"], person["CODIGO"], 1),
            tuple(self.student[name] for name in ("CODCOLCFO", "CODCFO", "CODPESSOA", "CODTIPOCURSO")),
        )

    def test_names_and_fields_survive(self):
        guardian, person = self.world.rm.rows("FCFO")[0], self.world.rm.rows("PPESSOA")[0]
        payer, pupil = self.sale["responsavelFinanceiro"], self.sale["aluno"]
        self.assertEqual(
            {
                "CODCOLIGADA": 3,
                "NOME": payer["nome"],
                "CGCCFO": payer["cpf"],
                "PAGREC": 1,
                "ATIVO": 1,
                "PESSOAFISOUJUR": "F",
                "EMAIL": payer["email"],
                "CEP": payer["cep"],
                "RUA": payer["logradouro"],
                "NUMERO": payer["numero"],
                "COMPLEMENTO": payer["complemento"],
                "BAIRRO": payer["bairro"],
                "CIDADE": payer["cidade"],
                "CODETD": payer["estado"],
                "TELEFONE": payer["telefone"],
            },
            {
                name: guardian.get(name)
                for name in (
                    "CODCOLIGADA",
                    "NOME",
                    "CGCCFO",
                    "PAGREC",
                    "ATIVO",
                    "PESSOAFISOUJUR",
                    "EMAIL",
                    "CEP",
                    "RUA",
                    "NUMERO",
                    "COMPLEMENTO",
                    "BAIRRO",
                    "CIDADE",
                    "CODETD",
                    "TELEFONE",
                )
            },
        )
        self.assertIn(payer["celular"], guardian.values())
        self.assertEqual(
            {
                "NOME": pupil["nome"],
                "CPF": pupil["cpf"],
                "SEXO": "M",
                "DTNASCIMENTO": "2001-05-17T00:00:00",
                "ESTADONATAL": "PR",
                "NATURALIDADE": pupil["naturalidade"],
                "EMAIL": pupil["email"],
                "CEP": pupil["cep"],
                "RUA": pupil["logradouro"],
                "NUMERO": pupil["numero"],
                "BAIRRO": pupil["bairro"],
                "CIDADE": pupil["cidade"],
                "ESTADO": pupil["estado"],
            },
            {
                name: person.get(name)
                for name in (
                    "NOME",
                    "CPF",
                    "SEXO",
                    "DTNASCIMENTO",
                    "ESTADONATAL",
                    "NATURALIDADE",
                    "EMAIL",
                    "CEP",
                    "RUA",
                    "NUMERO",
                    "BAIRRO",
                    "CIDADE",
                    "ESTADO",
                )
            },
        )
        self.assertIn(pupil["celular"], person.values())

    def test_pre_contract(self):
        contract = self.world.rm.rows("SCONTRATO")[0]
        self.assertEqual(
            (3, self.student["RA"], 77, self.pre_contract(), "P", "N", "2026-11-20"),
            (*(contract[name] for name in ("CODCOLIGADA", "RA", "IDPERLET", "CODCONTRATO", "TIPOCONTRATO", "STATUS")),
             contract["DTCONTRATO"][:10]),
        )

    def test_erp_request(self):
        call = self.one("efetivacao")
        self.assertEqual(f"3-{self.pre_contract()}", call.header("idempotency-key"))
        body = call.json()
        self.assertEqual(Decimal("1500.00"), Decimal(str(body.pop("valorTotal"))))
        self.assertEqual(
            {
                "codColigada": 3,
                "codFilial": 3016,
                "ra": self.student["RA"],
                "idPreContrato": self.pre_contract(),
                "codCfo": self.student["CODCFO"],
                "idVenda": self.sale["idVenda"],
                "quantidadeParcelas": 12,
                "diaVencimento": 10,
                "formaPagamento": "CARTAO",
            },
            body,
        )

    def test_broker_request(self):
        call = self.one("confirmacao")
        self.assertEqual(f"3-{self.sale['idVenda']}", call.header("idempotency-key"))
        body = call.json()
        self.assertIsNotNone(datetime.fromisoformat(body.pop("DataEfetivacao")).tzinfo, "DataEfetivacao without a zone")
        self.assertEqual("11", str(body.pop("CodStatus")))
        self.assertEqual(
            {
                "IdUnico": self.sale["idVenda"],
                "CodColigada": 3,
                "Ra": self.student["RA"],
                "IdPreContrato": self.pre_contract(),
                "Situacao": "Matriculado",
                "NumeroContrato": self.world.erp.contracts[0]["numeroContrato"],
            },
            body,
        )

    def test_integration_user_everywhere(self):
        named = {(str(call), user) for call in self.world.calls("rm", after=self.mark) for user in call.users_named}
        self.assertTrue(named)
        self.assertEqual(set(), {pair for pair in named if pair[1] != "lojaclick"})

    def test_no_violation(self):
        self.assertEqual([], self.world.violations())

    def test_limits_of_calls_in_flight(self):
        self.assertLessEqual(self.world.peak["rm"], 4)

    def test_eight_records(self):
        records = self.agent.logs(3)
        self.assertEqual(sorted(FUNCTIONALITIES), sorted(record["functionality"] for record in records))
        self.assertEqual({"success"}, {record["status"] for record in records})
        student, contract = self.student["RA"], self.pre_contract()
        guardian = self.student["CODCFO"]
        expected = {
            "guardian": ("lojaclick_import", "CODCOLIGADA;CODCFO", f"3;{guardian}"),
            "student": ("lojaclick_import", "CODCOLIGADA;RA", f"3;{student}"),
            "course_enrollment": ("lojaclick_import", "CODCOLIGADA;RA;IDHABILITACAOFILIAL", f"3;{student};24"),
            "term_enrollment": ("lojaclick_import", "CODCOLIGADA;RA;IDPERLET", f"3;{student};77"),
            "subject_enrollment": (
                "lojaclick_import", "CODCOLIGADA;RA;IDPERLET;CODTURMA", f"3;{student};77;TEC.001.006017"
            ),
            "pre_contract": ("lojaclick_import", "CODCOLIGADA;RA;IDPERLET;CODCONTRATO", f"3;{student};77;{contract}"),
            "contract_activation": (
                "lojaclick_export", "CODCOLIGADA;RA;IDPERLET;CODCONTRATO", f"3;{student};77;{contract}"
            ),
            "broker_notice": ("lojaclick_export", "CODCOLIGADA;IDVENDA", f"3;{self.sale['idVenda']}"),
        }
        self.assertEqual(expected, {r["functionality"]: (r["module"], r["keyFields"], r["keyValues"]) for r in records})
        for record in records:
            self.assertEqual((3, 1, self.sale["idVenda"]), (record["company"], record["level"], record["origin"]))
            self.assertTrue(record["createdAt"].endswith("Z") and record["changedAt"].endswith("Z"), record)
        self.assertEqual("none", self.agent.records_of(self.sale)["contract_activation"]["callState"])

    def test_items_tell_what_went_and_came(self):
        for record in self.agent.logs(3):
            shown = self.agent.show(record["id"])
            self.assertTrue(shown["items"], record)
            for item in shown["items"]:
                self.assertEqual("success", item["status"], item)
                self.assertTrue(item["sent"] and item["received"], f"{record['functionality']}: {item}")
        [activation] = self.agent.items_of(self.sale, "contract_activation")
        self.assertIn(self.pre_contract(), json.dumps(activation["sent"]))
        self.assertIn("CT-000001", json.dumps(activation["received"]))

    def test_secrets_are_nowhere(self):
        world, (user, password) = self.world, self.agent.clients["broker"]
        shown = "".join(json.dumps(self.agent.show(record["id"]), ensure_ascii=False) for record in self.agent.logs(3))
        listed = "".join(
            self.agent.do(*command)
            for command in (
                ("parameters", "list", "--company", "3"),
                ("parameters", "list", "--company", "3", "--json"),
                ("api-clients", "list", "--json"),
            )
        )
        stored = self.agent.database.text()
        places = {"logs show": shown.encode("utf-8"), "commands": listed.encode("utf-8"), "database": stored,
                  "messages": self.agent.log_text().encode("utf-8")}
        for title, secret in (
            ("token", world.broker.token),
            ("RM password", world.rm.password),
            ("ERP password", world.erp.password),
            ("client password", password),
        ):
            forms = [secret.encode("utf-8"), secret.encode("iso-8859-1"), json.dumps(secret)[1:-1].encode("utf-8")]
            for name, owner in (("rm", world.rm.user), ("erp", world.erp.user), ("client", user)):
                forms.append(base64.b64encode(f"{owner}:{secret}".encode("utf-8")))
            for place, text in places.items():
                for form in forms:
                    self.assertNotIn(form, text, f"the {title} can be read in {place}")

    def test_connections_answer(self):
        done = self.agent.run("connections", "test")
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        # RM stamps rows with the Basic user, so the check says when that is not the integration user.
        self.assertIn("lojaclick", done.stdout + done.stderr)

    def test_stored_answer(self):
        again = self.agent.stored(self.sale)
        self.assertEqual((200, self.answer.json()), (again.status, again.json()))

    def test_sent_xml_is_well_formed(self):
        for call in self.world.calls("rm", "SaveRecord", after=self.mark):
            ElementTree.fromstring(call.parameters["XML"])


for_backends(globals(), FirstSale)

if __name__ == "__main__":
    unittest.main(verbosity=2)
