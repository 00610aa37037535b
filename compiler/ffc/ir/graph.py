"""What a run reaches: the graph part of the semantics of function workflows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol


class HasParents(Protocol):
    """What this module needs to know of a node."""

    @property
    def id(self) -> int: ...

    @property
    def parents(self) -> tuple[int, ...]: ...


def reached(nodes: Sequence[HasParents], leaves: Iterable[int]) -> tuple[int, ...]:
    """The nodes that a run with these leaves executes, in the order in which they were made.

    It starts from the roots that are ancestors of the leaves; then runs every node all of whose
    parents run, those downstream that no leaf needs included.
    """
    by_id: Mapping[int, HasParents] = {node.id: node for node in nodes}
    roots = _roots_above(by_id, leaves)
    running: set[int] = set()
    for node in nodes:
        if node.id in roots or (node.parents and running.issuperset(node.parents)):
            running.add(node.id)
    return tuple(node.id for node in nodes if node.id in running)


def _roots_above(by_id: Mapping[int, HasParents], leaves: Iterable[int]) -> frozenset[int]:
    pending = list(leaves)
    seen = set(pending)
    roots = set()
    while pending:
        node = by_id[pending.pop()]
        if not node.parents:
            roots.add(node.id)
        for parent in node.parents:
            if parent not in seen:
                seen.add(parent)
                pending.append(parent)
    return frozenset(roots)
