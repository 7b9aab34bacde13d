# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The end of a desktop session ends the console in order: the sale under way is finished, nothing stays claimed."""

import signal
import sqlite3
import subprocess
import threading
import unittest

from double import Outside
from harness import Agent, Table, binary_folder, free_port, sale_of, wait_for

TABLE = Table("End of the console")


def tearDownModule():
    TABLE.print()


class ConsoleEnd(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = cls.enterClassContext(Outside())
        cls.agent = cls.enterClassContext(Agent("sqlite"))
        cls.agent.configure(cls.world, companies=(3,))

    def setUp(self):
        self.world.reset()

    def begin(self):
        self.agent.port = free_port()
        with open(self.agent.output, "ab") as output:
            self.console = subprocess.Popen(
                [str(binary_folder() / "ponte"), "--listen", f"127.0.0.1:{self.agent.port}"],
                stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                env=self.agent.environment(QT_QPA_PLATFORM="offscreen"),
            )
        self.addCleanup(self.gone)
        self.agent.process = self.console
        self.assertTrue(self.agent.wait_ready(60), self.agent.log_text())
        self.agent.process = None

    def gone(self):
        self.console.kill()
        self.console.wait()

    def processes(self):
        """(pid, whether it left in order) of every program that worked here."""
        with sqlite3.connect(self.agent.database.path) as database:
            return database.execute("SELECT pid, ended_at IS NOT NULL FROM process WHERE runs_workers").fetchall()

    def end(self, number):
        self.console.send_signal(number)
        self.assertEqual(0, self.console.wait(40), self.agent.log_text())
        self.assertIn((self.console.pid, 1), self.processes())

    def test_idle(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number), TABLE.cell(f"idle, {number.name}", "sqlite"):
                self.begin()
                self.end(number)

    def test_in_a_sale(self):
        with TABLE.cell("in a sale, SIGTERM", "sqlite"):
            self.begin()
            sale, answers = sale_of(3), []
            held = self.world.fail("erp", "efetivacao", "hold", times=1)
            sender = threading.Thread(target=lambda: answers.append(self.agent.send(sale)), daemon=True)
            sender.start()
            self.assertTrue(held.reached.wait(30))
            self.console.send_signal(signal.SIGTERM)
            held.release()
            self.assertEqual(0, self.console.wait(40), self.agent.log_text())
            sender.join(10)
            self.assertIn((self.console.pid, 1), self.processes())
            self.assertEqual(1, len(self.world.erp.contracts))
            activation = self.agent.records_of(sale)["contract_activation"]
            self.assertEqual(("success", "none"), (activation["status"], activation["callState"]))
            self.agent.serve()
            self.addCleanup(self.agent.stop)
            wait_for(lambda: self.agent.statuses_of(sale).get("broker_notice") == "success", 20, "the notice")
            self.assertEqual((1, 1), (len(self.world.erp.contracts), len(self.world.broker.notices)))


if __name__ == "__main__":
    unittest.main(verbosity=2)
