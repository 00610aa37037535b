"""Each step is bound once, and never to itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from ...diagnostics import steps as errors
from ...ir import BlockKind, Node, Path, Role
from ..machine import Machine
from ..passed import Passed
from ..values import InstanceValue, NodeValue, RefValue, Value


def may_be_bound(
    machine: Machine, step: InstanceValue, given: Sequence[Passed], call: cst.Call
) -> bool:
    """Refuses to bind a step again, or to notes of its own."""
    node = machine.record.nodes[step.node]
    name = node.definition.name
    for one in given:
        way = next(_ways(machine, one.value.value, step.node), None)
        if way is not None:
            through = (*reversed(way), node.default_name)
            machine.refuse(errors.Circle(one.value.span, name, node.span, through))
            return False
    before = next(_bound_before(machine, step.node), None)
    if before is None and not _in_a_loop(machine, step.node):
        return True
    span = machine.span(call)
    other = before.span if before is not None and before.span.anchor is not span.anchor else None
    machine.refuse(errors.BoundTwice(span, name, node.span, other))
    return False


def _ways(machine: Machine, value: Value, step: int) -> Iterator[tuple[str, ...]]:
    """The names of the nodes between a value and the step whose notes it has, itself the last."""
    found = [value.node] if isinstance(value, (NodeValue, InstanceValue)) else []
    if isinstance(value, RefValue):
        found += value.nodes.nodes
    pending: list[tuple[int, tuple[str, ...]]]
    pending = [(node, (machine.record.nodes[node].default_name,)) for node in found]
    seen: set[int] = set()
    while pending:
        node, way = pending.pop()
        if node in seen:
            continue
        seen.add(node)
        made = machine.record.nodes[node]
        if step in (node, made.actor):
            yield way
        held = (nodes for nodes, _ in machine.record.held.get(node, ()))
        refs = [ref.node for ref in made.inputs] + [one for nodes in held for one in nodes.nodes]
        pending += ((ref, (*way, machine.record.nodes[ref].default_name)) for ref in refs)


def _bound_before(machine: Machine, step: int) -> Iterator[Node]:
    """The times that the step was bound before, but for those in other branches."""
    for node in machine.record.nodes[step + 1 :]:
        if node.actor != step or node.role is not Role.STREAM:
            continue
        if not _exclude(machine, machine.record.made_in[node.id], machine.record.path):
            yield node


def _exclude(machine: Machine, one: Path, other: Path) -> bool:
    """Whether two places are in branches of one `if` or `match`."""
    parts = next(((a, b) for a, b in zip(one, other, strict=False) if a != b), None)
    if parts is None:
        return False
    first, second = (_root(machine, turn.block) for turn in parts)
    header = machine.record.blocks[first].header.parts[:1]
    is_try = header and isinstance(header[0], str) and header[0].startswith("try")
    return first == second and parts[0].block != parts[1].block and not is_try


def _root(machine: Machine, block: int) -> int:
    while (before := machine.record.blocks[block].follows) is not None:
        block = before
    return block


def _in_a_loop(machine: Machine, step: int) -> bool:
    """Whether a loop of the driver goes on around, in which the step is not made."""
    made = {turn.block for turn in machine.record.made_in[step]}
    inside = (machine.record.blocks[t.block] for t in machine.record.path if t.block not in made)
    return any(block.kind is BlockKind.LOOP and block.turns is None for block in inside)
