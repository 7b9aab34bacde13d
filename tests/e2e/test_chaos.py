# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""A short storm of kill -9; the long one is `./dev bench chaos`."""

import unittest

from chaos import Chaos
from harness import for_backends

SALES = 40
KILLS = 12


class ShortStorm:
    def test_short_storm(self):
        report = Chaos(self.backend, SALES, KILLS, seed=20261122, pause=0.6, broker_faults=1).run()
        print(f"\n{self.backend}: {report}")
        self.assertEqual([], report.problems, "\n".join(report.problems))
        self.assertGreaterEqual(report.kills["agents"], KILLS)


for_backends(globals(), ShortStorm)

if __name__ == "__main__":
    unittest.main(verbosity=2)
