# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The stand-in must be trusted before the program is judged by it: it accepts what is right and marks what is wrong."""

import base64
import http.client
import json
import unittest
import xml.etree.ElementTree as ElementTree
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from double import Outside
from double.process_document import ARRAYS, BASE, DERIVED, INSTANCE, SCHEMA
from double.seed import Offer
from double.where import Where, WhereError
from double.schema import TABLES

CONTEXT = "CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=S;CODUSUARIO=lojaclick"
OFFER = Offer(3)
RESULT = "{http://www.totvs.com/}"


def basic(user, password):
    return "Basic " + base64.b64encode(f"{user}:{password}".encode("utf-8")).decode("ascii")


def request(url, method, path, body=b"", headers=None):
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=10)
    try:
        connection.request(method, address.path + path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def typed(kind, name, text):
    return f'<{name} xmlns:q="{SCHEMA}" i:type="q:{kind}">{escape(text)}</{name}>'


def process(
    term,
    subject=None,
    key=("3", "24", "RA"),
    names=("CODCOLIGADA", "IDHABILITACAOFILIAL", "RA"),
    table="SHabilitacaoAluno",
    matricular="Nao",
    context=None,
    user="lojaclick",
):
    """A reduced, well-ordered EduMatriculaParamsProc."""
    pairs = context or {
        "$CODCOLIGADA": "3", "$CODFILIAL": "3016", "$CODTIPOCURSO": "1", "$CODSISTEMA": "S", "$CODUSUARIO": user
    }
    kinds = {"$CODSISTEMA": "string", "$CODUSUARIO": "string"}
    params = "".join(
        f"<b:KeyValueOfanyTypeanyType>{typed('string', 'b:Key', name)}{typed(kinds.get(name, 'int'), 'b:Value', value)}"
        "</b:KeyValueOfanyTypeanyType>"
        for name, value in pairs.items()
    )
    key_kinds = {"CODCOLIGADA": "short", "RA": "string"}
    values = "".join(typed(key_kinds.get(name, "int"), "k:anyType", value) for name, value in zip(names, key))
    inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in term.items() if name != "Disciplinas")
    if subject:
        block = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in subject.items())
        block = f"<Disciplinas><EduMatriculaDiscParams>{block}</EduMatriculaDiscParams></Disciplinas>"
        parts = sorted(
            [(name, f"<{name}>{escape(value)}</{name}>") for name, value in term.items()] + [("Disciplinas", block)]
        )
        inner = "".join(text for _, text in parts)
    return (
        '<?xml version="1.0" encoding="utf-16"?>'
        f'<EduMatriculaParamsProc z:Id="i1" xmlns="{DERIVED}" xmlns:i="{INSTANCE}"'
        ' xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/">'
        f'<Context z:Id="i2" xmlns="{BASE}" xmlns:a="{DERIVED}"><a:_params xmlns:b="{ARRAYS}">{params}</a:_params>'
        "<a:Environment>DotNet</a:Environment></Context>"
        f'<PrimaryKeyList xmlns="{BASE}" xmlns:k="{ARRAYS}"><k:ArrayOfanyType>{values}</k:ArrayOfanyType>'
        "</PrimaryKeyList>"
        f'<PrimaryKeyNames xmlns="{BASE}" xmlns:k="{ARRAYS}">'
        + "".join(f"<k:string>{name}</k:string>" for name in names)
        + f'</PrimaryKeyNames><PrimaryKeyTableName xmlns="{BASE}">{table}</PrimaryKeyTableName>'
        f'<CadastrarDisciplinas>true</CadastrarDisciplinas><MatricPLParams z:Id="i3">{inner}</MatricPLParams>'
        f"<MatricularDisc>{matricular}</MatricularDisc></EduMatriculaParamsProc>"
    )


TERM = {
    "CadastrarContrato": "false",
    "CodColigada": "3",
    "CodFilial": "3016",
    "CodPlanoPgto": "PL12",
    "CodStatus": "10",
    "CodTipoCurso": "1",
    "CodTipoMat": "1",
    "CodTurma": OFFER.class_code,
    "CodUsuario": "lojaclick",
    "DataMatricula": "2026-11-20T00:00:00",
    "DiaFixo": "Nao",
    "GerarLancamento": "Nao",
    "IdHabilitacaoFilial": "24",
    "IdPerLet": "77",
    "Periodo": "1",
    "TipoOperacao": "Inclusao",
}


class DoubleCase(unittest.TestCase):
    def setUp(self):
        self.world = self.enterContext(Outside())

    def post(self, path, action, body, **headers):
        sent = {
            "Content-Type": "text/xml; charset=utf-8",
            "SOAPAction": action,
            "Authorization": basic(self.world.rm.user, self.world.rm.password),
        }
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        return request(
            self.world.rm_url, "POST", path, body.encode("utf-8"), {n: v for n, v in sent.items() if v is not None}
        )

    def soap(self, operation, parameters, port="IwsDataServer", service="wsDataServer", **headers):
        children = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in parameters)
        body = (
            '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
            f'<{operation} xmlns="http://www.totvs.com/">{children}</{operation}></s:Body></s:Envelope>'
        )
        action = headers.pop("action", f'"http://www.totvs.com/{port}/{operation}"')
        status, answer = self.post(f"/{service}/{port}", action, body, **headers)
        if not answer.startswith(b"<s:Envelope"):
            return status, answer.decode("utf-8")
        root = ElementTree.fromstring(answer)
        fault = root.find(".//faultstring")
        if fault is not None:
            return status, "Fault: " + fault.text
        return status, root.find(f".//{RESULT}{operation}Result").text or ""

    def view(self, server, where, context=CONTEXT):
        return self.soap("ReadView", [("DataServerName", server), ("Filtro", where), ("Contexto", context)])

    def save(self, server, xml, context=CONTEXT):
        return self.soap("SaveRecord", [("DataServerName", server), ("XML", xml), ("Contexto", context)])[1]

    def run_process(self, document):
        return self.soap(
            "ExecuteWithXmlParams",
            [("ProcessServerName", "EduMatriculaProcData"), ("strXmlParams", document)],
            "IwsProcess",
            "wsProcess",
        )[1]

    def new_student(self):
        person = self.save(
            "RhuPessoaData",
            "<RhuPessoa><PPessoa><CODIGO>0</CODIGO><NOME>Ana</NOME><DTNASCIMENTO>2001-05-17</DTNASCIMENTO>"
            "<ESTADONATAL>PR</ESTADONATAL><NATURALIDADE>Curitiba</NATURALIDADE><CPF>39053344705</CPF>"
            "</PPessoa></RhuPessoa>",
        )
        student = self.save(
            "EduAlunoData",
            f"<EduAluno><SAluno><CODCOLIGADA>3</CODCOLIGADA><RA>0</RA><CODPESSOA>{person}</CODPESSOA>"
            "<CODTIPOCURSO>1</CODTIPOCURSO></SAluno></EduAluno>",
        )
        return student.split(";")[1]

    def enrol_course(self, student):
        return self.save(
            "EduHabilitacaoAlunoData",
            "<EduHabilitacaoAluno><SHabilitacaoAluno><CODCOLIGADA>3</CODCOLIGADA>"
            f"<IDHABILITACAOFILIAL>24</IDHABILITACAOFILIAL><RA>{student}</RA><CODCURSO>MEC</CODCURSO><CODHABILITACAO>1"
            "</CODHABILITACAO><CODGRADE>2026</CODGRADE><CODFILIAL>3016</CODFILIAL><CODTURNO>3</CODTURNO>"
            "<CODSTATUS>10</CODSTATUS>"
            "</SHabilitacaoAluno></EduHabilitacaoAluno>",
        )

    def enrol_term(self, student, **changes):
        term = dict(sorted({**TERM, "RA": student, **changes}.items()))
        return self.run_process(process(term, key=("3", "24", student)))

    def subject(self, student, identifier, **changes):
        return dict(
            sorted(
                {
                    "CodColigada": "3",
                    "CodFilial": "3016",
                    "CodStatus": "10",
                    "CodTipoCurso": "1",
                    "CodUsuario": "lojaclick",
                    "DataMatricula": "2026-11-20T00:00:00",
                    "IdHabilitacaoFilial": "24",
                    "IdPerLet": "77",
                    "IdTurmaDisc": str(identifier),
                    "RA": student,
                    "TipoDisciplina": "Normal",
                    "TipoMat": "1",
                    **changes,
                }.items()
            )
        )

    def enrol_subject(self, student, identifier, matricular="Sim", **changes):
        return self.run_process(
            process(
                dict(sorted({**TERM, "RA": student}.items())),
                self.subject(student, identifier, **changes),
                key=("3", "77", "24", student),
                names=("CODCOLIGADA", "IDPERLET", "IDHABILITACAOFILIAL", "RA"),
                table="SMatricPL",
                matricular=matricular,
            )
        )

    def assertMarked(self, text):
        found = self.world.violations()
        self.assertTrue(any(text in line for line in found), f"{text!r} is not among {found}")

    def assertUnmarked(self):
        self.assertEqual([], self.world.violations())


class TheDoor(DoubleCase):
    def test_credentials(self):
        self.assertEqual(401, self.soap("AutenticaAcesso", [], "IwsBase", Authorization=None)[0])
        self.assertMarked("no Basic credentials")
        self.assertEqual(401, self.soap("AutenticaAcesso", [], "IwsBase", Authorization=basic("integracao", "x"))[0])

    def test_both_encodings_of_an_accented_password(self):
        self.assertEqual((200, "1"), self.soap("AutenticaAcesso", [], "IwsBase"))
        latin = base64.b64encode(f"{self.world.rm.user}:{self.world.rm.password}".encode("iso-8859-1")).decode()
        self.assertEqual((200, "1"), self.soap("AutenticaAcesso", [], "IwsBase", Authorization="Basic " + latin))
        self.assertUnmarked()

    def test_six_wrong_passwords_lock(self):
        for _ in range(6):
            self.soap("AutenticaAcesso", [], "IwsBase", Authorization=basic("integracao", "x"))
        self.assertEqual(401, self.soap("AutenticaAcesso", [], "IwsBase")[0])
        self.assertMarked("locked")

    def test_soap_action(self):
        for action in (None, '"ReadView"', "IwsDataServer/ReadView"):
            self.assertEqual((202, ""), self.soap("ReadView", [], action=action))
        self.assertEqual(3, len(self.world.violations()))
        self.assertEqual(500, self.soap("ReadView", [], action='"http://www.totvs.com/IwsProcess/ReadView"')[0])
        self.soap("AutenticaAcesso", [], "IwsBase", action="http://www.totvs.com/IwsBase/AutenticaAcesso")
        self.assertMarked("not a quoted string")

    def test_mex_takes_no_post(self):
        self.assertEqual(404, self.post("/wsDataServer/MEX", '"x"', "")[0])

    def test_order_of_parameters(self):
        status, text = self.soap(
            "ReadView",
            [("Filtro", "SSTATUS.CODCOLIGADA=3"), ("DataServerName", "EduStatusData"), ("Contexto", CONTEXT)],
        )
        self.assertEqual((500, "Fault: Classe não encontrada: "), (status, text))
        self.assertMarked("DataServerName is out of order")

    def test_content_type_and_broken_xml(self):
        self.assertEqual(415, self.soap("AutenticaAcesso", [], "IwsBase", Content_Type="application/soap+xml")[0])
        self.assertEqual(
            400, self.post("/wsDataServer/IwsBase", '"http://www.totvs.com/IwsBase/AutenticaAcesso"', "<x")[0]
        )

    def test_a_stopped_system_refuses_and_comes_back_at_its_port(self):
        before = self.world.erp_url
        self.world.stop("erp")
        with self.assertRaises(ConnectionRefusedError):
            request(before, "GET", "/health")
        self.world.start("erp")
        self.assertEqual(before, self.world.erp_url)
        self.assertEqual(
            200,
            request(
                before, "GET", "/health", headers={"Authorization": basic(self.world.erp.user, self.world.erp.password)}
            )[0],
        )


class TheViews(DoubleCase):
    def test_rows_are_escaped_text(self):
        status, text = self.view("EduStatusData", "SSTATUS.CODCOLIGADA=3 AND SSTATUS.CODSTATUS IN (10,11)")
        rows = list(ElementTree.fromstring(text))
        self.assertEqual((200, ["10", "11"]), (status, [row.findtext("CODSTATUS") for row in rows]))
        self.assertIn(b"&#xD;", self.world.calls()[-1].answer)
        self.assertIn(b"&lt;NewDataSet&gt;", self.world.calls()[-1].answer)
        self.assertUnmarked()

    def test_other_spellings(self):
        self.world.rm.cdata = True
        self.world.rm.inline_schema = True
        self.world.rm.tag_case = "upper"
        _, text = self.view("EduStatusData", "SSTATUS.CODCOLIGADA=3 AND SSTATUS.CODSTATUS=10")
        self.assertIn(b"<![CDATA[", self.world.calls()[-1].answer)
        root = ElementTree.fromstring(text)
        self.assertTrue(root[0].tag.endswith("schema"))
        self.assertEqual("SSTATUS", root[1].tag)

    def test_level_hides_the_others(self):
        _, text = self.view("EduStatusData", "SSTATUS.CODCOLIGADA=3")
        self.assertNotIn("<CODSTATUS>20", text)
        self.assertIn("<CODSTATUS>12", text)

    def test_empty_answers(self):
        self.assertEqual((200, "<NewDataSet />"), self.view("RhuPessoaData", "PPESSOA.CPF='39053344705'"))
        self.assertEqual(
            (200, "<EduAluno />"),
            self.soap("ReadRecord", [("DataServerName", "EduAlunoData"), ("PrimaryKey", "3;9"), ("Contexto", CONTEXT)]),
        )
        self.assertUnmarked()

    def test_bad_filters_are_faults(self):
        for where, said in (
            ("", "Filtro invalido"),
            ("CODCOLIGADA=3", "Ambiguous column name"),
            ("SMATRICPL.CODCOLIGADA=3", "could not be bound"),
            ("SSTATUS.NADA=3", "Invalid column name"),
            ("SSTATUS.CODCOLIGADA='x'", "Conversion failed"),
            ("SSTATUS.DESCRICAO=3", "Conversion failed"),
            ("SSTATUS.CODCOLIGADA=", "Incorrect syntax"),
        ):
            status, text = self.view("EduStatusData", where)
            self.assertEqual(500, status)
            self.assertIn(said, text)
        self.assertEqual(7, len(self.world.violations()))

    def test_missing_context(self):
        for context, said in (
            ("CODCOLIGADA=3;CODFILIAL=3016;CODSISTEMA=S;CODUSUARIO=lojaclick", "lacks CODTIPOCURSO"),
            ("CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODUSUARIO=lojaclick", "lacks CODSISTEMA"),
            ("CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=F;CODUSUARIO=lojaclick", "CODSISTEMA=F"),
            ("CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=S", "lacks CODUSUARIO"),
            ("CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=S;CODUSUARIO=mestre", "acts for 'mestre'"),
        ):
            self.view("EduTurmaData", "STURMA.CODCOLIGADA=3", context)
            self.assertMarked(said)


class Filters(unittest.TestCase):
    def test_language(self):
        columns = TABLES["STURMA"].columns
        row = {"CODCOLIGADA": 3, "CODTURMA": "D'ÁVILA", "IDPERLET": 77, "NOME": None}
        for text, expected in (
            ("STURMA.CODCOLIGADA=3 AND STURMA.CODTURMA='D''Ávila'", True),
            ("sturma.codcoligada = 3 and ( STURMA.IDPERLET = 1 or STURMA.IDPERLET = 77 )", True),
            ("STURMA.IDPERLET IN (1, 77)", True),
            ("STURMA.IDPERLET NOT IN (1, 77)", False),
            ("NOT (STURMA.IDPERLET <> 77)", True),
            ("STURMA.NOME IS NULL AND STURMA.CODTURMA IS NOT NULL", True),
            ("STURMA.CODTURMA LIKE 'D%'", True),
            ("STURMA.IDPERLET >= 78", False),
            ("1=1", True),
        ):
            self.assertEqual(expected, Where(text, "STURMA", columns)(row), text)
        with self.assertRaises(WhereError):
            Where("STURMA.CODTURMA='D'Ávila'", "STURMA", columns)


class TheRecords(DoubleCase):
    def test_numbers_and_links(self):
        guardian = self.save(
            "FinCFODataBR",
            "<FinCFOBR><FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>0</CODCFO><NOME>Ana &amp; D'Ávila &lt;x&gt;</NOME>"
            "<NOMEFANTASIA>Ana</NOMEFANTASIA><PAGREC>1</PAGREC><ATIVO>1</ATIVO><PESSOAFISOUJUR>F</PESSOAFISOUJUR>"
            "<CGCCFO>39053344705</CGCCFO><IDCFO>0</IDCFO></FCFO></FinCFOBR>",
        )
        self.assertEqual("3;000123", guardian)
        self.assertEqual("Ana & D'Ávila <x>", self.world.rm.rows("FCFO")[0]["NOME"])
        _, text = self.view("FinCFODataBR", "FCFO.CGCCFO='39053344705'")
        self.assertEqual("Ana & D'Ávila <x>", ElementTree.fromstring(text)[0].findtext("NOME"))
        self.assertEqual("00878180", self.new_student())
        self.assertUnmarked()

    def test_refusals_inside_a_200(self):
        self.assertIn(
            "preenchido(s):\n- Data de nascimento",
            self.save(
                "RhuPessoaData", "<RhuPessoa><PPessoa><CODIGO>0</CODIGO><NOME>A</NOME></PPessoa></RhuPessoa>"
            ).replace("\r", ""),
        )
        text = self.save(
            "EduAlunoData",
            "<EduAluno><SAluno><CODCOLIGADA>3</CODCOLIGADA><RA>0</RA><CODPESSOA>1</CODPESSOA><CODTIPOCURSO>1"
            "</CODTIPOCURSO></SAluno></EduAluno>",
        )
        self.assertTrue(text.startswith("Violação de chave estrangeira"))
        self.assertIn("=" * 39, text)
        self.assertIn(
            "diferente do contexto",
            self.save("EduAlunoData", "<EduAluno><SAluno><CODCOLIGADA>2</CODCOLIGADA><RA>0</RA></SAluno></EduAluno>"),
        )
        self.assertUnmarked()
        self.assertIn("não está autorizado", self.save("EduMatricPLData", "<EduMatricPL/>"))
        self.assertIn(
            "does not belong", self.save("RhuPessoaData", "<RhuPessoa><PPessoa><XPTO>1</XPTO></PPessoa></RhuPessoa>")
        )
        self.assertIn(
            "truncated",
            self.save("RhuPessoaData", "<RhuPessoa><PPessoa><CPF>390.533.447-05</CPF></PPessoa></RhuPessoa>"),
        )
        self.assertIn("converver", self.save("RhuPessoaData", "<RhuPessoa><PPessoa>"))

    def test_an_update_that_forgets_columns_is_marked(self):
        self.new_student()
        self.save(
            "RhuPessoaData",
            "<RhuPessoa><PPessoa><CODIGO>26620</CODIGO><NOME>B</NOME><DTNASCIMENTO>2001-05-17</DTNASCIMENTO>"
            "<ESTADONATAL>PR</ESTADONATAL><NATURALIDADE>C</NATURALIDADE></PPessoa></RhuPessoa>",
        )
        self.assertMarked("leaves out columns that hold values: CPF")


class TheProcess(DoubleCase):
    def test_term_subjects_and_status(self):
        student = self.new_student()
        self.assertEqual(f"3;24;{student}", self.enrol_course(student))
        self.assertEqual("1", self.enrol_term(student))
        first, *_ = OFFER.subject_ids(OFFER.class_code)
        self.assertEqual("1", self.enrol_subject(student, first))
        self.assertEqual("O aluno já está cursando a disciplina", self.enrol_subject(student, first))
        self.assertEqual(
            "1",
            self.run_process(
                process(
                    dict(sorted({**TERM, "RA": student, "MudancaStatus": "true", "CodStatusNovo": "11"}.items())),
                    key=("3", "24", student),
                )
            ),
        )
        self.assertEqual([10, 11], [status for _, status in self.world.status_history()])
        self.assertEqual(1, len(self.world.rm.rows("SMATRICULA")))
        self.assertUnmarked()

    def test_a_subject_without_matricular_disc_changes_nothing(self):
        student = self.new_student()
        self.enrol_course(student)
        self.enrol_term(student)
        self.assertEqual("1", self.enrol_subject(student, OFFER.subject_ids(OFFER.class_code)[0], matricular="Nao"))
        self.assertEqual([], self.world.rm.rows("SMATRICULA"))
        self.assertMarked("MatricularDisc is Nao")

    def test_members_out_of_order_are_lost(self):
        student = self.new_student()
        self.enrol_course(student)
        term = {"RA": student, **TERM}
        self.run_process(process(term, key=("3", "24", student)))
        self.assertMarked("MatricPLParams/CodColigada is out of order")
        self.assertEqual([], self.world.rm.rows("SMATRICPL"))

    def test_wrong_documents(self):
        student = self.new_student()
        self.enrol_course(student)
        term = dict(sorted({**TERM, "RA": student}.items()))
        good = process(term, key=("3", "24", student))
        for changed, said in (
            (good.replace('i:type="q:short"', 'i:type="q:int"'), "not an anyType of type short"),
            (good.replace(">SHabilitacaoAluno<", ">SMatricPL<"), "PrimaryKeyTableName is SMatricPL"),
            (good.replace("<CodUsuario>lojaclick", "<CodUsuario>mestre"), "acts for 'mestre'"),
            (good.replace(">$CODSISTEMA<", ">$CODSISTEM<"), "lacks $CODSISTEMA"),
            (good.replace("<DiaFixo>Nao", "<DiaFixo>false"), "DiaFixo='false'"),
            (good.replace("<a:Environment>DotNet</a:Environment>", ""), "Context must hold"),
            (good.replace("<CadastrarContrato>false", "<CadastrarContrato>true"), "CadastrarContrato must be false"),
            (good.replace("2026-11-20T00:00:00", "20/11/2026"), "not an xs:dateTime"),
            (good.replace("<Periodo>1</Periodo>", ""), "lacks Periodo"),
            (
                good.replace("<Periodo>1</Periodo>", "<Periodo>1</Periodo><Qualquer>1</Qualquer>"),
                "Qualquer of namespace",
            ),
            (good.replace('xmlns="http://www.totvs.com.br/RM/" xmlns:i', 'xmlns="urn:x" xmlns:i'), "Expecting element"),
        ):
            self.assertNotEqual(good, changed, said)
            self.run_process(changed)
            self.assertMarked(said)

    def test_a_plan_that_does_not_exist(self):
        student = self.new_student()
        self.enrol_course(student)
        self.assertIn("SPLANOPGTO", self.enrol_term(student, CodPlanoPgto="PL99"))
        self.assertUnmarked()

    def test_job_number_first_row_later(self):
        student = self.new_student()
        self.enrol_course(student)
        self.world.fail("rm", "ExecuteWithXmlParams", "job", times=1, reads=1)
        self.assertTrue(self.enrol_term(student).isdigit())
        where = f"SMATRICPL.CODCOLIGADA=3 AND SMATRICPL.RA='{student}'"
        self.assertEqual("<NewDataSet />", self.view("EduMatricPLData", where)[1])
        self.assertIn("<CODSTATUS>10", self.view("EduMatricPLData", where)[1])

    def test_contract_needs_its_term(self):
        student = self.new_student()
        xml = (
            f"<EduContrato><SContrato><CODCOLIGADA>3</CODCOLIGADA><RA>{student}</RA><IDPERLET>77</IDPERLET>"
            "<CODCONTRATO>LC1</CODCONTRATO>"
            "<DTCONTRATO>2026-11-20T14:03:22</DTCONTRATO><TIPOCONTRATO>P</TIPOCONTRATO><STATUS>N</STATUS>"
            "</SContrato></EduContrato>"
        )
        self.assertIn("SMATRICPL", self.save("EduContratoData", xml))
        self.enrol_course(student)
        self.enrol_term(student)
        self.assertEqual(f"3;{student};77;LC1", self.save("EduContratoData", xml))
        self.assertUnmarked()


class TheErpAndTheBroker(DoubleCase):
    CONTRACT = {
        "codColigada": 3,
        "codFilial": 3016,
        "ra": "00878180",
        "idPreContrato": "LCabc",
        "codCfo": "000123",
        "idVenda": "V1",
        "valorTotal": "1500.00",
        "quantidadeParcelas": 12,
        "diaVencimento": 10,
        "formaPagamento": "CARTAO",
    }
    NOTICE = {
        "IdUnico": "V1",
        "CodColigada": 3,
        "Ra": "00878180",
        "IdPreContrato": "LCabc",
        "CodStatus": "11",
        "Situacao": "Matriculado",
        "NumeroContrato": "CT-000001",
        "DataEfetivacao": "2026-11-22T10:00:00Z",
    }

    def activate(self, body=None, key="3-LCabc", **headers):
        sent = {
            "Authorization": basic(self.world.erp.user, self.world.erp.password),
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        }
        status, answer = request(
            self.world.erp_url, "POST", "/contratos/efetivacao", json.dumps(body or self.CONTRACT), {**sent, **headers}
        )
        return status, json.loads(answer)

    def ask(self):
        return json.loads(request(self.world.erp_url, "GET", "/contratos?codColigada=3&idPreContrato=LCabc",
                                  headers={"Authorization": basic(self.world.erp.user, self.world.erp.password)})[1])

    def notify(self, body=None, key="3-V1", token=None):
        return request(
            self.world.broker_url,
            "POST",
            "/matriculas/confirmacao",
            json.dumps(body or self.NOTICE),
            {
                "Authorization": f"Bearer {token or self.world.broker.token}",
                "Content-Type": "application/json",
                "Idempotency-Key": key,
            },
        )[0]

    def test_one_contract_when_it_deduplicates(self):
        self.assertEqual({"hasNext": False, "items": []}, self.ask())
        self.assertEqual(201, self.activate()[0])
        status, again = self.activate()
        self.assertEqual((409, "CT-000001"), (status, again["numeroContrato"]))
        self.assertEqual([{"numeroContrato": "CT-000001", "situacao": "EFETIVADO"}], self.ask()["items"])
        self.assertUnmarked()

    def test_two_contracts_when_it_trusts_its_callers(self):
        self.world.erp.deduplicate = False
        self.activate()
        self.assertEqual(201, self.activate()[0])
        self.assertEqual(2, len(self.ask()["items"]))

    def test_wrong_bodies_are_marked(self):
        self.assertEqual(400, self.activate({**self.CONTRACT, "codColigada": "3"})[0])
        self.assertMarked("codColigada is '3'")
        self.assertEqual(400, self.activate({k: v for k, v in self.CONTRACT.items() if k != "ra"})[0])
        self.activate({**self.CONTRACT, "valorTotal": 1500.001})
        self.assertMarked("money has two decimals")
        self.activate(key="LCabc")
        self.assertMarked("Idempotency-Key")
        self.assertEqual(401, self.activate(Authorization="Basic eDp5")[0])

    def test_notices(self):
        self.assertEqual(200, self.notify())
        self.assertEqual(200, self.notify())
        self.assertEqual(1, len(self.world.broker.notices))
        self.assertUnmarked()
        self.assertEqual(401, self.notify(token="x"))
        self.assertEqual(400, self.notify({**self.NOTICE, "Ra": 1}))
        self.notify({**self.NOTICE, "NumeroContrato": "CT-2"})
        self.assertMarked("another content")

    def test_faults(self):
        self.world.fail("erp", "efetivacao", "refuse", times=1)
        self.assertEqual((422, "Cliente sem crédito"), (lambda s, b: (s, b["message"]))(*self.activate()))
        self.world.fail("erp", "efetivacao", "drop", times=1)
        with self.assertRaises(http.client.RemoteDisconnected):
            self.activate()
        self.assertEqual([], self.world.erp.contracts)
        self.world.fail("erp", "efetivacao", "lose", times=1)
        with self.assertRaises(http.client.RemoteDisconnected):
            self.activate()
        self.assertEqual(1, len(self.world.erp.contracts))
        self.world.fail("erp", "efetivacao", "truncate", times=1)
        with self.assertRaises(http.client.IncompleteRead):
            self.activate()
        self.world.fail("broker", "confirmacao", "status", times=2, status=500)
        self.assertEqual([500, 500, 200], [self.notify() for _ in range(3)])
        self.world.fail("rm", "AutenticaAcesso", "text", times=1, text="Excedeu o número de licenças")
        self.assertEqual("Excedeu o número de licenças", self.soap("AutenticaAcesso", [], "IwsBase")[1])
        self.world.fail("rm", "AutenticaAcesso", "fault", times=1, text="x", status=200)
        self.assertEqual((200, "Fault: x"), self.soap("AutenticaAcesso", [], "IwsBase"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
