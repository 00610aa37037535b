"""What a run reaches: the graph part of the semantics of function workflows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from .node import Node


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


def doubtful(nodes: Sequence[Node], leaves: Iterable[int], sure: Iterable[int]) -> frozenset[int]:
    """The nodes of which only the driver knows whether a run with these leaves executes them.

    Variables among the arguments of a node may hold one node or another; those in `sure` are
    leaves for certain.
    """
    certain = {node.id: _Certain(node.id, _certain_parents(node), node.original) for node in nodes}
    surely = _above(certain, sure)
    maybe = _above({node.id: node for node in nodes}, leaves)
    for node in nodes:
        own = certain[node.id].parents
        if own and surely.issuperset(node.parents):
            surely.add(node.id)
        if maybe.issuperset(own) and not maybe.isdisjoint(node.parents):
            maybe.add(node.id)
    return frozenset(maybe - surely)


@dataclass(frozen=True)
class _Certain:
    """A node with the parents that it has for certain."""

    id: int
    parents: tuple[int, ...]
    original: int | None


def _certain_parents(node: Node) -> tuple[int, ...]:
    chosen = set(node.held).difference(ref.node for ref in node.inputs)
    return tuple(p for p in node.parents if p not in chosen or p == node.previous)
