"""Walks syntax trees. LibCST's own `visit` makes each node anew, which costs ten times as much.

Only syntax is walked: names, expressions, statements and their parts, but neither whitespace,
comments nor the tokens between them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, ClassVar

import libcst as cst

# Fields that stand elsewhere in the text than in the class of the node.
_ORDERS = {
    cst.Arg: "keyword value",
    cst.ClassDef: "decorators name type_parameters bases keywords body",
    cst.ExceptHandler: "type name body",
    cst.ExceptStarHandler: "type name body",
    cst.FunctionDef: "decorators name type_parameters params returns body",
    cst.IfExp: "body test orelse",
    cst.MatchCase: "pattern guard body",
    cst.Parameters: "posonly_params params star_arg kwonly_params star_kwarg",
    cst.TypeAlias: "name type_parameters value",
}
# Fields without syntax, besides those of whitespace.
_TOKENS = frozenset(
    "asynchronous colon comma conversion default_indent default_newline dot encoding end equal "
    "first_colon footer has_trailing_newline header indent lbrace lbracket leading_lines "
    "leading_whitespace lines_after_decorators lpar operator posonly_ind rbrace rbracket relative "
    "rpar second_colon semicolon separator star start trailing_comma trailing_whitespace".split()
)

_DEFAULT = cst.MaybeSentinel.DEFAULT


def children(node: cst.CSTNode) -> list[cst.CSTNode]:
    """The parts of a node that are syntax, in the order of the text."""
    found: list[cst.CSTNode] = []
    for name in _fields(type(node)):
        value = getattr(node, name)
        kind = type(value)
        if kind is tuple or kind is list:
            found += value
        elif value is not None and value is not _DEFAULT:
            found.append(value)
    return found


@cache
def _fields(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    if kind in _ORDERS:
        return tuple(_ORDERS[kind].split())
    names = (field.name for field in fields(kind) if field.type is not str)
    return tuple(n for n in names if n not in _TOKENS and not n.startswith("whitespace"))


class Walker:
    """Calls `visit_X` for each node of type `X`, outer ones first, in the order of the text.

    What is inside the node is left out where that returns False.
    """

    _visits: ClassVar[Mapping[type[cst.CSTNode], Callable[[Any, Any], bool | None]]] = {}

    def __init_subclass__(cls) -> None:
        names = (name for name in dir(cls) if name.startswith("visit_"))
        cls._visits = {getattr(cst, n.removeprefix("visit_")): getattr(cls, n) for n in names}

    def walk(self, node: cst.CSTNode) -> None:
        visit = self._visits.get(type(node))
        if visit is None or visit(self, node) is not False:
            for child in children(node):
                self.walk(child)
