# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""kill -9 at every point, restart, the Broker sends again: the same end state, one contract, one notice."""

import concurrent.futures
import contextlib
import http.client
import json
import pathlib
import queue
import signal
import time
import unittest
from urllib.parse import urlsplit

from double import Outside
from harness import (
    FUNCTIONALITIES,
    SALE_PATH,
    STUDENT_PATH,
    TOKEN_PATH,
    Agent,
    Table,
    changed,
    for_backends,
    sale_of,
    wait_for,
)

TABLE = Table("Crash points")
WORKERS = 3

#: what must happen for a point to be passed, by a part of its name; every other point lies on the way of a plain sale
SCENARIOS = {
    "guardian.read.": "known",
    "person.read.": "known",
    "student.find.": "known",
    "student.read.": "known",
    "course.find.": "known",
    "term.find.": "known",
    "subject.find.": "known",
    "sale.refuse.": "refused",
    "sale.replay.": "replayed",
    "sale.answer.": "answered",
    "erp.verify.": "verified",
    "sale.settle.": "found",
    "process.reap.": "reaped",
    "student_update.": "updated",
    # A sale's locks travel with its own commits.
    "lock.take.": "updated",
    "lock.give.": "updated",
    "rm.lookup.": "command",
    "rm.test.": "command",
    "erp.health.": "command",
    "broker.health.": "command",
    "lookup.replace.": "command",
    "connection.set.": "command",
    "network.set.": "command",
    "parameters.apply.": "command",
    "api_client.add.": "command",
    "api_client.revoke.": "command",
    "security.installation.": "installed",
    "api_token.": "token",
    "process.beat.": "beating",
    "process.leave.": "leaving",
    "outbox.resume.": "resumed",
    "activation.claim.": "scheduled",
    "activation.call.": "scheduled",
    "schedule.add.": "command",
    "schedule.ask.": "command",
    "schedule.change.": "command",
    "schedule.enable.": "command",
    "schedule.remove.": "command",
    "outbox.resend.": "notified",
    "commit.person.": "staffed",
    "commit.profile.": "staffed",
    "schedule.": "scheduled",
    "batch.order.": "ordered",
    "batch.outcome.": "overtaken",
    "batch.canary.": "ramped",
    "batch.": "resent",
}

#: the command that passes a point, by a part of its name, and what a second run may answer beside 0
COMMANDS = {
    "lookup": (("catalog", "refresh"), 0),
    "connection.set.": (("connections", "set", "erp", "--concurrency", "7"), 0),
    "network.set.": (("networks", "set", "3", "SENAI"), 0),
    "parameters.apply.": (("parameters", "set", "lojaclick.resend.max_attempts", "5", "--company", "3"), 0),
    "schedule.add.": (("schedule", "add", "--company", "3", "--daily", "22:00"), 0),
    "schedule.ask.": (("schedule", "run", "1", "--detach"), 0),
    "schedule.change.": (("schedule", "change", "1", "--every", "45m"), 0),
    "schedule.enable.": (("schedule", "disable", "1"), 0),
    # What was done just before the crash cannot be done again, and that is said.
    "schedule.remove.": (("schedule", "remove", "1"), 3),
    "api_client.add.": (("api-clients", "add", "another"), 3),
    "api_client.revoke.": (("api-clients", "revoke", "broker"), 3),
    "": (("connections", "test"), 0),
}

#: points that none of these reaches, with the reason
NOT_REACHED = {
    "erp.token.": "the ERP of these tests takes Basic credentials",
    "rm.link.": "no setting names a column for the contract's number",
    "contract.link.": "no setting names a column for the contract's number",
    "batch.discard.": "the console alone shows a plan that may be thrown away",
    "mail.send.": "scheduled reports are killed in their own test",
}

#: the same for one backend alone
NOT_REACHED_ON = {
    "sqlite": {},
    "postgresql": {"person.login.": "a person is a database role, whose password the server checks"},
}

ONE_SALE = {
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
TWO_SALES = {**ONE_SALE, "SMATRICULA": 6, "SCONTRATO": 2, "contracts": 2, "notices": 2}


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
        """Plays the point's scenario; True when the program died and all was repaired, False when it lived."""
        self.world.finish()
        self.world.reset()
        # An ERP that trusts its callers shows a second contract where another would hide it.
        self.world.erp.deduplicate = False
        scenario = next((name for part, name in SCENARIOS.items() if part in point), "plain")
        with Agent(self.backend, self.template.database) as agent:
            agent.clients = self.template.clients
            return getattr(self, f"_{scenario}")(agent, point)

    # -- scenarios -----------------------------------------------------------------------------------

    def _plain(self, agent, point):
        sale = sale_of(3)
        died, first = self._until_dead(agent, point, sale)
        return died and self._repair(agent, sale, first, ONE_SALE)

    def _known(self, agent, point):
        """A second class for the same people, one of whom has moved."""
        first = sale_of(3)
        self._finish(agent, first)
        sale = sale_of(3, matricula__codTurma="TEC.001.006018")
        sale["aluno"] = {**first["aluno"], "email": "novo@exemplo.com.br"}
        sale["responsavelFinanceiro"] = {**first["responsavelFinanceiro"], "email": "nova@exemplo.com.br"}
        died, answer = self._until_dead(agent, point, sale)
        steps = set(FUNCTIONALITIES) - {"course_enrollment"}
        return died and self._repair(agent, sale, answer, TWO_SALES, steps)

    def _refused(self, agent, point):
        sale = sale_of(3)
        self.world.fail(
            "rm", "ExecuteWithXmlParams", "text", times=1, match=lambda call: call.part == "term", text="Turma cheia"
        )
        died, _ = self._until_dead(agent, point, sale)
        return died and self._repair(agent, sale, None, ONE_SALE)

    def _replayed(self, agent, point):
        sale = sale_of(3)
        answer = self._finish(agent, sale)
        died, _ = self._until_dead(agent, point, sale)
        return died and self._repair(agent, sale, answer, ONE_SALE)

    def _verified(self, agent, point):
        return self._twice(agent, "call.erp.activate.after", point)

    def _found(self, agent, point):
        """RM has the course, the record of the step does not know it yet."""
        return self._twice(agent, "call.rm.course.save.after", point)

    def _twice(self, agent, earlier, point):
        """Dies at the earlier point, and at the other one while the sale is repeated."""
        sale = sale_of(3)
        if not self._until_dead(agent, earlier, sale)[0]:
            return False
        died, answer = self._until_dead(agent, point, sale)
        return died and self._repair(agent, sale, answer, ONE_SALE)

    def _reaped(self, agent, point):
        sale = sale_of(3)
        agent.serve()
        agent.kill()
        died, answer = self._until_dead(agent, point, sale)
        return died and self._repair(agent, sale, answer, ONE_SALE)

    def _answered(self, agent, point):
        """A person repaired the contract before the interrupted sale came again, which finds nothing left to do."""
        sale = sale_of(3)
        died, _ = self._until_dead(agent, "call.erp.activate.after", sale)
        if not died:
            return False
        agent.serve()
        agent.do("reprocess", "--company", "3", "--yes")
        wait_for(lambda: self._settled(agent, sale), 20, "a settled sale", 0.1)
        agent.stop()
        died, first = self._until_dead(agent, point, sale)
        return died and self._repair(agent, sale, first, ONE_SALE)

    def _updated(self, agent, point):
        sale = sale_of(3)
        self._finish(agent, sale)
        update = {"codColigada": 3, "cpf": sale["aluno"]["cpf"], "email": "novo@exemplo.com.br"}
        died, _ = self._until_dead(agent, point, update, STUDENT_PATH)
        if not died:
            return False
        agent.serve()
        answer = self._again(lambda: agent.post(STUDENT_PATH, update))
        if answer.status != 200 or self.world.rm.rows("PPESSOA")[0]["EMAIL"] != "novo@exemplo.com.br":
            raise AssertionError(f"the update sent again: {answer}")
        return self._judge(agent, sale, ONE_SALE)

    def _command(self, agent, point):
        arguments, also = next(found for part, found in COMMANDS.items() if part in point)
        done = agent.run(*arguments, environment={"PONTE_CRASH_AT": point})
        if done.returncode != -signal.SIGKILL:
            return False
        done = agent.run(*arguments)
        if done.returncode not in (0, also):
            raise AssertionError(f"the second {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
        agent.add_client("after")
        agent.serve()
        sale = sale_of(3)
        answer = agent.send(sale, client="after")
        if answer.status != 200:
            raise AssertionError(f"a sale after the second {' '.join(arguments)}: {answer}")
        agent.clients = {"broker": agent.clients["after"]}
        wait_for(lambda: self._settled(agent, sale), 15, "a settled sale", 0.1)
        return self._judge(agent, sale, ONE_SALE)

    def _staffed(self, agent, point):
        """Who dies while people and profiles are changed is found with the whole change or with none of it."""
        embedded = self.backend == "sqlite"
        owner = "chefe" if embedded else urlsplit(agent.database.address).username
        secret = pathlib.Path(agent.folder) / "password"
        secret.write_text("senha do chefe", encoding="utf-8")
        known = {"PONTE_USER": owner, "PONTE_PASSWORD_FILE": str(secret)} if embedded else {}
        password = ("--password-stdin",) if embedded else ()
        # Each with what it says of a change that is there already.
        steps = (
            ("profile.set.", ("profiles", "set", "Tarde", "--may", "view_log:3"), "", {}, 0),
            ("profile.remove.", ("profiles", "remove", "Tarde"), "", {}, 3),
            ("person.add.", ("people", "add", owner, "--profile", "Administrator", *password), "senha do chefe", {}, 3),
            ("", ("people", "add", "ana", "--profile", "Analyst", *password), "senha da ana", known, 3),
            ("person.profiles.", ("people", "profiles", "ana", "--profile", "Manager"), "", known, 0),
            ("person.password.", ("people", "password", "ana", *password), "outra senha" if embedded else "", known, 0),
            ("person.login.", ("people", "list"), "", known, 0),
            ("person.disable.", ("people", "disable", "ana"), "", known, 0),
        )
        died = False
        for part, arguments, stdin, environment, again in steps:
            if part and part in point:
                if part == "person.login.":
                    # Only a wrong password leaves a trace, and the right one after it wipes the trace out.
                    secret.write_text("senha errada", encoding="utf-8")
                    agent.run(*arguments, environment=environment)
                    secret.write_text("senha do chefe", encoding="utf-8")
                crashing = {**environment, "PONTE_CRASH_AT": point}
                died = agent.run(*arguments, stdin=stdin, environment=crashing).returncode == -signal.SIGKILL
                if point.endswith("after") and part == "person.add.":
                    environment = known
            else:
                again = 0
            done = agent.run(*arguments, stdin=stdin, environment=environment)
            if done.returncode not in (0, again):
                raise AssertionError(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
        listed = json.loads(agent.run("people", "list", "--json", environment=known).stdout)["items"]
        found = {person["name"]: (person["profiles"], person["disabledAt"] is not None) for person in listed}
        if found != {owner: (["Administrator"], False), "ana": (["Manager"], True)}:
            raise AssertionError(f"the people at the end: {found}")
        return died

    def _installed(self, _, point):
        with Agent(self.backend) as agent:
            first = ("migrate",) if self.backend == "postgresql" else ("networks", "set", "3", "SENAI")
            done = agent.run(*first, environment={"PONTE_CRASH_AT": point})
            if done.returncode != -signal.SIGKILL:
                return False
            agent.do(*first)
            agent.configure(self.world, companies=(3,))
            return True

    def _token(self, agent, point):
        user, password = agent.clients["broker"]
        ask = {"username": user, "password": password}
        if "refresh" in point:
            agent.serve()
            token = agent.post(TOKEN_PATH, ask, client=None).json()["refresh_token"]
            agent.stop()
            ask = {"grant_type": "refresh_token", "refresh_token": token}
        agent.serve(environment={"PONTE_CRASH_AT": point})
        with contextlib.suppress(OSError, http.client.HTTPException):
            agent.post(TOKEN_PATH, ask, client=None)
        if agent.ended(5) != -signal.SIGKILL:
            return False
        agent.process = None
        agent.serve()
        # A refresh token may have been spent by the program that died; the password always helps.
        answer = agent.post(TOKEN_PATH, ask, client=None)
        if answer.status == 401 and "refresh" in point:
            answer = agent.post(TOKEN_PATH, {"username": user, "password": password}, client=None)
        if answer.status != 200:
            raise AssertionError(f"a token after the crash: {answer}")
        sale = sale_of(3)
        bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
        sold = agent.post(SALE_PATH, sale, client=None, headers=bearer)
        if sold.status != 200:
            raise AssertionError(f"a sale with the token: {sold}")
        wait_for(lambda: self._settled(agent, sale), 15, "a settled sale", 0.1)
        return self._judge(agent, sale, ONE_SALE)

    def _beating(self, agent, point):
        """A program tells every five seconds that it lives."""
        sale = sale_of(3)
        agent.serve(environment={"PONTE_CRASH_AT": point})
        answer = agent.send(sale)
        if agent.ended(12) != -signal.SIGKILL:
            return False
        agent.process = None
        return self._repair(agent, sale, answer, ONE_SALE)

    def _leaving(self, agent, point):
        sale = sale_of(3)
        agent.serve(environment={"PONTE_CRASH_AT": point})
        answer = agent.send(sale)
        wait_for(lambda: self._settled(agent, sale), 15, "a settled sale", 0.1)
        return agent.stop() == -signal.SIGKILL and self._repair(agent, sale, answer, ONE_SALE)

    def _resumed(self, agent, point):
        """Notices that a wrong token had stopped go on when the token is right."""
        sale = sale_of(3)
        environment = {"PONTE_CRASH_AT": point}
        right, self.world.broker.token = self.world.broker.token, "another"
        try:
            agent.serve(environment=environment)
            answer = agent.send(sale)
            wait_for(lambda: agent.statuses_of(sale).get("broker_notice") == "error", 15, "a refused notice", 0.1)
        finally:
            self.world.broker.token = right
        set_token = ("parameters", "set", "lojaclick.broker.token", "--stdin")
        done = agent.run(*set_token, stdin=right, environment=environment)
        if done.returncode != -signal.SIGKILL:
            if agent.ended(5) != -signal.SIGKILL:
                return False
            agent.process = None
        else:
            agent.stop()
        agent.do(*set_token, stdin=right)
        return self._repair(agent, sale, answer, ONE_SALE)

    def _resent(self, agent, point):
        """The ERP has refused; a person's reprocessing dies and is started again."""
        return self._again_after_refusal(agent, point, ("reprocess", "--company", "3", "--yes"))

    def _scheduled(self, agent, point):
        """The same with a run of the company's own schedule."""
        agent.do("parameters", "set", "lojaclick.resend.max_attempts", "9", "--company", "3")
        schedules = json.loads(agent.do("schedule", "list", "--company", "3", "--json"))["items"]
        return self._again_after_refusal(agent, point, ("schedule", "run", str(schedules[0]["id"])))

    def _notified(self, agent, point):
        """A person has the notice of a finished sale sent again; the Broker knows it by its key."""
        sale = sale_of(3)
        self._finish(agent, sale)
        resend = ("notices", "resend", str(agent.records_of(sale)["broker_notice"]["id"]))
        if agent.run(*resend, environment={"PONTE_CRASH_AT": point}).returncode != -signal.SIGKILL:
            return False
        agent.do(*resend)
        agent.serve()
        wait_for(lambda: self._settled(agent, sale), 15, "a settled sale", 0.1)
        return self._judge(agent, sale, ONE_SALE)

    def _ordered(self, agent, point):
        """A batch is paused while nobody works on it."""
        sale, answer = self._refused_sale(agent)
        batch = str(agent.ask("reprocess", "--company", "3", "--yes", "--detach")["batch"])
        done = agent.run("reprocess", "pause", batch, environment={"PONTE_CRASH_AT": point})
        if done.returncode != -signal.SIGKILL:
            return False
        state = agent.ask("reprocess", "show", batch)
        if state["state"] != ("paused" if point.endswith("after") else "waiting") or state["remaining"] != 1:
            raise AssertionError(f"the batch after the crash: {state}")
        agent.do("reprocess", "resume", batch)
        return self._worked_off(agent, sale, answer, batch, "succeeded")

    def _overtaken(self, agent, point):
        """A scheduled run makes the contract effective before a worker comes to the batch."""
        agent.do("parameters", "set", "lojaclick.resend.max_attempts", "9", "--company", "3")
        sale, answer = self._refused_sale(agent)
        batch = str(agent.ask("reprocess", "--company", "3", "--yes", "--detach")["batch"])
        agent.do("reprocess", "pause", batch)
        agent.do("schedule", "run", str(agent.ask("schedule", "list", "--company", "3")["items"][0]["id"]))
        agent.do("reprocess", "resume", batch)
        agent.serve(environment={"PONTE_CRASH_AT": point}, ready=False)
        if agent.ended(15) != -signal.SIGKILL:
            return False
        agent.process = None
        return self._worked_off(agent, sale, answer, batch, "skipped")

    def _ramped(self, agent, point):
        """The first five of six found nobody, and the ramp stops itself."""
        sales = [sale_of(3) for _ in range(6)]
        away = self.world.fail("erp", "efetivacao", "status", status=503)
        agent.serve()
        for sale in sales:
            agent.send(sale)
        agent.stop()
        ramp = ("reprocess", "--company", "3", "--yes", "--canary")
        if agent.run(*ramp, environment={"PONTE_CRASH_AT": point}).returncode != -signal.SIGKILL:
            return False
        batch = str(agent.ask("reprocess", "list")["items"][0]["batch"])
        agent.serve()
        wait_for(lambda: agent.ask("reprocess", "show", batch)["state"] == "paused", 30, "a paused ramp", 0.2)
        if agent.ask("reprocess", "show", batch)["remaining"] != 1:
            raise AssertionError("the ramp went on although nobody answered")
        away.times = 0
        agent.do("reprocess", "resume", batch)
        wait_for(lambda: agent.ask("reprocess", "show", batch)["endedAt"], 30, "the end of the batch", 0.2)
        agent.do("reprocess", "--company", "3", "--yes")
        if len(self.world.erp.contracts) != len(sales):
            raise AssertionError(f"{len(self.world.erp.contracts)} contracts for {len(sales)} sales")
        return True

    def _worked_off(self, agent, sale, answer, batch, outcome):
        """A program that lives ends the batch, and every count is where it belongs."""
        agent.serve()
        wait_for(lambda: agent.ask("reprocess", "show", batch)["endedAt"], 60, f"an end after {answer}", 0.2)
        ended = agent.ask("reprocess", "show", batch)
        if (ended["planned"], ended[outcome], ended["remaining"]) != (1, 1, 0):
            raise AssertionError(f"the batch at its end: {ended}")
        wait_for(lambda: self._settled(agent, sale), 15, "a settled sale", 0.1)
        return self._judge(agent, sale, ONE_SALE)

    def _refused_sale(self, agent):
        sale = sale_of(3)
        self.world.fail("erp", "efetivacao", "refuse", times=1)
        agent.serve()
        answer = agent.send(sale)
        agent.stop()
        return sale, answer

    def _again_after_refusal(self, agent, point, reprocess):
        sale, answer = self._refused_sale(agent)
        if agent.run(*reprocess, environment={"PONTE_CRASH_AT": point}).returncode != -signal.SIGKILL:
            return False

        def repaired():
            done = agent.run(*reprocess)
            if done.returncode not in (0, 6):
                raise AssertionError(f"the second reprocessing ended with {done.returncode}: {done.stderr}")
            return agent.statuses_of(sale)["contract_activation"] == "success"

        wait_for(repaired, 60, f"a repaired activation after {answer}", 1)
        agent.serve()
        wait_for(lambda: self._settled(agent, sale), 15, "a settled sale", 0.1)
        return self._judge(agent, sale, ONE_SALE)

    # -- steps of a scenario -------------------------------------------------------------------------

    def _finish(self, agent, sale):
        """A whole sale by a program that lives and then stops in order."""
        agent.serve()
        answer = agent.send(sale)
        wait_for(lambda: self._settled(agent, sale), 20, f"a settled sale after {answer}", 0.1)
        agent.stop()
        return answer

    def _until_dead(self, agent, point, body, path=None):
        """Serves with the crash point and sends; (died there, the answer if one came)."""
        agent.serve(environment={"PONTE_CRASH_AT": point}, ready=False)
        answer = None
        if agent.wait_ready():
            with contextlib.suppress(OSError, http.client.HTTPException):
                answer = agent.post(path, body) if path else agent.send(body)

        def over():
            return agent.ended() is not None or (answer is not None and self._quiet(agent, body, path))

        wait_for(over, 30, f"an end after {answer}", 0.1)
        ended = agent.ended()
        if ended is None:
            agent.stop()
            return False, answer
        agent.process = None
        # An ERP still at work on the call of the program that died cannot say yet what became of it.
        self.world.finish()
        if ended != -signal.SIGKILL:
            raise AssertionError(f"the program ended with {ended}\n{agent.log_text()[-2000:]}")
        return True, answer

    def _quiet(self, agent, body, path):
        """Nothing more is to come from a program that has answered."""
        if path:
            return True
        statuses = agent.statuses_of(body)
        return "error" in statuses.values() or self._settled(agent, body)

    def _repair(self, agent, sale, first, totals, steps=FUNCTIONALITIES):
        """Restarts, sends the sale again until it is answered, and judges what is there at the end."""
        agent.serve()
        answer = self._again(lambda: agent.send(sale))
        if (answer.status, answer.json()["Status"]) != (200, "Sucesso"):
            raise AssertionError(f"the sale sent again: {answer}")
        if first is not None and first.status == 200 and first.json() != answer.json():
            raise AssertionError(f"answered {first} and then {answer}")
        wait_for(
            lambda: self._settled(agent, sale),
            15,
            f"a settled sale, {agent.statuses_of(sale)}, after {answer}",
            0.1,
        )
        return self._judge(agent, sale, totals, steps)

    @staticmethod
    def _again(send):
        deadline = time.monotonic() + 90
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                answer = send()
                if answer.status != 503 or time.monotonic() > deadline:
                    return answer
            if time.monotonic() > deadline:
                raise AssertionError("what was sent again was not answered")
            time.sleep(0.1)

    def _settled(self, agent, sale):
        """Cheap questions first: the database is asked only when the outside looks finished."""
        notice = f"{sale['codColigada']}-{sale['idVenda']}"
        if notice not in self.world.broker.notices or self.world.status_history()[-1][1] != 11:
            return False
        statuses = agent.statuses_of(sale)
        return set(statuses.values()) == {"success"} and "broker_notice" in statuses

    def _judge(self, agent, sale, totals, steps=FUNCTIONALITIES):
        problems = []
        if self.world.counts() != totals:
            problems.append(f"counts {self.world.counts()}")
        history = [status for _, status in self.world.status_history()]
        if history[0] != 10 or set(history[1:]) != {11}:
            problems.append(f"statuses {history}")
        problems.extend(self.world.violations())
        student = self.world.rm.rows("SALUNO")[0]
        if student["CODCFO"] != self.world.rm.rows("FCFO")[0]["CODCFO"]:
            problems.append(f"student {student}")
        statuses = agent.statuses_of(sale)
        if statuses != dict.fromkeys(steps, "success"):
            problems.append(f"records {statuses}")
        stored = agent.stored(sale).json()["DadosCriados"]
        if (stored["SituacaoContrato"], stored["Ra"]) != ("Sucesso", student["RA"]):
            problems.append(f"stored answer {stored}")
        other = agent.send(changed(sale, contrato__valorTotal="1.00"))
        if other.status != 409:
            problems.append(f"other content: {other}")
        if problems:
            raise AssertionError(" | ".join(problems))
        return True


class CrashPoints:
    def test_every_point(self):
        with contextlib.ExitStack() as stack, concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            desks = queue.Queue()
            for desk in pool.map(lambda _: Desk(self.backend, stack), range(WORKERS)):
                desks.put(desk)
            points = self.points(desks.queue[0].template)
            self.assertGreater(len(points), 50, points)
            excused = {**NOT_REACHED, **NOT_REACHED_ON[self.backend]}
            tried = [point for point in points if not any(part in point for part in excused)]
            outcomes = dict(zip(tried, pool.map(lambda point: self.one(desks, point), tried)))
        self.report(points, outcomes)

    def report(self, points, outcomes):
        for point in points:
            if point not in outcomes:
                excused = {**NOT_REACHED, **NOT_REACHED_ON[self.backend]}
                reason = next(reason for part, reason in excused.items() if part in point)
                TABLE.put(point, self.backend, f"no: {reason}")
        lived = [point for point, (outcome, _) in outcomes.items() if outcome is False]
        failed = {point: outcome for point, (outcome, _) in outcomes.items() if isinstance(outcome, Exception)}
        for point, (outcome, seconds) in outcomes.items():
            word = "fired, ok" if outcome is True else "NOT PASSED" if outcome is False else "FAILED"
            TABLE.put(point, self.backend, f"{word} {seconds:.1f} s")
        fired = len(outcomes) - len(lived) - len(failed)
        print(f"\n{self.backend}: {fired} of {len(points)} points fired, {len(failed)} failed, {len(lived)} not passed")
        # Told here as well, because a log that is cut short keeps its first lines about a failure.
        for point, error in failed.items():
            print(f"FAILED {point}: {error!r}"[:1500])
        self.assertEqual([], list(failed), "\n" + "\n\n".join(f"{point}: {error}" for point, error in failed.items()))
        self.assertEqual([], lived, "points that nothing passes and no reason excuses")

    @staticmethod
    def points(agent):
        found = agent.ask("crash-points")
        names = found["items"] if isinstance(found, dict) else found
        return [name if isinstance(name, str) else name["name"] for name in names]

    @staticmethod
    def one(desks, point):
        desk, begun = desks.get(), time.monotonic()
        try:
            return desk.crash(point), time.monotonic() - begun
        except Exception as error:  # one bad point must not hide the others
            return error, time.monotonic() - begun
        finally:
            desks.put(desk)


for_backends(globals(), CrashPoints)

if __name__ == "__main__":
    unittest.main(verbosity=2)
