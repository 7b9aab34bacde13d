# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""What a fresh RM holds: three companies, their branches, levels, statuses, users and classes."""

from .schema import TABLES

#: per company: name, branch, first applied matrix, first period, class prefix
COMPANIES = {
    2: ("SESI", 2016, 12, 57, "EJA.001"),
    3: ("SENAI", 3016, 24, 77, "TEC.001"),
    4: ("IEL", 4016, 44, 97, "IEL.001"),
}
SUBJECTS = ("Matemática Aplicada", "Metrologia", "Leitura de Desenho", "Segurança do Trabalho")


class Offer:
    """The ids of one company's seeded classes, by the part they play in a case."""

    def __init__(self, company):
        name, branch, matrix, term, prefix = COMPANIES[company]
        self.company = company
        self.network = name
        self.branch = branch
        self.other_branch = branch + 1
        self.matrix = matrix
        self.other_branch_matrix = matrix + 1
        self.level_two_matrix = matrix + 2
        self.term = term
        self.next_term = term + 1
        self.level_two_term = term + 2
        self.other_branch_term = term + 3
        self.class_code = f"{prefix}.006017"
        self.second_class = f"{prefix}.006018"
        self.next_class = f"{prefix}.007017"
        self.other_branch_class = f"{prefix}.006117"
        self.level_two_class = f"{prefix}.206017"
        self.plan = "PL12"

    def subject_ids(self, class_code):
        place = [
            self.class_code, self.second_class, self.next_class, self.other_branch_class, self.level_two_class
        ].index(class_code)
        count = 2 if class_code == self.second_class else len(SUBJECTS)
        return [self.company * 10000 + place * 100 + number for number in range(1, count + 1)]


def fresh_rows():
    """Table name -> key -> row, as RM is before the first sale."""
    rows = {name: {} for name in TABLES}

    def put(table, **values):
        key = tuple(values[column] for column in TABLES[table].key)
        rows[table][key] = values

    put("GCOLIGADA", CODCOLIGADA=0, NOMEFANTASIA="Global", NOME="Global")
    for user, name in (("mestre", "Mestre"), ("integracao", "Integração"), ("lojaclick", "Loja Click")):
        put("GUSUARIO", CODUSUARIO=user, NOME=name, STATUS=1, CODACESSO=user, DATAINICIO="2020-01-01T00:00:00")

    for company in COMPANIES:
        offer = Offer(company)
        put(
            "GCOLIGADA",
            CODCOLIGADA=company,
            NOMEFANTASIA=offer.network,
            NOME=f"{offer.network} - Departamento Regional",
        )
        for branch, city in ((offer.branch, "Curitiba"), (offer.other_branch, "Londrina")):
            put("GFILIAL", CODCOLIGADA=company, CODFILIAL=branch, NOMEFANTASIA=f"{offer.network} {city}",
                NOME=f"{offer.network} unidade {city}", CIDADE=city, ESTADO="PR")
        for level, name in ((1, "Técnico"), (2, "Superior"), (7, "Livre")):
            put("STIPOCURSO", CODCOLIGADA=company, CODTIPOCURSO=level, NOME=name)
        for status, name, level in (
            (10, "Pré Matriculado", 1),
            (11, "Matriculado", 1),
            (12, "Cancelado", 1),
            (20, "Pré Matriculado", 2),
            (21, "Matriculado", 2),
        ):
            put(
                "SSTATUS",
                CODCOLIGADA=company,
                CODSTATUS=status,
                DESCRICAO=name,
                CODTIPOCURSO=level,
                CURSO="S",
                PLETIVO="S",
                DISCIPLINA="S",
                RESULTADO="N",
                PLATIVO="S",
            )
        for term, code, branch, level in (
            (offer.term, "2026/2", offer.branch, 1),
            (offer.next_term, "2027/1", offer.branch, 1),
            (offer.level_two_term, "2026/2S", offer.branch, 2),
            (offer.other_branch_term, "2026/2", offer.other_branch, 1),
        ):
            put("SPLETIVO", CODCOLIGADA=company, IDPERLET=term, CODPERLET=code, CODFILIAL=branch, CODTIPOCURSO=level,
                DESCRICAO=f"Período {code}", ENCERRADO="N", EXIBIRPORTAL="S", DTINICIO="2026-07-01T00:00:00",
                DTFIM="2026-12-31T00:00:00")
            put("SPLANOPGTO", CODCOLIGADA=company, IDPERLET=term, CODPLANOPGTO=offer.plan, DESCRICAO="12 parcelas",
                CODTIPOCURSO=level)
        for matrix, course, branch, level in (
            (offer.matrix, "MEC", offer.branch, 1),
            (offer.other_branch_matrix, "ELE", offer.other_branch, 1),
            (offer.level_two_matrix, "ENG", offer.branch, 2),
        ):
            put(
                "SHABILITACAOFILIAL",
                CODCOLIGADA=company,
                IDHABILITACAOFILIAL=matrix,
                CODCURSO=course,
                CODHABILITACAO="1",
                CODGRADE="2026",
                CODTURNO=3,
                CODFILIAL=branch,
                CODTIPOCURSO=level,
                ATIVO="S",
            )
        for class_code, term, matrix, branch, level in (
            (offer.class_code, offer.term, offer.matrix, offer.branch, 1),
            (offer.second_class, offer.term, offer.matrix, offer.branch, 1),
            (offer.next_class, offer.next_term, offer.matrix, offer.branch, 1),
            (offer.other_branch_class, offer.other_branch_term, offer.other_branch_matrix, offer.other_branch, 1),
            (offer.level_two_class, offer.level_two_term, offer.level_two_matrix, offer.branch, 2),
        ):
            put(
                "STURMA",
                CODCOLIGADA=company,
                CODFILIAL=branch,
                IDPERLET=term,
                CODTURMA=class_code,
                NOME=f"Turma {class_code}",
                IDHABILITACAOFILIAL=matrix,
                CODTIPOCURSO=level,
                MAXALUNOS=40,
            )
            for number, identifier in enumerate(offer.subject_ids(class_code)):
                put(
                    "STURMADISC",
                    CODCOLIGADA=company,
                    IDTURMADISC=identifier,
                    CODDISC=f"D{identifier}",
                    CODTURMA=class_code,
                    IDPERLET=term,
                    CODFILIAL=branch,
                    CODTIPOCURSO=level,
                    IDHABILITACAOFILIAL=matrix,
                    MAXALUNOS=40,
                    ATIVA="S",
                    DISPONIVELMATRICULA="S",
                    DTINICIAL="2026-07-01T00:00:00",
                    DTFINAL="2026-12-31T00:00:00",
                )
    return rows
