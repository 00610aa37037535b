"""Trying something that may turn out not to be possible.

A function of the app that makes no nodes stays code. If it gives a known value for known arguments,
the wiring may depend on that value: staging tries it, and takes everything back if it meets an
effect, an unknown value or an error.
"""

from __future__ import annotations

from ..source import Span


class Impure(Exception):
    """What is tried does more than to compute a value from known values."""


class Undecided(Impure):
    """What an iterator gives next, only the driver knows."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span
