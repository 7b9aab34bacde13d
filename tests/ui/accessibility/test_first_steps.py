#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""From an empty database to "all set" with the keyboard alone, against the stand-in systems.

Takes the paths of the console and of the sandbox. Tab is pressed until the wanted control says that it has the focus,
which only works where every control on the way can be reached and has a name.
"""

import re
import subprocess
import sys
import time

import harness

VALUE = "SELECT value FROM parameter_value WHERE key = ?"


class Keyboard:
    def __init__(self, console):
        self.console = console

    def tap(self, keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "5", text], check=True)

    def tab_to(self, name):
        for _ in range(40):
            if self.console.focused() == name:
                return
            before = self.console.focused()
            self.tap("Tab")
            end = time.monotonic() + 2
            while self.console.focused() == before and time.monotonic() < end:
                time.sleep(0.05)
        raise AssertionError(f"Tab does not reach '{name}', it ends at '{self.console.focused()}'")

    def fill(self, name, text):
        self.tab_to(name)
        self.type(text)


def connect(keys, database, name, system, url):
    keys.fill(f"{system}: Endereço", url)
    keys.fill(f"{system}: Usuário", "integracao")
    keys.fill(f"{system}: Senha", "sandbox")
    keys.tab_to(f"Testar a conexão com {system}")
    keys.tap("space")
    keys.console.find_text(f"{system} pode ser usado.")
    keys.tab_to(f"Salvar a conexão com {system}")
    keys.tap("space")
    harness.wait_for(f"stored connection to {system}",
                     lambda: harness.stored(database, "SELECT url FROM connection WHERE name = ?", name) == url)


def administration(keys, database, root):
    connect(keys, database, "rm", "RM", root)
    connect(keys, database, "erp", "ERP", root + "/erp")
    keys.tap("ctrl+Tab")
    keys.fill("Número da coligada", "3")
    keys.tap("Return")
    keys.console.find_text("A coligada 3 é SENAI.")
    keys.tab_to("Ler as listas do RM")
    keys.tap("space")
    keys.console.find_text("linhas lidas do RM.")
    keys.tap("ctrl+Tab")
    keys.fill("Nome do novo cliente", "broker")
    keys.tap("Return")
    keys.console.find_text("A senha de broker é mostrada só desta vez")


def parameters(keys, database, root):
    keys.tap("ctrl+3")
    keys.fill("Endereço Webservice Broker", root + "/broker")
    keys.fill("Usuário Token", "sandbox")
    keys.tap("ctrl+Tab")
    keys.fill("Status de Pré Matrícula", "10")
    keys.tap("Tab")
    keys.fill("Status de Matrícula", "11")
    keys.tap("Tab")
    keys.tap("ctrl+Tab")
    keys.fill("Usuário da Integração", "lojaclick")
    keys.tap("Tab")
    keys.fill("Número tentativas de reenvio", "3")
    keys.tap("ctrl+s")
    for key, value in (("broker.address", root + "/broker"), ("status.pre_enrollment", "10"),
                       ("status.enrollment", "11"), ("integration_user", "lojaclick"), ("resend.max_attempts", "3")):
        harness.wait_for(f"stored {key}",
                         lambda key=key, value=value: harness.stored(database, VALUE, f"lojaclick.{key}") == value)


def check(console, database, root):
    keys = Keyboard(console)
    console.find_text("Primeiros passos")
    harness.wait_for("focus on the first step", lambda: console.focused() == "Conexão com o RM: Configurar")
    begin = time.monotonic()
    keys.tap("space")
    administration(keys, database, root)
    parameters(keys, database, root)
    keys.tap("ctrl+k")
    keys.fill("Pesquisar os comandos", "diagnostico")
    keys.tap("Return")
    console.find_text("Tudo pronto: as vendas podem chegar.")
    return time.monotonic() - begin


def main():
    harness.on_own_bus()
    sandbox = subprocess.Popen([sys.argv[2], "serve", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True)
    try:
        root = re.search(r"http://[0-9.:]+", sandbox.stdout.readline()).group(0)
        with harness.console(sys.argv[1]) as (console, database):
            print(f"all set after {check(console, database, root):.0f} s of keys")
    finally:
        sandbox.terminate()
        sandbox.wait(harness.PATIENCE)


if __name__ == "__main__":
    main()
