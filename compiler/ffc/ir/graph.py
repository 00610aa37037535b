"""What a run reaches: the graph part of the semantics of function workflows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .node import Node
    from .program import Flow


class HasParents(Protocol):
    """What this module needs to know of a node."""

    @property
    def id(self) -> int: ...

    @property
    def parents(self) -> tuple[int, ...]: ...

    @property
    def original(self) -> int | None: ...


def reached(nodes: Sequence[HasParents], leaves: Iterable[int]) -> tuple[int, ...]:
    """The nodes that a run with these leaves executes, in the order in which they were made.

    It starts from the roots that are ancestors of the leaves; then runs every node all of whose
    parents run, those downstream that no leaf needs included. Of a node and those that are the same
    made once more, the last one runs. Leaves that are not among the nodes are made later.
    """
    by_id: Mapping[int, HasParents] = {node.id: node for node in nodes}
    roots = _roots_above(by_id, [leaf for leaf in leaves if leaf in by_id])
    running: set[int] = set()
    for node in nodes:
        if node.id in roots or (node.parents and running.issuperset(node.parents)):
            running.add(node.id)
    there = [node for node in nodes if node.id in running]
    last = {node.id if node.original is None else node.original: node.id for node in there}
    made_last = set(last.values())
    return tuple(node.id for node in there if node.id in made_last)


def run_by(flow: Flow, nodes: Sequence[Node], leaves: Iterable[int]) -> tuple[int, ...]:
    """The nodes that a run of `flow` with these leaves executes, in the order of the app.

    A step graph runs what its leaf needs, a workflow also what follows from that.
    """
    leaves = tuple(leaves)
    needed = needed_by(nodes, leaves)
    if flow.how is not None:
        return needed
    return reached([one for one in nodes if one.role is None or one.id in needed], leaves)


def needed_by(nodes: Sequence[HasParents], leaves: Iterable[int]) -> tuple[int, ...]:
    """The leaves and what they come from, in the order in which they were made: a step graph."""
    by_id: Mapping[int, HasParents] = {node.id: node for node in nodes}
    above = _above(by_id, [leaf for leaf in leaves if leaf in by_id])
    return tuple(node.id for node in nodes if node.id in above)


def _roots_above(by_id: Mapping[int, HasParents], leaves: Iterable[int]) -> frozenset[int]:
    return frozenset(node for node in _above(by_id, leaves) if not by_id[node].parents)


def _above(by_id: Mapping[int, HasParents], leaves: Iterable[int]) -> set[int]:
    """The leaves and all their ancestors."""
    pending = list(leaves)
    seen = set(pending)
    while pending:
        for parent in by_id[pending.pop()].parents:
            if parent not in seen:
                seen.add(parent)
                pending.append(parent)
    return seen
