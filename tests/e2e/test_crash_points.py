# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""kill -9 at every point of a sale, restart, the Broker sends again: the same end state, one contract, one notice."""

import concurrent.futures
import contextlib
import http.client
import json
import queue
import signal
import time
import unittest

from double import Outside
from harness import FUNCTIONALITIES, Agent, Table, for_backends, sale_of, wait_for

TABLE = Table("Crash points")

#: agents running at once: on SQLite a dead program's leases are free at once and the machine is the limit; on
#: PostgreSQL most of the time is spent waiting for the lease of the dead program to end
WORKERS = {"sqlite": 3, "postgresql": 12}

#: points that a plain sale may leave out, by a part of their name, with the reason
NOT_IN_A_PLAIN_SALE = {}

ONE_OF_EVERYTHING = {
    "FCFO": 1,
    "PPESSOA": 1,
    "SALUNO": 1,
    "SHABILITACAOALUNO": 1,
    "SMATRICPL": 1,
    "SMATRICULA": 4,
    "SCONTRATO": 1,
    "contracts": 1,
    "notices": 1,
}


def tearDownModule():
    TABLE.print()


class Desk:
    """A world and a configured, closed database whose addresses lead to it; used for one point after the other."""

    def __init__(self, backend, stack):
        self.world = stack.enter_context(Outside())
        self.template = stack.enter_context(Agent(backend))
        self.template.configure(self.world, companies=(3,))
        self.backend = backend

    def crash(self, point):
        """Runs one sale through the crash; returns what was seen."""
        self.world.reset()
        self.world.erp.deduplicate = False
        with Agent(self.backend, self.template.database) as agent:
            agent.clients = self.template.clients
            return self._crash(agent, point)

    def _crash(self, agent, point):
        sale = sale_of(3)
        agent.serve(environment={"PONTE_CRASH_AT": point}, ready=False)
        first = None
        if agent.wait_ready():
            with contextlib.suppress(OSError, http.client.HTTPException):
                first = agent.send(sale)
        fired = wait_for(
            lambda: agent.ended() is not None or self._settled(agent, sale), 20, f"{point}: an end"
        ) and agent.ended()
        if fired is None:
            agent.stop()
            return False
        agent.process = None
        if fired != -signal.SIGKILL:
            raise AssertionError(f"{point}: the program ended with {fired}\n{agent.log_text()[-2000:]}")
        agent.serve()
        answer = self._send_again(agent, sale)
        if (answer.status, answer.json()["Status"]) != (200, "Sucesso"):
            raise AssertionError(f"{point}: {answer}")
        if first is not None and first.status == 200 and first.json() != answer.json():
            raise AssertionError(f"{point}: answered {first} and then {answer}")
        if answer.json()["DadosCriados"]["SituacaoContrato"] != "Sucesso":
            # The activation was in flight when the program died, so its outcome is for a later attempt to ask.
            done = agent.run("reprocess", "--company", "3", "--yes")
            if done.returncode != 0:
                raise AssertionError(f"{point}: reprocess ended with {done.returncode}: {done.stderr}")
        wait_for(lambda: self._settled(agent, sale), 40, f"{point}: a settled sale, {agent.statuses_of(sale)}")
        self._check(agent, point, sale)
        return True

    def _send_again(self, agent, sale):
        deadline = time.monotonic() + 90
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                answer = agent.send(sale)
                if answer.status != 503 or time.monotonic() > deadline:
                    return answer
            if time.monotonic() > deadline:
                raise AssertionError("the sale sent again was not answered")
            time.sleep(0.2)

    def _settled(self, agent, sale):
        """Cheap questions first: the database is asked only when the outside looks finished."""
        if len(self.world.broker.notices) != 1 or [status for _, status in self.world.status_history()][-1:] != [11]:
            return False
        return agent.statuses_of(sale) == dict.fromkeys(FUNCTIONALITIES, "success")

    def _check(self, agent, point, sale):
        problems = []
        if self.world.counts() != ONE_OF_EVERYTHING:
            problems.append(f"counts {self.world.counts()}")
        history = [status for _, status in self.world.status_history()]
        if history[0] != 10 or set(history[1:]) != {11}:
            problems.append(f"statuses {history}")
        if self.world.violations():
            problems.append("; ".join(self.world.violations()))
        student = self.world.rm.rows("SALUNO")[0]
        if student["CODCFO"] != self.world.rm.rows("FCFO")[0]["CODCFO"]:
            problems.append(f"student {student}")
        records = agent.logs(3)
        if sorted(record["functionality"] for record in records) != sorted(FUNCTIONALITIES):
            problems.append(f"records {[record['functionality'] for record in records]}")
        stored = agent.stored(sale).json()["DadosCriados"]
        if (stored["SituacaoContrato"], stored["Ra"]) != ("Sucesso", student["RA"]):
            problems.append(f"stored answer {stored}")
        if problems:
            raise AssertionError(f"{point}: " + " | ".join(problems))


class CrashPoints:
    def test_every_point(self):
        with contextlib.ExitStack() as stack:
            with concurrent.futures.ThreadPoolExecutor(WORKERS[self.backend]) as pool:
                made = pool.map(lambda _: Desk(self.backend, stack), range(WORKERS[self.backend]))
                desks = queue.Queue()
                for desk in made:
                    desks.put(desk)
                first = desks.queue[0].template
                points = self.points(first)
                self.assertGreater(len(points), 20, points)
                outcomes = dict(zip(points, pool.map(lambda point: self.one(desks, point), points)))
        fired = [point for point, outcome in outcomes.items() if outcome is True]
        missed = [point for point, outcome in outcomes.items() if outcome is False]
        failed = {point: outcome for point, outcome in outcomes.items() if isinstance(outcome, Exception)}
        for point, outcome in outcomes.items():
            TABLE.put(
                point, self.backend, "fired, ok" if outcome is True else "not passed" if outcome is False else "FAILED"
            )
        print(f"\n{self.backend}: {len(fired)} fired, {len(missed)} not passed, {len(failed)} failed of {len(points)}")
        unexpected = [point for point in missed if not any(part in point for part in NOT_IN_A_PLAIN_SALE)]
        self.assertEqual({}, failed, "\n" + "\n\n".join(map(str, failed.values())))
        self.assertEqual([], unexpected, "points that no sale passes and no reason excuses")
        self.assertTrue(fired)

    @staticmethod
    def points(agent):
        found = json.loads(agent.do("crash-points", "--json"))
        names = found["items"] if isinstance(found, dict) else found
        return [name if isinstance(name, str) else name["name"] for name in names]

    @staticmethod
    def one(desks, point):
        desk = desks.get()
        try:
            return desk.crash(point)
        except Exception as error:  # one bad point must not hide the others
            return error
        finally:
            desks.put(desk)


for_backends(globals(), CrashPoints)

if __name__ == "__main__":
    unittest.main(verbosity=2)
