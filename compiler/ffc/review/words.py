"""The words in which changes are told, in every form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics.render.cells import plain
from ..graphs.amount import counted
from ..graphs.labels import short
from .changes import Change, Code, Detail, FlowReview, Kind, Results, Review, What

SIGNS = {What.ADDED: "+", What.REMOVED: "-", What.RENAMED: ">", What.CHANGED: "~"}
_LONGEST = 60
_ARROW = " \N{RIGHTWARDS ARROW} "
_PREFIXES = {Kind.OPTION: "option ", Kind.PARAMETER: "parameter ", Kind.SEED: "seed of "}


def lines(change: Change) -> Iterator[str]:
    """What is said behind the name: the call, or what is another."""
    if change.what in (What.ADDED, What.REMOVED):
        yield plain(change.call)
    for one in change.details:
        yield plain(said(one))


def said(detail: Detail) -> str:
    """`option num_cpus: 1 → 2`"""
    old, new = (None if one is None else short(one, _LONGEST) for one in (detail.old, detail.new))
    if detail.kind is Kind.NAME and new is None:
        return f"was {old}"
    if detail.kind is Kind.RESULT:
        parts = [f"{word} {text}" for word, text in (("no longer", old), ("now", new)) if text]
        return f"its results: {', '.join(parts)}"
    subject = f"{_PREFIXES.get(detail.kind, '')}{detail.subject}"
    if detail.kind is Kind.COMPUTED:
        return f"{subject} is computed in another way: {new}"
    if old is None:
        return f"{subject}: {new} (new)"
    if new is None:
        return f"{subject}: {old} (gone)"
    return f"{subject}: {old}{_ARROW}{new}"


def code(one: Code) -> str:
    """`train leads to other code in features`"""
    changed = [name for name in one.changed if name != one.function]
    itself = one.function in one.changed
    if not changed:
        return "changed"
    inside = ", ".join(changed[:4]) + (", …" if len(changed) > 4 else "")
    return f"changed, and so did {inside}" if itself else f"leads to {inside}, which changed"


def nodes(names: Sequence[str], shown: int = 3) -> str:
    """`4 nodes: a, b, c, …`"""
    first = ", ".join(map(plain, names[:shown])) + (", …" if len(names) > shown else "")
    return f"{counted(len(names), 'node')}: {first}"


def tally(results: Results) -> str:
    """`4 stored results go stale, 12 stay fresh, 1 is new`"""
    found = []
    if results.moved:
        found.append(f"none are found: {results.moved}")
    if results.count:
        found.append(f"{results.count:,} {'goes' if results.count == 1 else 'go'} stale")
    if results.unsure:
        found.append(f"{results.unsure:,} may go stale")
    if results.fresh:
        found.append(f"{results.fresh:,} {'stays' if results.fresh == 1 else 'stay'} fresh")
    if results.new:
        found.append(f"{len(results.new):,} not there yet")
    if results.orphaned:
        number = len(results.orphaned)
        found.append(f"{number:,} that no node asks for any more")
    return ", ".join(found) or "none"


def summary(review: Review) -> str:
    """One line for all that changed in a source."""
    if review.what is What.ADDED:
        return "the source is new"
    if review.what is What.REMOVED:
        return "the source is gone"
    if review.is_empty:
        return "the same graph"
    parts = []
    for what in What:
        number = sum(
            len(change.names)
            for flow in review.flows
            for change in flow.changes
            if change.what is what
        )
        if number:
            parts.append(f"{counted(number, 'node')} {what.value}")
    flows = [flow for flow in review.flows if flow.what is not What.CHANGED]
    for what in (What.ADDED, What.REMOVED):
        number = sum(flow.what is what for flow in flows)
        if number:
            parts.append(f"{counted(number, 'workflow')} {what.value}")
    details = [detail for flow in review.flows for detail in flow.details]
    renamed = sum(detail.kind is Kind.NAME for detail in details)
    if renamed:
        parts.append(f"{counted(renamed, 'workflow')} renamed")
    settings = sum(detail.kind not in (Kind.RESULT, Kind.NAME) for detail in details)
    if settings:
        parts.append(f"{counted(settings, 'setting')} of workflows changed")
    elif any(detail.kind is Kind.RESULT for detail in details):
        parts.append("results changed")
    functions = {one.function for flow in review.flows for one in flow.code}
    if functions:
        parts.append(f"the code of {counted(len(functions), 'function')} changed")
    if any(flow.results is not None and flow.results.is_lost for flow in review.flows):
        parts.append("stored results are not found any more")
    stale = sum(flow.results.count for flow in review.flows if flow.results is not None)
    unsure = sum(flow.results.unsure for flow in review.flows if flow.results is not None)
    if stale:
        parts.append(f"{counted(stale, 'stored result')} {'goes' if stale == 1 else 'go'} stale")
    if unsure:
        parts.append(f"{counted(unsure, 'stored result')} may go stale")
    return ", ".join(parts)


def moving(flow: FlowReview) -> bool:
    """Whether its stored results are worth a word."""
    found = flow.results
    return found is not None and bool(found.stale or found.new or found.orphaned or found.moved)
