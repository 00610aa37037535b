"""Syntax → fragments: source text with holes where the compiler chooses names.

f(a, n + 1)   →   Fragment(("f(", RefUse(0), ", ", SymbolUse(n), " + 1)"))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import libcst as cst

from ..ir import Fragment, Part, SymbolUse, join
from ..ir.symbol import Symbol
from .names import NameUse, names

_HOLE = "__ffc_hole_{}__"
_HOLES = re.compile(r"__ffc_hole_(\d+)__")
_BLANK = cst.Module(body=())

Resolve = Callable[[NameUse], "Symbol | Fragment | None"]


def fragment(
    piece: cst.CSTNode | Sequence[cst.CSTNode],
    resolve: Resolve,
    replaced: Mapping[int, Fragment] | None = None,
) -> Fragment:
    """The text of `piece`, or of several statements, in order.

    `resolve` says what a use of a name of the scope around stands for: a symbol, an expression to
    put in its place, or None, which leaves the text as it is. `replaced` gives, by the identity of
    a syntax node, what to put in its place.
    """
    nodes = [piece] if isinstance(piece, cst.CSTNode) else list(piece)
    holes: list[Fragment] = []
    placed: dict[int, int] = {}
    for use in names(nodes):
        found = resolve(use) if use.node is not None else None
        if use.node is not None and found is not None:
            placed[id(use.node)] = len(holes)
            holes.append(found if isinstance(found, Fragment) else join(SymbolUse(found)))
    for identity, code in (replaced or {}).items():
        placed[identity] = len(holes)
        holes.append(code)
    dig = _Dig(placed)
    written = "".join(_BLANK.code_for_node(_visited(node, dig)) for node in nodes)
    return _split(written, holes)


def _visited(node: cst.CSTNode, dig: _Dig) -> cst.CSTNode:
    result = node.visit(dig)
    assert isinstance(result, cst.CSTNode)
    return result


def _split(code: str, holes: Sequence[Fragment]) -> Fragment:
    parts: list[Fragment | Part] = []
    for index, piece in enumerate(_HOLES.split(code)):
        parts.append(piece if index % 2 == 0 else holes[int(piece)])
    return join(*parts)


class _Dig(cst.CSTTransformer):
    """Puts a numbered name in the place of each node that is to be a hole."""

    def __init__(self, placed: Mapping[int, int]) -> None:
        super().__init__()
        self._placed = placed

    def on_visit(self, node: cst.CSTNode) -> bool:
        return id(node) not in self._placed

    def on_leave(  # type: ignore[override]  # any node may become a name
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode:
        number = self._placed.get(id(original_node))
        if number is None:
            return updated_node
        hole = _HOLE.format(number)
        if isinstance(updated_node, cst.Name):
            return updated_node.with_changes(value=hole)
        return cst.Name(hole)
