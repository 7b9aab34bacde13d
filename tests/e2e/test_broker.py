# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""A Broker that fails, loses its answer or refuses the token: one notice arrives, and the ERP is not asked again."""

import threading
import unittest

from double import Outside
from harness import BACKENDS, Agent, Table, sale_of, wait_for

TABLE = Table("Broker")


def tearDownModule():
    TABLE.print()


class Scene:
    """One world, one agent and one sale whose contract the ERP accepts at once."""

    def __init__(self, backend):
        self.backend = backend
        self.world = Outside()
        self.agent = None
        self.sale = sale_of(3)

    def play(self, scenario):
        with self.world, Agent(self.backend) as self.agent:
            self.agent.configure(self.world, companies=(3,)).serve()
            scenario(self)
            self.equal([], self.world.violations())

    @staticmethod
    def equal(wanted, found):
        if wanted != found:
            raise AssertionError(f"{wanted} != {found}")

    def sell(self):
        answer = self.agent.send(self.sale)
        self.equal((200, "Sucesso"), (answer.status, answer.json()["DadosCriados"]["SituacaoContrato"]))
        self.equal("success", self.agent.statuses_of(self.sale)["contract_activation"])

    def notices(self):
        return [call.status for call in self.world.calls("broker", "confirmacao")]

    def delivered(self, seconds=40):
        wait_for(
            lambda: self.agent.statuses_of(self.sale).get("broker_notice") == "success", seconds, "the notice", 0.2
        )
        self.equal([f"3-{self.sale['idVenda']}"], list(self.world.broker.notices))
        self.equal(1, len(self.world.calls("erp", "efetivacao")))
        self.equal(1, len(self.agent.items_of(self.sale, "contract_activation")))

    def items(self):
        return [item["status"] for item in self.agent.items_of(self.sale, "broker_notice")]


def fails_twice(scene):
    scene.world.fail("broker", "confirmacao", "status", times=2, status=500)
    scene.sell()
    scene.delivered()
    scene.equal([500, 500, 200], scene.notices())
    scene.equal(["error", "error", "success"], scene.items())
    first, second, third = (call.at for call in scene.world.calls("broker", "confirmacao"))
    # 5 s and three times as much, each a fifth more or less.
    if not (3.9 <= second - first <= 8 and 11.9 <= third - second <= 20):
        raise AssertionError(f"waited {second - first:.1f} s and {third - second:.1f} s")


def loses_its_answer(scene):
    scene.world.broker.repeat_status = 409
    scene.world.fail("broker", "confirmacao", "lose", times=1)
    scene.sell()
    scene.delivered()
    scene.equal([0, 409], scene.notices())


def names_a_time(scene):
    scene.world.fail("broker", "confirmacao", "status", times=1, status=429, headers={"Retry-After": "9"})
    scene.sell()
    scene.delivered()
    first, second = (call.at for call in scene.world.calls("broker", "confirmacao"))
    if second - first < 9:
        raise AssertionError(f"came back after {second - first:.1f} s although asked to wait 9 s")


def is_away(scene):
    scene.world.stop("broker")
    scene.sell()
    wait_for(lambda: scene.agent.statuses_of(scene.sale).get("broker_notice") == "error", 20, "a failed notice", 0.2)
    scene.world.start("broker")
    scene.delivered()
    scene.equal([200], scene.notices())


def refuses_the_token(scene):
    """loja-click.md A0-21: 401 is told, the token is not, and nothing is tried until the token changes."""
    right = scene.world.broker.token
    scene.world.broker.token = "another-token"
    scene.sell()
    wait_for(lambda: scene.agent.statuses_of(scene.sale).get("broker_notice") == "error", 20, "a refused notice", 0.2)
    other = sale_of(3)
    scene.equal(200, scene.agent.send(other).status)
    [item] = scene.agent.items_of(scene.sale, "broker_notice")
    scene.equal(401, item["httpStatus"])
    if right in str(item) or scene.world.broker.token in str(item) or "****" not in item["message"]:
        raise AssertionError(f"the token is not masked: {item}")
    # The first 401 stops the destination: neither a wait nor another sale tries the same token again.
    if wait_for_more(scene, 1, 8):
        raise AssertionError(f"tried again with the refused token: {scene.notices()}")
    scene.world.broker.token = right
    scene.agent.do("parameters", "set", "lojaclick.broker.token", "--stdin", stdin=right)
    for sale in (scene.sale, other):
        wait_for(lambda s=sale: scene.agent.statuses_of(s).get("broker_notice") == "success", 30, "the notice", 0.2)
    scene.equal(2, len(scene.world.broker.notices))


def wait_for_more(scene, known, seconds):
    return scene.world.recorder.wait_until(lambda: len(scene.notices()) > known, seconds)


class Broker(unittest.TestCase):
    """All scenes at once, because each mostly waits."""

    def test_scenes(self):
        scenes = (
            ("A0-15 500, 500, 200", fails_twice),
            ("loses its answer, then 409", loses_its_answer),
            ("429 with Retry-After", names_a_time),
            ("is away, then back", is_away),
            ("A0-21 wrong token, then the right one", refuses_the_token),
        )
        failures = []

        def play(row, scenario, backend):
            try:
                with TABLE.cell(row, backend):
                    Scene(backend).play(scenario)
            except Exception as error:  # the thread's failure is the test's
                failures.append(f"{row}, {backend}: {error!r}")

        threads = [
            threading.Thread(target=play, args=(row, scenario, backend), daemon=True)
            for row, scenario in scenes
            for backend in BACKENDS
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(150)
        self.assertEqual([], failures, "\n".join(failures))
        self.assertEqual([], TABLE.empty_cells())


if __name__ == "__main__":
    unittest.main(verbosity=2)
