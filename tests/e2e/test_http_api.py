# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The inbound API beside the sale: tokens, health, metrics, its own description, and clients that behave badly."""

import contextlib
import json
import socket
import unittest

from double import Outside
from harness import SALE_PATH, TOKEN_PATH, Agent, Table, basic, for_backends, sale_of, wait_for

TABLE = Table("Inbound API")


def tearDownModule():
    TABLE.print()


class HttpApi:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Outside())
        cls.agent = cls.enterClassContext(Agent(cls.backend))
        cls.agent.configure(cls.world, companies=(3,)).serve()

    def token(self, body, status=200):
        answer = self.agent.post(TOKEN_PATH, body, client=None)
        self.assertEqual(status, answer.status, answer)
        return answer.json()

    def use(self, token, status=200):
        answer = self.agent.post(SALE_PATH, sale_of(3), client=None, headers={"Authorization": f"Bearer {token}"})
        self.assertEqual(status, answer.status, answer)

    def test_token_and_refresh(self):
        with TABLE.cell("token, refresh, Bearer", self.backend):
            user, password = self.agent.clients["broker"]
            first = self.token({"username": user, "password": password})
            self.assertEqual({"access_token", "refresh_token", "token_type", "expires_in"}, set(first))
            self.assertEqual(("Bearer", 300), (first["token_type"], first["expires_in"]))
            self.use(first["access_token"])
            second = self.token({"grant_type": "refresh_token", "refresh_token": first["refresh_token"]})
            self.assertNotEqual(first["access_token"], second["access_token"])
            self.use(second["access_token"])
            self.use(second["refresh_token"], 401)

    def test_token_refused(self):
        user, password = self.agent.clients["broker"]
        for row, body in (
            ("token, wrong password", {"username": user, "password": password + "x"}),
            ("token, unknown user", {"username": "nobody", "password": password}),
            ("token, unknown refresh token", {"grant_type": "refresh_token", "refresh_token": "abc"}),
        ):
            with TABLE.cell(row, self.backend):
                self.token(body, 401)
        with TABLE.cell("token, no user", self.backend):
            self.assertIn(self.agent.post(TOKEN_PATH, {}, client=None).status, (400, 401))

    def test_revoked_client(self):
        with TABLE.cell("revoked client", self.backend):
            self.agent.add_client("leaving", 3)
            listed = self.agent.ask("api-clients", "list")
            self.assertIn("leaving", json.dumps(listed))
            user, password = self.agent.clients["leaving"]
            bearer = self.token({"username": user, "password": password})["access_token"]
            self.agent.do("api-clients", "revoke", "leaving")

            def refused(header):
                answer = self.agent.post(SALE_PATH, sale_of(3), client=None, headers={"Authorization": header})
                return answer.status == 401

            wait_for(lambda: refused(basic(user, password)), 10, "401 for the password")
            wait_for(lambda: refused(f"Bearer {bearer}"), 10, "401 for the token")

    def test_health_and_metrics(self):
        for path in ("/health/live", "/health/ready", "/metrics"):
            with TABLE.cell(path, self.backend):
                answer = self.agent.request("GET", path)
                self.assertEqual(200, answer.status, answer)
        text = self.agent.request("GET", "/metrics").body.decode("utf-8")
        with TABLE.cell("metrics are Prometheus text", self.backend):
            self.assertIn("# TYPE ponte_", text)
            for line in filter(None, text.splitlines()):
                self.assertTrue(line.startswith("#") or float(line.rsplit(" ", 1)[1]) >= 0, line)

    def test_description(self):
        with TABLE.cell("/openapi.yaml", self.backend):
            answer = self.agent.request("GET", "/openapi.yaml", headers={"Authorization": self.agent.credentials()})
            self.assertEqual(200, answer.status, answer)
            text = answer.body.decode("utf-8")
            self.assertIn("openapi: 3.1", text.replace('"', ""))
            for path in (SALE_PATH, TOKEN_PATH, "/matricula/{idVenda}", "/aluno/atualizaDadosAluno"):
                self.assertIn(path, text)

    def test_keep_alive(self):
        with TABLE.cell("two requests on one connection", self.backend), self.open() as connection:
            for _ in range(2):
                connection.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
                self.assertTrue(self.read_head(connection).startswith(b"HTTP/1.1 200"))

    def test_bad_clients(self):
        for row, data in (
            ("half a request line", b"POST /api"),
            ("half a body", b"POST " + SALE_PATH.encode() + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"),
            ("no HTTP at all", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
            ("huge header", b"GET /health/live HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 200000 + b"\r\n\r\n"),
            ("negative length", b"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"),
        ):
            with TABLE.cell(row, self.backend):
                with contextlib.suppress(OSError), self.open() as connection:
                    connection.sendall(data)
                self.assertEqual(200, self.agent.request("GET", "/health/live", timeout=10).status)
        with TABLE.cell("fifty open connections", self.backend), contextlib.ExitStack() as stack:
            for _ in range(50):
                stack.enter_context(self.open())
            self.assertEqual(200, self.agent.request("GET", "/health/live", timeout=10).status)

    def open(self):
        return contextlib.closing(socket.create_connection(("127.0.0.1", self.agent.port), 10))

    @staticmethod
    def read_head(connection):
        """Reads one answer to the end of its body, as far as its length is told."""
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(4096)
        head, _, body = data.partition(b"\r\n\r\n")
        for line in head.split(b"\r\n"):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                while len(body) < int(value):
                    body += connection.recv(4096)
        return head


for_backends(globals(), HttpApi)

if __name__ == "__main__":
    unittest.main(verbosity=2)
