#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The console as a screen reader has it: found by names, and operated without a mouse. Takes the program's path."""

import sys

import harness

VALUE = "SELECT value FROM parameter_value WHERE key = ?"


def check(console, database):
    console.press("Visão geral")
    console.find("Todas as coligadas", ("table cell",))
    console.find("Sucesso", ("table column header", "column header"))
    console.press("Parâmetros")
    for title in ("Dados de Integração", "Dados de Situação de Matrícula", "Parâmetros Gerais"):
        console.find(title, ("page tab",))
    field = console.find("Endereço Webservice Broker", ("text",))
    assert console.atspi.EditableText.set_text_contents(field, "https://broker.example/loja")
    console.press("Salvar")
    harness.wait_for("stored address", lambda: harness.stored(database, VALUE, "lojaclick.broker.address")
                     == "https://broker.example/loja")
    console.find("Usuário Token", ("password text",))
    console.press("Monitor de Log")
    console.find("Procurar no log", ("text",))
    console.find("Monitor de Log", ("filler", "panel", "page"))


if __name__ == "__main__":
    harness.on_own_bus()
    with harness.console(sys.argv[1]) as (opened, file):
        check(opened, file)
    print("the console can be read and operated")
