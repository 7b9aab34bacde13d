#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Reads a report with what others wrote and prints its cells as JSON.

csv FILE SEPARATOR: Python's csv. xlsx FILE: openpyxl, {sheet: rows}, times as ISO texts. html FILE: Python's parser, the
rows of the table. calc FILE: LibreOffice turns every sheet into CSV first, {sheet: rows} of texts as it shows them.
"""
import csv
import datetime
import html.parser
import json
import pathlib
import subprocess
import sys
import tempfile


def read_csv(path, separator):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file, delimiter=separator, strict=True))


def plain(value, unescape):
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    # openpyxl leaves the escapes of control characters in texts that stand in their cells.
    return unescape(value) if isinstance(value, str) else value


def read_xlsx(path):
    import openpyxl
    from openpyxl.utils.escape import unescape

    book = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in book.worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
        sheets[sheet.title] = {
            "rows": [[plain(cell.value, unescape) for cell in row] for row in sheet.iter_rows()],
            "frozen": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "kinds": sorted(kinds),
        }
    return sheets


class Rows(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows, self.inside, self.cell, self.loads = [], False, None, []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.loads += [given[name] for name in ("src", "href") if name in given]
        if tag == "table":
            self.inside = given.get("id") == "rows"
        elif self.inside and tag == "tr":
            self.rows.append([])
        elif self.inside and tag in ("td", "th"):
            self.cell = ""

    def handle_endtag(self, tag):
        if self.inside and tag in ("td", "th"):
            self.rows[-1].append(self.cell)
            self.cell = None
        elif tag == "table":
            self.inside = False

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def read_html(path):
    parser = Rows()
    parser.feed(pathlib.Path(path).read_text(encoding="utf-8"))
    return {"rows": parser.rows, "loads": parser.loads}


def read_calc(path):
    with tempfile.TemporaryDirectory() as folder:
        # Separator ;, quote ", UTF-8, cells as they are shown, every sheet.
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
             "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1", "--outdir", folder, path],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=200)
        stem = pathlib.Path(path).stem
        return {file.stem[len(stem) + 1:]: read_csv(file, ";") for file in pathlib.Path(folder).glob("*.csv")}


if __name__ == "__main__":
    reader = {"csv": read_csv, "xlsx": read_xlsx, "html": read_html, "calc": read_calc}[sys.argv[1]]
    sys.stdout.reconfigure(encoding="utf-8")
    json.dump(reader(*sys.argv[2:]), sys.stdout, ensure_ascii=False)
