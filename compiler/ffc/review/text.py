"""What changed, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics.render.cells import plain
from ..graphs.text import WIDTH, Paint, unpainted, width, wrapped
from .changes import Change, FlowReview, Review, What
from .words import SIGNS, code, lines, moving, nodes, said, summary, tally

_NAMES = 26
_COLORS = {What.ADDED: "more", What.REMOVED: "less", What.RENAMED: "other", What.CHANGED: "other"}


def as_text(reviews: Sequence[Review], paint: Paint = unpainted) -> str:
    """Each source with its workflows; sources in which nothing changed have a line."""
    found: list[str] = []
    for review in reviews:
        head = f"{plain(review.source)} ({plain(review.old)} to {plain(review.new)})"
        found += ["", *_wrapped_head(paint(head, "head"), head, summary(review))]
        for flow in review.flows:
            if not flow.is_empty:
                found += ["", *flow_lines(flow, paint)]
    return "".join(f"{line.rstrip()}\n" for line in found[1:])


def _wrapped_head(painted: str, head: str, summed: str) -> Iterator[str]:
    if width(head) + 2 + width(summed) <= WIDTH:
        yield f"{painted}: {summed}"
        return
    yield f"{painted}:"
    for line in wrapped(summed, WIDTH - 2):
        yield f"  {line}"


def flow_lines(flow: FlowReview, paint: Paint) -> Iterator[str]:
    """What changed in a workflow, under its name."""
    sign = "" if flow.what is What.CHANGED else f" ({flow.what.value})"
    yield f"{paint(plain(flow.title), 'head')}{sign}"
    for detail in flow.details:
        for line in wrapped(plain(said(detail)), WIDTH - 4):
            yield f"  {paint('~', 'other')} {line}"
    column = min(max((width(plain(one.label)) for one in flow.changes), default=0), _NAMES) + 6
    for change in flow.changes:
        yield from _change(change, column, paint)
    for one in flow.code:
        head = f"code of {one.function} {code(one)}"
        for index, line in enumerate(wrapped(f"{head}: {nodes(one.nodes)}", WIDTH - 4)):
            yield f"  {paint('~', 'other')} {line}" if index == 0 else f"    {line}"
    if moving(flow):
        yield from _results(flow, paint)


def _change(change: Change, column: int, paint: Paint) -> Iterator[str]:
    color, shown = _COLORS[change.what], plain(change.label)
    head = f"  {SIGNS[change.what]} {shown}"
    texts = [line for text in lines(change) for line in wrapped(text, WIDTH - column)] or [""]
    first = f"  {paint(SIGNS[change.what], color)} {paint(shown, color)}"
    if width(head) + 2 > column:
        yield first
    else:
        yield f"{first}{' ' * (column - width(head))}{texts.pop(0)}"
    for line in texts:
        yield f"{' ' * column}{line}"


def _results(flow: FlowReview, paint: Paint) -> Iterator[str]:
    assert flow.results is not None
    for index, line in enumerate(wrapped(f"stored results: {tally(flow.results)}", WIDTH - 4)):
        yield f"  {line}" if index == 0 else f"    {line}"
    rows = [(f"stale, {one.reason}", one.nodes) for one in flow.results.stale if one.sure]
    rows += [(one.reason, one.nodes) for one in flow.results.stale if not one.sure]
    rows += [("not there yet", flow.results.new)] if flow.results.new else []
    rows += [("left over", flow.results.orphaned)] if flow.results.orphaned else []
    for what, names in rows:
        for index, line in enumerate(wrapped(f"{plain(what)}: {nodes(names)}", WIDTH - 6)):
            yield paint(f"    {line}" if index == 0 else f"      {line}", "dim")
