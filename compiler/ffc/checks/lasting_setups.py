"""Plugins of calls of an object that has other calls, which live in the same process."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import plugins as errors
from ..ir import Equip, NodeKind, Program


def lasting_setups(program: Program, sink: Sink) -> None:
    for statement in program.statements:
        if not isinstance(statement, Equip) or not statement.setups:
            continue
        for index in statement.nodes:
            node = program.nodes[index]
            if node.kind is NodeKind.CALL and _later(program, index) - set(statement.nodes):
                method = f"{node.definition.name}.{node.method}"
                sink.report(errors.LastingSetup(statement.span, method))
                break


def _later(program: Program, call: int) -> set[int]:
    """The calls of the same object that come behind it."""
    actor = program.nodes[call].actor
    return {node.id for node in program.nodes if node.actor == actor and node.id > call}
