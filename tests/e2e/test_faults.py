# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Each fault of CONTRACTS.md section 8 at each outside call: the answer, the record, its items, what comes next."""

import concurrent.futures
import datetime
import unittest

from faults_desk import (
    ASK,
    COMPANY,
    FOLLOWING,
    IMPORT,
    NOTICE,
    REBUILD,
    REFUSAL,
    RETRY_AFTER,
    SEND,
    WORDS,
    Case,
    FaultsDesk,
)
from harness import Table, for_backends, sale_of, wait_for

#: nothing came back by which a call could be told from one that was never received
SILENT = ("drop", "hang", "truncate", "huge", "unknown_outcome")
#: faults after which the double has done what it was asked for
DONE = ("truncate", "huge", "unknown_outcome")
IN_WORDS = {"500": 500, "503": 503, "401": 401}


class Lane:
    """Some calls with all faults, played one after the other at a desk; then repaired, then judged."""

    def __init__(self, backend, steps, words=WORDS):
        self.backend = backend
        # The one that hangs goes first, so that its wait passes while the others are played.
        self.cases = [Case(step, word) for step in steps for word in sorted(words, key=lambda word: word != "hang")]
        self.desk = None

    def run(self):
        with FaultsDesk(self.backend) as self.desk:
            # Credentials that nobody has tried yet allow one call at a time.
            self.healthy()
            for case in self.cases:
                self.play(case)
            self.desk.look(self.cases)
            for case in self.cases:
                case.first = self.short(case)
                self.judge(case)
            self.repair()
            for case in self.cases:
                if self.has_effect(case):
                    self.desk.delivered(case, 60)
            wait_for(self.quiet, 60, "the end of what follows an accepted contract", 0.5)
            self.desk.look(self.cases)
            for case in self.cases:
                self.judge_end(case)
                self.judge_world(case)
            return self.desk.world.violations()

    def short(self, case):
        """What the table shows: the answer to the Broker and the record behind the call."""
        record = case.record or {"status": "none", "callState": "none"}
        return f"{case.answer.status} {record['status']}" + (" ?" if record["callState"] == "unknown" else "")

    def quiet(self):
        """Every sale has its final status and no record of it waits, but for what needs a person."""
        left = self.desk.agent.logs(COMPANY, "--status", "error,pending")
        waiting = {record["origin"] for record in left}
        return all((case.sale["idVenda"] in waiting) == self.needs_person(case) for case in self.cases)

    def needs_person(self, case):
        """Nothing makes it good by itself."""
        return False

    def has_effect(self, case):
        """The notice is in the Broker's books at the end."""
        return True

    def play(self, case):
        self.desk.arm(case)
        self.desk.sell(case)
        self.after(case)

    def after(self, case, probe=True):
        """Disarms, mends what a 401 stopped, and lets a good call tell that the destination is up."""
        case.expect(1, case.fault.hits, "struck")
        case.fault.times = 0
        if case.word == "401":
            if probe:
                self.probe_stopped(case)
            self.desk.new_secret(case.step.system)
        if case.word in SILENT or case.word == "401":
            self.healthy()

    def healthy(self):
        good = Case(SEND, "none")
        self.desk.sell(good)
        self.desk.delivered(good)

    def probe_stopped(self, case):
        """After a 401 nobody asks with the same password again."""
        mark = self.desk.world.mark()
        answer = self.desk.agent.send(sale_of(COMPANY))
        case.expect(503, answer.status, "a sale while RM is stopped")
        case.expect(0, len(self.desk.world.calls("rm", after=mark)), "calls of RM with a refused password")

    def judge(self, case):
        """After the first try."""

    def repair(self):
        """Whatever makes good what does not come by itself."""

    def judge_end(self, case):
        """After the repair."""
        case.expect(({"success"},), {record["status"] for record in case.records.values()}, "records at the end")

    def judge_world(self, case):
        """However it went, everything is there once."""
        rm, broker, erp = self.desk.world.rm, self.desk.world.broker, self.desk.world.erp
        sale, student = case.sale, self.desk.student(case.sale)
        found = {
            "FCFO": len(rm.rows("FCFO", CGCCFO=sale["responsavelFinanceiro"]["cpf"])),
            "PPESSOA": len(rm.rows("PPESSOA", CPF=sale["aluno"]["cpf"])),
            **{
                table: len(rm.rows(table, RA=student))
                for table in ("SALUNO", "SHABILITACAOALUNO", "SMATRICPL", "SMATRICULA", "SCONTRATO")
            },
            "contracts": sum(contract["idVenda"] == sale["idVenda"] for contract in erp.contracts),
            "notices": int((case.key in broker.notices) == self.has_effect(case)),
            "status": rm.rows("SMATRICPL", RA=student)[0]["CODSTATUS"],
        }
        wanted = {**dict.fromkeys(found, 1), "SMATRICULA": 4, "status": 11}
        case.expect((wanted,), found, "the world")

    # -- helpers of the judges -----------------------------------------------------------------------

    @staticmethod
    def judge_item(case, item, status, trigger):
        case.expect((status,), item["status"], "item")
        case.expect((trigger,), item["trigger"], "trigger")
        if status == "success":
            return
        case.expect(True, bool(item["message"]), "message")
        if case.word == "refuse":
            told = item["received"] if case.step is ASK else item["message"]
            case.expect(True, REFUSAL in str(told), f"the reason in {told!r}")

    @staticmethod
    def judge_state(case, status, call_state, **counts):
        record = case.record or {}
        wanted = {"status": status, "callState": call_state, **counts}
        case.expect((wanted,), {name: record.get(name) for name in wanted}, "record")


class ImportLane(Lane):
    """RM before the activation exists: the Broker is told, and its repeat goes on from what exists."""

    def judge(self, case):
        body = case.answer.json()
        if case.word == "slow":
            case.expect((200, "Sucesso"), case.answer.status, "HTTP")
            case.expect("Sucesso", body["Status"], "Status")
            return
        statuses = {"refuse": (422,), "reject": (422, 503)}.get(case.word, (503,))
        case.expect(statuses, case.answer.status, "HTTP")
        case.expect("Erro", body["Status"], "Status")
        if case.answer.status == 503:
            case.expect(True, "retry-after" in case.answer.headers, "Retry-After")
        self.judge_state(case, "error", "none", automaticAttempts=0, manualAttempts=0, notBefore=None)
        wrong = [name for name, record in case.records.items() if record["status"] != "success"]
        case.expect(([case.step.record],), wrong, "records in error")
        case.expect(False, "contract_activation" in case.records, "an activation")
        if not case.items:
            case.problems.append("no item")
            return
        self.judge_item(case, case.items[-1], "error", "import")
        case.expect((IN_WORDS.get(case.word, case.items[-1]["httpStatus"]),), case.items[-1]["httpStatus"], "status")

    def repair(self):
        for case in self.cases:
            if case.word != "slow":
                again = self.desk.agent.send(case.sale)
                case.expect((200,), again.status, f"the repeat ({again.json()['Mensagem']})")
                self.desk.delivered(case)


class ErpLane(Lane):
    """From the activation's birth to the ERP's answer: a run of the schedule makes good what may be tried again."""

    def play(self, case):
        if case.step is not ASK:
            super().play(case)
            return
        self.desk.world.fail("erp", "efetivacao", "lose", times=1)
        self.desk.sell(case)
        record = self.desk.agent.records_of(case.sale)["contract_activation"]
        case.expect("unknown", record["callState"], "call state before the question")
        self.desk.arm(case)
        done = self.desk.agent.run("reprocess", "--ids", str(record["id"]), "--yes", "--json")
        case.expect(6 if case.word == "401" else 0, done.returncode, f"reprocess: {done.stdout}{done.stderr}")
        self.after(case)

    def probe_stopped(self, case):
        if case.step.system == "rm":
            super().probe_stopped(case)
            return
        mark = self.desk.world.mark()
        record = self.desk.agent.records_of(case.sale)["contract_activation"]
        done = self.desk.agent.run("reprocess", "--ids", str(record["id"]), "--yes", "--json")
        case.expect(6, done.returncode, f"a manual run at a stopped ERP: {done.stdout}{done.stderr}")
        case.expect(0, len(self.desk.world.calls("erp", after=mark)), "calls of a stopped ERP")

    def judge(self, case):
        status, call_state = case.wanted = self.wanted(case)
        manual = int(case.step is ASK)
        # Refused credentials are no attempt of the record.
        counted = int(case.step is ASK and case.word != "401")
        self.judge_state(case, status, call_state, automaticAttempts=0, manualAttempts=counted)
        case.expect(200, case.answer.status, "HTTP")
        told = {"success": "Sucesso", "error": "Erro", "pending": "Pendente"}["pending" if case.step is ASK else status]
        case.expect((told,), case.answer.json()["DadosCriados"]["SituacaoContrato"], "SituacaoContrato")
        # What was only reported as not attempted may have left an item behind the attempt's own.
        items = case.items[: 1 + manual] if case.word == "401" else case.items
        case.expect(1 + manual, len(items), "items")
        self.judge_item(case, items[-1], status, "manual" if manual else "import")
        sent = len(self.desk.calls_of(case, "erp", "efetivacao"))
        case.expect(0 if case.step in REBUILD and case.word != "slow" else 1, sent, "sent")
        self.judge_wait(case)

    @staticmethod
    def wanted(case):
        if case.word == "slow":
            return "success", "none"
        if case.step in REBUILD:
            return "pending", "none"
        if case.step is ASK:
            # A question may be put again within the same attempt.
            asked_again = case.word in ("drop", "unknown_outcome") and case.items[-1]["status"] == "success"
            return ("success", "none") if asked_again else ("pending", "unknown")
        return {"refuse": ("error", "none"), "reject": ("error", "none"), "401": ("pending", "none")}.get(
            case.word, ("pending", "unknown")
        )

    @staticmethod
    def judge_wait(case):
        named = case.record["notBefore"]
        if (case.step, case.word) != (SEND, "503"):
            case.expect((None,), named, "notBefore")
            return
        begun = datetime.datetime.fromisoformat(case.items[-1]["createdAt"].replace("Z", "+00:00"))
        wait = (datetime.datetime.fromisoformat(named.replace("Z", "+00:00")) - begun).total_seconds() if named else 0
        case.expect(True, RETRY_AFTER - 5 <= wait <= RETRY_AFTER + 5, f"waits {wait} s, so Retry-After")

    def repair(self):
        mark = self.desk.world.mark()
        [schedule] = self.desk.agent.ask("schedule", "list", "--company", str(COMPANY))["items"]
        self.desk.agent.do("schedule", "run", str(schedule["id"]))
        self.desk.look(self.cases)
        for case in self.cases:
            self.judge_repair(case, mark)
        waiting = [case for case in self.cases if case.record["status"] == "pending"]
        self.desk.agent.do("reprocess", "--ids", ",".join(str(case.record["id"]) for case in waiting), "--yes")

    def judge_repair(self, case, mark):
        """What the next attempt asked of the ERP, and how it was counted."""
        calls = [call.operation for name in ("contratos", "efetivacao")
                 for call in self.desk.calls_of(case, "erp", name) if call.number > mark]
        status, call_state = case.wanted
        if status == "success":
            wanted = []
        elif (case.step, case.word) == (SEND, "503"):
            wanted, status = [], "waits"
        elif call_state == "none":
            wanted = ["efetivacao"]
        else:
            wanted = ["contratos"] if case.step is ASK or case.word in DONE else ["contratos", "efetivacao"]
        case.expect((wanted,), calls, "the next attempt")
        case.expect(int(bool(wanted)), case.record["automaticAttempts"], "automatic attempts")
        case.expect("pending" if status == "waits" else "success", case.record["status"], "after the schedule's run")


class FollowingLane(Lane):
    """After the ERP accepted: each is made good by itself, and the ERP is not called again."""

    def play(self, case):
        self.desk.arm(case)
        self.desk.sell(case)
        if not case.fault.reached.wait(20):
            case.problems.append("the call did not come")
        if case.word == "401":
            wait_for(lambda: self.desk.agent.statuses_of(case.sale).get(case.step.record) == "error", 20, "the 401")
        self.after(case, probe=False)
        if case.word == "401":
            wait_for(lambda: self.desk.agent.statuses_of(case.sale)[case.step.record] == "success", 30, "what resumes")

    def needs_person(self, case):
        """CONTRACTS.md section 5: a notice that the Broker refused."""
        return case.step is NOTICE and case.word in ("refuse", "reject")

    def has_effect(self, case):
        """A 2xx means delivered, even one whose body is no answer of a Broker."""
        return not (self.needs_person(case) or (case.step is NOTICE and case.word == "malformed"))

    def short(self, case):
        items = [item["status"] for item in case.items if item["trigger"] == "outbox"]
        return f"{case.answer.status} {items[0] if items else 'waits'}"

    def judge(self, case):
        case.expect(200, case.answer.status, "HTTP")
        case.expect("Sucesso", case.answer.json()["DadosCriados"]["SituacaoContrato"], "SituacaoContrato")
        activation = case.records["contract_activation"]
        case.expect((("success", "none"),), (activation["status"], activation["callState"]), "activation")

    def judge_end(self, case):
        case.expect(1, len(self.desk.calls_of(case, "erp", "efetivacao")), "calls of the ERP")
        items = [item for item in case.items if item["trigger"] == "outbox"]
        if self.needs_person(case):
            case.expect((["error"],), [item["status"] for item in items], "items")
            case.expect("error", case.record["status"], "record")
            case.expect(1, len(self.desk.calls_of(case, "broker", "confirmacao")), "calls of the Broker")
            return
        super().judge_end(case)
        delivered = case.step is NOTICE and case.word in ("malformed", "truncate", "huge") and len(items) == 1
        failed = case.word != "slow" and not delivered
        case.expect((["error", "success"] if failed else ["success"],), [item["status"] for item in items], "items")
        if not failed or len(items) != 2:
            return
        self.judge_item(case, items[0], "error", "outbox")
        begun, again = (datetime.datetime.fromisoformat(item["createdAt"].replace("Z", "+00:00")) for item in items)
        if case.word != "401":
            case.expect(True, (again - begun).total_seconds() >= 3.9, f"a wait of {again - begun}, 4 s or more")


class Faults:
    def test_each_fault_at_each_call(self):
        table = Table(f"Faults, {self.backend}")
        lanes = [ImportLane(self.backend, IMPORT[first::4]) for first in range(4)]
        # What follows is tried again later, so what stops a destination is kept away from it; and the Broker's time-out
        # is no setting: the call that hangs has a desk of its own.
        others = [word for word in WORDS if word != "401"]
        lanes += [ErpLane(self.backend, (*REBUILD, SEND, ASK)), FollowingLane(self.backend, FOLLOWING, others),
                  FollowingLane(self.backend, (NOTICE,), [word for word in others if word != "hang"]),
                  FollowingLane(self.backend, (NOTICE,), ["hang"]),
                  FollowingLane(self.backend, (*FOLLOWING, NOTICE), ["401"])]
        played = [case for lane in lanes for case in lane.cases]
        violations = []
        wrong = []
        with concurrent.futures.ThreadPoolExecutor(len(lanes)) as pool:
            for lane, running in [(lane, pool.submit(lane.run)) for lane in lanes]:
                error = running.exception()
                if error:
                    wrong.append(f"{lane.cases[0].step.name} and what follows it: {error!r}")
                else:
                    violations += running.result()
        order = [*IMPORT, *REBUILD, SEND, ASK, *FOLLOWING, NOTICE]
        for case in sorted(played, key=lambda case: order.index(case.step)):
            table.put(case.step.name, case.word, "FAILED" if case.problems or not case.first else case.first)
            wrong += [f"{case.step.name}, {case.word}: {problem}" for problem in case.problems]
        table.print()
        self.assertEqual([], wrong, "\n" + "\n".join(wrong))
        self.assertEqual([], table.empty_cells())
        self.assertEqual(len(order) * len(WORDS), len(played))
        self.assertEqual([], violations)


for_backends(globals(), Faults)

if __name__ == "__main__":
    unittest.main(verbosity=2)
