# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""A report that does not fit on the disk, or may not be written there, says so and leaves nothing, in every format."""

import pathlib
import shlex
import sqlite3
import subprocess
import unittest

from harness import Agent, Table, binary_folder, for_backends

TABLE = Table("Full disk")
FORMATS = ("csv", "xlsx", "pdf", "html")
RECORDS = 20_000
ROOM = 256 * 1024
NUMBERS = {"sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})",
           "postgresql": "WITH n(i) AS (SELECT * FROM generate_series(1, {0}))"}
INSERT = """INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, key_values,
 status, message, created_at, changed_at) {0}
 SELECT 'lojaclick', 3, 1, 'D-' || i, 'guardian', 'lojaclick_import', 'CODCOLIGADA;CODCFO', '3;' || (i * 7919), 'success',
 'Nr. ' || (i * 104729), 1760000000000 + i, 1760000000000 + i FROM n"""

#: Runs a command with a small file system of its own, of which nobody else knows, and lists what it left there.
IN_SMALL = """mount -t tmpfs -o {options} tmpfs {folder} || exit 99
"$@"; status=$?
echo "left:$(ls -A {folder})"; exit $status"""


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


def may_mount():
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0


class FullDisk:
    def setUp(self):
        self.agent = self.enterContext(Agent(self.backend))
        self.agent.do("migrate")
        self.target = self.agent.folder / "small"
        self.target.mkdir()

    def fill(self, count):
        statement = INSERT.format(NUMBERS[self.backend].format(count))
        if self.backend == "postgresql":
            self.agent.database.sql(statement)
            return
        connection = sqlite3.connect(self.agent.database.path)
        with connection:
            connection.execute(statement)
        connection.close()

    def report(self, form, prefix, folder=None):
        words = [*prefix, str(binary_folder() / "ponte-agent"), "report", "--format", form, "--output",
                 f"{folder or self.target}/r.{form}"]
        return subprocess.run(words, capture_output=True, text=True, timeout=120, check=False,
                              env=self.agent.environment(QT_QPA_PLATFORM="offscreen"))

    def in_small(self, options):
        script = IN_SMALL.format(options=options, folder=shlex.quote(str(self.target)))
        return ["unshare", "-rm", "sh", "-c", script, "sh"]

    def judge(self, done, status, form):
        told = done.stdout + done.stderr
        self.assertEqual(status, done.returncode, told)
        self.assertIn(f"r.{form}", told)
        self.assertNotIn(".ponte-report-", told)
        left = [line.removeprefix("left:") for line in done.stdout.splitlines() if line.startswith("left:")]
        self.assertIn(left, ([], [""]))
        self.assertEqual([], list(self.target.iterdir()))

    def test_no_room(self):
        self.fill(RECORDS)
        # Where no file system may be mounted, a limit of a file's size is what refuses.
        limited = ["env", "--ignore-signal=XFSZ", "prlimit", f"--fsize={ROOM}"]
        small = self.in_small(f"size={ROOM}") if may_mount() else limited
        for form in FORMATS:
            with TABLE.cell(f"no room for {form}", self.backend):
                self.judge(self.report(form, small), 1, form)
        # The same commands where there is room.
        for form in FORMATS:
            with TABLE.cell(f"room for {form}", self.backend):
                done = self.report(form, [])
                self.assertEqual(0, done.returncode, done.stdout + done.stderr)
                self.assertGreater((self.target / f"r.{form}").stat().st_size, ROOM)

    def test_no_permission(self):
        self.fill(3)
        for form in FORMATS:
            with TABLE.cell(f"no folder may be made for {form}", self.backend):
                self.judge(self.report(form, [], pathlib.Path("/proc")), 2, form)
            if may_mount():
                with TABLE.cell(f"read-only disk for {form}", self.backend):
                    self.judge(self.report(form, self.in_small("ro")), 2, form)


for_backends(globals(), FullDisk)

if __name__ == "__main__":
    unittest.main()
