"""Code that the driver keeps must not use the wiring: in the driver it is not there."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..ir import DefinitionKind, Enter, Plain, Program, Symbol
from ..slicing import needed
from ..slicing.needed import uses
from ..slicing.roots import roots


def unstaged_uses(program: Program, sink: Sink) -> None:
    kept = needed(program, roots(program))
    there = _there(program)
    for definition in kept.definitions:
        for problem in definition.problems:
            sink.report(problem)
        for symbol in dict.fromkeys(uses(definition)):
            own = symbol == definition.symbol or symbol in definition.bases
            if symbol not in there and not own:
                sink.report(
                    errors.UnstagedUse(definition.span, symbol.name, definition.symbol.name)
                )


def _there(program: Program) -> set[Symbol]:
    """What code of the driver may name: everything but tasks, nodes and workflows."""
    tasks = (DefinitionKind.TASK, DefinitionKind.ACTOR)
    found = {d.symbol for d in program.definitions if d.kind not in tasks}
    found.update(one.symbol for one in program.imports)
    for statement in program.statements:
        if isinstance(statement, Plain):
            found.update(statement.defines)
        elif isinstance(statement, Enter) and program.is_kept(statement.block):
            found.update(program.blocks[statement.block].binds)
    return found
