"""Loops over known values whose passes do the same stay loops.

for name, rate in MODELS:               for name, rate in MODELS:
    train(points, rate)           →         train.options(name=name).remote(points, rate)
(thirty nodes)                          (one node, which stands for thirty)

The nodes of the first pass stand for those of all others; what takes them takes the variables that
the loop fills.
"""

from __future__ import annotations

from ...ir import Create, Enter, Plain, Program, Symbol
from ...ir.groups import Groups
from ..choose_blocks import choose_blocks
from ..displaced import displaced
from ..split_blocks import split_blocks
from .choose import Chosen, choose
from .consumers import Uses
from .definable import undefinable
from .rewrite import rewritten
from .tree import tree
from .wholes import needing_wholes

_MOST_ATTEMPTS = 24


def roll_loops(program: Program) -> Program:
    if not program.blocks:
        return program
    refused: set[int] = set()
    for _ in range(_MOST_ATTEMPTS):
        items, chosen = tree(program), Chosen()
        choose(program, items, refused, chosen)
        if not chosen.loops:
            break
        uses = Uses(program, chosen)
        bad = {loop for node in uses.troubled() for loop in _loops(program, node, chosen)}
        if not bad:
            rolled = rewritten(program, items, uses)
            chosen.around = _around(rolled, chosen)
            bad = undefinable(rolled, chosen, uses.template, _gone(program, rolled, chosen))
            bad = bad or needing_wholes(rolled, chosen) or _displaced(rolled, chosen)
            if not bad:
                return rolled
        refused |= bad | _alike(program, bad)
    return rewritten(program, tree(program), Uses(program, Chosen()))


def _around(program: Program, chosen: Chosen) -> dict[int, frozenset[int]]:
    """The loops that stay around each node that is left."""
    pairs = zip(program.statements, program.paths, strict=True)
    return {
        statement.node: frozenset(turn.block for turn in path) & chosen.loops
        for statement, path in pairs
        if isinstance(statement, Create)
    }


def _loops(program: Program, node: int, chosen: Chosen) -> set[int]:
    """The loops that stay around a node."""
    created = next(
        i for i, s in enumerate(program.statements) if isinstance(s, Create) and s.node == node
    )
    return {turn.block for turn in program.paths[created]} & chosen.loops


def _gone(program: Program, rolled: Program, chosen: Chosen) -> dict[Symbol, set[int]]:
    """The variables that no statement binds any longer, with the loops that bound them."""
    left = {s for one in rolled.statements if isinstance(one, Plain) for s in one.defines}
    found: dict[Symbol, set[int]] = {}
    for statement, path in zip(program.statements, program.paths, strict=True):
        for symbol in statement.defines if isinstance(statement, Plain) else ():
            if symbol not in left:
                loops = {turn.block for turn in path} & chosen.loops
                found[symbol] = found.get(symbol, set()) | loops
    return found


def _alike(program: Program, bad: set[int]) -> set[int]:
    """The loops that are those in other passes of the same loops: all are written out, or none."""
    places: dict[tuple[int, tuple[int, ...]], set[int]] = {}
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Enter):
            around = tuple(turn.block for turn in program.paths[index])
            site = program.blocks[statement.block].site
            places.setdefault((site, around), set()).add(statement.block)
    return {loop for same in places.values() if not same.isdisjoint(bad) for loop in same}


def _displaced(program: Program, chosen: Chosen) -> set[int]:
    """The loops whose nodes could not wait for the effects before their run."""
    parted = split_blocks(choose_blocks(program))
    groups = Groups(parted)
    first = {group for group, _ in displaced(parted, groups)}
    inner = {
        block
        for index, within in enumerate(parted.within)
        if groups.of(index) in first
        and isinstance(parted.statements[index], (Plain, Create, Enter))
        for block in within
    }
    return (first | inner) & chosen.loops
