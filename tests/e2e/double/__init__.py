# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""A strict stand-in for RM, the ERP and the Broker, for black-box tests.

It is written from the public descriptions of the three protocols and shares no code with the program under test,
so that a misreading on one side is not repeated on the other. Every request is kept; whatever a real system would
punish silently is also written down as a violation.
"""

from .outside import Outside
from .recorder import Call, Fault

__all__ = ["Call", "Fault", "Outside"]
