"""What goes where: from the result of a node, or an output of a step, to an argument."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..ir import Argument, Node, NodeKind, Plain, Program, Role, Symbol
from ..ir.schedule import Schedule
from .argument_names import argument_names, output_name
from .edge import Edge


def merged(program: Program, schedule: Schedule) -> dict[int, int]:
    """The node that stands for each that is none by itself.

    A step is its bound self, if it is bound, and the notes of a step are the step.
    """
    found: dict[int, int] = {}
    for one in schedule.submissions:
        node = program.nodes[one.node]
        if node.role is Role.STREAM and node.actor is not None:
            found.setdefault(node.actor, node.id)
        if node.role is Role.NOTES and node.actor is not None:
            found[node.id] = node.actor
    return {node: _last(found, at) for node, at in found.items()}


def _last(found: Mapping[int, int], node: int) -> int:
    while node in found:
        node = found[node]
    return node


def edges(
    program: Program, schedule: Schedule, streams: Mapping[int, int], there: set[int]
) -> tuple[Edge, ...]:
    """The edges among the nodes that are `there`, each once, in the order of their targets."""
    wired = frozenset(
        symbol
        for statement in program.statements
        if isinstance(statement, Plain) and statement.wiring
        for symbol in (*statement.defines, *statement.changes)
    )
    found: dict[Edge, None] = {}
    bound = _bound(program, schedule)
    for one in schedule.submissions:
        node = program.nodes[one.node]
        # A step's resources are for all its bindings.
        for target in bound[node.id] or [node.id]:
            if node.role is Role.NOTES:
                continue
            for edge in _into(program, node, target, streams, wired):
                if edge.source in there and edge.target in there and edge.source != edge.target:
                    found[edge] = None
    return tuple(sorted(found, key=lambda edge: edge.target))


def _bound(program: Program, schedule: Schedule) -> defaultdict[int, list[int]]:
    """The bindings of each step."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one in schedule.submissions:
        node = program.nodes[one.node]
        if node.role is Role.STREAM and node.actor is not None:
            found[node.actor].append(node.id)
    return found


def _into(
    program: Program,
    node: Node,
    target: int,
    streams: Mapping[int, int],
    wired: frozenset[Symbol],
) -> Iterator[Edge]:
    if node.role is Role.STREAM:
        for output, notes in zip(node.arguments[::2], node.arguments[1::2], strict=False):
            item = output_name(output)
            for ref in notes.value.refs:
                yield Edge(streams.get(ref.node, ref.node), target, "", item)
        return
    names = argument_names(program, node)
    for name, argument in zip(names, node.arguments, strict=True):
        for ref in argument.value.refs:
            source = program.nodes[ref.node]
            item = "" if ref.key is None else f"[{ref.key}]"
            yield Edge(streams.get(source.id, source.id), target, name, item)
    named = {ref.node for ref in node.inputs}
    for held in node.held:
        if held not in named:
            name = _holding(names, node.arguments, wired)
            yield Edge(streams.get(held, held), target, name, sure=held in node.taken)
    if node.previous is not None and node.kind is NodeKind.CALL:
        yield Edge(streams.get(node.previous, node.previous), target, order=True)


def _holding(names: list[str], arguments: tuple[Argument, ...], wired: frozenset[Symbol]) -> str:
    """The argument in which variables hold nodes, if there is but one."""
    pairs = zip(names, arguments, strict=True)
    found = [name for name, one in pairs if wired.intersection(one.value.symbols)]
    return found[0] if len(found) == 1 else ""
