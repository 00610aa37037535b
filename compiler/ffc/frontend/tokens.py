"""Syntax → the tokens that it is written with, and where among them its expressions stand, and
the statements and lines that may have to go.

f(a, n+1)   →   tokens   f ( a , ␣ n + 1 )
                places   0 to 9: the call, 0 to 1: f, 2 to 3: a, 5 to 8: n+1, …
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache, lru_cache

import libcst as cst
from libcst._nodes.internal import CodegenState

from .commas import FINDERS, is_table

_NOTHING = nullcontext()
_ASSIGNED = (cst.Assign, cst.AnnAssign)  # `isinstance` alone is slow: their classes are abstract
_PLACED = (
    *(cst.BaseExpression, cst.FormattedStringExpression),
    *(cst.Import, cst.ImportFrom, cst.SimpleStatementLine, cst.EmptyLine),
)


@dataclass(slots=True)
class Place:
    """Tokens `start` to `end` are those of `node`; of a name in parentheses, the name alone."""

    node: cst.CSTNode
    start: int
    end: int


@dataclass(frozen=True)
class Tokens:
    """The tokens of a piece of code; the places are in the order of the text, outer ones first."""

    texts: Sequence[str]
    places: Sequence[Place]


@lru_cache(maxsize=4096)  # trees do not change, and a piece in a loop is written again and again
def tokens(piece: cst.CSTNode) -> Tokens:
    """The tokens of `piece`, which begins at the left margin, without its needless commas."""
    state = _State()
    piece._codegen(state)
    return Tokens(state.tokens, state.places)


@cache
def _is_placed(kind: type[cst.CSTNode]) -> bool:
    return issubclass(kind, _PLACED)


@cache
def _is_noted(kind: type[cst.CSTNode]) -> bool:
    """Most nodes are whitespace, about which nothing is asked."""
    return _is_placed(kind) or kind in FINDERS or kind in _ASSIGNED


class _State(CodegenState):
    """What LibCST writes to; it says where each node begins and ends."""

    def __init__(self) -> None:
        super().__init__(default_indent="    ", default_newline="\n")
        self.places: list[Place] = []
        self._open: list[Place] = []
        self._needless: set[int] = set()
        self._tables: set[int] = set()
        self._strings = 0

    def add_token(self, value: str) -> None:
        if value:
            self.tokens.append(value)

    def before_codegen(self, node: cst.CSTNode) -> None:
        kind = type(node)
        if not _is_noted(kind):
            return
        if _is_placed(kind):
            place = Place(node, len(self.tokens), -1)
            self.places.append(place)
            self._open.append(place)
            self._strings += kind is cst.FormattedString
        if (
            kind in FINDERS and not self._strings and id(node) not in self._tables
        ):  # black does not look into strings
            self._needless.add(id(FINDERS[kind](node)))
        elif kind in _ASSIGNED and isinstance(node, _ASSIGNED) and is_table(node.value):
            self._tables.add(id(node.value))

    def after_codegen(self, node: cst.CSTNode) -> None:
        kind = type(node)
        if _is_placed(kind):
            place = self._open.pop()
            place.end = len(self.tokens)
            self._strings -= kind is cst.FormattedString
            if kind is cst.Name and isinstance(node, cst.Name) and node.lpar:
                place.start = self.tokens.index(node.value, place.start)
                place.end = place.start + 1
        elif kind is cst.Comma and id(node) in self._needless:
            written = next(i for i in range(len(self.tokens) - 1, -1, -1) if self.tokens[i] == ",")
            self.tokens[written] = ""  # not taken out, for places count tokens

    def record_syntactic_position(  # type: ignore[override]  # any context does
        self, node: cst.CSTNode, **_: cst.CSTNode | None
    ) -> AbstractContextManager[None]:
        """LibCST offers the place without whitespace around it, which nobody here needs."""
        return _NOTHING
