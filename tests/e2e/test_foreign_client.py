# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The stand-in RM of ponte-sandbox, judged by zeep: a SOAP client that was written for other servers."""

import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

import requests
import zeep
from lxml import etree
from requests.adapters import BaseAdapter, HTTPAdapter
from requests.auth import HTTPBasicAuth
from zeep.exceptions import Fault, TransportError

from harness import binary_folder, cpf, free_port

SPACE = "{http://www.totvs.com/}"
CONTEXT = "CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=S;CODUSUARIO=lojaclick"
XSD = "{http://www.w3.org/2001/XMLSchema}"
CAPTION = "{urn:schemas-microsoft-com:xml-msdata}Caption"
NAME = "Conceição D'Ávila & Irmãos <matriz> \"B\""


class Outside(BaseAdapter):
    """Whatever is not the sandbox's own address must never be asked for."""

    def send(self, request, **_):
        raise AssertionError(f"zeep asked for {request.url}")

    def close(self):
        """Nothing was opened."""


def session_of(address, user=None, password=None):
    session = requests.Session()
    session.trust_env = False
    session.mount("http://", Outside())
    session.mount("https://", Outside())
    session.mount(address + "/", HTTPAdapter())
    session.statuses = []
    session.hooks["response"].append(lambda answer, **_: session.statuses.append(answer.status_code))
    if user:
        session.auth = HTTPBasicAuth(user, password)
    return session


def record(root, table, **columns):
    """The XML of a row, in the order in which the columns are given."""
    document = etree.Element(root)
    row = etree.SubElement(document, table)
    for name, value in columns.items():
        etree.SubElement(row, name).text = str(value)
    return etree.tostring(document, encoding="unicode")


def person(number, **columns):
    values = {
        "CODIGO": 0, "NOME": NAME, "DTNASCIMENTO": "2001-05-17T00:00:00", "ESTADONATAL": "PR",
        "NATURALIDADE": "Curitiba", "CEP": "80530902", "CPF": cpf(number), **columns,
    }
    return record("RhuPessoa", "PPessoa", **{name: value for name, value in values.items() if value is not None})


def guardian(number):
    return record(
        "FinCFOBR", "FCFO", CODCOLIGADA=3, CODCFO=0, NOME=NAME, NOMEFANTASIA=NAME, PAGREC=1, ATIVO=1,
        PESSOAFISOUJUR="F", CGCCFO=cpf(number), IDCFO=0,
    )


class ForeignClient(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        host = f"127.0.0.1:{free_port()}"
        cls.address = f"http://{host}"
        cls.sandbox = subprocess.Popen(
            [str(binary_folder() / "ponte-sandbox"), "serve", "--listen", host],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
        )
        cls.addClassCleanup(cls.stop)
        ready = cls.sandbox.stdout.readline()
        if cls.address not in ready:
            raise AssertionError(f"the sandbox said {ready!r}")
        cls.session = session_of(cls.address, "integracao", "sandbox")
        cls.addClassCleanup(cls.session.close)
        cls.client = cls.load("wsDataServer", cls.session)
        cls.server = cls.client.bind("wsDataServer", "RM_IwsDataServer")

    @classmethod
    def stop(cls):
        cls.sandbox.terminate()
        cls.sandbox.wait(30)
        cls.sandbox.stdout.close()

    def anonymous(self):
        session = session_of(self.address)
        self.addCleanup(session.close)
        return session

    @classmethod
    def load(cls, service, session):
        return zeep.Client(f"{cls.address}/{service}/MEX?wsdl", transport=zeep.Transport(session=session))

    def fault(self, call, *arguments):
        """The text of the Fault, which must come with HTTP status 500."""
        with self.assertRaises(Fault) as caught:
            call(*arguments)
        self.assertEqual(500, self.session.statuses[-1])
        self.assertEqual("s:Client", caught.exception.code)
        return caught.exception.message

    def view(self, server, text):
        return ElementTree.fromstring(self.server.ReadView(server, text, CONTEXT))

    def record(self, server, key):
        return ElementTree.fromstring(self.server.ReadRecord(server, key, CONTEXT))

    def save(self, server, xml):
        answer = self.server.SaveRecord(server, xml, CONTEXT)
        self.assertEqual(200, self.session.statuses[-1])
        return answer

    # the description

    def test_wsdl_without_credentials(self):
        session = self.anonymous()
        for service, contract in (
            ("wsDataServer", "IwsDataServer"), ("wsConsultaSQL", "IwsConsultaSQL"), ("wsProcess", "IwsProcess"),
        ):
            with self.subTest(service):
                description = self.load(service, session).wsdl
                ports = description.services[service].ports
                self.assertEqual({"RM_IRMSServer", "RM_IwsBase", f"RM_{contract}"}, set(ports))
                address = ports[f"RM_{contract}"].binding_options["address"]
                self.assertEqual(f"{self.address}/{service}/{contract}", address)
                for port in ports.values():
                    for operation in port.binding._operations.values():  # pylint: disable=protected-access
                        self.assertRegex(operation.soapaction, rf"^http://www\.totvs\.com/I\w+/{operation.name}$")
                self.assertIn("AutenticaAcesso", ports["RM_IwsBase"].binding._operations)
                self.assertNotIn("AutenticaAcesso", ports[f"RM_{contract}"].binding._operations)

    def test_wsdl_keeps_the_order_of_elements(self):
        for operation, parameters in {
            "GetSchema": ["DataServerName", "Contexto"],
            "IsValidDataServer": ["DataServerName"],
            "ReadView": ["DataServerName", "Filtro", "Contexto"],
            "ReadRecord": ["DataServerName", "PrimaryKey", "Contexto"],
            "SaveRecord": ["DataServerName", "XML", "Contexto"],
            "DeleteRecordByKey": ["DataServerName", "PrimaryKey", "Contexto"],
            "ReadLookupView": ["DataServerName", "Filtro", "Contexto", "OwnerData"],
            "ReadViewEmail": ["DataServerName", "Filtro", "Contexto", "EmailUsuarioContexto"],
        }.items():
            elements = self.client.get_element(SPACE + operation).type.elements
            self.assertEqual(parameters, [name for name, _ in elements], operation)
            self.assertTrue(all(element.is_optional and element.nillable for _, element in elements), operation)

    def test_imported_schemas_are_schemas(self):
        session = self.anonymous()
        for service in ("wsDataServer", "wsConsultaSQL", "wsProcess"):
            wsdl = etree.fromstring(session.get(f"{self.address}/{service}/MEX?wsdl").content)
            imports = list(wsdl.iter(XSD + "import"))
            self.assertEqual(4, len(imports))
            for entry in imports:
                schema = etree.fromstring(session.get(entry.get("schemaLocation")).content)
                self.assertEqual(entry.get("namespace"), schema.get("targetNamespace"))
                etree.XMLSchema(schema)

    # credentials

    def test_authenticates_at_the_base_port(self):
        self.assertEqual("1", self.client.bind("wsDataServer", "RM_IwsBase").AutenticaAcesso())

    def test_wrong_password(self):
        session = session_of(self.address, "integracao", "errada")
        self.addCleanup(session.close)
        client = self.load("wsDataServer", session)
        for call in (
            client.bind("wsDataServer", "RM_IwsBase").AutenticaAcesso,
            lambda: client.bind("wsDataServer", "RM_IwsDataServer").ReadView("EduTurmaData", "1=1", CONTEXT),
        ):
            with self.assertRaises(TransportError) as caught:
                call()
            self.assertEqual(401, caught.exception.status_code)
        self.assertEqual("1", self.client.bind("wsDataServer", "RM_IwsBase").AutenticaAcesso())

    # reading

    def test_view(self):
        found = self.view("EduStatusData", "SSTATUS.CODCOLIGADA=3 AND SSTATUS.DESCRICAO='Pré Matriculado'")
        self.assertEqual("NewDataSet", found.tag)
        self.assertEqual(["10"], [row.findtext("CODSTATUS") for row in found])
        self.assertEqual(["SStatus"], [row.tag for row in found])
        self.assertEqual(4, len(self.view("EduTurmaDiscData", "STURMADISC.CODCOLIGADA=3 AND STURMADISC.IDPERLET=77 "
                                                              "AND STURMADISC.CODTURMA='TEC.001.006017'")))

    def test_view_without_rows(self):
        self.assertEqual([], list(self.view("EduStatusData", "SSTATUS.CODSTATUS=999")))

    def test_wrong_filters(self):
        call = self.server.ReadView
        self.assertEqual(
            "Erro ao executar readview Filtro invalido", self.fault(call, "EduStatusData", "", CONTEXT)
        )
        self.assertEqual(
            "Erro ao executar readview Filtro invalido", self.fault(call, "EduStatusData", None, CONTEXT)
        )
        for text in ("SALUNO.RA='1'", "RA='1", "SSTATUS.NADA=1"):
            self.assertTrue(self.fault(call, "EduStatusData", text, CONTEXT).startswith("Erro ao executar readview "))

    def test_unknown_data_server(self):
        expected = "Classe não encontrada: EduNadaData"
        self.assertEqual(expected, self.fault(self.server.ReadView, "EduNadaData", "1=1", CONTEXT))
        self.assertEqual(expected, self.fault(self.server.ReadRecord, "EduNadaData", "1", CONTEXT))
        self.assertEqual(expected, self.fault(self.server.SaveRecord, "EduNadaData", "<EduNada/>", CONTEXT))

    def test_is_valid_data_server(self):
        self.assertIs(True, self.server.IsValidDataServer("EduAlunoData"))
        # An unknown name is a Fault, never false.
        self.assertEqual(
            "Classe não encontrada: EduNadaData", self.fault(self.server.IsValidDataServer, "EduNadaData")
        )

    def test_record_that_does_not_exist(self):
        found = self.record("EduAlunoData", "3;99999999")
        self.assertEqual(("EduAluno", []), (found.tag, list(found)))

    # saving

    def test_insert_gives_a_key(self):
        key = self.save("RhuPessoaData", person(1))
        self.assertRegex(key, r"^[1-9]\d*$")
        row = self.record("RhuPessoaData", key).find("PPessoa")
        self.assertEqual((NAME, cpf(1), "2001-05-17T00:00:00"),
                         (row.findtext("NOME"), row.findtext("CPF"), row.findtext("DTNASCIMENTO")))

    def test_save_is_an_upsert(self):
        key = self.save("FinCFODataBR", guardian(2))
        self.assertRegex(key, r"^3;\d{6}$")
        changed = self.record("FinCFODataBR", key)
        self.assertEqual("FinCFOBR", changed.tag)
        changed.find("FCFO/NOME").text = "Outro nome"
        self.assertEqual(key, self.save("FinCFODataBR", ElementTree.tostring(changed, encoding="unicode")))
        found = self.view("FinCFODataBR", f"FCFO.CGCCFO='{cpf(2)}'")
        self.assertEqual(["Outro nome"], [row.findtext("NOME") for row in found])

    def test_a_prolog_of_another_encoding_is_text(self):
        prolog = '<?xml version="1.0" encoding="utf-16"?>'
        self.assertRegex(self.save("RhuPessoaData", prolog + person(3)), r"^[1-9]\d*$")

    def test_missing_fields_are_named_by_caption(self):
        before = self.view("RhuPessoaData", "1=1")
        answer = self.save("RhuPessoaData", person(4, DTNASCIMENTO=None, NATURALIDADE=""))
        headline, *captions = answer.replace("\r\n", "\n").split("\n")
        self.assertEqual("O(s) campo(s) abaixo deve(m) estar preenchido(s):", headline)
        schema = {element.get("name"): element.get(CAPTION) for element in self.schema("RhuPessoaData").iter()}
        self.assertEqual([schema["DTNASCIMENTO"], schema["NATURALIDADE"]],
                         [caption.strip(" -") for caption in captions])
        self.assertEqual(len(before), len(self.view("RhuPessoaData", "1=1")))

    def test_broken_foreign_key(self):
        answer = self.save("EduAlunoData", record("EduAluno", "SAluno", CODCOLIGADA=3, RA=0, CODPESSOA=99999999,
                                                  CODTIPOCURSO=1)).replace("\r\n", "\n")
        self.assertTrue(answer.startswith("Violação de chave estrangeira\n"), answer)
        self.assertIn("Possíveis causas:", answer)
        parts = [part.strip("\r\n ") for part in answer.split("=" * 39)]
        head, stack, message, statement, rest = parts
        self.assertNotIn("=", head)
        self.assertRegex(stack, r"^at RM\.")
        self.assertIn("conflicted with the FOREIGN KEY constraint", message)
        self.assertTrue(statement.startswith("INSERT INTO"), statement)
        self.assertEqual("", rest)
        self.assertEqual([], list(self.view("EduAlunoData", "SALUNO.CODPESSOA=99999999")))

    def test_other_refusals(self):
        for server, xml, expected in (
            ("EduMatricPLData", "<EduMatricPL/>", "Você não está autorizado a inserir registros!"),
            ("RhuPessoaData", "<RhuPessoa><PPessoa>", "Falha ao converver XML para Objeto DataSet"),
            ("RhuPessoaData", "<RhuPessoa/>", "There is no row at position 0."),
            ("RhuPessoaData", person(5, XPTO=1), "Column 'XPTO' does not belong to table PPessoa."),
            ("EduAlunoData", record("EduAluno", "SAluno", CODCOLIGADA=2, RA=0, CODTIPOCURSO=1),
             "Contexto informado no XML é diferente do contexto da requisição"),
        ):
            with self.subTest(expected):
                self.assertEqual(expected, self.save(server, xml))

    def test_the_same_person_twice(self):
        self.save("RhuPessoaData", person(6))
        answer = self.save("RhuPessoaData", person(6)).split("\r\n")
        self.assertEqual("Chave duplicada", answer[0])
        self.assertIn("=" * 39, answer)

    def test_delete(self):
        key = self.save("FinCFODataBR", guardian(7))
        self.assertFalse(self.server.DeleteRecordByKey("FinCFODataBR", key, CONTEXT))
        self.assertEqual([], list(self.record("FinCFODataBR", key)))

    # schemas

    def schema(self, server):
        document = etree.fromstring(self.server.GetSchema(server, CONTEXT))
        found = document.findall(XSD + "schema")
        self.assertEqual(1, len(found), server)
        return found[0]

    def test_schemas_are_xsd(self):
        for server, root, table in (
            ("FinCFODataBR", "FinCFOBR", "FCFO"),
            ("RhuPessoaData", "RhuPessoa", "PPessoa"),
            ("EduAlunoData", "EduAluno", "SAluno"),
            ("EduHabilitacaoAlunoData", "EduHabilitacaoAluno", "SHabilitacaoAluno"),
            ("EduMatricPLData", None, "SMatricPL"),
            ("EduContratoData", "EduContrato", "SContrato"),
            ("EduTurmaData", "EduTurma", "STurma"),
        ):
            with self.subTest(server):
                schema = self.schema(server)
                names = [element.get("name") for element in schema.iter(XSD + "element")]
                self.assertEqual(root or names[0], names[0])
                self.assertIn(table, names)
                etree.XMLSchema(schema)

    def test_what_is_read_keeps_its_schema(self):
        key = self.save("RhuPessoaData", person(8))
        rules = etree.XMLSchema(self.schema("RhuPessoaData"))
        found = etree.fromstring(self.server.ReadRecord("RhuPessoaData", key, CONTEXT))
        for sibling in found.findall("*")[1:]:
            found.remove(sibling)
        rules.assertValid(found)
        found.find("PPessoa/CPF").text = "123456789012"
        self.assertFalse(rules.validate(found), "a CPF has eleven digits")

    def test_educational_schema_needs_a_context(self):
        self.assertEqual(
            "Object reference not set to an instance of an object.",
            self.fault(self.server.GetSchema, "EduAlunoData", ""),
        )

    # the other services

    def test_other_services(self):
        process = self.load("wsProcess", self.session).bind("wsProcess", "RM_IwsProcess")
        unknown = self.fault(process.ExecuteWithXmlParams, "EduNadaProcData", "<x/>")
        self.assertEqual("Classe não encontrada: EduNadaProcData", unknown)
        queries = self.load("wsConsultaSQL", self.session).bind("wsConsultaSQL", "RM_IwsConsultaSQL")
        self.assertIn("NADA", self.fault(queries.RealizarConsultaSQL, "NADA", 3, "S", ""))
        self.assertIs(True, self.client.bind("wsDataServer", "RM_IRMSServer").CheckServiceActivity())


if __name__ == "__main__":
    unittest.main(verbosity=2)
