# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""A console on a display of its own, seen and operated through the accessibility bus."""

import contextlib
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

    def _first(self, matches):
        from gi.repository import GLib
        # What is read while it changes may vanish under the reader's hands.
        try:
            return next((node for node in walk(self.application) if matches(node)
                         and node.get_state_set().contains(self.atspi.StateType.SHOWING)), None)
        except GLib.Error:
            return None

    def find(self, name, roles):
        return wait_for(f"{'/'.join(roles)} named '{name}'", lambda: self._first(
            lambda node: node.get_name().rstrip(" •") == name and node.get_role_name() in roles))

    def find_text(self, part):
        return wait_for(f"text '{part}'", lambda: self._first(lambda node: part in node.get_name()))

    def press(self, name):
        node = self.find(name, ("push button", "check box", "toggle button", "radio button", "button"))
        assert self.atspi.Action.do_action(node, 0), f"'{name}' cannot be pressed"

    def focused(self):
        """The name of the control that has the keys; the current tab or row of a list says so too, whoever has them."""
        controls = ("push button", "button", "text", "password text", "combo box", "spin button", "check box")
        node = self._first(lambda each: each.get_role_name() in controls
                           and each.get_state_set().contains(self.atspi.StateType.FOCUSED))
        return node.get_name() if node else ""


def stored(database, statement, *values):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        row = connection.execute(statement, values).fetchone()
    return row[0] if row else None


@contextlib.contextmanager
def console(program, remembered=None):
    """A console over an empty database, its accessibility tree, and the database's file.

    With `remembered` it is started as a person starts it, without an address, and finds that one in its settings; then
    the folder of its settings stands in the place of the file.
    """
    os.environ["NO_AT_BRIDGE"] = "1"
    server, display = start_display()
    # The keys that a test presses go to this display too.
    os.environ["DISPLAY"] = display
    with tempfile.TemporaryDirectory(prefix="ponte-accessibility-") as folder:
        database = pathlib.Path(folder) / "ponte.db"
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PONTE_"))},
            "HOME": folder, "XDG_CONFIG_HOME": folder, "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PONTE_FORBID_BLOCKING": "1",
        }
        # Without a window manager no window has the keys.
        manager = subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for("window manager", lambda: "window id" in subprocess.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=environment, capture_output=True, text=True).stdout)
        address = ["--database", f"sqlite:{database}"]
        if remembered:
            address = []
            settings = pathlib.Path(folder) / "ponte" / "ponte.ini"
            settings.parent.mkdir()
            settings.write_text(f"[General]\ndatabase={remembered}\n", encoding="utf-8")
        process = subprocess.Popen([program, *address, "--language", "pt_BR", "--listen", "127.0.0.1:0"],
                                   env=environment)
        try:
            import gi
            gi.require_version("Atspi", "2.0")
            from gi.repository import Atspi
            yield Console(Atspi), pathlib.Path(folder) if remembered else database
        finally:
            process.terminate()
            process.wait(PATIENCE)
            manager.terminate()
            manager.wait(PATIENCE)
            server.terminate()
            server.wait(PATIENCE)
