"""What stands at the driver's module level, and what in `main()`.

Wiring is done in `main()`, so that importing a driver starts nothing. What tasks and helpers need
stays where the app has it, at the module's level:

    NOISE = 0.05               a task reads NOISE: stays at the module's level
    print("start")             goes into main()
    total = flow.run()         in main(); a task reads it: `global total` there
"""

from __future__ import annotations

from dataclasses import dataclass

from ..ir import Definition, Effect, Plain, Program, Run, Symbol
from ..slicing import Slice
from ..slicing.needed import uses


@dataclass(frozen=True)
class Placement:
    """Indices of the statements at module level, and the symbols that `main()` binds globally."""

    at_module: frozenset[int]
    globals: tuple[Symbol, ...]


def place(program: Program, kept: Slice) -> Placement:
    """Where each of the kept statements stands."""
    wanted = _wanted_by_definitions(program, kept)
    plain = {i: s for i in sorted(kept.statements) if isinstance(s := program.statements[i], Plain)}
    late = _late(program, plain)
    at_module: set[int] = set()
    global_symbols: dict[Symbol, None] = {}
    grown = True
    while grown:
        grown = False
        for index, statement in plain.items():
            if index in at_module or not wanted.intersection(
                (*statement.defines, *statement.changes)
            ):
                continue
            if index in late or not statement.at_module or program.within[index]:
                global_symbols.update(dict.fromkeys(s for s in statement.defines if s in wanted))
                continue
            at_module.add(index)
            at_module.update(_before(plain, index))
            wanted = wanted.union(*(plain[i].uses for i in at_module))
            grown = True
    return Placement(frozenset(at_module), tuple(global_symbols))


def _wanted_by_definitions(program: Program, kept: Slice) -> set[Symbol]:
    defined: dict[Symbol, Definition] = {d.symbol: d for d in kept.definitions}
    return {symbol for definition in defined.values() for symbol in uses(definition)}


def _late(program: Program, plain: dict[int, Plain]) -> set[int]:
    """Statements that depend on a run, or have effects and come after one."""
    first_run = next((i for i, s in enumerate(program.statements) if isinstance(s, Run)), None)
    late: set[int] = set()
    symbols: set[Symbol] = set()
    for index, statement in plain.items():
        after = first_run is not None and index > first_run
        if (
            any(statement.code.runs)
            or (after and statement.effect is not Effect.NONE)
            or symbols.intersection(statement.uses)
        ):
            late.add(index)
            symbols.update(statement.defines)
    return late


def _before(plain: dict[int, Plain], index: int) -> set[int]:
    """The statements with effects that must stay in front of one that has effects itself."""
    if plain[index].effect is Effect.NONE:
        return set()
    return {
        i for i, s in plain.items() if i < index and s.at_module and s.effect is not Effect.NONE
    }
