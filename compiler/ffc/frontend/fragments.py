"""Syntax → fragments: source text with holes where the compiler chooses names.

f(a, n + 1)   →   Fragment(("f(", RefUse(0), ", ", SymbolUse(n), " + 1)"))
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping, Sequence

import libcst as cst

from ..ir import Fragment, Part, SymbolUse, join
from ..ir.symbol import Symbol
from .names import NameUse, names

_MARK = "__ffc_hole_"
_BLANK = cst.Module(body=())

Resolve = Callable[[NameUse], "Symbol | Fragment | None"]


def fragment(
    piece: cst.CSTNode,
    resolve: Resolve,
    replaced: Mapping[int, Fragment] | None = None,
) -> Fragment:
    """The text of `piece`.

    `resolve` says what a use of a name of the scope around stands for: a symbol, an expression to
    put in its place, or None, which leaves the text as it is. `replaced` gives, by the identity of
    a syntax node, what to put in its place.
    """
    if replaced and id(piece) in replaced:
        return replaced[id(piece)]
    if isinstance(piece, (cst.SimpleString, cst.Integer)) and not piece.lpar:
        return Fragment((piece.value,))
    mark = _MARK
    while True:
        dig = _Dig(_found(piece, resolve), replaced or {}, mark)
        dug = piece.visit(dig)
        assert isinstance(dug, cst.CSTNode)
        pieces = re.split(rf"{mark}(\d+)__", _BLANK.code_for_node(dug))
        if len(pieces) == 2 * dig.dug + 1:
            return _filled(pieces, dig.holes)
        mark += "_"  # a string or comment of the user's looks like a hole


def _found(piece: cst.CSTNode, resolve: Resolve) -> dict[int, Fragment]:
    found: dict[int, Fragment] = {}
    for use in names(piece):
        meant = resolve(use) if use.node is not None else None
        if meant is not None:
            code = meant if isinstance(meant, Fragment) else Fragment((SymbolUse(meant),))
            found[id(use.node)] = code
    return found


def _filled(pieces: Sequence[str], holes: Sequence[Fragment]) -> Fragment:
    parts: list[Fragment | Part] = []
    for index, piece in enumerate(pieces):
        parts.append(piece if index % 2 == 0 else holes[int(piece)])
    return join(*parts)


class _Dig(cst.CSTTransformer):
    """Puts a numbered name in the place of each node that is to be a hole."""

    def __init__(
        self, named: Mapping[int, Fragment], replaced: Mapping[int, Fragment], mark: str
    ) -> None:
        super().__init__()
        self.holes: list[Fragment] = []
        self.dug = 0
        self._named = named
        self._replaced = replaced
        self._mark = mark

    def _code(self, node: cst.CSTNode) -> Fragment | None:
        return self._replaced.get(id(node)) or self._named.get(id(node))

    def on_visit(self, node: cst.CSTNode) -> bool:
        return id(node) not in self._replaced

    def on_leave(  # type: ignore[override]  # any node may become a name
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode:
        if isinstance(original_node, cst.FormattedStringExpression):
            written = self._string_in(original_node)
            if written is None:
                return updated_node
            self.dug -= 1  # the hole inside is gone
            return cst.FormattedStringText(written)
        code = self._code(original_node)
        if code is None:
            return updated_node
        hole = f"{self._mark}{len(self.holes)}__"
        self.holes.append(code)
        self.dug += 1
        if isinstance(updated_node, cst.Name):
            return updated_node.with_changes(value=hole)
        return cst.Name(hole)

    def _string_in(self, node: cst.FormattedStringExpression) -> str | None:
        """The text for `{name}` in an f-string, where a string stands for the name."""
        code = self._code(node.expression)
        parts = code.parts if code is not None else ()
        if len(parts) != 1 or not isinstance(parts[0], str) or parts[0][:1] not in "'\"":
            return None
        return str(ast.literal_eval(parts[0])).replace("{", "{{").replace("}", "}}")
