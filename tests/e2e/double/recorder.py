# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""What was received, what was wrong with it, and which faults are to be played."""

import json
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Call:
    """One HTTP request as it arrived, with what the double made of it."""

    number: int
    system: str
    method: str
    path: str
    query: str
    headers: dict
    body: bytes
    at: float
    operation: str = ""
    subject: str = ""
    #: of a process: term, subject or status
    part: str = ""
    user: str = ""
    parameters: dict = field(default_factory=dict)
    context: dict = field(default_factory=dict)
    users_named: list = field(default_factory=list)
    status: int = 0
    answer: bytes = b""
    fault: str = ""
    violations: list = field(default_factory=list)

    def header(self, name):
        return self.headers.get(name.lower())

    def json(self):
        return json.loads(self.body.decode("utf-8"))

    def __str__(self):
        what = " ".join(part for part in (self.operation, self.subject) if part)
        return f"#{self.number} {self.system} {self.method} {self.path} {what} -> {self.status}".strip()


@dataclass
class Reply:
    """What goes back on the wire; `cut` says how the connection is mistreated instead of a plain answer."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json; charset=utf-8"
    headers: dict = field(default_factory=dict)
    cut: str = ""


class Fault:
    """One scripted misbehaviour: which calls it strikes, how, and how often.

    kinds that any system knows:
      hold     wait for release() (bounded) and then behave
      status   answer `status` with `body`, no effect
      drop     close without an answer, no effect
      hang     keep the caller waiting until release() (bounded), then close without an answer, no effect
      lose     the effect happens, the answer is lost
      truncate the effect happens, half of the answer arrives
      slow     wait `seconds`, then behave
      huge     an endless body of `size` bytes instead of the answer
    kinds of RM:
      text     `text` inside the Result, no effect (this is how RM refuses)
      said     the effect happens, `text` comes back instead of the usual result
      fault    a SOAP fault with `text` and HTTP `status`
      job      a process answers a job number and its rows appear after `reads` further views of their table
    """

    def __init__(self, system, operation, kind, subject=None, match=None, times=None, skip=0, **options):
        self.system = system
        self.operation = operation
        self.subject = subject
        self.kind = kind
        self.match = match
        self.times = times
        self.skip = skip
        self.options = options
        self.hits = 0
        self.reached = threading.Event()
        self._released = threading.Event()

    def release(self):
        self._released.set()

    def wait_for_release(self, seconds=60):
        return self._released.wait(seconds)

    def strikes(self, call):
        if self.system != call.system:
            return False
        if self.operation is not None and self.operation != call.operation:
            return False
        if self.subject is not None and self.subject != call.subject:
            return False
        if callable(self.match):
            return bool(self.match(call))
        if self.match is not None:
            return self.match.encode("utf-8") in call.body
        return True


class Recorder:
    """Thread-safe notebook shared by the three systems."""

    def __init__(self):
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self._calls = []
        self._faults = []
        self._number = 0

    def clear(self):
        with self.lock:
            self._calls.clear()
            for fault in self._faults:
                fault.release()
            self._faults.clear()

    def open(self, system, method, path, query, headers, body):
        with self.lock:
            self._number += 1
            call = Call(self._number, system, method, path, query, headers, body, time.monotonic())
            self._calls.append(call)
            self.changed.notify_all()
            return call

    def close(self, call, reply):
        with self.lock:
            call.status = 0 if reply.cut in ("drop", "lose") else reply.status
            call.answer = reply.body
            self.changed.notify_all()

    def violation(self, call, text):
        with self.lock:
            call.violations.append(text)

    def add_fault(self, fault):
        with self.lock:
            self._faults.append(fault)
            return fault

    def fault_for(self, call):
        """The first fault that strikes this call, counted as used."""
        with self.lock:
            for fault in self._faults:
                if not fault.strikes(call):
                    continue
                if fault.skip > 0:
                    fault.skip -= 1
                    continue
                if fault.times is not None and fault.hits >= fault.times:
                    continue
                fault.hits += 1
                call.fault = fault.kind
                fault.reached.set()
                return fault
            return None

    def calls(self, system=None, operation=None, subject=None, after=0):
        with self.lock:
            return [
                call
                for call in self._calls
                if call.number > after
                and (system is None or call.system == system)
                and (operation is None or call.operation == operation)
                and (subject is None or call.subject == subject)
            ]

    def violations(self, after=0):
        with self.lock:
            return [f"{call}: {text}" for call in self._calls if call.number > after for text in call.violations]

    def last_number(self):
        with self.lock:
            return self._number

    def wait_until(self, condition, seconds=10.0):
        """Wait, woken by every request, until condition() holds; False when the time is over."""
        deadline = time.monotonic() + seconds
        with self.changed:
            while not condition():
                left = deadline - time.monotonic()
                if left <= 0:
                    return False
                self.changed.wait(left)
            return True
