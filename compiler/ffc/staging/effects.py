"""Whether a statement that stays code does more than bind its names."""

from __future__ import annotations

from collections.abc import Container

import libcst as cst

from ..ir import Effect
from .frame import Frame

_PURE = frozenset(
    [
        "abs",
        "all",
        "any",
        "bool",
        "bytes",
        "complex",
        "dict",
        "enumerate",
        "float",
        "format",
        "frozenset",
        "getattr",
        "hasattr",
        "hash",
        "id",
        "int",
        "isinstance",
        "issubclass",
        "len",
        "list",
        "max",
        "min",
        "ord",
        "pow",
        "range",
        "repr",
        "reversed",
        "round",
        "set",
        "slice",
        "sorted",
        "str",
        "sum",
        "tuple",
        "type",
        "vars",
        "zip",
    ]
)


def effect_of(piece: cst.CSTNode, frame: Frame, replaced: Container[int]) -> Effect:
    """The strongest effect in `piece`, what was `replaced` (the wiring) left out."""
    search = _Effects(frame, replaced)
    piece.visit(search)
    return search.found


class _Effects(cst.CSTVisitor):
    def __init__(self, frame: Frame, replaced: Container[int]) -> None:
        super().__init__()
        self.found = Effect.NONE
        self._frame = frame
        self._replaced = replaced

    def on_visit(self, node: cst.CSTNode) -> bool:
        return id(node) not in self._replaced and bool(super().on_visit(node))

    def visit_Call(self, node: cst.Call) -> None:
        name = node.func.value if isinstance(node.func, cst.Name) else ""
        builtin = isinstance(name, str) and self._frame.lookup(name) is None
        if builtin and name == "print":
            self.found = max(self.found, Effect.OBSERVABLE)
        elif not (builtin and name in _PURE):
            self.found = Effect.ANY

    def _any(self, node: cst.CSTNode) -> None:
        self.found = Effect.ANY

    visit_Await = visit_Yield = visit_Raise = visit_Assert = visit_Del = visit_With = _any
    visit_Return = visit_Break = visit_Continue = visit_Global = visit_Nonlocal = _any

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:
        self._target(node.target)

    def visit_AugAssign(self, node: cst.AugAssign) -> None:
        self._target(node.target)

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:
        self._target(node.target)

    def _target(self, target: cst.BaseExpression) -> None:
        if isinstance(target, (cst.Attribute, cst.Subscript)):
            self.found = Effect.ANY
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self._target(element.value)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        return False
