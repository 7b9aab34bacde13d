# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""RM as seen from outside: SOAP data servers and the enrolment process, over a small relational store."""

import base64
import binascii
import copy
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from xml.sax.saxutils import escape

from .enrolment import Enrolment, part_of
from .errors import Refusal, SoapFault, foreign_key_text, with_trace
from .recorder import Reply
from .schema import DATA_SERVERS, TABLES
from .seed import fresh_rows
from .where import Where, WhereError

ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/"
TOTVS = "http://www.totvs.com/"
SCHEMA = "http://www.w3.org/2001/XMLSchema"

#: parameters in the order of the WSDL's xs:sequence; another order loses the late ones
OPERATIONS = {
    "IRMSServer": {"CheckServiceActivity": (), "Implements": ("type",)},
    "IwsBase": {"AutenticaAcesso": ()},
    "IwsDataServer": {
        "GetSchema": ("DataServerName", "Contexto"),
        "IsValidDataServer": ("DataServerName",),
        "ReadView": ("DataServerName", "Filtro", "Contexto"),
        "ReadRecord": ("DataServerName", "PrimaryKey", "Contexto"),
        "SaveRecord": ("DataServerName", "XML", "Contexto"),
        "DeleteRecord": ("DataServerName", "XML", "Contexto"),
        "DeleteRecordByKey": ("DataServerName", "PrimaryKey", "Contexto"),
        "ReadLookupView": ("DataServerName", "Filtro", "Contexto", "OwnerData"),
    },
    "IwsProcess": {"ExecuteWithXmlParams": ("ProcessServerName", "strXmlParams")},
}
PORTS = {
    f"/{service}/{port}": port
    for service, own in (("wsDataServer", "IwsDataServer"), ("wsConsultaSQL", ""), ("wsProcess", "IwsProcess"))
    for port in ("IRMSServer", "IwsBase", own)
    if port
}


@dataclass(frozen=True)
class Change:
    call: int
    table: str
    key: tuple
    before: dict
    after: dict


class Rm:
    name = "rm"

    def __init__(self, recorder, user, password):
        self.recorder = recorder
        self.user = user
        self.password = password
        self.integration_user = "lojaclick"
        #: "turning" changes the case of the row tags from call to call, since servers differ
        self.tag_case = "turning"
        self.cdata = False
        self.inline_schema = False
        self.enrolment = Enrolment(self)
        self.reset()

    def reset(self):
        with self.recorder.lock:
            self.tables = fresh_rows()
            self.changes = []
            self.wrong_passwords = 0
            self.locked = False
            self.postponed = []
            self._numbers = {"FCFO": 122, "PPESSOA": 26619, "SALUNO": 878179, "job": 410000}

    # -- store -------------------------------------------------------------------------------------

    def rows(self, table, **wanted):
        with self.recorder.lock:
            return [
                copy.deepcopy(row)
                for row in self.tables[table].values()
                if all(row.get(column) == value for column, value in wanted.items())
            ]

    def put(self, table, row):
        """Plants a row as if somebody had typed it into RM."""
        with self.recorder.lock:
            self.tables[table][tuple(row[column] for column in TABLES[table].key)] = dict(row)

    def write(self, call, table, row):
        key = tuple(row[column] for column in TABLES[table].key)
        before = self.tables[table].get(key)
        self.changes.append(Change(call.number, table, key, copy.deepcopy(before), copy.deepcopy(row)))
        self.tables[table][key] = row
        return key

    def next_number(self, what):
        self._numbers[what] += 1
        return self._numbers[what]

    # -- the door ----------------------------------------------------------------------------------

    def guard(self, call):
        """Everything that is decided before a fault may be played: credentials, SOAPAction, envelope."""
        if call.method != "POST" or call.path not in PORTS:
            self.recorder.violation(call, f"nothing is served at {call.method} {call.path}")
            return Reply(404, b"", "text/plain")
        refused = self._authenticate(call)
        if refused:
            return refused
        action = call.header("soapaction") or ""
        address = action.strip('"')
        if not address.startswith(TOTVS):
            self.recorder.violation(call, f"SOAPAction {action!r} is missing or relative")
            return Reply(202, b"", "text/plain")
        if not re.fullmatch(r'"[^"]*"', action):
            self.recorder.violation(call, f"SOAPAction {action!r} is not a quoted string")
        content = (call.header("content-type") or "").lower().replace(" ", "").replace('"', "")
        if content != "text/xml;charset=utf-8":
            self.recorder.violation(call, f"Content-Type {content!r} is not text/xml; charset=utf-8")
            return Reply(415, b"", "text/plain")
        interface, _, operation = address[len(TOTVS) :].partition("/")
        if interface != PORTS[call.path] or operation not in OPERATIONS[interface]:
            self.recorder.violation(call, f"SOAPAction {address} does not belong to {call.path}")
            return self._fault(f"The message with Action '{address}' cannot be processed at the receiver", 500)
        call.operation = operation
        try:
            call.parameters = self._read_envelope(call, operation, OPERATIONS[interface][operation])
        except ElementTree.ParseError as error:
            self.recorder.violation(call, f"body is not XML: {error}")
            return Reply(400, b"", "text/plain")
        except SoapFault as fault:
            return self._fault(fault.text, fault.status)
        call.subject = call.parameters.get("DataServerName") or call.parameters.get("ProcessServerName") or ""
        if operation == "ExecuteWithXmlParams":
            call.part = part_of(call.parameters.get("strXmlParams", ""))
        return None

    def _authenticate(self, call):
        denied = Reply(401, b"", "text/plain", {"WWW-Authenticate": 'Basic realm="RM"'})
        header = call.header("authorization") or ""
        if not header.startswith("Basic "):
            self.recorder.violation(call, "no Basic credentials: they must be sent unasked")
            return denied
        try:
            given = base64.b64decode(header[6:], validate=True)
        except binascii.Error:
            given = b""
        # TOTVS' own sample encodes ISO-8859-1, others UTF-8; both are in use, so both are let in.
        accepted = [f"{self.user}:{self.password}".encode(code, "replace") for code in ("utf-8", "iso-8859-1")]
        with self.recorder.lock:
            if given not in accepted:
                self.wrong_passwords += 1
                if self.wrong_passwords >= 6:
                    self.locked = True
                    self.recorder.violation(call, "six wrong passwords: the integration user is locked now")
                return denied
            if self.locked:
                return denied
            self.wrong_passwords = 0
        call.user = self.user
        return None

    def _read_envelope(self, call, operation, names):
        root = ElementTree.fromstring(call.body)
        if root.tag != f"{{{ENVELOPE}}}Envelope":
            self.recorder.violation(call, f"{root.tag} is not a SOAP 1.1 envelope")
            raise SoapFault("Version Mismatch")
        body = root.find(f"{{{ENVELOPE}}}Body")
        children = list(body) if body is not None else []
        if len(children) != 1 or children[0].tag != f"{{{TOTVS}}}{operation}":
            self.recorder.violation(call, f"the body does not hold one {operation} of {TOTVS}")
            raise SoapFault("The formatter threw an exception while trying to deserialize the message")
        values, place = {}, -1
        for child in children[0]:
            space, _, name = child.tag[1:].partition("}") if child.tag.startswith("{") else ("", "", child.tag)
            if space != TOTVS or name not in names:
                self.recorder.violation(call, f"{operation} has no parameter {child.tag}")
                continue
            if names.index(name) <= place:
                self.recorder.violation(call, f"{operation}: {name} is out of order and is lost")
                continue
            place = names.index(name)
            if len(child):
                self.recorder.violation(call, f"{operation}: {name} holds elements instead of text")
            values[name] = child.text or ""
        for name in names:
            if name not in values:
                self.recorder.violation(call, f"{operation}: {name} is missing")
        return values

    # -- answers -----------------------------------------------------------------------------------

    def perform(self, call, fault=None):
        kind = fault.kind if fault else ""
        if kind == "text":
            return self._result(call, fault.options["text"])
        if kind == "fault":
            return self._fault(fault.options["text"], fault.options.get("status", 500))
        try:
            with self.recorder.lock:
                text = getattr(self, f"_do_{call.operation}")(call, fault)
        except SoapFault as error:
            return self._fault(error.text, error.status)
        except Refusal as error:
            text = str(error)
        if kind == "said":
            text = fault.options["text"]
        return self._result(call, text)

    def _result(self, call, text):
        inner = text.replace("\r\n", "\n").replace("\n", "\r\n")
        if self.cdata and "]]>" not in inner:
            content = f"<![CDATA[{inner}]]>"
        else:
            content = escape(inner, {"\r": "&#xD;"})
        name = call.operation
        kind = ""
        if name == "IsValidDataServer":
            kind = f' xmlns:i="{SCHEMA}-instance" xmlns:x="{SCHEMA}" i:type="x:boolean"'
        body = f'<{name}Response xmlns="{TOTVS}"><{name}Result{kind}>{content}</{name}Result></{name}Response>'
        return self._envelope(200, body)

    def _fault(self, text, status):
        return self._envelope(
            status,
            "<s:Fault><faultcode>s:Client</faultcode>"
            f'<faultstring xml:lang="pt-BR">{escape(text)}</faultstring></s:Fault>',
        )

    @staticmethod
    def _envelope(status, body):
        text = f'<s:Envelope xmlns:s="{ENVELOPE}"><s:Body>{body}</s:Body></s:Envelope>'
        return Reply(status, text.encode("utf-8"), "text/xml; charset=utf-8")

    # -- operations --------------------------------------------------------------------------------

    def _do_CheckServiceActivity(self, call, fault):
        return "true"

    def _do_Implements(self, call, fault):
        return "true"

    def _do_AutenticaAcesso(self, call, fault):
        return "1"

    def _do_IsValidDataServer(self, call, fault):
        self._server(call)
        return "true"

    def _do_GetSchema(self, call, fault):
        server = self._server(call)
        self._context(call, server)
        table = TABLES[server.table]
        kinds = {"int": "int", "date": "dateTime", "str": "string"}
        columns = "".join(
            f'<xs:element name="{name}" type="xs:{kinds[column.kind]}" minOccurs="0"/>'
            for name, column in table.columns.items()
        )
        for name in (table.tag, server.dataset):
            columns = f"<xs:complexType><xs:sequence>{columns}</xs:sequence></xs:complexType>"
            columns = f'<xs:element name="{name}">{columns}</xs:element>'
        return f'<xs:schema id="{server.dataset}" xmlns:xs="{SCHEMA}">{columns}</xs:schema>'

    def _do_ReadView(self, call, fault):
        server = self._server(call)
        context = self._context(call, server)
        table = TABLES[server.table]
        try:
            where = Where(call.parameters.get("Filtro", ""), server.table, table.columns)
        except WhereError as error:
            self.recorder.violation(call, f"filter {call.parameters.get('Filtro', '')!r}: {error}")
            raise SoapFault(str(error)) from error
        for remark in where.remarks:
            self.recorder.violation(call, remark)
        self._ripen(server.table)
        rows = [row for row in self.tables[server.table].values() if where(row)]
        if server.by_level:
            rows = [row for row in rows if str(row.get("CODTIPOCURSO")) == context.get("CODTIPOCURSO")]
        return self._dataset("NewDataSet", [(self._tag(call, table.tag), row, table) for row in rows])

    def _do_ReadRecord(self, call, fault):
        server = self._server(call)
        self._context(call, server)
        table = TABLES[server.table]
        parts = call.parameters.get("PrimaryKey", "").split(";")
        if len(parts) != len(table.key):
            self.recorder.violation(
                call, f"key {call.parameters.get('PrimaryKey')!r} has not the {len(table.key)} parts of {table.key}"
            )
            raise SoapFault("Expecting " + str(len(table.key)) + " value(s) for the key being indexed")
        key = tuple(self._typed(call, table, name, text) for name, text in zip(table.key, parts))
        row = self.tables[server.table].get(key)
        if row is None:
            return f"<{server.dataset} />"
        shown = [(self._tag(call, table.tag), row, table)]
        if server.name == "EduAlunoData":
            person = self.tables["PPESSOA"].get((row.get("CODPESSOA"),), {})
            shown[0] = (shown[0][0], {**{k: v for k, v in person.items() if k != "CODIGO"}, **row}, table)
        for companion in server.companions:
            shown.append((companion.title(), dict(zip(table.key, key)), table))
        return self._dataset(server.dataset, shown)

    def _do_SaveRecord(self, call, fault):
        server = self._server(call)
        context = self._context(call, server)
        table = TABLES[server.table]
        if not server.writable:
            self.recorder.violation(call, f"{server.name} cannot be written by SaveRecord")
            raise Refusal("Você não está autorizado a inserir registros!")
        sent = self._read_row(call, server, table)
        self._check_context(call, server, context, sent)
        row = {name: value for name, value in sent.items() if name in table.columns and not name.startswith("REC")}
        if table.numbered and str(row.get(table.numbered, "0")) in ("0", "-1"):
            number = self.next_number(server.table)
            row[table.numbered] = {"FCFO": f"{number:06d}", "SALUNO": f"{number:08d}"}.get(server.table, number)
        key = tuple(row.get(column) for column in table.key)
        if any(part in (None, "") for part in key):
            self.recorder.violation(call, f"the key {table.key} is not complete: {key}")
            raise Refusal("Column '" + table.key[key.index(None) if None in key else 0] + "' does not allow nulls.")
        before = self.tables[server.table].get(key)
        if before is not None:
            lost = [
                name
                for name, value in before.items()
                if value not in (None, "") and name not in sent and not name.startswith("REC")
            ]
            if lost:
                self.recorder.violation(
                    call, f"update of {server.table} {key} leaves out columns that hold values: {', '.join(lost)}"
                )
        self._check_required(table, row)
        self._check_content(call, server.table, row)
        self._check_links(server.table, row)
        stamp = {"RECMODIFIEDBY": self.user}
        if before is None:
            stamp["RECCREATEDBY"] = self.user
        else:
            stamp["RECCREATEDBY"] = before.get("RECCREATEDBY", "")
        row.update({name: value for name, value in stamp.items() if name in table.columns})
        self.write(call, server.table, row)
        return ";".join(str(part) for part in key)

    def _do_DeleteRecord(self, call, fault):
        self.recorder.violation(call, "the integration never deletes")
        raise Refusal("Você não está autorizado a excluir registros!")

    _do_DeleteRecordByKey = _do_DeleteRecord

    def _do_ReadLookupView(self, call, fault):
        self.recorder.violation(call, "ReadLookupView is not used by the integration")
        raise SoapFault("Erro ao executar readlookupview Filtro invalido")

    def _do_ExecuteWithXmlParams(self, call, fault):
        if call.subject != "EduMatriculaProcData":
            self.recorder.violation(call, f"unknown process {call.subject}")
            raise SoapFault(f"Classe não encontrada: {call.subject}")
        table, effect = self.enrolment.prepare(call)
        if fault and fault.kind == "job":
            self.postponed.append([fault.options.get("reads", 1), table, effect])
            number = self.next_number("job")
            return fault.options.get("answer", "{}").format(number)
        effect()
        return "1"

    # -- helpers -----------------------------------------------------------------------------------

    def _server(self, call):
        server = DATA_SERVERS.get(call.subject)
        if server is None:
            self.recorder.violation(call, f"unknown data server {call.subject!r}")
            raise SoapFault(f"Classe não encontrada: {call.subject}")
        return server

    def _context(self, call, server):
        """Parses `KEY=VALUE;...` and remarks what is missing; without a level the educational servers refuse."""
        context = {}
        for part in filter(None, (call.parameters.get("Contexto") or "").split(";")):
            name, sign, value = part.partition("=")
            if not sign or name in context:
                self.recorder.violation(call, f"context part {part!r} is not KEY=VALUE, once")
            context[name.strip().upper()] = value.strip()
        call.context = context
        if "CODUSUARIO" in context:
            call.users_named.append(context["CODUSUARIO"])
        missing = [name for name in server.context if not context.get(name)]
        if missing:
            self.recorder.violation(call, f"context lacks {', '.join(missing)}")
        if context.get("CODSISTEMA") and context["CODSISTEMA"] != "S":
            self.recorder.violation(call, f"context says CODSISTEMA={context['CODSISTEMA']}, not S")
        for name in ("CODCOLIGADA", "CODFILIAL", "CODTIPOCURSO"):
            if context.get(name) and not re.fullmatch(r"-?\d+", context[name]):
                self.recorder.violation(call, f"context {name}={context[name]!r} is not a number")
        if "CODFILIAL" in server.context and context.get("CODUSUARIO") not in (None, "", self.integration_user):
            self.recorder.violation(
                call, f"context acts for {context['CODUSUARIO']!r}, not for {self.integration_user!r}"
            )
        if missing and server.name.startswith("Edu") and set(missing) & {"CODTIPOCURSO", "CODCOLIGADA"}:
            raise SoapFault("Contexto inválido OU não foram configurados parâmetros para o contexto informado.")
        return context

    def _ripen(self, table):
        for job in list(self.postponed):
            if job[1] != table:
                continue
            if job[0] <= 0:
                self.postponed.remove(job)
                job[2]()
            else:
                job[0] -= 1

    def _tag(self, call, tag):
        if self.tag_case == "turning":
            return (tag, tag.upper(), tag.lower())[call.number % 3]
        return {"upper": tag.upper(), "lower": tag.lower()}.get(self.tag_case, tag)

    def _dataset(self, root, rows):
        if not rows and not self.inline_schema:
            return f"<{root} />"
        lines = [f"<{root}>"]
        if self.inline_schema:
            lines.append(
                f'  <xs:schema id="{root}" xmlns="" xmlns:xs="{SCHEMA}"><xs:element name="{root}"/></xs:schema>'
            )
        for tag, row, table in rows:
            lines.append(f"  <{tag}>")
            for column, value in row.items():
                if value is None:
                    continue
                if value == "":
                    lines.append(f'    <{column} xml:space="preserve"></{column}>')
                else:
                    lines.append(f"    <{column}>{escape(str(value))}</{column}>")
            lines.append(f"  </{tag}>")
        lines.append(f"</{root}>")
        return "\n".join(lines)

    def _read_row(self, call, server, table):
        """The one master row of a SaveRecord, typed; complementary tables may stand beside it."""
        try:
            root = ElementTree.fromstring(call.parameters.get("XML", ""))
        except ElementTree.ParseError as error:
            self.recorder.violation(call, f"XML is not well-formed: {error}")
            raise Refusal("Falha ao converver XML para Objeto DataSet") from error
        if root.tag not in (server.dataset, "NewDataSet"):
            self.recorder.violation(call, f"root {root.tag} is neither {server.dataset} nor NewDataSet")
        masters = []
        for child in root:
            name = child.tag.upper()
            if name == server.table:
                masters.append(child)
            elif name not in server.companions:
                self.recorder.violation(call, f"{child.tag} is not a table of {server.name}")
        if len(masters) != 1:
            self.recorder.violation(call, f"{len(masters)} rows of {server.table} in one SaveRecord")
            raise Refusal("There is no row at position 0")
        sent = {}
        for child in masters[0]:
            name = child.tag
            foreign = server.name == "EduAlunoData" and name in TABLES["PPESSOA"].columns
            if name not in table.columns and not foreign:
                self.recorder.violation(call, f"{server.table} has no column {name}")
                raise Refusal(f"Column '{name}' does not belong to table {server.table}.")
            if name in sent:
                self.recorder.violation(call, f"column {name} is sent twice")
            if name in table.columns:
                sent[name] = self._typed(call, table, name, child.text or "")
        return sent

    def _typed(self, call, table, name, text):
        column = table.columns[name]
        if column.kind == "int":
            if not re.fullmatch(r"-?\d+", text):
                self.recorder.violation(call, f"{table.name}.{name} is a number, {text!r} is not")
                raise Refusal("Input string was not in a correct format.")
            return int(text)
        if column.kind == "date":
            found = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?", text)
            if not found:
                self.recorder.violation(call, f"{table.name}.{name} is a date, {text!r} is not")
                raise Refusal("String was not recognized as a valid DateTime.")
            if found.group(3):
                self.recorder.violation(call, f"{table.name}.{name}={text} carries a zone, but the server has its own")
            return f"{found.group(1)}T{found.group(2) or '00:00:00'}"
        if column.size and len(text) > column.size:
            self.recorder.violation(call, f"{table.name}.{name} holds {column.size} characters, {len(text)} were sent")
            raise Refusal(
                with_trace(
                    "String or binary data would be truncated.", "The statement has been terminated.", table.name
                )
            )
        return text

    def _check_context(self, call, server, context, sent):
        company, branch = sent.get("CODCOLIGADA"), sent.get("CODFILIAL")
        is_global = server.table == "FCFO" and company == 0
        if company is not None and not is_global and str(company) != context.get("CODCOLIGADA"):
            raise Refusal("Contexto informado no XML é diferente do contexto da requisição")
        if branch is not None and str(branch) != context.get("CODFILIAL"):
            raise Refusal("Contexto informado no XML é diferente do contexto da requisição")

    def _check_required(self, table, row):
        missing = [table.columns[name].caption for name in table.required if row.get(name) in (None, "")]
        if missing:
            raise Refusal(
                "O(s) campo(s) abaixo deve(m) estar preenchido(s):\n" + "\n".join(f"- {caption}" for caption in missing)
            )

    def _check_content(self, call, table, row):
        """Habits that RM does not enforce but whose breach makes a row unusable later."""

        def digits(column, lengths):
            value = row.get(column)
            if value and not (value.isdigit() and len(value) in lengths):
                self.recorder.violation(
                    call, f"{table}.{column}={value!r} is not {' or '.join(map(str, lengths))} digits"
                )

        if table == "FCFO":
            digits("CGCCFO", (11, 14))
            wanted = {11: "F", 14: "J"}.get(len(row.get("CGCCFO") or ""))
            if wanted and row.get("PESSOAFISOUJUR") != wanted:
                self.recorder.violation(
                    call,
                    f"FCFO.PESSOAFISOUJUR={row.get('PESSOAFISOUJUR')} for a document of {len(row['CGCCFO'])} digits",
                )
            if row.get("PAGREC") not in (1, 2, 3) or row.get("ATIVO") not in (0, 1):
                self.recorder.violation(call, f"FCFO.PAGREC={row.get('PAGREC')} ATIVO={row.get('ATIVO')}")
        if table == "PPESSOA":
            digits("CPF", (11,))
            digits("CEP", (8,))
            if row.get("SEXO") not in (None, "", "M", "F"):
                self.recorder.violation(call, f"PPESSOA.SEXO={row['SEXO']!r}")
        if table == "SCONTRATO" and (row.get("TIPOCONTRATO") not in ("P", "S") or row.get("STATUS") not in ("N", "S")):
            self.recorder.violation(
                call, f"SCONTRATO.TIPOCONTRATO={row.get('TIPOCONTRATO')} STATUS={row.get('STATUS')}"
            )

    def _check_links(self, table, row):
        def need(other, *key):
            if tuple(key) not in self.tables[other]:
                raise Refusal(foreign_key_text(table, other))

        company = row.get("CODCOLIGADA")
        if table == "SALUNO":
            need("PPESSOA", row["CODPESSOA"])
            need("STIPOCURSO", company, row["CODTIPOCURSO"])
            if row.get("CODCFO"):
                need("FCFO", row.get("CODCOLCFO"), row["CODCFO"])
        if table in ("SHABILITACAOALUNO", "SCONTRATO"):
            need("SALUNO", company, row["RA"])
        if table == "SHABILITACAOALUNO":
            need("SHABILITACAOFILIAL", company, row["IDHABILITACAOFILIAL"])
            need("SSTATUS", company, row["CODSTATUS"])
            matrix = self.tables["SHABILITACAOFILIAL"][(company, row["IDHABILITACAOFILIAL"])]
            if any(
                row[name] != matrix[name]
                for name in ("CODCURSO", "CODHABILITACAO", "CODGRADE", "CODFILIAL", "CODTURNO")
            ):
                raise Refusal(foreign_key_text(table, "SHABILITACAOFILIAL"))
        if table == "SCONTRATO":
            need("SPLETIVO", company, row["IDPERLET"])
            terms = [
                key
                for key in self.tables["SMATRICPL"] if key[0] == company and key[1] == row["IDPERLET"] and key[
                    3
                ] == row["RA"]
            ]
            if not terms:
                raise Refusal(foreign_key_text(table, "SMATRICPL"))
            if row.get("CODPLANOPGTO"):
                need("SPLANOPGTO", company, row["IDPERLET"], row["CODPLANOPGTO"])
