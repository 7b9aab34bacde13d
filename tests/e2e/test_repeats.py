# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""loja-click.md A0-16 and A0-17, and the sale that arrives eight times at once: one execution, equal answers."""

import threading
import unittest

from double import Outside
from harness import Agent, Table, changed, for_backends, sale_of, wait_for

TABLE = Table("Repeats")


def tearDownModule():
    TABLE.print()


class Repeats:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Outside())
        cls.agent = cls.enterClassContext(Agent(cls.backend))
        cls.agent.configure(cls.world).serve()

    def setUp(self):
        self.world.reset()

    def finished(self, sale):
        return wait_for(lambda: self.agent.statuses_of(sale).get("broker_notice") == "success", 20, "the notice")

    def messages(self, sale):
        return [item["message"] for item in self.agent.items_of(sale, "pre_contract")]

    def test_same_content_is_answered_alike(self):
        with TABLE.cell("A0-16 same id, same content", self.backend):
            sale = sale_of(3)
            first = self.agent.send(sale)
            self.assertEqual(200, first.status, first)
            self.finished(sale)
            held, mark = self.world.holdings(), self.world.mark()
            again = self.agent.send(sale)
            self.assertEqual((200, first.json()), (again.status, again.json()))
            self.assertEqual(held, self.world.holdings())
            self.assertEqual([], self.world.calls(after=mark))
            self.assertTrue(any("já integrada" in text for text in self.messages(sale)), self.messages(sale))

    def test_the_content_is_what_counts_not_its_spelling(self):
        with TABLE.cell("A0-16 same content, other spelling", self.backend):
            sale = sale_of(3)
            first = self.agent.send(sale)
            self.finished(sale)
            held = self.world.holdings()
            other = dict(reversed(list(sale.items())))
            other["contrato"] = {**sale["contrato"], "valorTotal": 1500.0}
            other["campoDesconhecido"] = {"a": [1, 2]}
            again = self.agent.send(other)
            self.assertEqual((200, first.json()), (again.status, again.json()))
            self.assertEqual(held, self.world.holdings())

    def test_other_content_is_refused(self):
        with TABLE.cell("A0-17 same id, other content", self.backend):
            sale = sale_of(3)
            self.agent.send(sale)
            self.finished(sale)
            held, mark, statuses = self.world.holdings(), self.world.mark(), self.agent.statuses_of(sale)
            for path, value in (
                ("matricula__codTurma", "TEC.001.006018"), ("contrato__valorTotal", "1500.01"), ("aluno__nome", "Outro")
            ):
                refused = self.agent.send(changed(sale, **{path: value}))
                self.assertEqual((409, "Erro"), (refused.status, refused.json()["Status"]), refused)
                self.assertTrue(refused.json()["DetalheErros"], refused)
            self.assertEqual(held, self.world.holdings())
            self.assertEqual([], self.world.calls(after=mark))
            self.assertEqual(statuses, self.agent.statuses_of(sale))
            self.assertTrue(any("divergente" in text for text in self.messages(sale)), self.messages(sale))

    def test_wrong_fields_on_an_integrated_id(self):
        with TABLE.cell("400 on an integrated id", self.backend):
            sale = sale_of(3)
            self.agent.send(sale)
            self.finished(sale)
            held, statuses, before = self.world.holdings(), self.agent.statuses_of(sale), len(self.messages(sale))
            refused = self.agent.send(changed(sale, aluno__cpf="11111111111"))
            self.assertEqual(400, refused.status, refused)
            self.assertEqual((held, statuses), (self.world.holdings(), self.agent.statuses_of(sale)))
            self.assertEqual(before + 1, len(self.messages(sale)))

    def test_a_refused_sale_may_be_corrected(self):
        with TABLE.cell("corrected before the first write", self.backend):
            sale = sale_of(3)
            refused = self.agent.send(changed(sale, matricula__codTurma="NAO.EXISTE"))
            self.assertEqual((422, "Erro"), (refused.status, refused.json()["Status"]), refused)
            good = self.agent.send(sale)
            self.assertEqual(200, good.status, good)
            self.finished(sale)
            self.assertEqual(1, self.world.counts()["contracts"])

    def test_content_is_bound_once_rm_was_written(self):
        with TABLE.cell("other content after a half-way refusal", self.backend):
            sale = sale_of(3)
            self.world.fail(
                "rm", "ExecuteWithXmlParams", "text", times=1, text="Existem débitos anteriores para o sacado"
            )
            self.assertEqual("Erro", self.agent.send(sale).json()["Status"])
            refused = self.agent.send(changed(sale, contrato__valorTotal="1.00"))
            self.assertEqual(409, refused.status, refused)
            good = self.agent.send(sale)
            self.assertEqual(200, good.status, good)
            self.finished(sale)
            self.assertEqual(
                (1, 1, 4, 1), tuple(self.world.counts()[n] for n in ("FCFO", "SMATRICPL", "SMATRICULA", "contracts"))
            )

    def test_eight_at_once(self):
        with TABLE.cell("eight at once", self.backend):
            sale = sale_of(3)
            held_back = self.world.fail("rm", "SaveRecord", "hold", subject="FinCFODataBR", times=1)
            answers, left, lock = [], [threading.Event() for _ in range(8)], threading.Lock()

            def send(sent):
                answer = self.agent.send(sale, sent=sent)
                with lock:
                    answers.append(answer)

            threads = [threading.Thread(target=send, args=(sent,), daemon=True) for sent in left]
            for thread in threads:
                thread.start()
            # The first is held inside RM until all eight requests are on their way.
            self.assertTrue(all(sent.wait(20) for sent in left))
            self.assertTrue(held_back.reached.wait(20))
            held_back.release()
            for thread in threads:
                thread.join(60)
            self.assertEqual([200] * 8, [answer.status for answer in answers], [str(answer) for answer in answers])
            self.assertEqual(1, len({answer.body for answer in answers}))
            self.finished(sale)
            counts = self.world.counts()
            self.assertEqual((1, 1, 1, 1, 1, 4, 1, 1, 1), tuple(counts.values()), counts)
            writes = [call.operation for call in self.world.writes()]
            self.assertEqual((1, 1), (writes.count("efetivacao"), writes.count("confirmacao")))

    def test_the_broker_leaves_and_comes_back(self):
        with TABLE.cell("the Broker leaves and comes back", self.backend):
            sale = sale_of(3)
            held_back = self.world.fail("rm", "SaveRecord", "hold", subject="RhuPessoaData", times=1)
            with self.assertRaises(TimeoutError):
                self.agent.send(sale, timeout=1)
            self.assertTrue(held_back.reached.wait(20))
            held_back.release()
            again = self.agent.send(sale)
            self.assertEqual((200, "Sucesso"), (again.status, again.json()["Status"]), again)
            self.finished(sale)
            self.assertEqual((1, 1, 1, 1, 1, 4, 1, 1, 1), tuple(self.world.counts().values()))

    def tearDown(self):
        self.assertEqual([], self.world.violations())


class TwoPrograms(unittest.TestCase):
    """PostgreSQL alone: a second program on the same database."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Outside())
        cls.agent = cls.enterClassContext(Agent("postgresql"))
        cls.agent.configure(cls.world).serve()
        cls.other = cls.enterClassContext(cls.agent.twin())

    def setUp(self):
        self.world.reset()

    def tearDown(self):
        self.assertEqual([], self.world.violations())

    def send_at_once(self, *pairs):
        """Sends each sale through its program at the same moment."""
        answers, barrier = [None] * len(pairs), threading.Barrier(len(pairs))

        def send(place, agent, sale):
            barrier.wait(20)
            answers[place] = agent.send(sale)

        threads = [
            threading.Thread(target=send, args=(place, agent, sale), daemon=True)
            for place, (agent, sale) in enumerate(pairs)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(100)
        self.assertEqual([200] * len(pairs), [answer and answer.status for answer in answers], list(map(str, answers)))
        return answers

    def finished(self, sale):
        wait_for(lambda: self.agent.statuses_of(sale).get("broker_notice") == "success", 20, "the notice")

    def test_one_sale_through_both(self):
        with TABLE.cell("one sale through two programs", "postgresql"):
            sale = sale_of(3)
            answers = self.send_at_once(*[(self.agent, sale), (self.other, sale)] * 4)
            self.assertEqual(1, len({answer.body for answer in answers}))
            self.finished(sale)
            self.assertEqual((1, 1, 1, 1, 1, 4, 1, 1, 1), tuple(self.world.counts().values()))

    def test_one_new_student_through_both(self):
        with TABLE.cell("one new student through two programs", "postgresql"):
            first = sale_of(3)
            second = sale_of(3, matricula__codTurma="TEC.001.006018")
            second["aluno"], second["responsavelFinanceiro"] = first["aluno"], first["responsavelFinanceiro"]
            answers = self.send_at_once((self.agent, first), (self.other, second))
            self.assertEqual(1, len({answer.json()["DadosCriados"]["Ra"] for answer in answers}))
            self.finished(first)
            self.finished(second)
            self.assertEqual((1, 1, 1, 1, 1, 6, 2, 2, 2), tuple(self.world.counts().values()))

    def test_the_other_program_answers(self):
        with TABLE.cell("stored answer from the other program", "postgresql"):
            sale = sale_of(3)
            first = self.agent.send(sale)
            self.finished(sale)
            self.assertEqual(first.json(), self.other.stored(sale).json())
            self.assertEqual((200, first.json()), (lambda a: (a.status, a.json()))(self.other.send(sale)))


for_backends(globals(), Repeats)

if __name__ == "__main__":
    unittest.main(verbosity=2)
