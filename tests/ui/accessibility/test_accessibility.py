#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The console as a screen reader has it: found by names, and operated without a mouse. Takes the program's path."""

import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

PATIENCE = 30


def on_own_bus():
    """Runs this file again on a message bus of its own, so that nobody's desktop is in the way."""
    if "PONTE_TEST_OWN_BUS" not in os.environ:
        os.environ["PONTE_TEST_OWN_BUS"] = "1"
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv])


def start_display():
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return server, ":" + pipe.readline().strip()


def wait_for(what, ask):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = ask()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"no {what} within {PATIENCE} s")


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


class Console:
    def __init__(self, atspi):
        self.atspi = atspi
        self.application = wait_for("application", self._application)

    def _application(self):
        desktop = self.atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_name() == "ponte":
                return child
        return None

    def find(self, name, roles):
        def ask():
            # What is read while it changes may vanish under the reader's hands.
            try:
                return next((node for node in walk(self.application)
                             if node.get_name().rstrip(" •") == name and node.get_role_name() in roles
                             and node.get_state_set().contains(self.atspi.StateType.SHOWING)), None)
            except self.atspi_error():
                return None
        return wait_for(f"{'/'.join(roles)} named '{name}'", ask)

    @staticmethod
    def atspi_error():
        from gi.repository import GLib
        return GLib.Error

    def press(self, name):
        node = self.find(name, ("push button", "check box", "toggle button", "radio button", "button"))
        assert self.atspi.Action.do_action(node, 0), f"'{name}' cannot be pressed"


def stored(database, key):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        row = connection.execute("SELECT value FROM parameter_value WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def check(atspi, database):
    console = Console(atspi)
    console.press("Visão geral")
    console.find("Todas as coligadas", ("table cell",))
    console.find("Sucesso", ("table column header", "column header"))
    console.press("Parâmetros")
    for title in ("Dados de Integração", "Dados de Situação de Matrícula", "Parâmetros Gerais"):
        console.find(title, ("page tab",))
    field = console.find("Endereço Webservice Broker", ("text",))
    assert atspi.EditableText.set_text_contents(field, "https://broker.example/loja")
    console.press("Salvar")
    wait_for("stored address",
             lambda: stored(database, "lojaclick.broker.address") == "https://broker.example/loja")
    console.find("Usuário Token", ("password text",))
    console.press("Monitor de Log")
    console.find("Pesquisar no log", ("text",))
    console.find("Monitor de Log", ("filler", "panel", "page"))


def main():
    on_own_bus()
    os.environ["NO_AT_BRIDGE"] = "1"
    server, display = start_display()
    with tempfile.TemporaryDirectory(prefix="ponte-accessibility-") as folder:
        database = pathlib.Path(folder) / "ponte.db"
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PONTE_"))},
            "DISPLAY": display, "HOME": folder, "XDG_CONFIG_HOME": folder, "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        program = subprocess.Popen([sys.argv[1], "--database", f"sqlite:{database}", "--language", "pt_BR",
                                    "--listen", "127.0.0.1:0"], env=environment)
        try:
            import gi
            gi.require_version("Atspi", "2.0")
            from gi.repository import Atspi
            check(Atspi, database)
        finally:
            program.terminate()
            program.wait(PATIENCE)
            server.terminate()
            server.wait(PATIENCE)
    print("the console can be read and operated")


if __name__ == "__main__":
    main()
