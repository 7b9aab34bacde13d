# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Runs ponte-agent as a user would: from a shell, over HTTP, on a fresh database of either backend."""

import base64
import contextlib
import copy
import http.client
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import uuid
from urllib.parse import urlsplit, urlunsplit

from double.seed import COMPANIES, Offer

BACKENDS = ("sqlite", "postgresql")
SALE_PATH = "/api/cst/v1/lojaclick/matricula/inserirMatricula"
STORED_SALE_PATH = "/api/cst/v1/lojaclick/matricula/"
TOKEN_PATH = "/api/connect/token"
STUDENT_PATH = "/api/cst/v1/lojaclick/aluno/atualizaDadosAluno"
FUNCTIONALITIES = (
    "guardian",
    "student",
    "course_enrollment",
    "term_enrollment",
    "subject_enrollment",
    "pre_contract",
    "contract_activation",
    "broker_notice",
)


class SetupError(AssertionError):
    """The test could not be prepared; counted as a failure, never as a skip."""


def binary_folder():
    folder = os.environ.get("PONTE_BIN_DIR")
    if not folder:
        raise SetupError("PONTE_BIN_DIR does not name the folder of ponte-agent")
    return pathlib.Path(folder)


# -- databases -------------------------------------------------------------------------------------


class SqliteDatabase:
    backend = "sqlite"

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "ponte.db"
        self.environment = {}

    @property
    def address(self):
        return f"sqlite:{self.path}"

    def clone(self, folder):
        """A copy of the closed database with its key, so that a configured state can be had many times."""
        other = SqliteDatabase(folder)
        for part in self.folder.glob("ponte.db*"):
            shutil.copy2(part, other.folder / part.name)
        return other

    def text(self):
        """The bytes of everything beside the key, to look for secrets in plain."""
        return b"".join(
            p.read_bytes() for p in sorted(self.folder.glob("ponte.db*")) if p.is_file() and p.suffix != ".key"
        )

    def disturb(self):
        """Nobody else can write or read anything anew for a moment that is longer than a busy wait of a reader."""
        with contextlib.closing(sqlite3.connect(self.path, timeout=30, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")

    def drop(self):
        """The folder goes with its temporary directory."""


class PostgresqlDatabase:
    backend = "postgresql"

    def __init__(self, folder, key=None, template=None):
        self.folder = pathlib.Path(folder)
        self.admin = os.environ.get("PONTE_TEST_POSTGRESQL")
        if not self.admin:
            raise SetupError("PONTE_TEST_POSTGRESQL does not name a PostgreSQL where databases may be created")
        self.name = f"ponte_e2e_{uuid.uuid4().hex[:12]}"
        self.sql(f"CREATE DATABASE {self.name}" + (f" TEMPLATE {template}" if template else ""), self.admin)
        self.key = self.folder / "ponte.key"
        if key is not None:
            shutil.copy2(key, self.key)
        self.environment = {"PONTE_KEY": str(self.key)}

    @property
    def address(self):
        return urlunsplit(urlsplit(self.admin)._replace(path="/" + self.name))

    def sql(self, statement, address=None):
        run = subprocess.run(
            ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", address or self.address, "-c", statement],
            capture_output=True, text=True, timeout=60, check=False,
        )
        if run.returncode != 0:
            raise SetupError(f"psql: {statement}: {run.stderr.strip()}")
        return run.stdout.strip()

    def clone(self, folder):
        return PostgresqlDatabase(folder, self.key, self.name)

    def text(self):
        run = subprocess.run(
            ["pg_dump", "--data-only", "-d", self.address], capture_output=True, timeout=60, check=True
        )
        return run.stdout

    def disturb(self):
        """Every connection to it ends now."""
        self.sql(
            f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{self.name}'", self.admin
        )

    def drop(self):
        self.sql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)", self.admin)


def new_database(backend, folder):
    return {"sqlite": SqliteDatabase, "postgresql": PostgresqlDatabase}[backend](folder)


# -- the agent -------------------------------------------------------------------------------------


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body.decode("utf-8"))

    def fields(self):
        """The `Campo` of every detail of an error answer."""
        return sorted(detail.get("Campo") or "" for detail in self.json()["DetalheErros"])

    def __str__(self):
        return f"HTTP {self.status} {self.body[:2000].decode('utf-8', 'replace')}"


class Agent:
    """One database and the ponte-agent that serves it; close() stops what was started and removes what was made."""

    def __init__(self, backend, database=None):
        self.backend = backend
        self._stack = contextlib.ExitStack()
        self.folder = pathlib.Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="ponte-e2e-")))
        try:
            self.database = database.clone(self.folder) if database else new_database(backend, self.folder)
        except BaseException:
            self._stack.close()
            raise
        self._stack.callback(self.database.drop)
        self.process = None
        self.port = None
        self.clients = {}
        self.output = self.folder / "serve.log"
        self._stack.callback(self.stop)

    def close(self):
        self._stack.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    # commands

    def environment(self, **extra):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PONTE_", "PG"))}
        kept.update(
            HOME=str(self.folder),
            XDG_DATA_HOME=str(self.folder / "data"),
            XDG_CONFIG_HOME=str(self.folder / "config"),
            XDG_CACHE_HOME=str(self.folder / "cache"),
            LC_ALL="C.UTF-8",
            LANGUAGE="en",
            PONTE_DATABASE=self.database.address,
            **self.database.environment,
        )
        kept.update({name: value for name, value in extra.items() if value is not None})
        for name in [name for name, value in extra.items() if value is None]:
            kept.pop(name, None)
        return kept

    def run(self, *arguments, stdin="", timeout=60, environment=None, **options):
        """Runs one command to its end, whatever it answers."""
        return subprocess.run(
            [str(binary_folder() / "ponte-agent"), *arguments],
            input=stdin, capture_output=True, text=True, timeout=timeout, check=False,
            env=self.environment(**(environment or {})), **options,
        )

    def do(self, *arguments, stdin="", status=0, timeout=60):
        """Runs one command that must end with `status`; returns what it printed."""
        done = self.run(*arguments, stdin=stdin, timeout=timeout)
        if done.returncode != status:
            raise AssertionError(
                f"ponte-agent {' '.join(arguments)} ended with {done.returncode}, not {status}\n"
                f"stdout: {done.stdout[-2000:]}\nstderr: {done.stderr[-2000:]}"
            )
        return done.stdout

    def ask(self, *arguments, stdin="", timeout=60):
        """Runs one command with --json and returns its document."""
        text = self.do(*arguments, "--json", stdin=stdin, timeout=timeout)
        try:
            return json.loads(text)
        except ValueError as error:
            raise AssertionError(f"ponte-agent {' '.join(arguments)} --json printed no JSON: {text[:500]!r}") from error

    def configure(self, world, companies=tuple(COMPANIES), levels=(1,)):
        """What a key user types before the first sale."""
        if self.backend == "postgresql":
            self.do("migrate")
        self.do("connections", "set", "rm", "--url", world.rm_url, "--user", world.rm.user, "--password-stdin",
                stdin=world.rm.password)
        # The line end is what a person's `echo` adds; it is no part of a password.
        self.do("connections", "set", "erp", "--url", world.erp_url, "--user", world.erp.user, "--password-stdin",
                stdin=world.erp.password + "\n")
        for company in companies:
            self.do("networks", "set", str(company), Offer(company).network)
        self.do("parameters", "set", "lojaclick.broker.address", world.broker_url)
        self.do("parameters", "set", "lojaclick.broker.token", "--stdin", stdin=world.broker.token)
        self.do("catalog", "refresh")
        for company in companies:
            for level in levels:
                scope = ("--company", str(company), "--level", str(level))
                self.do("parameters", "set", "lojaclick.status.pre_enrollment", str(level * 10), *scope)
                self.do("parameters", "set", "lojaclick.status.enrollment", str(level * 10 + 1), *scope)
            scope = ("--company", str(company))
            self.do("parameters", "set", "lojaclick.integration_user", world.rm.integration_user, *scope)
            self.do("parameters", "set", "lojaclick.resend.max_attempts", "3", *scope)
        self.add_client("broker")
        return self

    def add_client(self, name, company=None):
        scope = ("--company", str(company)) if company else ()
        made = self.ask("api-clients", "add", name, *scope)
        self.clients[name] = (made["username"], made["password"])
        return self.clients[name]

    # serving

    def serve(self, *options, environment=None, ready=True, port=None):
        """Starts `serve`; with ready=False the caller finds out by itself how it ends."""
        self.port = port or free_port()
        with open(self.output, "ab") as output:
            self.process = subprocess.Popen(
                [str(binary_folder() / "ponte-agent"), "serve", "--listen", f"127.0.0.1:{self.port}", *options],
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=self.environment(**(environment or {})),
            )
        if ready and not self.wait_ready():
            raise AssertionError(f"ponte-agent serve is not ready\n{self.log_text()[-3000:]}")
        return self

    @contextlib.contextmanager
    def twin(self):
        """A second program on the same database, as a second machine would run it."""
        other = copy.copy(self)
        other.process = None
        other.output = self.folder / f"serve-{uuid.uuid4().hex[:6]}.log"
        try:
            yield other.serve()
        finally:
            other.stop()

    def wait_ready(self, seconds=30):
        """True as soon as /health/ready says 200; False when the process ended or the time is over."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                return False
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.request("GET", "/health/ready", timeout=2).status == 200:
                    return True
            time.sleep(0.02)
        return False

    def log_text(self):
        return self.output.read_text("utf-8", "replace") if self.output.exists() else ""

    def stop(self):
        """SIGTERM, and SIGKILL to our own child when it does not end; returns its exit status."""
        process, self.process = self.process, None
        if process is None:
            return None
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(40)
            except subprocess.TimeoutExpired:
                process.kill()
        return process.wait()

    def kill(self):
        """kill -9, as when the machine loses power."""
        process, self.process = self.process, None
        process.kill()
        return process.wait()

    def ended(self, seconds=0.0):
        """The exit status when the process has ended by itself within the time, else None."""
        try:
            return self.process.wait(seconds) if seconds else self.process.poll()
        except subprocess.TimeoutExpired:
            return None

    # HTTP

    def request(self, method, path, body=None, headers=None, timeout=100, sent=None):
        """One request on a connection of its own; `sent` is set when the request has left."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers or {})
            if sent is not None:
                sent.set()
            answer = connection.getresponse()
            return Answer(answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def credentials(self, client="broker"):
        user, password = self.clients[client]
        return basic(user, password)

    def post(self, path, body, client="broker", headers=None, **options):
        sent = {"Content-Type": "application/json; charset=utf-8"}
        if client:
            sent["Authorization"] = self.credentials(client)
        sent.update(headers or {})
        data = body if isinstance(body, (bytes, str)) else json.dumps(body, ensure_ascii=False)
        return self.request("POST", path, data.encode("utf-8") if isinstance(data, str) else data, sent, **options)

    def send(self, sale, **options):
        return self.post(SALE_PATH, sale, **options)

    def stored(self, sale, client="broker"):
        path = f"{STORED_SALE_PATH}{sale['idVenda']}?codColigada={sale['codColigada']}"
        return self.request("GET", path, headers={"Authorization": self.credentials(client)})

    # the log

    def logs(self, company, *filters):
        found = self.ask("logs", "list", "--company", str(company), "--limit", "100", *filters)
        return sorted(found["items"], key=lambda item: int(item["id"]))

    def records_of(self, sale, *filters):
        """functionality -> record, of one sale."""
        found = self.logs(sale["codColigada"], "--origin", sale["idVenda"], *filters)
        return {item["functionality"]: item for item in found}

    def statuses_of(self, sale):
        return {name: item["status"] for name, item in self.records_of(sale).items()}

    def show(self, identifier):
        return self.ask("logs", "show", str(identifier))

    def items_of(self, sale, functionality):
        return self.show(self.records_of(sale)[functionality]["id"])["items"]


def basic(user, password):
    return "Basic " + base64.b64encode(f"{user}:{password}".encode("utf-8")).decode("ascii")


class Ports:
    """Ports below the ones the system gives to outgoing calls, none of them given twice by this process.

    A port asked of the system is free again at once, so that two agents starting together can be told the same one:
    the first to listen then answers for both.
    """

    FIRST, LAST = 10000, 32000

    def __init__(self):
        self._lock = threading.Lock()
        self._next = random.randrange(self.FIRST, self.LAST)

    def take(self):
        with self._lock:
            for _ in range(self.FIRST, self.LAST):
                self._next = self._next + 1 if self._next < self.LAST else self.FIRST
                with socket.socket() as probe, contextlib.suppress(OSError):
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                    probe.bind(("127.0.0.1", self._next))
                    return self._next
        raise SetupError("no port of 127.0.0.1 is free")


PORTS = Ports()


def free_port():
    return PORTS.take()


def wait_for(condition, seconds=20.0, what="the condition", pause=0.05):
    """Polls until condition() is true; an AssertionError names what did not come."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come within {seconds:g} s")
        time.sleep(pause)


# -- sales -----------------------------------------------------------------------------------------

_used_ids = 0
_ids_lock = threading.Lock()


def next_number():
    global _used_ids
    with _ids_lock:
        _used_ids += 1
        return _used_ids


def cpf(number):
    """A valid CPF whose first nine digits come from the number."""
    digits = [int(sign) for sign in f"{100000000 + number * 7919 % 899999999:09d}"]
    for length in (9, 10):
        rest = sum(digit * weight for digit, weight in zip(digits, range(length + 1, 1, -1))) * 10 % 11
        digits.append(rest % 10)
    return "".join(map(str, digits))


def sale_of(company=3, number=None, **changes):
    """A whole sale; `changes` are dotted paths with `__`, and a value of ... removes the member."""
    number = number or next_number()
    offer = Offer(company)
    sale = {
        "idVenda": f"LC-2026-{number:06d}-1",
        "codColigada": company,
        "codFilial": offer.branch,
        "codTipoCurso": 1,
        "responsavelFinanceiro": {
            "nome": f"Conceição D'Ávila & Irmãos <matriz> {number}",
            "cpf": cpf(number * 2),
            "cnpj": None,
            "email": f"conceicao{number}@exemplo.com.br",
            "cep": "80530902",
            "logradouro": "Av. Cândido de Abreu & Cia",
            "numero": "200",
            "complemento": "Bloco \"B\"",
            "bairro": "Centro Cívico",
            "cidade": "Curitiba",
            "estado": "PR",
            "telefone": "4132719000",
            "celular": "41999990000",
        },
        "aluno": {
            "nome": f"João O'Brien & Sá <júnior> {number}",
            "nomeSocial": None,
            "sexo": "M",
            "dataNascimento": "2001-05-17",
            "cpf": cpf(number * 2 + 1),
            "estadoNatal": "PR",
            "naturalidade": "Ponta Grossa",
            "nomeMae": "Íris D'Ávila",
            "email": f"joao{number}@exemplo.com.br",
            "celular": "41988880000",
            "cep": "84010000",
            "logradouro": "Rua d'Oeste",
            "numero": "15",
            "bairro": "São José",
            "cidade": "Ponta Grossa",
            "estado": "PR",
        },
        "matricula": {
            "idHabilitacaoFilial": offer.matrix,
            "idPerlet": offer.term,
            "codTurma": offer.class_code,
            "serie": 2 if offer.network == "SESI" else None,
            "codPlanoPgto": offer.plan,
            "dataMatricula": "2026-11-20",
        },
        "contrato": {
            "valorTotal": "1500.00",
            "quantidadeParcelas": 12,
            "diaVencimento": 10,
            "formaPagamento": "CARTAO",
            "dataVenda": "2026-11-20T14:03:22-03:00",
        },
    }
    return changed(sale, **changes)


def changed(sale, **changes):
    """A copy of the sale with some members replaced."""
    other = json.loads(json.dumps(sale))
    for path, value in changes.items():
        *parents, name = path.split("__")
        place = other
        for parent in parents:
            place = place[parent]
        if value is ...:
            del place[name]
        else:
            place[name] = value
    return other


# -- tests -----------------------------------------------------------------------------------------


class Table:
    """Collects one line per case and prints them all at the end, so that no cell is silently empty."""

    def __init__(self, title):
        self.title = title
        self.rows = {}
        self.columns = []
        self.lock = threading.Lock()

    def put(self, row, column, text):
        with self.lock:
            if column not in self.columns:
                self.columns.append(column)
            self.rows.setdefault(row, {})[column] = text

    def print(self):
        width = max([len(row) for row in self.rows] + [len(self.title)])
        columns = sorted(self.columns)
        print(f"\n{self.title:<{width}}  " + "  ".join(f"{column:<16}" for column in columns))
        for row, cells in self.rows.items():
            print(f"{row:<{width}}  " + "  ".join(f"{cells.get(column, 'NOT RUN'):<16}" for column in columns))
        sys.stdout.flush()

    def empty_cells(self):
        return [(row, column) for row, cells in self.rows.items() for column in self.columns if column not in cells]

    @contextlib.contextmanager
    def cell(self, row, column):
        """`ok` when the block ends well, `FAILED` else."""
        self.put(row, column, "FAILED")
        begun = time.monotonic()
        yield
        self.put(row, column, f"ok {time.monotonic() - begun:.1f} s")


def for_backends(namespace, *cases):
    """Makes one test class per backend from each mixin and puts it where unittest looks."""
    for case in cases:
        for backend in BACKENDS:
            name = f"{case.__name__}_{backend}"
            namespace[name] = type(
                name, (case, unittest.TestCase), {"backend": backend, "__module__": namespace["__name__"]}
            )


def newest_schema_module(path):
    """(table, column) that keeps the schema version in a SQLite file."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name"):
            columns = {row[1].lower() for row in database.execute(f'PRAGMA table_info("{table}")')}
            if {"module", "version"} <= columns:
                return table
    raise SetupError("no table with the columns module and version keeps the schema version")
