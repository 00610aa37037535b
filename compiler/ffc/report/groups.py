"""The boxes of the graph: nodes, or the passes of a loop together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from .run import Node

# A graph of more boxes is hard to read; of so many passes, each still has a box of its own.
_BOXES = 60
_PASSES = (8, 3, 1)


@dataclass(frozen=True)
class Group:
    """One box: the nodes that it stands for. `loop` says whether they are of one line."""

    key: str
    nodes: tuple[Node, ...]
    loop: bool = True

    @property
    def title(self) -> str:
        """The task and how many nodes there are, or the name of the one node."""
        first = self.nodes[0]
        many = len(self.nodes)
        return (
            first.name if many == 1 else f"{first.task or first.name} \N{MULTIPLICATION SIGN}{many}"
        )


def grouped(nodes: Sequence[Node]) -> tuple[Group, ...]:
    """The nodes in boxes, in their order.

    The nodes of one line of the driver are passes of a loop, and are one box if they are many, or
    the graph is large. If that is not enough, calls of one task in one layer of the graph are.
    """
    groups: tuple[Group, ...] = ()
    for passes in _PASSES:
        groups = _by(nodes, lambda node: node.line, "line", passes, loop=True)
        if len(groups) <= _BOXES:
            return groups
    depths = _depths(nodes)
    by_task = _by(nodes, lambda node: (node.task, depths[node.id]), "task", 1, loop=False)
    return min(groups, by_task, key=len)


def _by(
    nodes: Sequence[Node],
    key: Callable[[Node], Hashable],
    name: str,
    passes: int,
    loop: bool,
) -> tuple[Group, ...]:
    together: dict[Hashable, list[Node]] = {}
    for node in nodes:
        place = key(node)
        together.setdefault(("node", node.id) if place is None else place, []).append(node)
    groups = []
    for number, some in enumerate(together.values(), 1):
        if len(some) > passes:
            groups.append(Group(f"{name}-{number}", tuple(some), loop))
        else:
            groups += [Group(f"node-{node.id}", (node,)) for node in some]
    return tuple(groups)


def _depths(nodes: Sequence[Node]) -> dict[int, int]:
    """How many nodes in a row come before each. A node comes behind those that it needs."""
    depths: dict[int, int] = {}
    for node in nodes:
        depths[node.id] = 1 + max((depths.get(one, -1) for one in node.needs), default=-1)
    return depths
