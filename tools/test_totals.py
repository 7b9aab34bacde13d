#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Adds up what the tests of one CTest run say about themselves and prints `N passed, N failed`."""

import re
import sys
import xml.etree.ElementTree as ElementTree

TOTALS = re.compile(r"(\d+) passed, (\d+) failed(?:, (\d+) skipped)?")
UNITTEST = re.compile(r"^Ran (\d+) tests? in .*?^(?:OK|FAILED)(?: \((.*?)\))?$", re.M | re.S)


def unittest_totals(text):
    passed = failed = skipped = 0
    for match in UNITTEST.finditer(text):
        named = dict(re.findall(r"([a-z ]+)=(\d+)", match[2] or ""))
        bad = int(named.get("failures", 0)) + int(named.get("errors", 0))
        left_out = int(named.get("skipped", 0))
        passed += int(match[1]) - bad - left_out
        failed += bad
        skipped += left_out
    return passed, failed, skipped


def own_totals(text):
    found = TOTALS.findall(text)
    if not found:
        return unittest_totals(text)
    return tuple(sum(int(row[i] or 0) for row in found) for i in range(3))


def case_totals(case):
    """A test without totals of its own counts as one."""
    status = case.get("status")
    if status == "disabled":
        return 0, 0, 1
    passed, failed, skipped = own_totals(case.findtext("system-out") or "")
    if status == "run":
        if passed + failed + skipped == 0:
            passed = 1
    elif case.find("skipped") is not None and status != "fail":
        skipped = max(skipped, 1)
    else:
        failed = max(failed, 1)
    return passed, failed, skipped


def main():
    results, ctest_status = sys.argv[1], int(sys.argv[2])
    try:
        cases = ElementTree.parse(results).getroot().iter("testcase")
        totals = [sum(column) for column in zip(*map(case_totals, cases))] or [0, 0, 0]
    except (OSError, ElementTree.ParseError) as error:
        print(f"no readable test results: {error}", file=sys.stderr)
        totals = [0, 0, 0]
    passed, failed, skipped = totals
    if ctest_status != 0 and failed == 0:
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
