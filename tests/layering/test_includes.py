#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Plants wrong #include lines in a tree and sees that tools/check_includes.py names them."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools/check_includes.py"


def check(path, line):
    with tempfile.TemporaryDirectory() as tree:
        file = pathlib.Path(tree) / path
        file.parent.mkdir(parents=True)
        file.write_text(line + "\n")
        done = subprocess.run([sys.executable, TOOL, tree], stdout=subprocess.PIPE, text=True, check=False)
        return done.returncode, done.stdout


class Includes(unittest.TestCase):
    def refused(self, path, line, reason):
        status, text = check(path, line)
        self.assertEqual(status, 1)
        self.assertIn(f"{path}:1: {line}: {reason}", text)

    def accepted(self, path, line):
        self.assertEqual(check(path, line), (0, ""))

    def test_core_without_screen(self):
        self.refused("core/log/a.cpp", "#include <QWidget>", "core runs without a screen")
        self.refused("core/log/a.cpp", "#include <QtGui/QColor>", "core runs without a screen")
        self.accepted("core/reports/pdf/a.cpp", "#include <QPainter>")
        self.accepted("core/log/a.cpp", "#include <QString>")

    def test_arrows_inside_core(self):
        self.refused("core/base/a.h", '#include "core/storage/writer.h"', "core/base may not use core/storage")
        self.refused("core/rm/a.h", '#include "core/lojaclick/sale.h"', "core/rm may not use core/lojaclick")
        self.accepted("core/lojaclick/a.h", '#include "core/rm/client.h"')

    def test_core_below_ui(self):
        self.refused("core/log/a.cpp", '#include "ui/log/page.h"', "core knows neither ui nor app")

    def test_ui(self):
        self.refused("ui/log/a.cpp", '#include "core/http/server.h"', "ui and the inbound server never see each other")
        self.refused("ui/log/a.cpp", '#include "core/lojaclick/sale.h"', "ui draws any integration without knowing it")
        self.accepted("ui/log/a.cpp", '#include "core/log/logreader.h"')

    def test_sandbox(self):
        self.refused("app/sandbox/rm/a.cpp", '#include "core/rm/client.h"',
                     "the sandbox shares only base and http with what it tests")
        self.accepted("app/sandbox/rm/a.cpp", '#include "core/http/server.h"')


if __name__ == "__main__":
    unittest.main()
