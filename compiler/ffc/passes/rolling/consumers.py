"""What the nodes of loops that stay are used for, and whether it can be said in such a driver."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ...ir import Configure, Create, Equip, NodeKind, Path, Program, Rename, Run
from ...ir.graph import reached
from .choose import Chosen


class Uses:
    """Which nodes of the program take which, and which runs reach them."""

    def __init__(self, program: Program, chosen: Chosen) -> None:
        self.program, self.chosen = program, chosen
        self.template = {
            instance: node for node, found in chosen.instances.items() for instance in found
        }
        self.runs = [
            frozenset(reached(program.nodes, program.flows[s.flow].held))
            for s in program.statements
            if isinstance(s, Run)
        ]
        taken = {ref.node for node in program.nodes for ref in node.inputs}
        taken.update(one for node in program.nodes for one in node.taken)
        taken.update(one for flow in program.flows for one in flow.taken)
        nodes = (node.id for node in program.nodes)
        self.taken = {node for node in nodes if taken.issuperset(chosen.of(node))}

    def parents(self, node: int) -> tuple[int, ...]:
        """What `node`, or one that it stands for, takes: the nodes that are left of these."""
        found: dict[int, None] = {}
        for instance in self.chosen.of(node):
            one = self.program.nodes[instance]
            for parent in (*(ref.node for ref in one.inputs), *one.held):
                found[self.template.get(parent, parent)] = None
        found.pop(node, None)
        return tuple(found)

    def troubled(self) -> Iterator[int]:
        """The nodes of loops that cannot stay because of what the nodes are used for."""
        for node, instances in self.chosen.instances.items():
            runs = [[one in run for run in self.runs] for one in instances]
            if (
                any(row != runs[0] for row in runs)
                or sum(runs[0]) != 1
                or self._is_queried_apart(node, instances)
            ):
                yield node
        for index, statement in enumerate(self.program.statements):
            named = self.template.get(statement.node) if isinstance(statement, Rename) else None
            if isinstance(statement, Rename) and named is not None:
                yield from () if self._own_name(index, statement) else (named,)
        yield from self._called()

    def _is_queried_apart(self, node: int, instances: tuple[int, ...]) -> bool:
        """Whether a query finds some of the nodes alone, and no name tells which."""
        renamed = self._names.keys()
        is_actor = self.program.nodes[node].kind is NodeKind.ACTOR
        for statement in self.program.statements:
            if not isinstance(statement, Configure):
                continue
            found = [one in statement.nodes for one in instances]
            unnamed = node not in renamed or is_actor or not statement.pattern.parts
            apart = any(found) and not all(found)
            if apart and isinstance(statement, Equip):
                return True
            if unnamed and (apart or not set(instances).isdisjoint(statement.maybe)):
                return True
        return False

    @cached_property
    def _names(self) -> dict[int, int]:
        """How often each node is named."""
        counts: dict[int, int] = {}
        for statement in self.program.statements:
            if isinstance(statement, Rename):
                counts[statement.node] = counts.get(statement.node, 0) + 1
        return counts

    def _own_name(self, index: int, statement: Rename) -> bool:
        """Whether the loop itself names the node, once."""
        created = self._created[statement.node]
        return (
            self.program.paths[index] == self.program.paths[created]
            and self._names[statement.node] == 1
        )

    @cached_property
    def _created(self) -> dict[int, int]:
        statements = enumerate(self.program.statements)
        return {s.node: index for index, s in statements if isinstance(s, Create)}

    def _called(self) -> Iterator[int]:
        """Objects of which a method is called that do not stand in the loop's own pass."""
        for node in self.program.nodes:
            actor = self.template.get(node.actor) if node.actor is not None else None
            if actor is None or node.actor is None:
                continue
            if self._path(node.id) != self._path(node.actor):
                yield actor

    def _path(self, node: int) -> Path:
        return self.program.paths[self._created[node]]
