#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Counts what `./dev run` brought about: in the log of Ponte, and in the state of the stand-in systems."""

import argparse
import json
import subprocess
import sys
import time
import urllib.request


def log_records(agent, company, *filters):
    """All records of the company, page by page."""
    cursor = []
    while True:
        command = [agent, "logs", "list", "--json", "--company", str(company), "--limit", "200", *filters, *cursor]
        page = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        yield from page["items"]
        if not page.get("hasNext"):
            return
        cursor = ["--after", page["next"]]


def sandbox_state(address):
    with urllib.request.urlopen(address + "/sandbox/state", timeout=10) as answer:
        return json.load(answer)


def enrolled(state):
    """Term enrolments that reached their final status."""
    rows = state["rm"]["tables"].get("SMATRICPL", [])
    return len({(str(row["CODCOLIGADA"]), str(row["RA"]), str(row["IDPERLET"])) for row in rows
                if str(row.get("CODSTATUS")) == "11"})


def notices(state):
    return state["broker"].get("effects", {}).get("confirmacao", 0)


def count_failures(options):
    failed = log_records(options.agent, options.company, "--functionality", "contract_activation",
                         "--status", "error,pending")
    print(sum(1 for _ in failed))
    return 0


def wait_for_notices(options):
    """The outbox delivers in its own time."""
    end = time.monotonic() + options.seconds
    while notices(sandbox_state(options.sandbox)) < options.notices:
        if time.monotonic() > end:
            return 1
        time.sleep(0.2)
    return 0


def print_summary(options):
    state = sandbox_state(options.sandbox)
    activations = list(log_records(options.agent, options.company, "--functionality", "contract_activation"))
    contracts = {(str(row["codColigada"]), str(row["idPreContrato"])) for row in state["erp"]["contracts"]}
    first_four = [options.sold, enrolled(state), len(contracts), notices(state)]
    if len(state["erp"]["contracts"]) != len(contracts):
        print("the ERP holds a contract twice", file=sys.stderr)
        first_four[2] = len(state["erp"]["contracts"])
    reprocessed = sum(1 for record in activations if record["manualAttempts"] > 0)
    print("sales={} enrolments={} contracts={} notices={} failures={} reprocessed={} report={}".format(
        *first_four, options.failures, reprocessed, options.report))
    good = first_four[0] > 0 and len(set(first_four)) == 1 and options.failures > 0 and reprocessed > 0
    return 0 if good else 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["failures", "wait", "summary"])
    parser.add_argument("--agent")
    parser.add_argument("--company", type=int)
    parser.add_argument("--sandbox")
    parser.add_argument("--sold", type=int)
    parser.add_argument("--failures", type=int)
    parser.add_argument("--notices", type=int)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--report")
    options = parser.parse_args()
    return {"failures": count_failures, "wait": wait_for_notices, "summary": print_summary}[options.what](options)


if __name__ == "__main__":
    sys.exit(main())
