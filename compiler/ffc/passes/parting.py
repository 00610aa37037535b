"""Parts a block of the driver: what computes and has effects stays, what makes nodes moves behind.

    with open(path) as file:                      rows = []
        while part := file.read(10):              with open(path) as file:
            parts.append(digest(part))    →           while part := file.read(10):
                                                          rows.append(part)
                                                  for part in rows:
                                                      parts.append(digest.remote(part))

A loop leaves rows of what its nodes need, a `with` leaves its variables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from ..ir import (
    Argument,
    Block,
    BlockKind,
    Create,
    Effect,
    Enter,
    Fragment,
    Node,
    Path,
    Plain,
    Program,
    Rename,
    Statement,
    Symbol,
    SymbolUse,
    Turn,
    join,
    text,
)
from .hoist_arguments import parameter_name
from .pieces import Piece, defined, needs

_TAKES: Final = re.compile(r"\.(pop|popitem|setdefault)\(")


@dataclass(frozen=True)
class Parted:
    """What stays of a block, and what moves; blocks and nodes as they are then."""

    blocks: tuple[Block, ...]
    nodes: tuple[Node, ...]
    stay: list[Piece]
    move: list[Piece]


def parted(program: Program, inside: list[Piece]) -> Parted | None:
    """The group `inside` in two; None where it cannot be parted."""
    parting = _Parting(program, list(program.blocks), list(program.nodes), inside)
    parting.late = {
        symbol
        for piece in inside
        if isinstance(piece.statement, Plain) and piece.statement.wiring
        for symbol in bound_by(piece.statement)
    }
    first = inside[0]
    try:
        stay, move = parting.level(inside, first.within, first.path)
    except _Whole:
        return None
    return Parted(tuple(parting.blocks), tuple(parting.nodes), stay, move)


def _touched(inside: Sequence[Piece]) -> frozenset[Symbol]:
    """The variables whose objects the effects of these statements may change."""
    statements = (piece.statement for piece in inside)
    effects = (s for s in statements if isinstance(s, Plain) and s.effect is Effect.ANY)
    return frozenset(symbol for s in effects for symbol in (*s.uses, *s.changes))


class _Whole(Exception):
    """The block cannot be parted."""


@dataclass
class _Parting:
    """Variables that are `late` get their values in what moves."""

    program: Program
    blocks: list[Block]
    nodes: list[Node]
    inside: Sequence[Piece]
    late: set[Symbol] = field(default_factory=set)

    def level(
        self, pieces: Sequence[Piece], within: tuple[int, ...], path: Path
    ) -> tuple[list[Piece], list[Piece]]:
        """Statements beside each other: those that stay, and those that move to `within`."""
        stay: list[Piece] = []
        move: list[Piece] = []
        old = len(pieces[0].within) if pieces else 0
        index = 0
        while index < len(pieces):
            piece, index = pieces[index], index + 1
            statement = piece.statement
            if isinstance(statement, Enter):
                start = index
                while index < len(pieces) and len(pieces[index].within) > old:
                    index += 1
                inner = self._block(piece, pieces[start:index], within, path)
            elif self._moves(statement):
                inner = self._computed(piece), [Piece(statement, path, within)]
            else:
                inner = [piece], []
            rebound = {s for one in inner[0] for s in bound_by(one.statement)}
            if any(not rebound.isdisjoint(needs(self.program, one.statement)) for one in move):
                raise _Whole
            stay += inner[0]
            move += inner[1]
        return stay, move

    def _moves(self, statement: Statement) -> bool:
        if is_wiring(statement):
            return True
        if not isinstance(statement, Plain) or statement.effect is not Effect.NONE:
            return False
        if self.late.isdisjoint(statement.uses):
            return False
        self.late.update(statement.defines)
        return True

    def _computed(self, piece: Piece) -> list[Piece]:
        """Arguments with effects are computed where the app does."""
        statement = piece.statement
        if not isinstance(statement, Create):
            return []
        node = self.nodes[statement.node]
        arguments = list(node.arguments)
        pieces = []
        for position, argument in enumerate(arguments):
            if argument.has_effects or self._may_change(argument, piece):
                name = parameter_name(self.program, node, position, argument)
                symbol = Symbol(name, -6_000 - 100 * node.id - position)
                code = join(SymbolUse(symbol), text(" = "), argument.value, text("\n"))
                uses = tuple(argument.value.symbols)
                made = Plain(code, (symbol,), uses, (), Effect.ANY, argument.span, order=0)
                pieces.append(replace(piece, statement=made))
                value = join(SymbolUse(symbol))
                arguments[position] = replace(
                    argument, value=value, computed=False, has_effects=False
                )
        self.nodes[statement.node] = replace(node, arguments=tuple(arguments))
        self.program = replace(self.program, nodes=tuple(self.nodes))
        return pieces

    def _may_change(self, argument: Argument, piece: Piece) -> bool:
        """Whether an effect of what stays could change the value before the node is made."""
        used = set(argument.value.symbols)
        if not argument.computed or any(argument.value.refs) or not used.isdisjoint(self.late):
            return False
        place = next(i for i, one in enumerate(self.inside) if one.statement is piece.statement)
        anew = {s for one in self.inside for s in defined(self.program, one.statement)}
        of_passes = _touched(self.inside) - anew
        return not used.isdisjoint(of_passes | _touched(self.inside[place:]))

    def _block(
        self, head: Piece, inside: Sequence[Piece], within: tuple[int, ...], path: Path
    ) -> tuple[list[Piece], list[Piece]]:
        assert isinstance(head.statement, Enter)
        block = self.blocks[head.statement.block]
        if not any(is_wiring(piece.statement) for piece in inside):
            return [head, *inside], []
        if block.follows is not None or any(_follows(self.blocks, p, block) for p in inside):
            raise _Whole
        if block.kind is BlockKind.ONCE and block.goes_through:
            stay, move = self.level(inside, within, path)
            return [head, *stay], move
        if block.kind is not BlockKind.LOOP or _leaves_early(inside):
            raise _Whole
        return self._loop(head, block, inside, within, path)

    def _loop(
        self,
        head: Piece,
        block: Block,
        inside: Sequence[Piece],
        within: tuple[int, ...],
        path: Path,
    ) -> tuple[list[Piece], list[Piece]]:
        """The loop that fills the rows, and the one that goes through them."""
        second = replace(block, id=len(self.blocks), comments=replace(block.comments, above=()))
        self.blocks.append(second)
        turn = Turn(second.id, 0)
        stay, move = self.level(inside, (*within, second.id), (*path, turn))
        own = set(block.binds).union(*(bound_by(piece.statement) for piece in stay))
        needed = dict.fromkeys(
            symbol
            for piece in move
            for symbol in needs(self.program, piece.statement)
            if symbol in own and not self._is_bound(symbol, piece, len(within) + 1)
        )
        rows = Symbol("rows", -5_000 - second.id)
        one, row = _row(tuple(needed))
        name = join(SymbolUse(rows))
        self.blocks[second.id] = replace(
            second, header=join(text("for "), one, text(" in "), name), binds=tuple(needed)
        )
        start = _plain(join(name, text(" = []\n")), (rows,), (), block)
        append = _plain(join(name, text(".append("), row, text(")\n")), (), (rows,), block)
        body = (*head.within, block.id), (*head.path, Turn(block.id, 0))
        filled = [replace(head, statement=start), head, *stay, Piece(append, body[1], body[0])]
        return filled, [Piece(Enter(second.id, (rows,), Effect.NONE), path, within), *move]

    def _is_bound(self, symbol: Symbol, piece: Piece, depth: int) -> bool:
        """Whether a loop inside, which moves as well, binds the variable around the statement."""
        return any(symbol in self.blocks[block].binds for block in piece.within[depth:])


def _row(needed: tuple[Symbol, ...]) -> tuple[Fragment, Fragment]:
    """The target of the second loop, and the row that the first one keeps."""
    if not needed:
        return text("_"), text("None")
    uses = [join(SymbolUse(symbol)) for symbol in needed]
    if len(uses) == 1:
        return uses[0], uses[0]
    listed = join(*(part for use in uses for part in (use, text(", "))))
    one = join(*listed.parts[:-1])
    return one, join(text("("), one, text(")"))


def _plain(
    code: Fragment, defines: tuple[Symbol, ...], changes: tuple[Symbol, ...], block: Block
) -> Plain:
    uses = tuple(symbol for symbol in code.symbols if symbol not in defines)
    return Plain(code, defines, uses, changes, Effect.NONE, block.span, order=0)


def _follows(blocks: Sequence[Block], piece: Piece, block: Block) -> bool:
    statement = piece.statement
    return isinstance(statement, Enter) and blocks[statement.block].follows == block.id


def _leaves_early(inside: Sequence[Piece]) -> bool:
    """Whether a pass may end after it has made a node."""
    made = False
    for piece in inside:
        made = made or is_wiring(piece.statement)
        if made and isinstance(piece.statement, Plain) and piece.statement.jumps:
            return True
    return False


def is_wiring(statement: Statement) -> bool:
    """Whether it makes or names a node, or fills a variable with refs."""
    return isinstance(statement, (Create, Rename)) or (
        isinstance(statement, Plain) and statement.wiring
    )


def has_effects(program: Program, pieces: Sequence[Piece]) -> bool:
    """Whether one of the statements, or an argument, has effects."""
    for piece in pieces:
        match piece.statement:
            case Plain() | Enter() as statement if statement.effect is not Effect.NONE:
                return True
            case Create() as made:
                if any(a.has_effects for a in program.nodes[made.node].arguments):
                    return True
    return False


def bound_by(statement: Statement) -> set[Symbol]:
    """The variables that a statement binds or changes, or takes elements out of."""
    if not isinstance(statement, Plain):
        return set()
    parts = pairwise(statement.code.parts) if statement.wiring else ()
    taken = (
        part.symbol
        for part, following in parts
        if isinstance(part, SymbolUse) and isinstance(following, str) and _TAKES.search(following)
    )
    return {*statement.defines, *statement.changes, *taken}
