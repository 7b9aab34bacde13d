# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The ERP: makes contracts effective, and can be asked about one."""

import base64
import json
from decimal import Decimal, InvalidOperation
from urllib.parse import parse_qsl

from .recorder import Reply

_MEMBERS = {
    "codColigada": int,
    "codFilial": int,
    "ra": str,
    "idPreContrato": str,
    "codCfo": str,
    "idVenda": str,
    "valorTotal": (str, Decimal, int),
    "quantidadeParcelas": int,
    "diaVencimento": int,
    "formaPagamento": str,
}


class Erp:
    name = "erp"

    def __init__(self, recorder, user, password):
        self.recorder = recorder
        self.user = user
        self.password = password
        self.reset()

    def reset(self):
        with self.recorder.lock:
            #: with False the ERP trusts its callers: every accepted request makes a contract
            self.deduplicate = True
            self.contracts = []

    def of(self, company, pre_contract):
        with self.recorder.lock:
            return [c for c in self.contracts if (c["codColigada"], c["idPreContrato"]) == (company, pre_contract)]

    def guard(self, call):
        expected = "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode("utf-8")).decode("ascii")
        routes = {
            ("POST", "/erp/contratos/efetivacao"): "efetivacao",
            ("GET", "/erp/contratos"): "contratos",
            ("GET", "/erp/health"): "health",
        }
        call.operation = routes.get((call.method, call.path), "")
        if not call.operation:
            self.recorder.violation(call, f"nothing is served at {call.method} {call.path}")
            return _json(404, {"code": "NotFound", "message": "not found", "detailedMessage": "", "details": []})
        if call.header("authorization") != expected:
            if call.header("authorization") is None:
                self.recorder.violation(call, "no Basic credentials")
            return _json(401, {"code": "Unauthorized", "message": "unauthorized", "detailedMessage": "", "details": []})
        call.user = self.user
        return None

    def perform(self, call, fault=None):
        if fault and fault.kind == "refuse":
            text = fault.options.get("text", "Cliente sem crédito")
            return _json(
                fault.options.get("status", 422),
                {
                    "code": "REFUSED",
                    "message": text,
                    "detailedMessage": fault.options.get("detail", text),
                    "details": [],
                },
            )
        return getattr(self, f"_do_{call.operation}")(call)

    def _do_health(self, call):
        return _json(200, {"status": "UP"})

    def _do_contratos(self, call):
        query = dict(parse_qsl(call.query, keep_blank_values=True))
        if set(query) != {"codColigada", "idPreContrato"} or not query["codColigada"].isdigit() or not query[
            "idPreContrato"
        ]:
            self.recorder.violation(call, f"query {call.query!r} is not codColigada=&idPreContrato=")
            return _json(400, {"code": "BadRequest", "message": "query", "detailedMessage": "", "details": []})
        found = self.of(int(query["codColigada"]), query["idPreContrato"])
        items = [{"numeroContrato": c["numeroContrato"], "situacao": "EFETIVADO"} for c in found]
        return _json(200, {"hasNext": False, "items": items})

    def _do_efetivacao(self, call):
        body = self._read(call)
        if body is None:
            return _json(400, {"code": "BadRequest", "message": "body", "detailedMessage": "", "details": []})
        key = call.header("idempotency-key")
        if key != f"{body['codColigada']}-{body['idPreContrato']}":
            self.recorder.violation(call, f"Idempotency-Key {key!r} is not codColigada-idPreContrato")
        with self.recorder.lock:
            known = [c for c in self.contracts if c["key"] == key]
            if known and self.deduplicate:
                return _json(409, {"numeroContrato": known[0]["numeroContrato"], "situacao": "EFETIVADO"})
            number = f"CT-{len(self.contracts) + 1:06d}"
            self.contracts.append({**body, "numeroContrato": number, "key": key})
        return _json(201, {"numeroContrato": number, "situacao": "EFETIVADO"})

    def _read(self, call):
        if (call.header("content-type") or "").split(";")[0].strip().lower() != "application/json":
            self.recorder.violation(call, f"Content-Type {call.header('content-type')!r} is not application/json")
        try:
            body = json.loads(call.body.decode("utf-8"), parse_float=Decimal)
        except ValueError as error:
            self.recorder.violation(call, f"body is not JSON: {error}")
            return None
        wrong = False
        if not isinstance(body, dict) or set(body) != set(_MEMBERS):
            self.recorder.violation(
                call, f"members are {sorted(body) if isinstance(body, dict) else body}, not {sorted(_MEMBERS)}"
            )
            return None
        for name, kind in _MEMBERS.items():
            value = body[name]
            if isinstance(value, bool) or not isinstance(value, kind) or value == "":
                self.recorder.violation(call, f"{name} is {value!r}")
                wrong = True
        if not wrong:
            try:
                if Decimal(body["valorTotal"]).as_tuple().exponent < -2:
                    self.recorder.violation(call, f"valorTotal is {body['valorTotal']!r}: money has two decimals")
            except InvalidOperation:
                self.recorder.violation(call, f"valorTotal is {body['valorTotal']!r}: not a decimal")
        return None if wrong else body


def _json(status, value):
    return Reply(status, json.dumps(value, ensure_ascii=False).encode("utf-8"))
