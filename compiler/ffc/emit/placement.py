"""What stands at the driver's module level, and what in `main()`.

Wiring is done in `main()`, so that importing a driver starts nothing. What tasks and helpers need
stays where the app has it, at the module's level:

    NOISE = 0.05               a task reads NOISE: stays at the module's level
    width = high - low         in a function, whose task reads `width`: goes there, too
    print("start")             goes into main()
    total = flow.run()         in main(); a task reads it: `global total` there
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass

from ..ir import Create, Effect, Enter, Plain, Program, Run, Symbol
from ..slicing import Slice
from ..slicing.needed import uses


@dataclass(frozen=True)
class Placement:
    """Indices of the statements at module level, and the symbols that `main()` binds globally."""

    at_module: frozenset[int]
    globals: tuple[Symbol, ...]


def place(program: Program, kept: Slice) -> Placement:
    """Where each of the kept statements stands."""
    plain = {i: s for i in sorted(kept.statements) if isinstance(s := program.statements[i], Plain)}
    late = _late(program, kept, plain, _of_workers(kept, plain))
    movable = _movable(program, kept, plain, late)
    binding: defaultdict[Symbol, list[int]] = defaultdict(list)
    for index, statement in plain.items():
        stays = statement.at_module and index not in late and not program.within[index]
        stays = stays and not statement.alters
        if stays or index in movable:
            for symbol in (*statement.defines, *statement.changes):
                binding[symbol].append(index)
    with_effects = [i for i, s in plain.items() if s.at_module and s.effect is not Effect.NONE]
    pending = [symbol for definition in kept.definitions for symbol in uses(definition)]
    wanted: set[Symbol] = set()
    at_module: set[int] = set()
    while pending:
        symbol = pending.pop()
        if symbol in wanted:
            continue
        wanted.add(symbol)
        for index in binding[symbol]:
            added = {index}
            if plain[index].effect is not Effect.NONE:  # others must stay in front of it
                earlier, with_effects = _split(with_effects, index)
                added.update(earlier)
            pending.extend(s for i in added - at_module for s in plain[i].uses)
            at_module |= added
    headers = _headers(program, kept)
    in_main = {i: p.defines for i, p in plain.items() if i not in at_module} | headers
    bound = (s for i in sorted(in_main) for s in in_main[i] if s in wanted)
    return Placement(frozenset(at_module), tuple(dict.fromkeys(bound)))


def _headers(program: Program, kept: Slice) -> dict[int, tuple[Symbol, ...]]:
    """What the first lines of blocks name and bind, by the statements that enter them."""
    found = {}
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Enter) and statement.block in kept.blocks:
            block = program.blocks[statement.block]
            named = frozenset(block.header.symbols)
            found[index] = tuple(symbol for symbol in block.binds if symbol in named)
    return found


def _movable(program: Program, kept: Slice, plain: dict[int, Plain], late: set[int]) -> set[int]:
    """What functions bind for themselves, once, of what is there at the module's level."""
    counts = Counter(s for one in plain.values() for s in (*one.defines, *one.changes))
    there = {one.symbol for one in kept.imports} | {one.symbol for one in kept.definitions}
    found: set[int] = set()
    for index, one in plain.items():
        once = all(counts[symbol] == 1 for symbol in one.defines) and not one.changes
        is_free = one.effect is Effect.NONE and index not in late and not program.within[index]
        if not once or not is_free or one.wiring:
            continue
        if not one.at_module and there.issuperset(one.uses):
            found.add(index)
        if one.at_module or index in found:
            there.update(one.defines)
    return found


def _split(indices: list[int], at: int) -> tuple[list[int], list[int]]:
    position = bisect_left(indices, at)
    return indices[:position], indices[position:]


def _of_workers(kept: Slice, plain: dict[int, Plain]) -> set[Symbol]:
    """What workers may read: it is what tasks lead to, and must be as it is at the run."""
    pending = [d.symbol for d in kept.definitions if d.kind.is_remote]
    leads: defaultdict[Symbol, list[Symbol]] = defaultdict(list)
    for definition in kept.definitions:
        leads[definition.symbol] += uses(definition)
    for one in plain.values():
        for symbol in (*one.defines, *one.changes):
            leads[symbol] += one.uses
    found: set[Symbol] = set()
    while pending:
        symbol = pending.pop()
        if symbol not in found:
            found.add(symbol)
            pending += leads[symbol]
    return found


def _late(
    program: Program, kept: Slice, plain: dict[int, Plain], of_workers: set[Symbol]
) -> set[int]:
    """Statements that depend on a run or on what blocks and calls in `main()` bind, those with
    effects behind a run, and those that bind anew what functions in `main()`, or tasks of a run,
    have read by then."""
    made = next((i for i, s in enumerate(program.statements) if isinstance(s, Create)), 0)
    bound: set[Symbol] = set()
    given: set[Symbol] = set()
    first_run = next((i for i, s in enumerate(program.statements) if isinstance(s, Run)), None)
    late: set[int] = set()
    symbols: set[Symbol] = set()
    headers = _headers(program, kept)
    for index in sorted({*plain, *headers}):
        if index in headers:
            symbols.update(headers[index])
            continue
        statement = plain[index]
        after = first_run is not None and index > first_run
        binds = (*statement.defines, *statement.changes, *statement.rebinds)
        if (
            tuple(statement.code.runs)  # the first one is 0
            or (after and statement.effect is not Effect.NONE)
            or symbols.intersection((*statement.uses, *binds))
            or (index > made and not bound.isdisjoint(statement.defines))
            or (after and not given.isdisjoint(binds))
        ):
            late.add(index)
            symbols.update(statement.defines)
        bound.update(s for s in statement.defines if s not in of_workers)
        given.update(binds)
        if statement.alters or program.within[index]:
            symbols.update(binds)
    return late
