# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""What people and machines get wrong: each gets a clear answer with its own status, and nothing changes outside."""

import contextlib
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import unittest
from urllib.parse import urlsplit, urlunsplit

from double import Outside
from harness import (
    SALE_PATH,
    STUDENT_PATH,
    Agent,
    Table,
    basic,
    changed,
    for_backends,
    free_port,
    newest_schema_module,
    sale_of,
    wait_for,
)

TABLE = Table("Bad input")
LEVEL_WITHOUT_STATUSES = 7


def tearDownModule():
    TABLE.print()


class BadSales:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Outside())
        cls.agent = cls.enterClassContext(Agent(cls.backend))
        cls.agent.configure(cls.world, companies=(2, 3))
        # Company 4 has its network but no parameter at all.
        cls.agent.do("networks", "set", "4", "IEL")
        cls.agent.add_client("only-senai", 3)
        cls.agent.serve()

    def setUp(self):
        self.held = self.world.holdings()
        self.mark = self.world.mark()

    def refused(self, row, status, answer, *said, fields=None):
        """Checks one refusal: status, envelope, words, fields, and that nothing was made outside."""
        with TABLE.cell(row, self.backend):
            self.assertEqual(status, answer.status, answer)
            body = answer.json()
            self.assertEqual({"Status", "Mensagem", "DadosCriados", "DetalheErros"}, set(body), answer)
            self.assertEqual("Erro", body["Status"])
            self.assertTrue(body["Mensagem"], answer)
            self.assertTrue(body["DetalheErros"], answer)
            for detail in body["DetalheErros"]:
                self.assertEqual({"Codigo", "Campo", "Mensagem"}, set(detail), answer)
            text = answer.body.decode("utf-8")
            for word in said:
                self.assertIn(word, text)
            if fields is not None:
                self.assertEqual(sorted(fields), answer.fields(), answer)
            self.assertEqual(self.held, self.world.holdings())
            self.assertEqual([], self.world.writes(self.mark))
            self.assertEqual([], self.world.violations(self.mark))

    def test_json(self):
        send = self.agent.send
        self.refused("broken JSON", 400, send(b'{"idVenda":"LC-1",'))
        self.refused("no body", 400, send(b""))
        self.refused("JSON that is no object", 400, send(b'["idVenda"]'))
        self.refused("JSON nested a thousand deep", 400, send(b'{"a":' * 1000 + b"1" + b"}" * 1000))
        self.refused("bytes that are no UTF-8", 400, send(b'{"idVenda":"LC-\xff\xfe"}'))
        self.refused("empty object", 400, send(b"{}"))

    def test_credentials(self):
        sale = sale_of(3)
        user, password = self.agent.clients["broker"]
        for row, header in (
            ("no credentials", {}),
            ("wrong password", {"Authorization": basic(user, password + "x")}),
            ("unknown user", {"Authorization": basic("nobody", password)}),
            ("garbage credentials", {"Authorization": "Basic %%%"}),
            ("unknown Bearer token", {"Authorization": "Bearer abc.def.ghi"}),
        ):
            answer = self.agent.post(SALE_PATH, sale, client=None, headers=header)
            with TABLE.cell(row, self.backend):
                self.assertEqual(401, answer.status, answer)
                self.assertIn("www-authenticate", answer.headers)
                self.assertEqual(self.held, self.world.holdings())
        self.assertEqual([], self.world.calls(after=self.mark))

    def test_company(self):
        self.refused("company of another client", 403, self.agent.send(sale_of(2), client="only-senai"))
        unknown = self.agent.send(changed(sale_of(3), codColigada=9))
        self.assertIn(unknown.status, (403, 422), unknown)
        self.refused("unknown company", unknown.status, unknown)

    def test_cpf(self):
        for row, path, value in (
            ("A0-06 student's CPF of equal digits", "aluno.cpf", "11111111111"),
            ("CPF with a wrong last digit", "aluno.cpf", "39053344706"),
            ("CPF too short", "aluno.cpf", "3905334470"),
            ("guardian's CPF", "responsavelFinanceiro.cpf", "11111111111"),
        ):
            sale = changed(sale_of(3), **{path.replace(".", "__"): value})
            self.refused(row, 400, self.agent.send(sale), "CPF inválido", fields=[path])
            self.assertEqual(
                [("guardian", "error")], [(n, r["status"]) for n, r in self.agent.records_of(sale).items()]
            )

    def test_fields(self):
        sale = sale_of(3)
        for row, path, value in (
            ("idVenda with a blank", "idVenda", "LC 1"),
            ("idVenda of 61 signs", "idVenda", "x" * 61),
            ("idVenda empty", "idVenda", ""),
            ("no idVenda", "idVenda", ...),
            ("no student's name", "aluno.nome", ...),
            ("student's name empty", "aluno.nome", "  "),
            ("student's name of 121 signs", "aluno.nome", "á" * 121),
            ("birth date that is none", "aluno.dataNascimento", "2001-02-30"),
            ("birth date in other form", "aluno.dataNascimento", "17/05/2001"),
            ("no birth state", "aluno.estadoNatal", None),
            ("no birth place", "aluno.naturalidade", ""),
            ("no class", "matricula.codTurma", None),
            ("class as a number", "matricula.codTurma", 17),
            ("term as a text", "matricula.idPerlet", "setenta"),
            ("no plan", "matricula.codPlanoPgto", ...),
            ("no enrolment date", "matricula.dataMatricula", ...),
            ("money with three decimals", "contrato.valorTotal", "1500.005"),
            ("money with an exponent", "contrato.valorTotal", "15e2"),
            ("money with a comma", "contrato.valorTotal", "1500,00"),
            ("money below zero", "contrato.valorTotal", "-1.00"),
            ("day 32", "contrato.diaVencimento", 32),
            ("no instalments", "contrato.quantidadeParcelas", 0),
            ("sale's date without a zone's sense", "contrato.dataVenda", "ontem"),
            ("no form of payment", "contrato.formaPagamento", ""),
            ("no contract", "contrato", ...),
            ("série outside SESI", "matricula.serie", 2),
        ):
            answer = self.agent.send(changed(sale, **{path.replace(".", "__"): value}))
            self.assertTrue(
                answer.status != 400 or any(field.startswith(path) for field in answer.fields()), f"{row}: {answer}"
            )
            self.refused(row, 400, answer)

    def test_sesi_without_serie(self):
        for value in (None, ..., ""):
            answer = self.agent.send(changed(sale_of(2), matricula__serie=value))
            self.refused("A0-05 SESI without série", 400, answer, fields=["matricula.serie"])

    def test_all_wrong_fields_at_once(self):
        answer = self.agent.send(
            changed(
                sale_of(3),
                aluno__nome="",
                aluno__dataNascimento="x",
                responsavelFinanceiro__cpf="123",
                matricula__codTurma=...,
                contrato__valorTotal="1e3",
                contrato__diaVencimento=0,
            ),
        )
        self.refused("six wrong fields at once", 400, answer, fields=[
            "aluno.dataNascimento", "aluno.nome", "contrato.diaVencimento", "contrato.valorTotal", "matricula.codTurma",
            "responsavelFinanceiro.cpf"])

    def test_missing_parameters(self):
        level = changed(sale_of(3), codTipoCurso=LEVEL_WITHOUT_STATUSES)
        self.refused("A0-07 level without statuses", 422, self.agent.send(level), "Status de Pré Matrícula", "7")
        nothing = self.agent.send(sale_of(4))
        named = [
            name
            for name in ("Usuário da Integração", "Status de Pré Matrícula") if name in nothing.body.decode("utf-8")
        ]
        self.assertTrue(named, nothing)
        self.refused("company without parameters", 422, nothing)
        self.assertEqual("error", self.agent.records_of(level)["guardian"]["status"])

    def test_things_that_do_not_fit_together(self):
        for row, changes in (
            ("D0-16 class of another branch", {"codFilial": 3017}),
            ("class that does not exist", {"matricula__codTurma": "TEC.999"}),
            ("term that does not exist", {"matricula__idPerlet": 999}),
            ("course that does not exist", {"matricula__idHabilitacaoFilial": 999}),
            ("class of another course", {"matricula__idHabilitacaoFilial": 25}),
            ("class of another term", {"matricula__idPerlet": 78}),
            ("branch that does not exist", {"codFilial": 9999}),
        ):
            self.refused(row, 422, self.agent.send(changed(sale_of(3), **changes)))

    def test_http(self):
        sale = sale_of(3)
        everyone = {"Authorization": self.agent.credentials()}
        for row, status, answer in (
            ("unknown path", 404, self.agent.request("GET", "/api/cst/v1/lojaclick/nada", headers=everyone)),
            ("unknown sale", 404, self.agent.stored(sale)),
            (
                "unknown CPF to update",
                404,
                self.agent.post(STUDENT_PATH, {"codColigada": 3, "cpf": "39053344705", "nome": "X"}),
            ),
            ("GET where POST belongs", 405, self.agent.request("GET", STUDENT_PATH, headers=everyone)),
            ("DELETE", 405, self.agent.request("DELETE", SALE_PATH, headers=everyone)),
            ("body over 1 MiB", 413, self.agent.send(b'{"idVenda":"' + b"x" * (1 << 20) + b'"}')),
            (
                "form instead of JSON",
                415,
                self.agent.send(sale, headers={"Content-Type": "application/x-www-form-urlencoded"}),
            ),
            ("XML instead of JSON", 415, self.agent.send(b"<sale/>", headers={"Content-Type": "text/xml"})),
        ):
            with TABLE.cell(row, self.backend):
                self.assertEqual(status, answer.status, f"{row}: {answer}")
                self.assertEqual(self.held, self.world.holdings())
                self.assertEqual([], self.world.writes(self.mark))

    def test_it_still_sells_afterwards(self):
        with TABLE.cell("a good sale after all that", self.backend):
            sale = sale_of(3)
            self.assertEqual("Erro", self.agent.send(changed(sale, aluno__cpf="11111111111")).json()["Status"])
            self.assertEqual(200, self.agent.send(sale).status)
            # What follows the answer must have ended before another test looks at what is held.
            wait_for(lambda: self.agent.statuses_of(sale).get("broker_notice") == "success", 20, "the notice")
            wait_for(lambda: self.world.rm.rows("SMATRICPL")[0]["CODSTATUS"] == 11, 10, "the final status")


class Commands:
    """An agent that is configured but does not serve, and how one of its commands ought to fail."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Outside())
        cls.agent = cls.enterClassContext(Agent(cls.backend))
        cls.agent.configure(cls.world, companies=(3,))

    def ends(self, row, status, *arguments, agent=None, line=True, said=(), **options):
        """The command ends with the status and says why: in one line on stderr where `line` is true."""
        with TABLE.cell(row, self.backend):
            done = (agent or self.agent).run(*arguments, **options)
            text = f"{' '.join(arguments)} -> {done.returncode}\nstdout: {done.stdout}\nstderr: {done.stderr}"
            self.assertEqual(status, done.returncode, text)
            lines = [part for part in done.stderr.splitlines() if part.strip()]
            self.assertTrue(lines, text)
            if line:
                self.assertEqual(1, len(lines), text)
            self.assertEqual("", done.stdout, text)
            for word in said:
                self.assertIn(word.lower(), done.stderr.lower(), text)
            return done


class BadCommands(Commands):
    def value(self, key, *scope):
        return self.agent.ask("parameters", "get", key, *scope)

    def test_usage(self):
        for row, arguments in (
            ("no command", ()),
            ("unknown command", ("sell-everything",)),
            ("unknown option", ("logs", "list", "--company", "3", "--nonsense")),
            ("missing argument", ("logs", "show")),
            ("address that is none", ("serve", "--listen", "nonsense")),
            ("date that is none", ("logs", "list", "--company", "3", "--from", "tomorrowish")),
        ):
            self.ends(row, 2, *arguments, line=False)

    def test_parameter_values(self):
        key, scope = "lojaclick.resend.max_attempts", ("--company", "3")
        before = self.value(key, *scope)
        for value in ("0", "-1", "abc", "100", "1.5", "3x"):
            self.ends(f"A0-18 attempts {value!r}", 3, "parameters", "set", key, value, *scope)
            self.assertEqual(before, self.value(key, *scope))
        for value in ("1", "99", "", "3"):
            with TABLE.cell(f"attempts {value!r} are accepted", self.backend):
                self.agent.do("parameters", "set", key, value, *scope)
        self.ends(
            "status that RM does not have",
            3,
            "parameters",
            "set",
            "lojaclick.status.pre_enrollment",
            "999",
            *scope,
            "--level",
            "1",
        )
        self.ends("user that RM does not have", 3, "parameters", "set", "lojaclick.integration_user", "ninguem", *scope)
        self.ends("Broker's address that is none", 3, "parameters", "set", "lojaclick.broker.address", "nowhere")

    def test_log_record_that_does_not_exist(self):
        self.ends("unknown log record", 3, "logs", "show", "999999")

    def test_outside_system_that_fails(self):
        with TABLE.cell("connection test, ERP away", self.backend):
            self.world.stop("erp")
            try:
                done = self.agent.run("connections", "test", "erp")
                self.assertEqual(4, done.returncode, done.stdout + done.stderr)
            finally:
                self.world.start("erp")
        with TABLE.cell("connection test, wrong password", self.backend):
            right, self.world.rm.password = self.world.rm.password, "another"
            try:
                done = self.agent.run("connections", "test", "rm")
                self.assertEqual(4, done.returncode, done.stdout + done.stderr)
                self.assertRegex(done.stdout + done.stderr, "401|senha|password")
                # RM locks a user after six wrong passwords, so one 401 must be the end of it.
                self.assertEqual(1, self.world.rm.wrong_passwords)
            finally:
                self.world.rm.password = right
                self.world.rm.wrong_passwords = 0

    def test_port_taken(self):
        with socket.socket() as holder:
            holder.bind(("127.0.0.1", 0))
            holder.listen(1)
            port = holder.getsockname()[1]
            self.ends("port taken", 7, "serve", "--listen", f"127.0.0.1:{port}", said=(str(port),), timeout=30)

    def test_newer_schema(self):
        with Agent(self.backend, self.agent.database) as other:
            self.raise_version(other.database)
            for command in (("logs", "list", "--company", "3"), ("serve", "--listen", f"127.0.0.1:{free_port()}"),
                            ("parameters", "set", "lojaclick.resend.max_attempts", "4", "--company", "3")):
                self.ends(f"newer schema, {command[0]}", 5, *command, agent=other, timeout=30)

    def raise_version(self, database):
        if self.backend == "sqlite":
            with contextlib.closing(sqlite3.connect(database.path)) as connection:
                table = newest_schema_module(database.path)
                connection.execute(f'UPDATE "{table}" SET version = version + 1000')
                connection.commit()
            return
        table = database.sql(
            "SELECT a.table_schema || '.' || a.table_name FROM information_schema.columns a"
            " JOIN information_schema.columns b USING (table_schema, table_name)"
            " WHERE a.column_name = 'module' AND b.column_name = 'version' ORDER BY 1 LIMIT 1"
        )
        database.sql(f"UPDATE {table} SET version = version + 1000")

    def test_database_unreachable(self):
        if self.backend == "sqlite":
            file = self.agent.folder / "file"
            file.write_text("no folder", "utf-8")
            address = f"sqlite:{file}/ponte.db"
        else:
            address = f"postgresql://postgres@127.0.0.1:{free_port()}/ponte"
        for command in (("logs", "list", "--company", "3"), ("serve", "--listen", f"127.0.0.1:{free_port()}")):
            self.ends(
                f"database unreachable, {command[0]}", 5, *command, environment={"PONTE_DATABASE": address}, timeout=30
            )
        self.ends("database unreachable, by option", 5, "parameters", "list", "--database", address)

    def test_database_that_is_none(self):
        if self.backend == "sqlite":
            other = self.agent.folder / "text.db"
            other.write_text("this is a letter, not a database\n" * 200, "utf-8")
            address = f"sqlite:{other}"
        else:
            address = self.agent.database.address.replace(self.agent.database.name, "ponte_e2e_never_made")
        self.ends("not a database", 5, "logs", "list", "--company", "3", environment={"PONTE_DATABASE": address})
        if self.backend == "sqlite":
            self.assertIn("this is a letter", other.read_text("utf-8"))


class BadFiles(Commands, unittest.TestCase):
    """SQLite alone: files that cannot be written."""

    backend = "sqlite"

    def test_read_only_file(self):
        with tempfile.TemporaryDirectory(prefix="ponte-e2e-", dir="/tmp") as folder:
            path = pathlib.Path(folder) / "ponte.db"
            for part in self.agent.database.folder.glob("ponte.db*"):
                shutil.copy2(part, pathlib.Path(folder) / part.name)
            as_stranger = self.lock(folder)
            before = path.read_bytes()
            for command in (("parameters", "set", "lojaclick.resend.max_attempts", "5", "--company", "3"),
                            ("serve", "--listen", f"127.0.0.1:{free_port()}")):
                self.ends(f"read-only file, {command[0]}", 5, *command,
                          environment={"PONTE_DATABASE": f"sqlite:{path}", "HOME": folder}, timeout=30, **as_stranger)
            self.assertEqual(before, path.read_bytes())

    @staticmethod
    def lock(folder):
        """Takes the right to write away; root is above rights, so then a stranger runs the command."""
        options = {}
        if os.geteuid() == 0:
            for path in [folder, *pathlib.Path(folder).iterdir()]:
                os.chown(path, 65534, 65534)
            options = {"user": 65534, "group": 65534, "extra_groups": []}
        for path in pathlib.Path(folder).iterdir():
            path.chmod(0o400)
        os.chmod(folder, 0o500)
        return options

    def test_disk_full(self):
        with full_disk(64 * 1024) as (folder, limits):
            address = f"sqlite:{folder}/ponte.db"
            self.ends(
                "disk full, new database",
                5,
                "networks",
                "set",
                "3",
                "SENAI",
                environment={"PONTE_DATABASE": address},
                **limits,
            )

    def test_disk_full_later(self):
        with contextlib.closing(sqlite3.connect(self.agent.database.path)) as database:
            # The last one to close a file in WAL mode leaves it alone, without its two companions.
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        parts = list(self.agent.database.folder.glob("ponte.db*"))
        # Enough for what is there and for the shared memory of SQLite, too little for a transaction.
        size = sum((part.stat().st_size + 4095) // 4096 * 4096 for part in parts) + 40 * 1024
        with full_disk(size, 8 * 1024) as (folder, limits):
            for part in parts:
                shutil.copy2(part, pathlib.Path(folder) / part.name)
            address = {"PONTE_DATABASE": f"sqlite:{folder}/ponte.db"}
            key, scope = "lojaclick.resend.max_attempts", ("--company", "3")
            self.ends(
                "disk full, old database", 5, "parameters", "set", key, "7", *scope, environment=address, **limits
            )
            self.ends(
                "disk full, serve", 5, "serve", "--listen", f"127.0.0.1:{free_port()}", environment=address, **limits
            )
            copies = [
                shutil.copy2(part, self.agent.folder / f"copy-{part.name}") for part in pathlib.Path(folder).iterdir()
            ]
            self.assertTrue(copies)
            address = {"PONTE_DATABASE": f"sqlite:{self.agent.folder}/copy-ponte.db"}
            after = self.agent.run("parameters", "get", key, *scope, "--json", environment=address)
            self.assertEqual(self.agent.ask("parameters", "get", key, *scope), json.loads(after.stdout))


class UnmigratedPostgresql(unittest.TestCase):
    def test_empty_database(self):
        with Agent("postgresql") as agent:
            for command in (("logs", "list", "--company", "3"), ("serve", "--listen", f"127.0.0.1:{free_port()}")):
                with TABLE.cell(f"database not migrated, {command[0]}", "postgresql"):
                    done = agent.run(*command, timeout=30)
                    self.assertEqual(5, done.returncode, done.stderr)
                    self.assertIn("ponte-agent migrate", done.stderr)
            check = agent.run("migrate", "--check")
            self.assertNotEqual(0, check.returncode, check.stdout)
            agent.do("migrate")
            agent.do("migrate", "--check")

    def test_role_that_does_not_exist(self):
        with Agent("postgresql") as agent, TABLE.cell("unknown role", "postgresql"):
            parts = urlsplit(agent.database.address)
            address = urlunsplit(parts._replace(netloc=f"ponte_e2e_nobody@{parts.hostname}:{parts.port or 5432}"))
            done = agent.run("logs", "list", "--company", "3", environment={"PONTE_DATABASE": address})
            self.assertEqual(5, done.returncode, done.stderr)
            self.assertEqual(1, len(done.stderr.strip().splitlines()), done.stderr)


def limit_files(size):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@contextlib.contextmanager
def full_disk(size, limit=None):
    """A folder on a disk of `size` bytes; where nothing can be mounted, a limit on the size of files does the same."""
    with tempfile.TemporaryDirectory(prefix="ponte-e2e-") as folder:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
        )
        if mounted.returncode != 0:
            yield folder, {"preexec_fn": limit_files(limit or size)}
            return
        try:
            yield folder, {}
        finally:
            subprocess.run(["umount", folder], check=True)


for_backends(globals(), BadSales, BadCommands)

if __name__ == "__main__":
    unittest.main(verbosity=2)
