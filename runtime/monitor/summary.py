"""What a run has been, in a line or two."""

from __future__ import annotations

from .call import Call, counted
from .times import spent


def summary(calls: list[Call], seconds: float) -> list[str]:
    """How many nodes there were, and those that took longest."""
    nodes = "node" if len(calls) == 1 else "nodes"
    lines = [f"{len(calls)} {nodes} in {spent(seconds)}: {counted(calls)}"]
    slowest = sorted(calls, key=lambda one: -one.seconds)[:5]
    if slowest and slowest[0].seconds >= 1:
        names = (f"{one.name} {spent(one.seconds)}" for one in slowest)
        lines.append(f"slowest: {', '.join(names)}")
    return lines
