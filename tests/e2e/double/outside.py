# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Puts the three systems on the loopback, each at a port of its own so that each can be switched off alone."""

import copy
import socket
import threading
import time
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from .broker import Broker
from .erp import Erp
from .recorder import Fault, Recorder, Reply
from .rm import Rm


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = True

    def __init__(self, address, outside, system):
        self.outside = outside
        self.system = system
        self.open_sockets = set()
        self.sockets_lock = threading.Lock()
        super().__init__(address, _Handler)

    def get_request(self):
        request, address = super().get_request()
        request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self.sockets_lock:
            self.open_sockets.add(request)
        return request, address

    def shutdown_request(self, request):
        with self.sockets_lock:
            self.open_sockets.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request, client_address):
        """A client that leaves is not an error of the double."""

    def cut_connections(self):
        with self.sockets_lock:
            for request in self.open_sockets:
                try:
                    request.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 120

    def log_message(self, *arguments):
        pass

    def _serve(self):
        body = self._read_body()
        if body is None:
            # Killed before the request was out: nobody has seen it.
            self.close_connection = True
            return
        outside, system = self.server.outside, self.server.system
        address = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        call = outside.recorder.open(system.name, self.command, address.path, address.query, headers, body)
        with outside.in_flight(system):
            try:
                reply = outside.answer(system, call)
            except Exception:  # a bug of the double must show up as a failed test, not as a dead connection
                outside.recorder.violation(call, "the double itself failed:\n" + traceback.format_exc())
                reply = Reply(500, b"", "text/plain")
        outside.recorder.close(call, reply)
        self._send(reply)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _serve

    def _read_body(self):
        if (self.headers.get("Transfer-Encoding") or "").lower() == "chunked":
            parts = []
            while True:
                size = int(self.rfile.readline().split(b";")[0], 16)
                parts.append(self.rfile.read(size))
                self.rfile.readline()
                if size == 0:
                    return b"".join(parts)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        return body if len(body) == length else None

    def _send(self, reply):
        if reply.cut in ("drop", "lose"):
            self._hang_up()
            return
        head = [f"HTTP/1.1 {reply.status} {self.responses.get(reply.status, ('',))[0]}"]
        length = len(reply.body) if reply.cut != "huge" else 1 << 40
        head.append(f"Content-Type: {reply.content_type}")
        head.append(f"Content-Length: {length}")
        head.extend(f"{name}: {value}" for name, value in reply.headers.items())
        data = ("\r\n".join(head) + "\r\n\r\n").encode("latin-1")
        if reply.cut == "truncate":
            self.wfile.write(data + reply.body[: len(reply.body) // 2])
            self._hang_up()
            return
        # One write, so that the answer leaves as one packet and no client waits for a delayed acknowledgement.
        self.wfile.write(data + reply.body)
        if reply.cut == "huge":
            block = b"x" * 65536
            for _ in range(64 * 1024 * 1024 // len(block)):
                self.wfile.write(block)
            self._hang_up()

    def _hang_up(self):
        self.close_connection = True
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


class Outside:
    """The world around the program under test; use it as a context manager."""

    def __init__(
        self,
        rm_user="integracao",
        rm_password="Sénha-çãO & <9>",
        erp_user="ponte.erp",
        erp_password="Erp-pásswörd '7'",
        broker_token="tok-5f1c0b7e9a3d4e62",
    ):
        self.recorder = Recorder()
        self.rm = Rm(self.recorder, rm_user, rm_password)
        self.erp = Erp(self.recorder, erp_user, erp_password)
        self.broker = Broker(self.recorder, broker_token)
        self._systems = {system.name: system for system in (self.rm, self.erp, self.broker)}
        self._servers = {}
        self._threads = {}
        self._ports = {}
        self._flight_lock = threading.Lock()
        self._flying = dict.fromkeys(self._systems, 0)
        self.peak = dict.fromkeys(self._systems, 0)

    def __enter__(self):
        try:
            for name in self._systems:
                self.start(name)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error):
        for name in list(self._servers):
            self.stop(name)

    # -- addresses ---------------------------------------------------------------------------------

    @property
    def rm_url(self):
        return f"http://127.0.0.1:{self._ports['rm']}"

    @property
    def erp_url(self):
        return f"http://127.0.0.1:{self._ports['erp']}/erp"

    @property
    def broker_url(self):
        return f"http://127.0.0.1:{self._ports['broker']}/broker"

    def start(self, name):
        """Opens the system's port; after a stop() the same port, as a repaired system would."""
        server = _Server(("127.0.0.1", self._ports.get(name, 0)), self, self._systems[name])
        self._ports[name] = server.server_address[1]
        self._servers[name] = server
        thread = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True, name=f"double-{name}"
        )
        self._threads[name] = thread
        thread.start()

    def stop(self, name):
        """Closes the port and every open connection: the next caller is refused."""
        server = self._servers.pop(name, None)
        if server is None:
            return
        server.shutdown()
        server.server_close()
        server.cut_connections()
        self._threads.pop(name).join(5)

    # -- behaviour ---------------------------------------------------------------------------------

    def in_flight(self, system):
        outside = self

        class Flight:
            def __enter__(self):
                with outside._flight_lock:
                    outside._flying[system.name] += 1
                    outside.peak[system.name] = max(outside.peak[system.name], outside._flying[system.name])

            def __exit__(self, *error):
                with outside._flight_lock:
                    outside._flying[system.name] -= 1

        return Flight()

    def fail(self, system, operation, kind, **options):
        """Scripts a fault; see Fault for the kinds."""
        return self.recorder.add_fault(Fault(system, operation, kind, **options))

    def answer(self, system, call):
        refused = system.guard(call)
        if refused:
            return refused
        fault = self.recorder.fault_for(call)
        if fault is None:
            return system.perform(call)
        options = fault.options
        if fault.kind == "hold":
            fault.wait_for_release()
        if fault.kind == "slow":
            time.sleep(options.get("seconds", 1.0))
        if fault.kind == "status":
            body = options.get("body", "")
            return Reply(options["status"], body.encode("utf-8") if isinstance(body, str) else body,
                         options.get("content_type", "text/plain; charset=utf-8"), options.get("headers", {}))
        if fault.kind == "hang":
            fault.wait_for_release()
        if fault.kind in ("hang", "drop"):
            return Reply(cut="drop")
        reply = system.perform(call, fault)
        if fault.kind in ("lose", "truncate", "huge"):
            reply.cut = fault.kind
        return reply

    # -- what a test asks --------------------------------------------------------------------------

    def finish(self, seconds=10):
        """Waits for the calls whose caller may have died; until then nobody knows what becomes of them."""
        deadline = time.monotonic() + seconds
        while True:
            with self._flight_lock:
                flying = dict(self._flying)
            if not any(flying.values()):
                return
            if time.monotonic() > deadline:
                raise AssertionError(f"calls that do not end: {flying}")
            time.sleep(0.005)

    def reset(self):
        """Back to a fresh world, ports and credentials kept."""
        self.recorder.clear()
        for system in self._systems.values():
            system.reset()
        self.peak = dict.fromkeys(self._systems, 0)

    def calls(self, *arguments, **options):
        return self.recorder.calls(*arguments, **options)

    def violations(self, after=0):
        return self.recorder.violations(after)

    def mark(self):
        """The number of the last request, to look only at what comes later."""
        return self.recorder.last_number()

    def holdings(self):
        """Everything the three systems hold, to compare before and after."""
        with self.recorder.lock:
            return copy.deepcopy(
                {"rm": self.rm.tables, "contracts": self.erp.contracts, "notices": self.broker.notices}
            )

    def counts(self):
        """Rows per table that sales may write, and the effects at ERP and Broker."""
        with self.recorder.lock:
            tables = ("FCFO", "PPESSOA", "SALUNO", "SHABILITACAOALUNO", "SMATRICPL", "SMATRICULA", "SCONTRATO")
            found = {table: len(self.rm.tables[table]) for table in tables}
            found["contracts"] = len(self.erp.contracts)
            found["notices"] = len(self.broker.notices)
            return found

    def writes(self, after=0):
        """Requests that are meant to change something outside, in order of arrival."""
        kinds = ("SaveRecord", "DeleteRecord", "DeleteRecordByKey", "ExecuteWithXmlParams", "efetivacao", "confirmacao")
        return [call for call in self.calls(after=after) if call.operation in kinds]

    def status_history(self):
        """(key, status) of every write to a term enrolment, oldest first."""
        with self.recorder.lock:
            return [
                (change.key, change.after["CODSTATUS"]) for change in self.rm.changes if change.table == "SMATRICPL"
            ]
