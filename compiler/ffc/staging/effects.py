"""Whether code that stays does more than bind its names.

What is known to compute, and no more, are some builtins, some modules of the standard library, and
functions of the app that do nothing else themselves.
"""

from __future__ import annotations

import libcst as cst

from ..ir import Effect
from .frame import Frame
from .machine import Machine
from .values import FunctionValue

_BUILTINS = frozenset(
    "abs all any bool bytes complex dict enumerate float format frozenset getattr hasattr hash id "
    "int isinstance issubclass len list max min object ord pow range repr reversed round set "
    "slice sorted str sum tuple type vars zip".split()
)
_MODULES = frozenset("fractions itertools math operator statistics string textwrap".split())


def effect_of(piece: cst.CSTNode, machine: Machine, frame: Frame) -> Effect:
    """The strongest effect in `piece`; what is replaced in it has none, or the one noted."""
    search = _Effects(machine, frame)
    piece.visit(search)
    return search.found


class _Effects(cst.CSTVisitor):
    def __init__(self, machine: Machine, frame: Frame) -> None:
        super().__init__()
        self.found = Effect.NONE
        self._machine = machine
        self._frame = frame

    def on_visit(self, node: cst.CSTNode) -> bool:
        if id(node) in self._frame.replaced:
            self.found = max(self.found, self._frame.effects.get(id(node), Effect.NONE))
            return False
        return bool(super().on_visit(node))

    def visit_Call(self, node: cst.Call) -> None:
        self.found = max(self.found, self._called(node.func))

    def _called(self, function: cst.BaseExpression) -> Effect:
        if isinstance(function, cst.Attribute) and isinstance(function.value, cst.Name):
            module = self._machine.module_called(function.value.value)
            return Effect.NONE if module in _MODULES else Effect.ANY
        if not isinstance(function, cst.Name):
            return Effect.ANY
        bound = self._frame.lookup(function.value)
        if bound is None:
            if function.value == "print":
                return Effect.OBSERVABLE
            return Effect.NONE if function.value in _BUILTINS else Effect.ANY
        if isinstance(bound.value, FunctionValue):
            return self._machine.effect_of_call(bound.value)
        return Effect.ANY

    def _any(self, node: cst.CSTNode) -> None:
        self.found = Effect.ANY

    visit_Await = visit_Yield = visit_Raise = visit_Assert = visit_Del = visit_With = _any
    visit_Global = visit_Nonlocal = visit_Import = visit_ImportFrom = _any

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
