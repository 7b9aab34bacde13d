#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Checks #include lines against the layers, since a header can be included without linking its module.

check_includes.py [TREE]: the tracked files of this repository, or every file of another tree."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<(Q[A-Za-z]+)(?:/(Q[A-Za-z]+))?>)', re.M)
ARROW = re.compile(r"^set\(PONTE_ARROWS_(\w+) ?(.*)\)$", re.M)
QT_FOLDERS = [pathlib.Path("/usr/include/x86_64-linux-gnu/qt6"), pathlib.Path("/usr/include/aarch64-linux-gnu/qt6")]
# Modules that share a folder with another one.
IN_FOLDER_OF = {
    "http_server": "http",
    "integration_monitor": "integration",
    "integration_reprocess": "integration",
    "integration_runtime": "integration",
    "reports_pdf": "reports",
}
SERVER_HEADERS = {"core/http/server.h", "core/http/router.h"}


def arrows():
    """Folder of core -> folders it may include."""
    text = (ROOT / "cmake/PonteLayering.cmake").read_text()
    modules = {}
    for name, value in ARROW.findall(text):
        words = value.replace('"', "").split()
        expanded = []
        for word in words:
            match = re.fullmatch(r"\$\{PONTE_ARROWS_(\w+)\}", word)
            expanded += modules[match[1]] if match else [word]
        modules[name] = expanded
    folders = {}
    for name, allowed in modules.items():
        folder = IN_FOLDER_OF.get(name, name)
        folders.setdefault(folder, {folder}).update(IN_FOLDER_OF.get(other, other) for other in allowed)
    return folders


def screen_headers():
    """Names of the headers of Qt Gui and Widgets."""
    names = set()
    for folder in QT_FOLDERS:
        for module in ("QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets"):
            names.update(path.name for path in (folder / module).glob("Q*"))
    return names


def core_complaint(path, header, allowed):
    parts = header.split("/")
    if parts[0] in ("ui", "app"):
        return "core knows neither ui nor app"
    # What stands in core/ itself, such as the list of integrations, is above all folders.
    folder = path.parts[1]
    if parts[0] == "core" and len(path.parts) > 2 and len(parts) > 2 and parts[1] not in allowed.get(folder, {folder}):
        return f"core/{folder} may not use core/{parts[1]}"
    return None


def ui_complaint(header):
    if header.startswith("app/"):
        return "ui does not know app"
    if header in SERVER_HEADERS:
        return "ui and the inbound server never see each other"
    if header.startswith(("core/lojaclick/", "core/integrations")):
        return "ui draws any integration without knowing it"
    return None


def sandbox_complaint(header):
    if header.startswith("ui/") or header.startswith("core/") and header.split("/")[1] not in ("base", "http"):
        return "the sandbox shares only base and http with what it tests"
    return None


def complaint(path, header, qt_header, allowed, screen):
    layer = path.parts[0]
    if qt_header:
        without_screen = layer == "core" and "pdf" not in path.parts and "pdf" not in path.stem
        return "core runs without a screen" if without_screen and qt_header in screen else None
    if layer == "core":
        return core_complaint(path, header, allowed)
    if layer == "ui":
        return ui_complaint(header)
    if path.parts[:2] == ("app", "sandbox"):
        return sandbox_complaint(header)
    return None


def listed(tree):
    if tree != ROOT:
        return sorted(path.relative_to(tree) for path in tree.rglob("*"))
    names = subprocess.run(["git", "ls-files", "--", "core", "ui", "app"], cwd=ROOT, check=True,
                           stdout=subprocess.PIPE, text=True).stdout.splitlines()
    return [pathlib.Path(name) for name in names]


def main():
    tree = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    allowed, screen, bad = arrows(), screen_headers(), 0
    for path in listed(tree):
        if path.suffix not in (".h", ".cpp") or not (tree / path).exists():
            continue
        text = (tree / path).read_text()
        for match in INCLUDE.finditer(text):
            reason = complaint(path, match[1] or "", match[3] or match[2], allowed, screen)
            if reason:
                line = text.count("\n", 0, match.start()) + 1
                print(f"{path}:{line}: {match[0].strip()}: {reason}")
                bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
