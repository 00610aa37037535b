"""Variables that tasks read must not change between the submissions of these tasks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TypeAlias

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..ir import BlockKind, Enter, Plain, Program, Symbol
from ..ir.groups import Groups
from ..slicing.needed import uses
from ..slicing.shipped import running, shipped
from ..source import Span

Places: TypeAlias = list[tuple[int, int]]  # where nodes of a task are made, and where they run


def bound_again(program: Program, sink: Sink) -> None:
    if not program.within:
        return
    binding, submitted = _binding(program), _submitted(program)
    for task in running(program):
        places = submitted[task.symbol]
        for one in shipped(program.definitions, [task]):
            for symbol in dict.fromkeys(uses(one.definition)):
                again = [b for b in binding[symbol] if _is_late(program, b.index, places)]
                for late in again[:1]:
                    place = one.definition.span
                    sink.report(errors.BoundAgain(late.span, symbol.name, one.owner, place))


@dataclass(frozen=True)
class _Binding:
    """A statement that binds a variable, or changes what it holds."""

    index: int
    span: Span


def _binding(program: Program) -> defaultdict[Symbol, list[_Binding]]:
    found: defaultdict[Symbol, list[_Binding]] = defaultdict(list)
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Plain) and not statement.wiring:
            binding = _Binding(index, statement.span)
            symbols = (*statement.defines, *statement.changes, *statement.rebinds)
        elif isinstance(statement, Enter) and program.is_kept(statement.block):
            binding = _Binding(index, program.blocks[statement.block].span)
            symbols = program.blocks[statement.block].binds
        else:
            continue
        for symbol in dict.fromkeys(symbols):
            found[symbol].append(binding)
    return found


def _submitted(program: Program) -> defaultdict[Symbol, Places]:
    created = Groups(program).created
    found: defaultdict[Symbol, Places] = defaultdict(list)
    for schedule in program.schedules:
        for node in schedule.by_node:
            task = program.nodes[node].definition
            found[task].append((created[node], schedule.statement))
    return found


def _is_late(program: Program, index: int, places: Places) -> bool:
    """Whether the task has been sent, or may have been, when the statement is done again."""
    runs = [run for _, run in places]
    if min(runs) < index < max(runs):
        return True
    around = program.within[index]
    statement = program.statements[index]
    around += (statement.block,) if isinstance(statement, Enter) else ()
    loops = {block for block in around if program.blocks[block].kind is BlockKind.LOOP}
    return any(
        (around and made < index < run)
        or not loops.isdisjoint((*program.within[made], *program.within[run]))
        for made, run in places
    )
