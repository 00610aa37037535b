"""Which loops can stay: those whose passes do the same, inner ones first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...ir import Configure, Create, Open, Plain, Program, Query, Run, Statement
from .tree import Branch, Item, leaves
from .unify import Likeness


@dataclass
class Chosen:
    """The loops that stay, and the nodes of their first pass with all that they stand for.

    `around` are the loops that stay around each node that is left.
    """

    loops: set[int] = field(default_factory=set)
    instances: dict[int, tuple[int, ...]] = field(default_factory=dict)
    around: dict[int, frozenset[int]] = field(default_factory=dict)

    def of(self, node: int) -> tuple[int, ...]:
        return self.instances.get(node, (node,))


def choose(program: Program, items: Sequence[Item], refused: set[int], chosen: Chosen) -> None:
    """Looks at all loops in the items; the passes of those that stay become one."""
    for item in items:
        if isinstance(item, Branch):
            for one in item.passes:
                choose(program, one, refused, chosen)
            if not item.kept and item.block.id not in refused:
                _try(program, item, chosen)


def _try(program: Program, loop: Branch, chosen: Chosen) -> None:
    if len(loop.passes) < 2 or not _can_stay(program, loop):
        return
    found: list[Likeness] = []
    for other in loop.passes[1:]:
        likeness = Likeness(program)
        if not likeness.same(loop.passes[0], other):
            return
        found.append(likeness)
    chosen.loops.add(loop.block.id)
    for node in _made(program, loop.passes[0]):
        alike = [chosen.of(node), *(chosen.of(one.nodes[node]) for one in found)]
        chosen.instances[node] = tuple(i for instances in alike for i in instances)
        for one in found:  # the first pass stands for the others
            chosen.instances.pop(one.nodes[node], None)
    loop.passes = loop.passes[:1]
    loop.kept = True


def _can_stay(program: Program, loop: Branch) -> bool:
    """It does something, but not with workflows: those must be made one by one.

    What ends it before its header does, a condition that was worked out, is not in the driver. Each
    step has a row of its own in the driver's table.
    """
    if loop.block.ends_early:
        return False
    inside = [program.statements[index] for one in loop.passes for index in leaves(one)]
    if any(isinstance(statement, (Configure, Query, Open, Run)) for statement in inside):
        return False
    if any(isinstance(s, Create) and program.nodes[s.node].role is not None for s in inside):
        return False
    return any(isinstance(one, Create) or _is_work(one) for one in inside)


def _is_work(statement: Statement) -> bool:
    return isinstance(statement, Plain) and not statement.wiring and not statement.of_loop


def _made(program: Program, items: Sequence[Item]) -> list[int]:
    statements = (program.statements[index] for index in leaves(items))
    return [statement.node for statement in statements if isinstance(statement, Create)]
