"""What failed, and what did not run because of it."""

from __future__ import annotations

from dataclasses import dataclass

from .run import Failure, Node, Run

_NAMED = 30  # of the nodes that did not run


@dataclass(frozen=True)
class Failed:
    """A failure, its node (None: `main()` itself) and the nodes that did not run because of it."""

    failure: Failure
    node: Node | None
    prevented: tuple[Node, ...]

    @property
    def named(self) -> tuple[Node, ...]:
        """The first of those that did not run: all would fill the page."""
        return self.prevented[:_NAMED]

    @property
    def more(self) -> int:
        """How many did not run besides."""
        return len(self.prevented) - len(self.named)


def failed(run: Run) -> tuple[Failed, ...]:
    """All failures, the first one in front."""
    nodes = {node.id: node for node in run.nodes}
    failures = {failure.id: failure for failure in reversed(run.failures)}
    for node in run.nodes:  # of which no more is known
        if node.state == "failed" and node.id not in failures:
            time = node.changes[-1].time
            failures[node.id] = Failure(node.id, time, "no error was noted", "")
    found = [one for one in failures.values() if one.id is None or one.id in nodes]
    found.sort(key=lambda one: (one.id is None, one.time))
    takers = _takers(run)
    return tuple(
        Failed(one, None, ())
        if one.id is None
        else Failed(one, nodes[one.id], _prevented(nodes, takers, one.id))
        for one in found
    )


def _takers(run: Run) -> dict[int, list[int]]:
    """The nodes that take the result of each."""
    takers: dict[int, list[int]] = {}
    for node in run.nodes:
        for needed in node.needs:
            takers.setdefault(needed, []).append(node.id)
    return takers


def _prevented(nodes: dict[int, Node], takers: dict[int, list[int]], id: int) -> tuple[Node, ...]:
    """The skipped nodes behind the failed one, in the order of the graph."""
    reached, pending = {id}, [id]
    while pending:
        for taker in takers.get(pending.pop(), ()):
            if taker not in reached:
                reached.add(taker)
                pending.append(taker)
    return tuple(n for n in nodes.values() if n.id in reached and n.state == "skipped")
