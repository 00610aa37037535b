"""The head of the page: how the run ended, and its figures."""

from __future__ import annotations

from dataclasses import dataclass

from .run import STATES, Node, Run
from .timing import limits, timing
from .words import counted, duration, moment

_SLOWEST = 5


@dataclass(frozen=True)
class Count:
    """How many nodes are in a state, and what part of all that is, in percent."""

    state: str
    number: int
    percent: float


@dataclass(frozen=True)
class Slow:
    """One of the nodes that took longest; `percent` is of the longest."""

    node: Node
    took: str
    percent: float


@dataclass(frozen=True)
class Header:
    """What stands above all else. `facts` are names with what is said of them.

    `kind` is one of done, failed, stopped and open; `outcome` the word for people.
    """

    kind: str
    outcome: str
    sentence: str
    counts: tuple[Count, ...]
    facts: tuple[tuple[str, str], ...]
    slowest: tuple[Slow, ...]


def header(run: Run) -> Header:
    """The head of the report of `run`."""
    ended = run.end.state if run.end else "open"
    kind = ended if ended in ("done", "failed", "open") else "stopped"
    outcome = "cut short" if kind == "open" else kind
    return Header(kind, outcome, _sentence(run), _counts(run), tuple(_facts(run)), _slowest(run))


def _sentence(run: Run) -> str:
    start, end = limits(run)
    wall = duration(end - start)
    if run.end is None:
        return f"The events end after {wall}: the driver was killed, or is still at work."
    how = {"done": f"Done in {wall}", "failed": f"Failed after {wall}"}
    text = how.get(run.end.state, f"Stopped after {wall}")
    return f"{text}." if not run.end.code else f"{text}, with exit code {run.end.code}."


def _counts(run: Run) -> tuple[Count, ...]:
    numbers = {state: sum(node.state == state for node in run.nodes) for state in STATES}
    total = len(run.nodes)
    return tuple(Count(state, n, 100 * n / total) for state, n in numbers.items() if n)


def _facts(run: Run) -> list[tuple[str, str]]:
    start, end = limits(run)
    facts = [
        ("Started", moment(run.started)),
        ("Wall time", duration(end - start)),
        ("Nodes", _nodes(run)),
    ]
    spans = [span for node in run.nodes for span in node.spans]
    if spans and end > start:
        work = sum(span.end - span.start for span in spans)
        workers = len({(span.node, span.worker) for span in spans})
        machines = len({span.node for span in spans})
        facts.append(("Work", f"{duration(work)}, {work / (end - start):.1f} at a time"))
        on = f"{counted(workers, 'worker')} on {counted(machines, 'machine')}"
        facts.append(("Where", on))
    versions = [("Python", run.python), ("Ray", run.ray)]
    named = ", ".join(f"{name} {version}" for name, version in versions if version)
    if named:
        facts.append(("Versions", named))
    if run.arguments:
        facts.append(("Arguments", " ".join(run.arguments)))
    return facts


def _nodes(run: Run) -> str:
    edges = sum(len(node.needs) for node in run.nodes)
    return f"{counted(len(run.nodes), 'node')}, {counted(edges, 'edge')}"


def _slowest(run: Run) -> tuple[Slow, ...]:
    timings = [(node, timing(node, run)) for node in run.nodes]
    took = [(node, seen.took) for node, seen in timings if seen is not None and seen.took > 0]
    took.sort(key=lambda one: -one[1])
    return tuple(Slow(n, duration(t), 100 * t / took[0][1]) for n, t in took[:_SLOWEST])
