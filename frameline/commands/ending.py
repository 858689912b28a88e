"""How a command ends: its exit codes, and what a person can put right."""

from __future__ import annotations

OK, FAILED, USAGE = 0, 1, 2


class CommandError(Exception):
    """Something the person at the command line can put right."""
