#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Looks whether each test and picture that ARCHITECTURE.md names as a proof is still there."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROOF = re.compile(r"`([\w/.-]+\.(?:cpp|py|png))(?::(\w+))?`")


def wrong(line):
    for path, name in PROOF.findall(line):
        file = ROOT / path
        if not file.is_file():
            yield f"there is no {path}"
        elif name and not re.search(rf"\b{name}\b", file.read_text("utf-8")):
            yield f"{path} has no test {name}"


def main():
    bad = proofs = 0
    for number, line in enumerate((ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines(), 1):
        if line.startswith("|"):
            proofs += len(PROOF.findall(line))
            for problem in wrong(line):
                print(f"ARCHITECTURE.md:{number}: {problem}")
                bad += 1
    if not proofs:
        print("ARCHITECTURE.md: no table names a proof")
        bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
