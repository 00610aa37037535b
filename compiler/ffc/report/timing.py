"""When nodes were at work."""

from __future__ import annotations

from dataclasses import dataclass

from .run import Node, Run, Span


@dataclass(frozen=True)
class Timing:
    """When a node was at work, and how long: its calls together, if Ray noted them.

    `is_open` if it was still at work when the last event was written.
    """

    start: float
    end: float
    took: float
    is_open: bool = False


def timing(node: Node, run: Run) -> Timing | None:
    """Exact from Ray's spans, else as the driver saw it; None of what was never at work."""
    if node.spans:
        end = max(span.end for span in node.spans)
        return Timing(node.spans[0].start, end, sum(s.end - s.start for s in node.spans))
    start = next((one.time for one in node.changes if one.state == "running"), None)
    if start is None:
        return None
    ends = [one.time for one in node.changes if one.state in ("done", "failed")]
    end = max(start, *(ends or [run.last]))
    return Timing(start, end, end - start, is_open=not ends)


def work_spans(node: Node, run: Run) -> tuple[Span, ...]:
    """The spans of a node, or one made of what the driver saw, which knows no worker."""
    if node.spans:
        return node.spans
    seen = timing(node, run)
    return () if seen is None else (Span(seen.start, seen.end, "", ""),)


def limits(run: Run) -> tuple[float, float]:
    """The first and the last moment of the run."""
    starts = [span.start for node in run.nodes for span in node.spans]
    seen = [change.time for node in run.nodes for change in node.changes]
    return min((run.started, *starts, *seen)), max(run.started, run.last)
