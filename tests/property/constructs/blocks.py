"""The bodies of compound statements."""

from __future__ import annotations

from ..generator.wiring import Wiring


def statements(w: Wiring) -> None:
    """A few statements of any kind."""
    for _ in range(w.count(1, 3)):
        w.statement()
