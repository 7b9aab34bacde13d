# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Reports that come by themselves: to a folder and by a real mail server, once, whatever program writes them."""

import csv
import datetime
import hashlib
import json
import pathlib
import queue
import subprocess
import threading
import unittest
from zoneinfo import ZoneInfo

from harness import Table, for_backends, wait_for
from resend_case import COMPANY, ResendCase

TABLE = Table("Scheduled reports")
ZONE = ZoneInfo("America/Sao_Paulo")
SCOPE = ("--company", str(COMPANY))
SERVER = pathlib.Path(__file__).resolve().parents[1] / "support" / "smtpserver.py"
SECRET = "s3nha é longa"


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class MailServer:
    """The server of tests/support in a process of its own; `messages` are those that it took over."""

    def __init__(self, folder, *options):
        self.certificate, key = folder / "mail.pem", folder / "mail.key"
        if not self.certificate.exists():
            subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                            "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", self.certificate],
                           check=True, capture_output=True)
        self.process = subprocess.Popen(["/usr/bin/python3", "-B", SERVER, "--mode", "tls", "--certificate", self.certificate,
                                         "--key", key, "--user", "ponte", "--password", SECRET, *options],
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().split()[1])
        self.messages = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            if line.startswith("{"):
                self.messages.put(json.loads(line))

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


class ScheduledReports(ResendCase):
    table = TABLE

    def setUp(self):
        super().setUp()
        self.target = self.agent.folder / "relatorios"
        self.target.mkdir()

    def mail_server(self, *options):
        server = self.enterContext(MailServer(self.agent.folder, *options))
        self.agent.do("connections", "set", "mail", "--url", f"smtps://localhost:{server.port}", "--user", "ponte",
                      "--password-stdin", "--from", "ponte@escola.example", "--ca-file", str(server.certificate), stdin=SECRET)
        return server

    def soon(self, seconds=3):
        return (datetime.datetime.now(ZONE) + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%S")

    def add(self, *words):
        return self.agent.ask("schedule", "add", "--job", "report", *SCOPE, *words)["id"]

    def files(self):
        return sorted(path.name for path in self.target.iterdir())

    def refused_sales(self, count):
        self.world.fail("erp", "efetivacao", "refuse", text="Cliente com restrição")
        return [self.sold("Erro") for _ in range(count)]

    def test_three_programs_deliver_once(self):
        with self.cell("three programs: one file, one mail"):
            server = self.mail_server()
            self.agent.serve()
            for _ in range(2):
                self.enterContext(self.agent.twin())
            sales = self.refused_sales(2)
            self.add("--format", "csv", "--no-bom", "--folder", str(self.target), "--mail", "direcao@escola.example", "--summary",
                     "--period", "today", "--functionality", "contract_activation", "--name", "Erros do dia", "--at", self.soon())
            message = server.messages.get(timeout=40)
            name, receipt = self.files()
            self.assertRegex(name, r"^erros-do-dia-\d{4}-\d{2}-\d{2}-\d{4}\.csv$")
            content = (self.target / name).read_bytes()
            rows = list(csv.reader(content.decode("utf-8").splitlines(), delimiter=";"))
            self.assertEqual(len(sales) + 1, len(rows))
            told = json.loads((self.target / receipt).read_text())
            self.assertEqual((len(sales), hashlib.sha256(content).hexdigest(), True),
                             (told["rows"], told["sha256"], told["complete"]))
            self.assertIn("2 com problema", message["subject"])
            text, html, attached, attached_receipt = message["parts"]
            for part in (text, html):
                self.assertIn("restrição", part["text"])
                for sale in sales:
                    self.assertNotIn(sale["aluno"]["cpf"], part["text"])
            self.assertEqual((name, told["sha256"]), (attached["file"], attached["sha256"]))
            self.assertEqual(receipt, attached_receipt["file"])
            # One more moment, so that a second message would have had its chance.
            other = self.add("--format", "csv", "--folder", str(self.target), "--at", self.soon(2))
            wait_for(lambda: self.last_run(other), 30, "the other run")
            self.assertTrue(server.messages.empty())

    def last_run(self, identifier):
        listed = self.agent.ask("schedule", "list", *SCOPE)["items"]
        return next(item for item in listed if item["id"] == identifier)["lastRun"]

    def test_what_fails_is_tried_again(self):
        with self.cell("no server, wrong password, then delivered"):
            schedule = str(self.add("--mail", "direcao@escola.example", "--summary", "--daily", "07:00"))
            missing = self.agent.run("schedule", "run", schedule)
            self.assertEqual(6, missing.returncode, missing.stdout + missing.stderr)
            self.assertIn("connections set mail", missing.stdout)
            server = self.mail_server()
            self.agent.do("connections", "set", "mail", "--password-stdin", stdin="errada")
            wrong = self.agent.run("schedule", "run", schedule)
            self.assertEqual(6, wrong.returncode, wrong.stdout + wrong.stderr)
            self.assertIn("535", wrong.stdout)
            self.assertTrue(server.messages.empty())
            self.agent.do("connections", "set", "mail", "--password-stdin", stdin=SECRET)
            done = self.agent.run("schedule", "run", schedule, "--json")
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            self.assertEqual((1, 1, 0), tuple(json.loads(done.stdout)[name] for name in ("planned", "succeeded", "failed")))
            self.assertIn("Nada deu errado", server.messages.get(timeout=20)["parts"][0]["text"])

    def test_the_server_is_tried(self):
        with self.cell("tried without a message: taken, refused, gone"):
            server = self.mail_server()

            def tried(status):
                done = self.agent.run("connections", "test", "mail", "--json")
                self.assertEqual(status, done.returncode, done.stdout + done.stderr)
                return [check["result"] for check in json.loads(done.stdout)["checks"]]

            self.assertEqual(["passed"] * 5, tried(0))
            self.agent.do("connections", "set", "mail", "--password-stdin", stdin="errada")
            self.assertEqual(["passed"] * 3 + ["failed", "skipped"], tried(4))
            self.assertTrue(server.messages.empty())
            server.process.kill()
            server.process.wait()
            self.assertEqual(["passed", "failed"] + ["skipped"] * 3, tried(4))

    def test_killed_around_the_mail(self):
        for point in ("call.mail.send.before", "call.mail.send.after"):
            with self.cell(f"killed at {point}"):
                server = self.mail_server()
                schedule = str(self.add("--mail", "direcao@escola.example", "--summary", "--daily", "07:00"))
                killed = self.agent.run("schedule", "run", schedule, environment={"PONTE_CRASH_AT": point})
                self.assertEqual(-9, killed.returncode, killed.stdout + killed.stderr)
                done = self.agent.run("schedule", "run", schedule)
                self.assertEqual(0, done.returncode, done.stdout + done.stderr)
                first = server.messages.get(timeout=20)
                if point.endswith("before"):
                    self.assertTrue(server.messages.empty())
                else:
                    # The server had it; the person's own run is another one, about the same days.
                    self.assertEqual(first["subject"], server.messages.get(timeout=20)["subject"])

    def test_no_secret_is_kept_or_told(self):
        with self.cell("the password is sealed"):
            self.mail_server()
            listed = self.agent.do("connections", "list", "--json")
            self.assertIn("smtps://localhost", listed)
            self.assertNotIn(SECRET, listed)
            self.assertNotIn(SECRET.encode(), self.agent.database.text())

    def test_every_format(self):
        with self.cell("csv, xlsx and html to a folder"):
            for form in ("csv", "xlsx", "html"):
                schedule = str(self.add("--format", form, "--folder", str(self.target), "--period", "all", "--name", form,
                                        "--daily", "07:00"))
                self.agent.do("schedule", "run", schedule)
            self.assertEqual(["csv", "html", "xlsx"], sorted(name.split(".")[-1] for name in self.files() if "receipt" not in name))

    def test_wrong_words(self):
        with self.cell("wrong words are refused, nothing is kept"):
            before = len(self.agent.ask("schedule", "list", *SCOPE)["items"])
            for words, status in (
                (("--job", "report", "--folder", "/tmp"), 3),
                (("--job", "report", "--format", "csv"), 3),
                (("--job", "report", "--format", "docx", "--folder", "/tmp"), 2),
                (("--job", "report", "--format", "csv", "--mail", "ninguém"), 3),
                (("--job", "report", "--summary", "--folder", "/tmp"), 3),
                (("--job", "report", "--format", "csv", "--folder", "/tmp", "--period", "century"), 2),
                (("--job", "reprocess", "--format", "csv"), 2),
            ):
                done = self.agent.run("schedule", "add", *SCOPE, *words, "--daily", "07:00")
                self.assertEqual(status, done.returncode, f"{words}: {done.stdout}{done.stderr}")
                self.assertTrue(done.stderr.strip(), words)
            self.assertEqual(before, len(self.agent.ask("schedule", "list", *SCOPE)["items"]))


for_backends(globals(), ScheduledReports)

if __name__ == "__main__":
    unittest.main(verbosity=2)
