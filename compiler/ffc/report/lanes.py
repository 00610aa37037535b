"""The timeline: a lane for each worker, and on it what it did when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .run import Node, Run, Span
from .timing import work_spans


@dataclass(frozen=True)
class Bar:
    """A node at work on a lane."""

    node: Node
    span: Span


@dataclass(frozen=True)
class Lane:
    """What one worker did. `host` is its machine; both are empty where only the driver looked."""

    host: str
    worker: str
    bars: tuple[Bar, ...]


def lanes(run: Run) -> tuple[Lane, ...]:
    """The lanes, by machines and by when their workers began.

    Bars of which no worker is known are packed on as few lanes as hold them.
    """
    bars = [Bar(node, span) for node in run.nodes for span in work_spans(node, run)]
    bars.sort(key=lambda bar: (bar.span.start, bar.span.end, bar.node.id))
    workers: dict[tuple[str, str], list[Bar]] = {}
    for bar in bars:
        workers.setdefault((bar.span.node, bar.span.worker), []).append(bar)
    unknown = workers.pop(("", ""), [])
    known = [
        Lane(*worker, tuple(row))  # the calls of an actor may overlap
        for worker, some in workers.items()
        for row in _packed(some)
    ]
    known.sort(key=lambda lane: (lane.host, lane.bars[0].span.start))
    return (*known, *(Lane("", "", tuple(row)) for row in _packed(unknown)))


def _packed(bars: Iterable[Bar]) -> list[list[Bar]]:
    """Rows of bars that do not overlap."""
    rows: list[list[Bar]] = []
    for bar in bars:
        for row in rows:
            if row[-1].span.end <= bar.span.start:
                row.append(bar)
                break
        else:
            rows.append([bar])
    return rows
