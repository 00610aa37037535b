"""Plugins of calls of an object that has other calls, which live in the same process."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import plugins as errors
from ..ir import Create, Equip, Node, NodeKind, Program


def lasting_setups(program: Program, sink: Sink) -> None:
    made = [program.nodes[s.node] for s in program.statements if isinstance(s, Create)]
    for statement in program.statements:
        if not isinstance(statement, Equip) or not statement.setups:
            continue
        for index in statement.nodes:
            node = program.nodes[index]
            if node.kind is NodeKind.CALL and _later(made, node) - set(statement.nodes):
                method = f"{node.definition.name}.{node.method}"
                sink.report(errors.LastingSetup(statement.span, method))
                break


def _later(made: list[Node], call: Node) -> set[int]:
    """The calls of the same object that come behind it."""
    return {node.id for node in made if node.actor == call.actor and node.id > call.id}
