#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Reads one JSON object per line, prints a line per figure, writes all of them to a file if one is named."""

import json
import sys

KEYS = {"name", "ratio", "limit", "holds", "reference", "rows", "backend"}


def read(path):
    figures = []
    with open(path, encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            figure = json.loads(line)
            if set(figure) != KEYS:
                raise ValueError(f"a figure has {sorted(KEYS)}, not {sorted(figure)}")
            figures.append(figure)
    return figures


def main():
    figures = read(sys.argv[1])
    for figure in figures:
        verdict = "holds" if figure["holds"] else "falls short"
        print(f"{figure['name']} ratio={figure['ratio']:.2f} limit={figure['limit']:.2f} {verdict}")
    if sys.argv[2]:
        with open(sys.argv[2], "w", encoding="utf-8") as out:
            json.dump(figures, out, indent=1)
            out.write("\n")
    return 0 if figures and all(figure["holds"] for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
