# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Which outside calls there are, which faults strike them, and a world with an agent in which they are played."""

import contextlib
from dataclasses import dataclass

from double import Outside
from harness import Agent, sale_of, wait_for

COMPANY = 3
#: the words of CONTRACTS.md section 8
WORDS = (
    "slow", "refuse", "reject", "500", "503", "malformed", "drop", "hang", "truncate", "huge", "unknown_outcome", "401"
)
#: what RM says in words, and what its log must repeat
REFUSAL = "Existem débitos anteriores para o sacado"
RETRY_AFTER = 600


@dataclass(frozen=True)
class Step:
    """One outside call of a sale: which one it is, and in which record its failure stands."""

    name: str
    system: str
    operation: str
    subject: str = ""
    part: str = ""
    #: how many calls of the same kind come before it
    skip: int = 0
    record: str = ""

    @property
    def writes(self):
        return self.operation in ("SaveRecord", "ExecuteWithXmlParams")


IMPORT = (
    Step("read the matrix", "rm", "ReadView", "EduHabilitacaoFilialData", record="guardian"),
    Step("read the term", "rm", "ReadView", "EduPLetivoData", record="guardian"),
    Step("read the class", "rm", "ReadView", "EduTurmaData", record="guardian"),
    Step("read its subjects", "rm", "ReadView", "EduTurmaDiscData", record="guardian"),
    Step("find the guardian", "rm", "ReadView", "FinCFODataBR", record="guardian"),
    Step("find the guardian, masked", "rm", "ReadView", "FinCFODataBR", skip=1, record="guardian"),
    Step("find the person", "rm", "ReadView", "RhuPessoaData", record="guardian"),
    Step("save the guardian", "rm", "SaveRecord", "FinCFODataBR", record="guardian"),
    Step("save the person", "rm", "SaveRecord", "RhuPessoaData", record="student"),
    Step("save the student", "rm", "SaveRecord", "EduAlunoData", record="student"),
    Step("enrol in the course", "rm", "SaveRecord", "EduHabilitacaoAlunoData", record="course_enrollment"),
    Step("enrol in the term", "rm", "ExecuteWithXmlParams", part="term", record="term_enrollment"),
    Step("read the term again", "rm", "ReadView", "EduMatricPLData", record="term_enrollment"),
    Step("enrol in a subject", "rm", "ExecuteWithXmlParams", part="subject", record="subject_enrollment"),
    Step("read the subjects again", "rm", "ReadView", "EduMatriculaData", record="subject_enrollment"),
    Step("find the pre-contract", "rm", "ReadRecord", "EduContratoData", record="pre_contract"),
    Step("save the pre-contract", "rm", "SaveRecord", "EduContratoData", record="pre_contract"),
)
REBUILD = (
    Step("read the student's link", "rm", "ReadRecord", "EduAlunoData", record="contract_activation"),
    Step("read the contract", "rm", "ReadRecord", "EduContratoData", skip=1, record="contract_activation"),
)
SEND = Step("send to the ERP", "erp", "efetivacao", record="contract_activation")
ASK = Step("ask the ERP", "erp", "contratos", record="contract_activation")
FOLLOWING = (
    Step("read the status", "rm", "ReadView", "EduMatricPLData", skip=1, record="term_enrollment"),
    Step("change the status", "rm", "ExecuteWithXmlParams", part="status", record="term_enrollment"),
    Step("read the status again", "rm", "ReadView", "EduMatricPLData", skip=2, record="term_enrollment"),
)
NOTICE = Step("notify the Broker", "broker", "confirmacao", record="broker_notice")


def script(step, word):
    """The kind of the double's fault and its options, for one word of the contract."""
    if word in ("500", "503", "401"):
        headers = {"Retry-After": str(RETRY_AFTER)} if (word, step.operation) == ("503", "efetivacao") else {}
        return "status", {"status": int(word), "headers": headers}
    if word == "refuse" and step.system == "rm":
        return "text", {"text": REFUSAL}
    if word == "reject" and step.system == "rm":
        return "fault", {"text": "Usuário sem permissão para executar o DataServer informado.", "status": 500}
    if word in ("refuse", "reject"):
        body = f'{{"code":"X","message":"{REFUSAL}","detailedMessage":"","details":[]}}'
        return "status", {"status": {"refuse": 422, "reject": 400}[word], "body": body,
                          "content_type": "application/json; charset=utf-8"}
    if word == "malformed":
        return "status", {"status": 200, "body": "<html><b>{\"numeroContrato\":", "content_type": "text/xml"}
    if word == "slow":
        return "slow", {"seconds": 0.3}
    return {"unknown_outcome": "lose"}.get(word, word), {}


class Case:
    """One sale, one call, one fault, and what came of it."""

    def __init__(self, step, word):
        self.step = step
        self.word = word
        self.sale = sale_of(COMPANY)
        self.fault = None
        #: what the Broker was answered at first
        self.answer = None
        #: records and items after the first try
        self.records = {}
        self.items = []
        self.problems = []
        #: what the table shows
        self.first = ""
        #: status and call state that the first try had to leave
        self.wanted = ()

    @property
    def key(self):
        return f"{COMPANY}-{self.sale['idVenda']}"

    @property
    def record(self):
        return self.records.get(self.step.record)

    def expect(self, wanted, found, what):
        if found not in (wanted if isinstance(wanted, (set, tuple, list)) else (wanted,)):
            self.problems.append(f"{what}: {found!r}, not {wanted!r}")


class FaultsDesk:
    """A world and an agent of its own, so that desks work side by side and a stopped destination stops one of them."""

    def __init__(self, backend):
        self._stack = contextlib.ExitStack()
        self.world = self._stack.enter_context(Outside())
        self.agent = self._stack.enter_context(Agent(backend))
        self.agent.configure(self.world, companies=(COMPANY,))
        for name in ("rm", "erp"):
            self.agent.do("connections", "set", name, "--timeout", "2")
        self.world.erp.deduplicate = False
        self.agent.serve("--no-schedules")
        self._secrets = 0

    def close(self):
        self._stack.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    # -- what belongs to a sale ------------------------------------------------------------------------

    def student(self, sale):
        """The sale's RA in RM, or an empty text before there is one."""
        for person in self.world.rm.rows("PPESSOA", CPF=sale["aluno"]["cpf"]):
            for student in self.world.rm.rows("SALUNO", CODPESSOA=person["CODIGO"]):
                return student["RA"]
        return ""

    def mine(self, case):
        """Calls for an earlier sale may still come in between where a failure is made good later."""
        follows = case.step.subject == "EduMatricPLData" or case.step.part == "status"

        def match(call):
            if case.step.part and call.part != case.step.part:
                return False
            if case.step.system == "broker":
                return call.header("idempotency-key") == case.key
            named = call.parameters.get("strXmlParams", "") + call.parameters.get("Filtro", "")
            student = self.student(case.sale) if follows else ""
            return not follows or (student != "" and student in named)

        return match

    def arm(self, case, step=None):
        """Lets the fault strike the case's call once."""
        step = step or case.step
        kind, options = script(step, case.word)
        case.fault = self.world.fail(
            step.system, step.operation, kind, subject=step.subject or None, match=self.mine(case), times=1,
            skip=step.skip, **options
        )
        return case.fault

    # -- steps -----------------------------------------------------------------------------------------

    def sell(self, case):
        case.answer = self.agent.send(case.sale)
        return case.answer

    def delivered(self, case, seconds=20):
        wait_for(lambda: case.key in self.world.broker.notices, seconds, f"the notice of {case.key}", 0.01)

    def new_secret(self, system):
        """What a person does after a 401: the secret changes on both sides."""
        self._secrets += 1
        secret = f"novo-segredo-{self._secrets}"
        if system == "broker":
            self.world.broker.token = secret
            self.agent.do("parameters", "set", "lojaclick.broker.token", "--stdin", stdin=secret)
            return
        getattr(self.world, system).password = secret
        self.agent.do("connections", "set", system, "--password-stdin", stdin=secret)

    def calls_of(self, case, system, operation):
        """The calls for the case's sale; the ERP and the Broker name it in each."""
        pre = None
        found = []
        for call in self.world.calls(system, operation):
            if operation == "contratos":
                pre = pre or self.pre_contract(case)
                named = pre in call.query
            else:
                named = case.sale["idVenda"].encode() in call.body
            if named:
                found.append(call)
        return found

    def pre_contract(self, case):
        [row] = self.world.rm.rows("SCONTRATO", RA=self.student(case.sale))
        return row["CODCONTRATO"]

    # -- what the log says -----------------------------------------------------------------------------

    def all_records(self):
        """Origin -> functionality -> record, of everything."""
        found, cursor = {}, ()
        while True:
            page = self.agent.ask("logs", "list", "--company", str(COMPANY), "--limit", "200", *cursor)
            for item in page["items"]:
                found.setdefault(item["origin"], {})[item["functionality"]] = item
            if not page["hasNext"]:
                return found
            cursor = ("--after", page["next"])

    def look(self, cases):
        """Reads the records of all cases and the items of what each one's fault struck."""
        records = self.all_records()
        for case in cases:
            case.records = records.get(case.sale["idVenda"], {})
            case.items = self.agent.show(case.record["id"])["items"] if case.record else []
