#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The remembered database is away: the console says so, and another one is chosen, tried and remembered.

Takes the paths of the console and of the agent; the server is that of PONTE_TEST_POSTGRESQL.
"""

import os
import subprocess
import sys
import time
import urllib.parse

import harness

AWAY = "postgresql://ana@127.0.0.1:1/ponte"


def administer(statement):
    subprocess.run(["psql", "-q", "-d", os.environ["PONTE_TEST_POSTGRESQL"], "-c", statement], check=True)


def address_of(database):
    server = urllib.parse.urlsplit(os.environ["PONTE_TEST_POSTGRESQL"])
    return urllib.parse.urlunsplit(server._replace(path="/" + database))


def remembered(folder):
    return (folder / "ponte" / "ponte.ini").read_text(encoding="utf-8")


def check(console, folder, agent, address):
    console.find_text("O banco de dados não pôde ser aberto")
    console.press("Tentar de novo")
    console.find_text("O banco de dados não pôde ser aberto")
    console.press("Escolher outro banco")
    field = console.find("Endereço do banco de dados", ("text",))
    assert AWAY in console.atspi.Text.get_text(field, 0, -1)

    # Without its tables it says the command, and nothing is remembered.
    assert console.atspi.EditableText.set_text_contents(field, address)
    console.press("Usar este banco de dados")
    console.find_text("ponte-agent migrate --database " + address)
    assert "127.0.0.1:1/" in remembered(folder)

    subprocess.run([agent, "migrate", "--database", address], check=True,
                   env={**os.environ, "PONTE_KEY": str(folder / "installation.key")})
    console.press("Usar este banco de dados")
    console.find_text("Primeiros passos")
    harness.wait_for("remembered address", lambda: address.rsplit("/", 1)[1] in remembered(folder))

    # From here the way back to a file of this computer.
    console.press("Banco de dados: Escolher")
    console.press("Um arquivo deste computador")
    path = console.find("Nome do arquivo", ("text",))
    assert console.atspi.EditableText.set_text_contents(path, str(folder / "own.db"))
    console.press("Usar este banco de dados")
    harness.wait_for("file", lambda: (folder / "own.db").exists())
    harness.wait_for("remembered file", lambda: "own.db" in remembered(folder))
    console.find_text("Primeiros passos")


def main():
    harness.on_own_bus()
    database = f"ponte_choice_{os.getpid()}_{int(time.time())}"
    administer(f"CREATE DATABASE {database}")
    try:
        with harness.console(sys.argv[1], AWAY) as (console, folder):
            check(console, folder, sys.argv[2], address_of(database))
    finally:
        administer(f"DROP DATABASE {database} WITH (FORCE)")
    print("another database was chosen and remembered")


if __name__ == "__main__":
    main()
