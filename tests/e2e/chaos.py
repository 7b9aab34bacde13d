# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""kill -9 at random instants while contracts are activated, refused and lost; then the books are compared.

The ERP makes a contract of every request that it accepts (it can be asked first); the Broker takes each Idempotency-Key
once (it cannot be asked). Sales come from several senders, persons and schedules try again all the while.
"""

import contextlib
import copy
import http.client
import json
import random
import signal
import subprocess
import threading
import time
from dataclasses import dataclass, field

from double import Outside
from double.seed import Offer
from harness import Agent, binary_folder, free_port, sale_of, wait_for

COMPANY = 3
SENDERS = 4
MAXIMUM = 2

#: how often each call goes wrong while the storm lasts, and how
WEATHER = (
    ("erp", "efetivacao", "refuse", 0.30, {"text": "Cliente sem crédito"}),
    ("erp", "efetivacao", "lose", 0.15, {}),
    ("erp", "efetivacao", "drop", 0.05, {}),
    ("erp", "efetivacao", "status", 0.05, {"status": 503}),
    ("erp", "contratos", "status", 0.10, {"status": 500}),
    ("broker", "confirmacao", "lose", 0.10, {}),
    ("broker", "confirmacao", "status", 0.05, {"status": 503}),
    ("rm", "ExecuteWithXmlParams", "lose", 0.01, {}),
)


@dataclass
class Report:
    """What happened and what is wrong with it."""

    sales: int = 0
    kills: dict = field(default_factory=dict)
    runs: dict = field(default_factory=dict)
    refused: int = 0
    lost: int = 0
    cancelled: int = 0
    problems: list = field(default_factory=list)

    def __str__(self):
        killed = ", ".join(f"{count} {what}" for what, count in sorted(self.kills.items())) or "nothing"
        ran = ", ".join(f"{count} {what}" for what, count in sorted(self.runs.items()))
        return (
            f"{self.sales} sales; killed {killed}; ended runs: {ran}; ERP refused {self.refused} and lost {self.lost} "
            f"answers; {self.cancelled} cancelled in between; {len(self.problems)} problems"
        )


class Chaos:
    """One storm over a fresh world and a fresh database; run() returns its Report."""

    def __init__(self, backend, sales, kills, seed, pause=0.45, broker_faults=2):
        self.backend = backend
        self.kills_wanted = kills
        self.seed = seed
        #: seconds between two kills on the average
        self.pause = pause
        self.broker_faults = broker_faults
        self.sales = list(self._sales(sales))
        self.report = Report(sales=sales)
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        self._calm = threading.Event()
        self._unsent = list(self.sales)
        self._answered = set()
        self._servers = []
        self._alive = True

    @staticmethod
    def _sales(count):
        """Two sales to each person, in two terms, so that the locks on persons are in the game."""
        offer = Offer(COMPANY)
        while count > 0:
            first = sale_of(COMPANY)
            yield first
            if count > 1:
                second = sale_of(COMPANY, matricula__idPerlet=offer.next_term, matricula__codTurma=offer.next_class)
                second["aluno"], second["responsavelFinanceiro"] = first["aluno"], first["responsavelFinanceiro"]
                yield second
            count -= 2

    def run(self):
        with Outside() as self.world, Agent(self.backend) as self.agent:
            self.world.erp.deduplicate = False
            self.agent.configure(self.world, companies=(COMPANY,))
            self.agent.do("parameters", "set", "lojaclick.resend.max_attempts", str(MAXIMUM), "--company", str(COMPANY))
            [schedule] = self.agent.ask("schedule", "list", "--company", str(COMPANY))["items"]
            self.schedule = str(schedule["id"])
            self._brew()
            count = 2 if self.backend == "postgresql" else 1
            self._servers = [Server(self.agent, number) for number in range(count)]
            try:
                self._storm()
                self._judge_books()
                self._mend()
                self._judge_end()
            finally:
                self._alive = False
                for server in self._servers:
                    server.stop()
        return self.report

    # -- the storm -----------------------------------------------------------------------------------

    def _brew(self):
        struck = {}

        def strikes(share, limit):
            def match(call):
                if self._calm.is_set() or self._random.random() >= share:
                    return False
                key = (call.system, call.header("idempotency-key"))
                struck[key] = struck.get(key, 0) + 1
                return not limit or struck[key] <= limit

            return match

        for system, operation, kind, share, options in WEATHER:
            limit = self.broker_faults if system == "broker" else 0
            self.world.fail(system, operation, kind, match=strikes(share, limit), **options)

    def _storm(self):
        for server in self._servers:
            server.start()
        threads = [threading.Thread(target=self._send, daemon=True) for _ in range(SENDERS)]
        threads += [threading.Thread(target=self._work, args=(number,), daemon=True) for number in range(2)]
        for thread in threads:
            thread.start()
        try:
            self._kill()
        finally:
            self._calm.set()
        for thread in threads:
            thread.join(300)
            if thread.is_alive():
                self.report.problems.append("a sender or a person did not come to an end")
        for server in self._servers:
            server.stop()

    def _kill(self):
        """Kills servers until there were enough kills; the sales are spread over the whole of it."""
        while self._killed("agents") < self.kills_wanted:
            # Mostly short, so that starts are struck too, now and then long enough for work to come far.
            time.sleep(min(self._random.expovariate(1 / self.pause), 4 * self.pause))
            server = self._random.choice(self._servers)
            ended = server.kill()
            if ended == -signal.SIGKILL:
                self._count(self.report.kills, "agents")
            elif ended != 7:
                self.report.problems.append(f"an agent ended by itself with {ended}: {server.last_words()}")
            server.start()

    def _killed(self, *names):
        with self._lock:
            return sum(count for name, count in self.report.kills.items() if not names or name in names)

    def _count(self, counters, name):
        with self._lock:
            counters[name] = counters.get(name, 0) + 1

    def _next_sale(self):
        """The next unsent sale, not faster than the kills come, so that each kill meets work."""
        killed = self._killed("agents")
        with self._lock:
            if not self._unsent:
                return None
            sent = len(self.sales) - len(self._unsent)
            if not self._calm.is_set() and sent > len(self.sales) * killed / max(1, self.kills_wanted) + SENDERS:
                return ()
            return self._unsent.pop(0)

    def _send(self):
        while True:
            sale = self._next_sale()
            if sale is None:
                return
            if sale == ():
                time.sleep(0.05)
                continue
            self._send_until_answered(sale)

    def _send_until_answered(self, sale):
        deadline = time.monotonic() + 300
        answer = None
        while time.monotonic() < deadline and self._alive:
            with contextlib.suppress(OSError, http.client.HTTPException):
                answer = self._random.choice(self._servers).send(sale)
                if answer.status == 200:
                    with self._lock:
                        self._answered.add(sale["idVenda"])
                    return
                if answer.status not in (429, 503):
                    break
            time.sleep(0.05)
        self.report.problems.append(f"{sale['idVenda']} was answered {answer}")

    def _work(self, number):
        """A person and a schedule that try again all the while, and are killed now and then."""
        dice = random.Random(self.seed * 31 + number)
        while not self._calm.is_set():
            if dice.random() < 0.5:
                name, command = "schedule", ("schedule", "run", self.schedule)
            else:
                name, command = "reprocess", ("reprocess", "--company", str(COMPANY), "--yes")
            self._run_command(name, command, dice.uniform(0.02, 0.5) if dice.random() < 0.4 else 60)
            time.sleep(dice.uniform(0, 0.2))

    def _run_command(self, name, command, patience):
        process = subprocess.Popen(
            [str(binary_folder() / "ponte-agent"), *command, "--json"], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.agent.environment(),
        )
        try:
            out, error = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            self._count(self.report.kills, name)
            return
        self._count(self.report.runs, name)
        if name == "schedule" and process.returncode == 3 and "running already" in error:
            return
        if process.returncode not in (0, 6):
            self.report.problems.append(f"{name} ended with {process.returncode}: {error.strip()[-300:]}")
            return
        self._judge_counts(name, out)

    def _judge_counts(self, name, text):
        """planned = succeeded + failed + skipped + notAttempted + remaining, in whatever a run prints."""
        found = json.loads(text)
        if "planned" in found:
            parts = [found.get(part, 0) for part in ("succeeded", "failed", "skipped", "notAttempted", "remaining")]
            if found["planned"] != sum(parts):
                self.report.problems.append(f"{name}: the counts do not add up: {text[:300]}")

    # -- what must hold ------------------------------------------------------------------------------

    def _records(self, *filters):
        """Every record of the company."""
        found, cursor = [], ()
        while True:
            page = self.agent.ask("logs", "list", "--company", str(COMPANY), "--limit", "200", *filters, *cursor)
            found += page["items"]
            if not page["hasNext"]:
                return found
            cursor = ("--after", page["next"])

    def _contracts(self):
        found = {}
        for contract in self.world.erp.contracts:
            found.setdefault(contract["idVenda"], []).append(contract["numeroContrato"])
        return found

    def _judge_books(self):
        """With all programs stopped: what the log says of each contract is what the ERP holds."""
        contracts = self._contracts()
        calls = self.world.calls("erp", "efetivacao")
        self.report.refused = sum(call.fault == "refuse" for call in calls)
        self.report.lost = sum(call.fault == "lose" for call in calls)
        for record in self._records("--functionality", "contract_activation"):
            held = len(contracts.get(record["origin"], []))
            status, call_state = record["status"], record["callState"]
            if held > 1 or (status == "success" and held != 1):
                self.report.problems.append(f"{record['origin']} is {status} and has {held} contracts")
            if status != "success" and call_state == "none" and held:
                self.report.problems.append(f"{record['origin']} is {status} with nothing open, and has {held}")
            if status == "cancelled":
                self.report.cancelled += 1
            self._judge_attempts(record)

    def _judge_attempts(self, record):
        items = self.agent.show(record["id"])["items"]
        if [item["number"] for item in items] != list(range(1, len(items) + 1)):
            self.report.problems.append(f"{record['origin']}: items {[item['number'] for item in items]}")
        triggers = [item["trigger"] for item in items]
        for trigger, counter in (("schedule", "automaticAttempts"), ("manual", "manualAttempts")):
            # What died in the middle may have been counted without having left an item, never the other way round.
            if triggers.count(trigger) > record[counter]:
                self.report.problems.append(
                    f"{record['origin']}: {triggers.count(trigger)} items of {trigger}, {counter} {record[counter]}"
                )
        if record["automaticAttempts"] > MAXIMUM:
            self.report.problems.append(f"{record['origin']}: {record['automaticAttempts']} automatic attempts")
        key = record["keyValues"].split(";")[3]
        sent = [call for call in self.world.calls("erp", "efetivacao") if key.encode() in call.body]
        attempts = 1 + record["automaticAttempts"] + record["manualAttempts"]
        if len(sent) > attempts + self._killed():
            self.report.problems.append(f"{record['origin']}: sent {len(sent)} times in {attempts} attempts")

    def _mend(self):
        """Fair weather: the programs run, a person takes up what is left, cancelled ones too."""
        for server in self._servers:
            server.start()
        for sale in self.sales:
            if sale["idVenda"] not in self._answered:
                self._send_until_answered(sale)

        def nothing_left():
            left = self._records("--functionality", "contract_activation", "--status", "error,pending,cancelled")
            if left:
                self.agent.run("reprocess", "--ids", ",".join(str(record["id"]) for record in left), "--yes")
            return not left

        wait_for(nothing_left, 120, "the end of all activations", 0.5)
        keys = {f"{COMPANY}-{sale['idVenda']}" for sale in self.sales}
        with contextlib.suppress(AssertionError):
            wait_for(lambda: keys <= set(self.world.broker.notices), 180, "all notices", 0.2)
        with contextlib.suppress(AssertionError):
            wait_for(lambda: not self._records("--status", "error,pending,cancelled"), 120, "all records", 0.5)

    def _judge_batches(self):
        """No batch is left behind, and the counts of each say where every record went."""
        for batch in self.agent.ask("reprocess", "list")["items"]:
            parts = [batch[part] for part in ("succeeded", "failed", "skipped", "notAttempted", "remaining")]
            if batch["planned"] != sum(parts) or batch["remaining"] or batch["state"] != "done":
                self.report.problems.append(f"a batch is left like this: {batch}")

    def _judge_end(self):
        self._judge_batches()
        contracts, numbers = self._contracts(), {}
        for call in self.world.calls("broker", "confirmacao"):
            body = call.json()
            numbers.setdefault(body["IdUnico"], set()).add(body["NumeroContrato"])
        for sale in self.sales:
            identifier = sale["idVenda"]
            held = contracts.get(identifier, [])
            if len(held) != 1:
                self.report.problems.append(f"{identifier} has the contracts {held}")
            if f"{COMPANY}-{identifier}" not in self.world.broker.notices:
                self.report.problems.append(f"{identifier}: no notice")
            elif numbers[identifier] != set(held):
                self.report.problems.append(f"{identifier}: told {numbers[identifier]}, the ERP has {held}")
        self.report.problems += [
            f"{record['origin']} {record['functionality']}: {record['status']} {record['callState']}"
            for record in self._records()
            if (record["status"], record["callState"]) != ("success", "none")
        ]
        people = (len(self.sales) + 1) // 2
        counts = self.world.counts()
        wanted = {"FCFO": people, "PPESSOA": people, "SALUNO": people, "SHABILITACAOALUNO": people}
        wanted.update({name: len(self.sales) for name in ("SMATRICPL", "SCONTRATO", "contracts", "notices")})
        wanted["SMATRICULA"] = 4 * len(self.sales)
        if counts != {name: wanted[name] for name in counts}:
            self.report.problems.append(f"the world holds {counts}, not {wanted}")
        statuses = {row["CODSTATUS"] for row in self.world.rm.rows("SMATRICPL")}
        if statuses != {11}:
            self.report.problems.append(f"terms have the statuses {statuses}")
        self.report.problems += self.world.violations()


class Server:
    """One program on the database, killed and started again at the same port."""

    def __init__(self, agent, number):
        self._agent = copy.copy(agent)
        self._agent.process = None
        self._agent.output = agent.folder / f"serve-{number}.log"
        self._port = free_port()
        self._lock = threading.Lock()

    def start(self):
        with self._lock:
            self._agent.serve(ready=False, port=self._port)

    def kill(self):
        """-9, or the status with which the program had ended before."""
        with self._lock:
            return self._agent.kill() if self._agent.process else None

    def stop(self):
        with self._lock:
            self._agent.stop()

    def send(self, sale):
        return self._agent.send(sale, timeout=130)

    def last_words(self):
        return self._agent.log_text()[-300:]
