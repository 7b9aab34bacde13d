# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The Broker: takes confirmations, each effective once per Idempotency-Key."""

import json
from datetime import datetime

from .recorder import Reply

_MEMBERS = {
    "IdUnico": str,
    "CodColigada": int,
    "Ra": str,
    "IdPreContrato": str,
    "CodStatus": (int, str),
    "Situacao": str,
    "NumeroContrato": str,
    "DataEfetivacao": str,
}


class Broker:
    name = "broker"

    def __init__(self, recorder, token):
        self.recorder = recorder
        self.token = token
        self.reset()

    def reset(self):
        with self.recorder.lock:
            #: how a repeated key is answered; both mean delivered
            self.repeat_status = 200
            self.notices = {}

    def guard(self, call):
        routes = {
            ("POST", "/broker/matriculas/confirmacao"): "confirmacao",
            ("GET", "/broker/health"): "health",
        }
        call.operation = routes.get((call.method, call.path), "")
        if not call.operation:
            self.recorder.violation(call, f"nothing is served at {call.method} {call.path}")
            return _json(404, {"erro": "not found"})
        if call.header("authorization") != f"Bearer {self.token}":
            if call.header("authorization") is None:
                self.recorder.violation(call, "no Bearer token")
            return _json(401, {"erro": "unauthorized"})
        return None

    def perform(self, call, fault=None):
        if call.operation == "health":
            return _json(200, {"status": "UP"})
        body = self._read(call)
        if body is None:
            return _json(400, {"erro": "body"})
        key = call.header("idempotency-key")
        if key != f"{body['CodColigada']}-{body['IdUnico']}":
            self.recorder.violation(call, f"Idempotency-Key {key!r} is not codColigada-idVenda")
        with self.recorder.lock:
            if key in self.notices:
                if self.notices[key] != body:
                    self.recorder.violation(call, f"the same Idempotency-Key {key} with another content")
                return _json(self.repeat_status, {"recebido": True})
            self.notices[key] = body
        return _json(200, {"recebido": True})

    def _read(self, call):
        if (call.header("content-type") or "").split(";")[0].strip().lower() != "application/json":
            self.recorder.violation(call, f"Content-Type {call.header('content-type')!r} is not application/json")
        try:
            body = json.loads(call.body.decode("utf-8"))
        except ValueError as error:
            self.recorder.violation(call, f"body is not JSON: {error}")
            return None
        if not isinstance(body, dict) or set(body) != set(_MEMBERS):
            self.recorder.violation(
                call, f"members are {sorted(body) if isinstance(body, dict) else body}, not {sorted(_MEMBERS)}"
            )
            return None
        for name, kind in _MEMBERS.items():
            if isinstance(body[name], bool) or not isinstance(body[name], kind) or body[name] == "":
                self.recorder.violation(call, f"{name} is {body[name]!r}")
                return None
        if body["Situacao"] != "Matriculado":
            self.recorder.violation(call, f"Situacao is {body['Situacao']!r}")
        try:
            datetime.fromisoformat(body["DataEfetivacao"])
        except ValueError:
            self.recorder.violation(call, f"DataEfetivacao {body['DataEfetivacao']!r} is not ISO 8601")
        return body


def _json(status, value):
    return Reply(status, json.dumps(value).encode("utf-8"))
