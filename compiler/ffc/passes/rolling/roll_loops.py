"""Loops over known values whose passes do the same stay loops.

for name, rate in MODELS:               for name, rate in MODELS:
    train(points, rate)           →         train.options(name=name).remote(points, rate)
(thirty nodes)                          (one node, which stands for thirty)

The nodes of the first pass stand for those of all others; what takes them takes the variables that
the loop fills.
"""

from __future__ import annotations

from ...ir import Create, Enter, Plain, Program
from ...ir.groups import Groups
from ..choose_blocks import choose_blocks
from ..split_blocks import displaced, split_blocks
from .choose import Chosen, choose
from .consumers import Uses
from .definable import undefinable
from .rewrite import rewritten
from .tree import tree

_MOST_ATTEMPTS = 8


def roll_loops(program: Program) -> Program:
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
            nodes = undefinable(rolled, chosen, uses.template)
            bad = {loop for node in nodes for loop in _loops(program, node, chosen)}
            bad = bad or _displaced(rolled, chosen)
            if not bad:
                return rolled
        refused |= bad
    return _written_out(program)


def _written_out(program: Program) -> Program:
    """The program without loops that stay: in each pass, what the variables stand for."""
    if not program.passes:
        return program
    none = Chosen()
    return rewritten(program, tree(program), Uses(program, none))


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
