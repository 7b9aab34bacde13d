#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Looks for texts without a translation, both those marked unfinished and those that the sources gained since."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["core", "ui", "app"]
LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin") or "lupdate"


def unfinished(file):
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                yield context.findtext("name"), message.findtext("source")


def updated(file, folder):
    """A copy brought up to date; English is the language of the sources, so only its plurals are translated."""
    copy = pathlib.Path(folder) / file.name
    shutil.copy(file, copy)
    options = ["-pluralonly"] if file.stem == "ponte_en" else []
    # Without the include path lupdate misses the namespaces, and with them the contexts.
    subprocess.run([LUPDATE, "-silent", "-no-obsolete", "-locations", "none", "-I", ".", *options, *FOLDERS,
                    "-ts", copy], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return copy


def main():
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for file in sorted((ROOT / "translations").glob("ponte_*.ts")):
            for context, source in unfinished(updated(file, folder)):
                print(f"{file.relative_to(ROOT)}: no translation: {context}: {source}")
                bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
