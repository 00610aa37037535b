"""All about one node."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .files import Shown, image, pretty_json
from .run import STATES, Failure, Log, Node, Run, Span
from .timing import Timing, limits, timing
from .words import duration, rate

_SPANS = 12  # of a step there are thousands
_KINDS = {"task": "Function", "actor": "Class", "call": "Method", "step": "Step"}


@dataclass(frozen=True)
class ShownLog:
    """A line of the log, or an image or JSON; `at` is since the beginning of the run."""

    at: str
    type: str
    message: str
    file: str
    shown: Shown


@dataclass(frozen=True)
class Notes:
    """The notes of one output, as `line` over time for SVG; empty if that says nothing."""

    way: str
    output: str
    notes: str
    rate: str
    line: str


@dataclass(frozen=True)
class Detail:
    """What the page has of a node; `rank`, `start` and `seconds` are to sort by."""

    node: Node
    group: str
    rank: int
    kind: str
    summary: str
    started: str
    ended: str
    took: str
    start: float | None
    seconds: float | None
    where: str
    needs: tuple[Node, ...]
    takers: tuple[Node, ...]
    spans: tuple[tuple[str, str, str], ...]
    more_spans: int
    notes: tuple[Notes, ...]
    logs: tuple[ShownLog, ...]
    failure: Failure | None


def details(run: Run, folder: Path, groups: dict[int, str]) -> tuple[Detail, ...]:
    """All nodes. Files are looked for in `folder`; `groups` has the key of each node's box."""
    nodes = {node.id: node for node in run.nodes}
    takers: dict[int, list[Node]] = {}
    for node in run.nodes:
        for needed in node.needs:
            takers.setdefault(needed, []).append(node)
    failures = {failure.id: failure for failure in reversed(run.failures)}
    start, _ = limits(run)
    return tuple(
        _detail(run, node, start, folder, groups, nodes, takers.get(node.id, []), failures)
        for node in run.nodes
    )


def _detail(
    run: Run,
    node: Node,
    start: float,
    folder: Path,
    groups: dict[int, str],
    nodes: dict[int, Node],
    takers: list[Node],
    failures: dict[int | None, Failure],
) -> Detail:
    seen = timing(node, run)
    spans = [_span(span, start) for span in node.spans] if len(node.spans) > 1 else []
    return Detail(
        node=node,
        group=groups[node.id],
        rank=STATES.index(node.state),
        kind=_KINDS.get(node.kind, "Task"),
        summary=node.doc.partition("\n")[0],
        started="" if seen is None else duration(seen.start - start),
        ended="" if seen is None or seen.is_open else duration(seen.end - start),
        took="" if seen is None else duration(seen.took),
        start=None if seen is None else seen.start - start,
        seconds=None if seen is None else seen.took,
        where=_where(node),
        needs=tuple(nodes[one] for one in node.needs),
        takers=tuple(takers),
        spans=tuple(spans[:_SPANS]),
        more_spans=max(0, len(spans) - _SPANS),
        notes=_notes(node, seen),
        logs=tuple(_log(log, start, folder) for log in node.logs),
        failure=failures.get(node.id),
    )


def _where(node: Node) -> str:
    places = dict.fromkeys((span.node, span.worker) for span in node.spans)
    names = [" · ".join(filter(None, place)) for place in places]
    return names[0] + (f" and {len(names) - 1} more" if len(names) > 1 else "") if names else ""


def _span(span: Span, start: float) -> tuple[str, str, str]:
    where = " · ".join(filter(None, (span.node, span.worker)))
    return duration(span.start - start), duration(span.end - span.start), where


def _log(log: Log, start: float, folder: Path) -> ShownLog:
    shown = Shown()
    if log.file:
        shown = image(folder, log.file) if log.type == "image" else pretty_json(folder, log.file)
    return ShownLog(duration(log.time - start), log.type, log.message, log.file, shown)


def _notes(node: Node, seen: Timing | None) -> tuple[Notes, ...]:
    if not node.figures:
        return ()
    last = node.figures[-1]
    begin = node.figures[0].time if seen is None else seen.start
    length = last.time - begin
    found = []
    for way, name in (("in", "taken"), ("out", "given")):
        for output, number in getattr(last, name):
            series = [(one.time, dict(getattr(one, name)).get(output, 0)) for one in node.figures]
            line = _line([(begin, 0), *series])
            found.append(Notes(way, output, f"{number:,}", rate(number, length), line))
    return tuple(found)


def _line(series: list[tuple[float, int]]) -> str:
    """The points of a line in a field of 100 by 20."""
    first, last = series[0][0], series[-1][0]
    most = max(number for _, number in series)
    if len(series) < 4 or last <= first or most <= 0:
        return ""
    return " ".join(
        f"{100 * (time - first) / (last - first):.1f},{20 - 20 * number / most:.1f}"
        for time, number in series
    )
