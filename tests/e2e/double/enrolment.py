# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The process EduMatriculaProcData: enrolment in a term, in a subject, and the change of a term's status."""

import re

from .errors import Refusal, foreign_key_text
from .process_document import DocumentError, ProcessDocument

_KEYS = {
    "SHabilitacaoAluno": ["CODCOLIGADA", "IDHABILITACAOFILIAL", "RA"],
    "SMatricPL": ["CODCOLIGADA", "IDPERLET", "IDHABILITACAOFILIAL", "RA"],
}
_NEEDED = {
    "term": """CadastrarContrato CodColigada CodFilial CodPlanoPgto CodStatus CodTipoCurso CodTipoMat CodTurma
        CodUsuario DataMatricula GerarLancamento IdHabilitacaoFilial IdPerLet Periodo RA""".split(),
    "subject": "CodColigada CodFilial CodTipoCurso CodUsuario IdHabilitacaoFilial IdPerLet RA".split(),
    "status": """CodColigada CodFilial CodStatusNovo CodTipoCurso CodUsuario IdHabilitacaoFilial IdPerLet
        MudancaStatus RA""".split(),
}
_SUBJECT_NEEDED = """CodColigada CodFilial CodStatus CodTipoCurso CodUsuario DataMatricula IdHabilitacaoFilial IdPerLet
    IdTurmaDisc RA TipoDisciplina TipoMat""".split()
_NUMBERS = """CodColigada CodFilial CodStatus CodStatusNovo CodTipoCurso CodTipoMat IdHabilitacaoFilial IdPerLet
    IdTurmaDisc Periodo TipoMat""".split()
_BOOLEANS = "CadastrarContrato MudancaStatus GerarLog GerarLogMatricPL".split()
_YES_NO = "DiaFixo GerarLancamento".split()
#: companies whose school form has no course enrolment, so that the process starts from the term
_WITHOUT_COURSE = {2}


def part_of(text):
    """Which of its three changes a document asks for; told from the text, since a fault may come before the reading."""
    if re.search(r"<MudancaStatus>\s*true", text):
        return "status"
    return "subject" if "<EduMatriculaDiscParams" in text else "term"


class Enrolment:
    def __init__(self, rm):
        self.rm = rm

    def prepare(self, call):
        """Reads and checks the document; returns the table that will change and the change itself."""
        try:
            document = ProcessDocument(call.parameters.get("strXmlParams", ""))
        except DocumentError as error:
            self.rm.recorder.violation(call, str(error))
            raise Refusal(str(error)) from error
        for remark in document.remarks:
            self.rm.recorder.violation(call, remark)
        call.context = document.context
        call.users_named.extend(document.users_named)
        part = call.part
        self._check(call, document, part)
        return {"term": self._term, "subject": self._subject, "status": self._status}[part](call, document)

    def _say(self, call, text):
        self.rm.recorder.violation(call, text)

    def _check(self, call, document, part):
        term = document.term
        for name in ("CODCOLIGADA", "CODFILIAL", "CODTIPOCURSO", "CODSISTEMA", "CODUSUARIO"):
            if not document.context.get(name):
                self._say(call, f"process context lacks ${name}")
        if document.context.get("CODSISTEMA") != "S":
            self._say(call, f"process context says $CODSISTEMA={document.context.get('CODSISTEMA')}, not S")
        for name in document.users_named:
            if name != self.rm.integration_user:
                self._say(call, f"the process acts for {name!r}, not for {self.rm.integration_user!r}")
        for name in _NEEDED[part]:
            if term.get(name) in (None, ""):
                self._say(call, f"MatricPLParams lacks {name}")
        self._check_types(call, "MatricPLParams", term)
        company = int(term.get("CodColigada") or 0)
        wanted_table = "SHabilitacaoAluno"
        if part == "subject" or company in _WITHOUT_COURSE:
            wanted_table = "SMatricPL"
        if document.key_table != wanted_table:
            self._say(call, f"PrimaryKeyTableName is {document.key_table}, not {wanted_table}")
        if list(document.key) != _KEYS[wanted_table]:
            self._say(call, f"PrimaryKeyNames are {list(document.key)}, not {_KEYS[wanted_table]}")
        self._agree(call, document)
        wanted_action = "EduMatriculaDiscAction" if part == "subject" else "EduMatriculaProcAction"
        if document.action not in (None, wanted_action):
            self._say(call, f"ActionName is {document.action}, not {wanted_action}")
        if term.get("CadastrarContrato") == "true":
            self._say(call, "CadastrarContrato must be false: the pre-contract is written apart")
        if term.get("GerarLancamento") not in (None, "Nao"):
            self._say(call, f"GerarLancamento is {term['GerarLancamento']}, not Nao")
        if term.get("TipoOperacao") not in (None, "Inclusao", "Alteracao"):
            self._say(call, f"TipoOperacao is {term['TipoOperacao']}")
        for subject in document.subjects:
            for name in _SUBJECT_NEEDED:
                if subject.get(name) in (None, ""):
                    self._say(call, f"EduMatriculaDiscParams lacks {name}")
            self._check_types(call, "EduMatriculaDiscParams", subject)

    def _check_types(self, call, title, values):
        for name, value in values.items():
            if value in (None, ""):
                continue
            if name in _NUMBERS and not re.fullmatch(r"-?\d+", value):
                self._say(call, f"{title}/{name}={value!r} is not a number")
            if name in _BOOLEANS and value not in ("true", "false"):
                self._say(call, f"{title}/{name}={value!r} is not true or false")
            if name in _YES_NO and value not in ("Sim", "Nao"):
                self._say(call, f"{title}/{name}={value!r} is not Sim or Nao")
            if name == "DataMatricula" and not re.fullmatch(
                r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", value
            ):
                self._say(call, f"{title}/{name}={value!r} is not an xs:dateTime")

    def _agree(self, call, document):
        """Key, context and parameters name the same company, branch, level, course, term and student."""
        term, context, key = document.term, document.context, document.key
        pairs = [
            ("$CODCOLIGADA", context.get("CODCOLIGADA"), term.get("CodColigada")),
            ("$CODFILIAL", context.get("CODFILIAL"), term.get("CodFilial")),
            ("$CODTIPOCURSO", context.get("CODTIPOCURSO"), term.get("CodTipoCurso")),
            ("key CODCOLIGADA", key.get("CODCOLIGADA"), term.get("CodColigada")),
            ("key IDHABILITACAOFILIAL", key.get("IDHABILITACAOFILIAL"), term.get("IdHabilitacaoFilial")),
            ("key RA", key.get("RA"), term.get("RA")),
        ]
        if "IDPERLET" in key:
            pairs.append(("key IDPERLET", key["IDPERLET"], term.get("IdPerLet")))
        for subject in document.subjects:
            pairs.extend(
                (f"subject {name}", subject.get(name), term.get(name))
                for name in ("CodColigada", "CodFilial", "CodTipoCurso", "IdHabilitacaoFilial", "IdPerLet", "RA")
            )
        for title, one, other in pairs:
            if one != other:
                self._say(call, f"{title} is {one!r}, but MatricPLParams say {other!r}")

    # -- the three changes -------------------------------------------------------------------------

    def _need(self, table, other, *key):
        if tuple(key) not in self.rm.tables[other]:
            raise Refusal(foreign_key_text(table, other))

    def _numbers(self, values, *names):
        return [int(values.get(name) or 0) for name in names]

    def _term(self, call, document):
        term = document.term
        company, branch, status, kind, matrix, period, year = self._numbers(
            term, "CodColigada", "CodFilial", "CodStatus", "CodTipoMat", "IdHabilitacaoFilial", "IdPerLet", "Periodo"
        )
        student, class_code = term.get("RA"), term.get("CodTurma")
        self._need("SMATRICPL", "SALUNO", company, student)
        self._need("SMATRICPL", "SPLETIVO", company, period)
        if company not in _WITHOUT_COURSE:
            self._need("SMATRICPL", "SHABILITACAOALUNO", company, matrix, student)
        self._need("SMATRICPL", "SHABILITACAOFILIAL", company, matrix)
        self._need("SMATRICPL", "STURMA", company, branch, period, class_code)
        self._need("SMATRICPL", "SSTATUS", company, status)
        self._need("SMATRICPL", "SPLANOPGTO", company, period, term.get("CodPlanoPgto"))
        if (company, period, matrix, student) in self.rm.tables["SMATRICPL"]:
            raise Refusal("O aluno já está matriculado no período letivo.")
        if document.enrols_subjects not in (None, "Nao"):
            self._say(call, f"MatricularDisc is {document.enrols_subjects} without a subject")
        row = {
            "CODCOLIGADA": company,
            "IDPERLET": period,
            "IDHABILITACAOFILIAL": matrix,
            "RA": student,
            "CODFILIAL": branch,
            "CODTURMA": class_code,
            "CODSTATUS": status,
            "CODTIPOMAT": kind,
            "PERIODO": year,
            "DTMATRICULA": term.get("DataMatricula", "")[:19],
            "CODPLANOPGTO": term.get("CodPlanoPgto"),
            "RECCREATEDBY": self.rm.user,
            "RECMODIFIEDBY": self.rm.user,
        }
        return "SMATRICPL", lambda: self.rm.write(call, "SMATRICPL", row)

    def _subject(self, call, document):
        if len(document.subjects) != 1:
            self._say(call, f"{len(document.subjects)} subjects in one call")
        subject = document.subjects[0]
        company, matrix, period, status, identifier, kind = self._numbers(
            subject, "CodColigada", "IdHabilitacaoFilial", "IdPerLet", "CodStatus", "IdTurmaDisc", "TipoMat"
        )
        student = subject.get("RA")
        if subject.get("TipoDisciplina") != "Normal":
            self._say(call, f"TipoDisciplina is {subject.get('TipoDisciplina')}, not Normal")
        self._need("SMATRICULA", "SALUNO", company, student)
        self._need("SMATRICULA", "SMATRICPL", company, period, matrix, student)
        self._need("SMATRICULA", "STURMADISC", company, identifier)
        self._need("SMATRICULA", "SSTATUS", company, status)
        if self.rm.tables["STURMADISC"][(company, identifier)]["IDPERLET"] != period:
            self._need("SMATRICULA", "STURMADISC", company, -1)
        if (company, identifier, student) in self.rm.tables["SMATRICULA"]:
            raise Refusal("O aluno já está cursando a disciplina")
        if document.enrols_subjects != "Sim":
            self._say(call, f"MatricularDisc is {document.enrols_subjects}, so the subject is ignored")
            return "SMATRICULA", lambda: None
        row = {
            "CODCOLIGADA": company,
            "IDTURMADISC": identifier,
            "RA": student,
            "IDPERLET": period,
            "IDHABILITACAOFILIAL": matrix,
            "CODSTATUS": status,
            "TIPOMAT": kind,
            "TIPODISCIPLINA": "N",
            "DTMATRICULA": subject.get("DataMatricula", "")[:19],
            "RECCREATEDBY": self.rm.user,
            "RECMODIFIEDBY": self.rm.user,
        }
        return "SMATRICULA", lambda: self.rm.write(call, "SMATRICULA", row)

    def _status(self, call, document):
        term = document.term
        company, matrix, period, status = self._numbers(
            term, "CodColigada", "IdHabilitacaoFilial", "IdPerLet", "CodStatusNovo"
        )
        key = (company, period, matrix, term.get("RA"))
        self._need("SMATRICPL", "SSTATUS", company, status)
        if key not in self.rm.tables["SMATRICPL"]:
            raise Refusal("There is no row at position 0")
        if document.subjects:
            self._say(call, "a change of status names subjects: only the term moves")

        def effect():
            row = dict(self.rm.tables["SMATRICPL"][key])
            row.update(CODSTATUS=status, RECMODIFIEDBY=self.rm.user)
            self.rm.write(call, "SMATRICPL", row)

        return "SMATRICPL", effect
