# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The fault words of ponte-sandbox as CONTRACTS.md section 8 spells them: both programs, nothing of the double."""

import json
import subprocess
import types
import unittest
import urllib.request

from faults_desk import WORDS
from harness import Agent, Table, binary_folder, for_backends, free_port, sale_of, wait_for

TABLE = Table("Faults of the sandbox")
COMPANY = 3
#: faults after which the sandbox has done what it was asked for
DONE = ("truncate", "unknown_outcome")


def tearDownModule():
    TABLE.print()
    if TABLE.empty_cells():
        raise AssertionError(f"cells without a result: {TABLE.empty_cells()}")


class Sandbox:
    """A running ponte-sandbox, with the names by which Agent.configure() asks for a world."""

    def __init__(self):
        host = f"127.0.0.1:{free_port()}"
        self.address = f"http://{host}"
        self.process = subprocess.Popen(
            [str(binary_folder() / "ponte-sandbox"), "serve", "--listen", host], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, text=True,
        )
        self.process.stdout.readline()
        self.rm_url, self.erp_url, self.broker_url = self.address, f"{self.address}/erp", f"{self.address}/broker"
        user = {"user": "integracao", "password": "sandbox"}
        self.rm = types.SimpleNamespace(integration_user="lojaclick", **user)
        self.erp = types.SimpleNamespace(**user)
        self.broker = types.SimpleNamespace(token="sandbox-token")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait(20)
        self.process.stdout.close()

    def ask(self, method, path, body=None):
        data = json.dumps(body).encode("utf-8") if body is not None else None
        request = urllib.request.Request(self.address + path, data, method=method)
        with urllib.request.urlopen(request, timeout=20) as found:
            return json.load(found)

    def state(self):
        return self.ask("GET", "/sandbox/state")

    def fault(self, **description):
        self.ask("POST", "/sandbox/faults", description)

    def forget(self):
        self.ask("DELETE", "/sandbox/faults")

    def left(self):
        """How many faults have not struck yet."""
        return len(self.state()["faults"])


class SandboxFaults:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Sandbox())
        cls.world.ask("POST", "/sandbox/faults", {"deduplicate": False})
        cls.agent = cls.enterClassContext(Agent(cls.backend))
        cls.agent.configure(cls.world, companies=(COMPANY,))
        for name in ("rm", "erp"):
            cls.agent.do("connections", "set", name, "--timeout", "2")
        cls.agent.serve("--no-schedules")
        cls.sold(cls, "Sucesso")

    def sold(self, situation):
        sale = sale_of(COMPANY)
        answer = self.agent.send(sale)
        found = answer.json()["DadosCriados"].get("SituacaoContrato")
        if (answer.status, found) != (200, situation):
            raise AssertionError(f"{situation} wanted: {answer}")
        return sale

    def each(self, call, check, words=WORDS):
        """check(word) for each fault, as a row of the table."""
        for word in words:
            row = f"{call}: {word}"
            with self.subTest(row), TABLE.cell(row, self.backend):
                check(word)
            self.world.forget()
            if word in ("drop", "hang", "truncate", "huge", "unknown_outcome"):
                # An answer in between keeps the destination from being held for down.
                self.sold("Sucesso")

    def strike(self, system, operation, word):
        waits = {"afterMs": 200} if word == "slow" else {}
        self.world.fault(system=system, operation=operation, fault=word, times=1, **waits)

    def new_password(self, system):
        """The refused password is right all the same; saying it again is what a person does."""
        self.agent.do("connections", "set", system, "--password-stdin", stdin="sandbox")

    def state(self, sale):
        record = self.agent.records_of(sale)["contract_activation"]
        return record["status"], record["callState"]

    def settled(self, sale):
        wait_for(lambda: self.agent.statuses_of(sale).get("broker_notice") == "success", 30, "the notice")
        state = self.world.state()
        identifier = sale["idVenda"]
        self.assertEqual(1, sum(contract["idVenda"] == identifier for contract in state["erp"]["contracts"]))
        self.assertEqual(1, sum(identifier in json.dumps(notice) for notice in state["broker"]["notices"]))
        self.assertEqual({"success"}, set(self.agent.statuses_of(sale).values()))

    def test_rm(self):
        for operation in ("ReadView/EduTurmaData", "SaveRecord/FinCFODataBR", "SaveRecord/EduContratoData"):

            def check(word):
                self.strike("rm", operation, word)
                sale = sale_of(COMPANY)
                answer = self.agent.send(sale)
                self.assertEqual(0, self.world.left(), "the fault has not struck")
                # A huge answer of the sandbox's RM is a huge text where the result belongs: RM's way to refuse.
                statuses = {"slow": (200,), "refuse": (422,), "reject": (422,), "huge": (422, 503)}
                self.assertIn(answer.status, statuses.get(word, (503,)), answer)
                if word == "401":
                    self.new_password("rm")
                if answer.status != 200:
                    self.assertEqual("Erro", answer.json()["Status"])
                    again = self.agent.send(sale)
                    self.assertEqual((200, "Sucesso"), (again.status, again.json()["Status"]), again)
                self.settled(sale)

            self.each(operation, check)

    def test_erp_send(self):
        situations = {"slow": ("Sucesso", "none"), "refuse": ("Erro", "none"), "reject": ("Erro", "none"),
                      "401": ("Pendente", "none")}

        def check(word):
            situation, call_state = situations.get(word, ("Pendente", "unknown"))
            self.strike("erp", "efetivacao", word)
            sale = self.sold(situation)
            self.assertEqual(0, self.world.left(), "the fault has not struck")
            status = {"Sucesso": "success", "Erro": "error", "Pendente": "pending"}[situation]
            self.assertEqual((status, call_state), self.state(sale))
            held = sum(contract["idVenda"] == sale["idVenda"] for contract in self.world.state()["erp"]["contracts"])
            self.assertEqual(int(word in ("slow", *DONE)), held)
            if word == "401":
                self.new_password("erp")
            if status != "success":
                self.agent.do(*self.again(sale))
            self.assertEqual(("success", "none"), self.state(sale))
            self.settled(sale)

        self.each("efetivacao", check)

    @staticmethod
    def again(sale):
        return "reprocess", "--company", str(COMPANY), "--origin", sale["idVenda"], "--yes"

    def test_erp_question(self):
        def check(word):
            self.strike("erp", "efetivacao", "unknown_outcome")
            sale = self.sold("Pendente")
            self.strike("erp", "consulta", word)
            done = self.agent.run(*self.again(sale))
            self.assertEqual(6 if word == "401" else 0, done.returncode, done.stdout + done.stderr)
            # A question may be put again within the same attempt; without its answer nothing is sent.
            allowed = [("pending", "unknown")] if word != "slow" else []
            allowed += [("success", "none")] if word in ("slow", "drop", *DONE) else []
            self.assertIn(self.state(sale), allowed)
            if word == "401":
                self.new_password("erp")
            if self.state(sale)[0] != "success":
                self.agent.do(*self.again(sale))
            self.settled(sale)

        self.each("consulta", check)

    def test_broker(self):
        def check(word):
            self.strike("broker", "confirmacao", word)
            sale = self.sold("Sucesso")
            wait_for(lambda: not self.world.left(), 20, "the notice")
            record = wait_for(lambda: self.agent.records_of(sale).get("broker_notice"), 20, "its record")
            self.assertEqual(("success", "none"), self.state(sale))
            if word == "malformed":
                # A 2xx means delivered, even one whose body is no answer of a Broker.
                self.assertEqual("success", record["status"])
                return
            if word == "401":
                self.agent.do("parameters", "set", "lojaclick.broker.token", "--stdin", stdin="sandbox-token")
            elif record["status"] == "error":
                self.agent.do("notices", "resend", str(record["id"]))
            self.settled(sale)

        # The time-out towards the Broker is no setting: a call that hangs is played at the double, where others go on.
        self.each("confirmacao", check, [word for word in WORDS if word != "hang"])


for_backends(globals(), SandboxFaults)

if __name__ == "__main__":
    unittest.main(verbosity=2)
