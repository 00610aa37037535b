"""Which nodes of two versions of a workflow are the same.

Names say it first. What then has no partner is the same if the same function gets the same: a node
that was renamed, or one of no name of its own whose number moved on. So are the last two of a
function, if they get something of one node. Of the rest without names of their own, those of one
function are the same in their order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from ..graphs.model import Edge, Node, Workflow

_REF = re.compile(r"<[^<>]*>")


class Pairs:
    """Pairs of nodes: `new_of` by the ids of old ones, `old_of` by those of new ones."""

    def __init__(self, old: Workflow, new: Workflow) -> None:
        self.old, self.new = old, new
        self.new_of: dict[int, int] = {}
        self.old_of: dict[int, int] = {}
        self._into = _by_target(old.edges), _by_target(new.edges)
        self._pair(self._by_name, lambda node: node.name.given or _is_titled(node))
        self._pair_alike(self._all_of)
        self._pair(self._by_name_and_function, lambda node: True)
        self._pair_alike(self._inputs_of)
        self._pair_last()
        self._pair(lambda node: node.function, lambda node: not node.name.given)

    def _by_name(self, node: Node) -> Hashable:
        return node.name.text

    def _by_name_and_function(self, node: Node) -> Hashable:
        return node.name.text, node.function

    def _pair(self, key: Callable[[Node], Hashable], of: Callable[[Node], bool]) -> None:
        """Pairs what has one key, in its order."""
        waiting: defaultdict[Hashable, list[Node]] = defaultdict(list)
        for node in self.old.nodes:
            if node.id not in self.new_of and of(node):
                waiting[key(node)].append(node)
        for node in self.new.nodes:
            if node.id not in self.old_of and of(node) and waiting[key(node)]:
                self._add(waiting[key(node)].pop(0).id, node.id)

    def _pair_alike(self, like: Callable[[Node, int, Mapping[int, int]], Hashable]) -> None:
        """Pairs nodes of one function that get the same, those first that come first."""
        same = {node.id: node.id for node in self.old.nodes}
        waiting: defaultdict[Hashable, list[Node]] = defaultdict(list)
        for node in self.old.nodes:
            if node.id not in self.new_of:
                waiting[like(node, 0, same)].append(node)
        for node in self.new.nodes:
            if node.id not in self.old_of:
                found = waiting[like(node, 1, self.old_of)]
                if found:
                    self._add(found.pop(0).id, node.id)

    def _pair_last(self) -> None:
        """Pairs the one node that is left of a function, if both get something of one node."""
        left = [
            [node for node in flow.nodes if node.id not in done]
            for flow, done in ((self.old, self.new_of), (self.new, self.old_of))
        ]
        counts = [Counter((node.kind, node.function) for node in some) for some in left]
        old = {(node.kind, node.function): node for node in left[0]}
        for node in left[1]:
            key = (node.kind, node.function)
            if all(count[key] == 1 for count in counts):
                before = {edge.source for edge in self._into[0][old[key].id]}
                after = {self.old_of.get(edge.source) for edge in self._into[1][node.id]}
                if before & after:
                    self._add(old[key].id, node.id)

    def _add(self, old: int, new: int) -> None:
        self.new_of[old], self.old_of[new] = new, old

    def _all_of(self, node: Node, side: int, old_of: Mapping[int, int]) -> Hashable:
        """Function, arguments and inputs, as nodes of the old side."""
        given = tuple((one.name, _REF.sub("<>", one.value)) for one in node.arguments)
        return node.kind, node.function, given, self._sources(node, side, old_of)

    def _inputs_of(self, node: Node, side: int, old_of: Mapping[int, int]) -> Hashable:
        """The same without constants; nodes with names of their own are other nodes then."""
        alone = (side, node.id) if node.name.given or not self._into[side][node.id] else ()
        return node.kind, node.function, self._sources(node, side, old_of), alone

    def _sources(self, node: Node, side: int, old_of: Mapping[int, int]) -> Hashable:
        return tuple(
            (old_of.get(one.source, -1 - one.source), one.argument, one.item, one.order)
            for one in self._into[side][node.id]
        )

    def into(self, side: int, node: int) -> list[Edge]:
        """The edges of a node; side 0 is the old one."""
        return self._into[side][node]


def _is_titled(node: Node) -> bool:
    """Whether it is a step, whose title is its name."""
    return node.kind.value in ("source", "step", "resource")


def _by_target(edges: Iterable[Edge]) -> defaultdict[int, list[Edge]]:
    found: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        found[edge.target].append(edge)
    return found
