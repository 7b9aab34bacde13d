# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The tables of RM that the integration touches, and the data servers that show them."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Column:
    kind: str  # int, str, date
    size: int = 0
    caption: str = ""


@dataclass(frozen=True)
class Table:
    name: str
    tag: str
    key: tuple
    columns: dict
    #: columns without which RM refuses a new row; it names captions, not columns
    required: tuple = ()
    #: key column that is numbered when 0 or -1 arrives
    numbered: str = ""


@dataclass(frozen=True)
class DataServer:
    name: str
    dataset: str
    table: str
    #: what the context must carry; a lookup cannot know a level or a branch yet
    context: tuple = ("CODCOLIGADA", "CODFILIAL", "CODTIPOCURSO", "CODSISTEMA", "CODUSUARIO")
    #: rows of another level than the context's are invisible
    by_level: bool = False
    writable: bool = False
    companions: tuple = field(default=())


def _columns(text):
    """`NAME:kind[size][=Caption]` separated by blanks; in a caption `_` stands for a blank."""
    columns = {}
    for word in text.split():
        found = re.fullmatch(r"(\w+):(int|str|date)(\d*)(?:=(\S+))?", word)
        name, kind, size, caption = found.groups()
        columns[name] = Column(kind, int(size or 0), (caption or name).replace("_", " "))
    return columns


_AUDIT = " RECCREATEDBY:str50 RECCREATEDON:date RECMODIFIEDBY:str50 RECMODIFIEDON:date"

TABLES = {
    table.name: table
    for table in (
        Table(
            "GCOLIGADA",
            "GColigada",
            ("CODCOLIGADA",),
            _columns("CODCOLIGADA:int NOMEFANTASIA:str100 NOME:str255 CGC:str20"),
        ),
        Table(
            "GFILIAL",
            "GFilial",
            ("CODCOLIGADA", "CODFILIAL"),
            _columns(
                "CODCOLIGADA:int CODFILIAL:int NOMEFANTASIA:str100 NOME:str255 CIDADE:str32 ESTADO:str2"
            ),
        ),
        Table(
            "GUSUARIO",
            "GUSUARIO",
            ("CODUSUARIO",),
            _columns(
                "CODUSUARIO:str20 NOME:str45 STATUS:int CODACESSO:str16 DATAINICIO:date EMAIL:str60"
                + _AUDIT
            ),
        ),
        Table(
            "STIPOCURSO",
            "STipoCurso",
            ("CODCOLIGADA", "CODTIPOCURSO"),
            _columns("CODCOLIGADA:int CODTIPOCURSO:int NOME:str60 APRESENTACAO:str10"),
        ),
        Table(
            "SSTATUS",
            "SStatus",
            ("CODCOLIGADA", "CODSTATUS"),
            _columns(
                """CODCOLIGADA:int CODSTATUS:int DESCRICAO:str30 CODTIPOCURSO:int CURSO:str1 PLETIVO:str1
                DISCIPLINA:str1 RESULTADO:str1 PLATIVO:str1 PLREMATRICULA:str1"""
            ),
        ),
        Table(
            "SPLETIVO",
            "SPLetivo",
            ("CODCOLIGADA", "IDPERLET"),
            _columns(
                """CODCOLIGADA:int IDPERLET:int CODPERLET:str10 CODFILIAL:int CODTIPOCURSO:int DESCRICAO:str60
                ENCERRADO:str1 EXIBIRPORTAL:str1 DTINICIO:date DTFIM:date"""
            ),
        ),
        Table(
            "SHABILITACAOFILIAL",
            "SHabilitacaoFilial",
            ("CODCOLIGADA", "IDHABILITACAOFILIAL"),
            _columns(
                """CODCOLIGADA:int IDHABILITACAOFILIAL:int CODCURSO:str10 CODHABILITACAO:str10 CODGRADE:str10
                CODTURNO:int CODFILIAL:int CODTIPOCURSO:int ATIVO:str1"""
            ),
        ),
        Table(
            "STURMA",
            "STurma",
            ("CODCOLIGADA", "CODFILIAL", "IDPERLET", "CODTURMA"),
            _columns(
                """CODCOLIGADA:int CODFILIAL:int IDPERLET:int CODTURMA:str20 NOME:str100 IDHABILITACAOFILIAL:int
                CODTIPOCURSO:int MAXALUNOS:int DTINICIAL:date DTFINAL:date"""
            ),
        ),
        Table(
            "STURMADISC",
            "STurmaDisc",
            ("CODCOLIGADA", "IDTURMADISC"),
            _columns(
                """CODCOLIGADA:int IDTURMADISC:int CODDISC:str20 CODTURMA:str20 IDPERLET:int CODFILIAL:int
                CODTIPOCURSO:int IDHABILITACAOFILIAL:int MAXALUNOS:int ATIVA:str1 DISPONIVELMATRICULA:str1
                DTINICIAL:date DTFINAL:date"""
            ),
        ),
        Table(
            "SPLANOPGTO",
            "SPlanoPgto",
            ("CODCOLIGADA", "IDPERLET", "CODPLANOPGTO"),
            _columns("CODCOLIGADA:int IDPERLET:int CODPLANOPGTO:str10 DESCRICAO:str60 CODTIPOCURSO:int"),
        ),
        Table(
            "FCFO",
            "FCfo",
            ("CODCOLIGADA", "CODCFO"),
            _columns(
                """CODCOLIGADA:int=Coligada CODCFO:str25=Código NOMEFANTASIA:str100=Nome_Fantasia NOME:str100=Nome
                CGCCFO:str20 CIDENTIDADE:str20 PAGREC:int=Classificação ATIVO:int=Ativo
                PESSOAFISOUJUR:str1=Categoria IDCFO:int RUA:str100 NUMERO:str8 COMPLEMENTO:str60 BAIRRO:str80
                CIDADE:str32 CODETD:str2 CEP:str9 TELEFONE:str15 TELEX:str15 EMAIL:str60 CODMUNICIPIO:str20
                IDPAIS:int PAIS:str20 CODTCF:str5 CODEXTERNO:str50 INSCRESTADUAL:str20 DTNASCIMENTO:date
                CONTATO:str40 TIPORUA:int TIPOBAIRRO:int"""
                + _AUDIT
            ),
            ("NOMEFANTASIA", "NOME", "PAGREC", "ATIVO", "PESSOAFISOUJUR"),
            "CODCFO",
        ),
        Table(
            "PPESSOA",
            "PPessoa",
            ("CODIGO",),
            _columns(
                """CODIGO:int=Código NOME:str120=Nome NOMESOCIAL:str120 APELIDO:str60
                DTNASCIMENTO:date=Data_de_nascimento ESTADONATAL:str2=Estado_natal NATURALIDADE:str32=Naturalidade
                SEXO:str1=Sexo NACIONALIDADE:str3 ESTADOCIVIL:str1 RUA:str140 NUMERO:str8 COMPLEMENTO:str60
                BAIRRO:str80 ESTADO:str2 CIDADE:str32 CEP:str8=CEP PAIS:str16 CPF:str11 TELEFONE1:str15
                TELEFONE2:str15 TELEFONE3:str15 EMAIL:str60 EMAILPESSOAL:str60 CODMUNICIPIO:str20
                CODNATURALIDADE:str20 IDPAIS:int NROREGGERAL:str20 CARTIDENTIDADE:str15 UFCARTIDENT:str2
                ORGEMISSORIDENT:str15 DTEMISSAOIDENT:date GRAUINSTRUCAO:str1 CODUSUARIO:str20"""
            ),
            ("NOME", "DTNASCIMENTO", "ESTADONATAL", "NATURALIDADE"),
            "CODIGO",
        ),
        Table(
            "SALUNO",
            "SAluno",
            ("CODCOLIGADA", "RA"),
            _columns(
                """CODCOLIGADA:int=Coligada RA:str20=Registro_acadêmico CODPESSOA:int=Pessoa
                CODTIPOCURSO:int=Nível_de_ensino CODCOLCFO:int CODCFO:str25 CODTIPOALUNO:int CODINSTORIGEM:str10
                CODPARENTCFO:str5 SITUACAO:str10"""
                + _AUDIT
            ),
            ("CODPESSOA", "CODTIPOCURSO"),
            "RA",
        ),
        Table(
            "SHABILITACAOALUNO",
            "SHabilitacaoAluno",
            ("CODCOLIGADA", "IDHABILITACAOFILIAL", "RA"),
            _columns(
                """CODCOLIGADA:int=Coligada IDHABILITACAOFILIAL:int RA:str20=Registro_acadêmico CODCURSO:str10=Curso
                CODHABILITACAO:str10=Habilitação CODGRADE:str10=Matriz_curricular CODFILIAL:int=Filial
                CODTURNO:int=Turno CODSTATUS:int=Situação_de_matrícula CODTIPOCURSO:int DTINGRESSO:date
                CODTIPOINGRESSO:int"""
                + _AUDIT
            ),
            ("CODCURSO", "CODHABILITACAO", "CODGRADE", "CODFILIAL", "CODTURNO", "CODSTATUS"),
        ),
        Table(
            "SMATRICPL",
            "SMatricPL",
            ("CODCOLIGADA", "IDPERLET", "IDHABILITACAOFILIAL", "RA"),
            _columns(
                """CODCOLIGADA:int IDPERLET:int IDHABILITACAOFILIAL:int RA:str20 CODFILIAL:int CODTURMA:str20
                CODSTATUS:int CODTIPOMAT:int PERIODO:int DTMATRICULA:date CODPLANOPGTO:str10"""
                + _AUDIT
            ),
        ),
        Table(
            "SMATRICULA",
            "SMatricula",
            ("CODCOLIGADA", "IDTURMADISC", "RA"),
            _columns(
                """CODCOLIGADA:int IDTURMADISC:int RA:str20 IDPERLET:int IDHABILITACAOFILIAL:int CODSTATUS:int
                TIPOMAT:int TIPODISCIPLINA:str1 DTMATRICULA:date"""
                + _AUDIT
            ),
        ),
        Table(
            "SCONTRATO",
            "SContrato",
            ("CODCOLIGADA", "RA", "IDPERLET", "CODCONTRATO"),
            _columns(
                """CODCOLIGADA:int=Coligada RA:str20=Registro_acadêmico IDPERLET:int=Período_letivo
                CODCONTRATO:str20=Contrato DTCONTRATO:date=Data_do_contrato DTASSINATURA:date
                TIPOCONTRATO:str1=Tipo_de_contrato STATUS:str1=Status IDHABILITACAOFILIAL:int CODFILIAL:int
                CODTIPOCURSO:int CODPLANOPGTO:str10 CODCOLCFO:int CODCFO:str25 CODTURMA:str20 DIAVENCIMENTO:int
                DIAFIXO:str1 TIPOBOLSA:str1 ASSINADO:str1"""
                + _AUDIT
            ),
            ("DTCONTRATO", "TIPOCONTRATO", "STATUS"),
        ),
    )
}

_GLOBAL = ("CODCOLIGADA", "CODSISTEMA", "CODUSUARIO")

DATA_SERVERS = {
    server.name: server
    for server in (
        DataServer("GlbColigadaData", "GlbColigada", "GCOLIGADA", _GLOBAL),
        DataServer("GlbUsuarioData", "GlbUsuario", "GUSUARIO", _GLOBAL),
        DataServer("EduFilialData", "EduFilial", "GFILIAL", _GLOBAL),
        DataServer("EduTipoCursoData", "EduTipoCurso", "STIPOCURSO", _GLOBAL),
        DataServer("EduStatusData", "EduStatus", "SSTATUS", _GLOBAL + ("CODTIPOCURSO",), by_level=True),
        DataServer("EduPLetivoData", "EduPLetivo", "SPLETIVO", by_level=True),
        DataServer("EduHabilitacaoFilialData", "EduHabilitacaoFilial", "SHABILITACAOFILIAL", by_level=True),
        DataServer("EduTurmaData", "EduTurma", "STURMA", by_level=True),
        DataServer("EduTurmaDiscData", "EduTurmaDisc", "STURMADISC", by_level=True),
        DataServer("EduHabilitacaoAlunoData", "EduHabilitacaoAluno", "SHABILITACAOALUNO", writable=True,
                   companions=("SHABILITACAOALUNOCOMPL",)),
        DataServer("EduMatricPLData", "EduMatricPL", "SMATRICPL"),
        DataServer("EduMatriculaData", "EduMatricula", "SMATRICULA"),
        DataServer("FinCFODataBR", "FinCFOBR", "FCFO", writable=True, companions=("FCFOCOMPL",)),
        DataServer("RhuPessoaData", "RhuPessoa", "PPESSOA", writable=True, companions=("VPCOMPL",)),
        DataServer("EduAlunoData", "EduAluno", "SALUNO", writable=True, companions=("SALUNOCOMPL",)),
        DataServer("EduContratoData", "EduContrato", "SCONTRATO", writable=True, companions=("SCONTRATOCOMPL",)),
    )
}
