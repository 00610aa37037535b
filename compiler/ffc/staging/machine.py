"""The parts of staging, as its constructs see each other.

Expressions hold expressions, and calls hold statements: every construct needs the others. Each is
a function that takes this machine, through which it reaches the rest without importing it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import libcst as cst

from ..diagnostics import Diagnostic, Sink
from ..diagnostics import staging as errors
from ..frontend import ParsedModule
from ..frontend.fragments import fragment
from ..frontend.names import bound_again, names
from ..ir import Effect, Fragment, Symbol
from ..source import Span
from .frame import Frame
from .known import MOST
from .record import Record
from .values import (
    BROKEN,
    RESIDUAL,
    DialectValue,
    Evaluated,
    FunctionValue,
    Value,
    empty,
    give_up,
    holds,
    is_large,
    of_wiring,
)

Definition_ = cst.FunctionDef | cst.ClassDef


@dataclass(frozen=True)
class Returned:
    """What a staged function returned: the code, if it is an atom, and what evaluating it does."""

    code: Fragment
    is_atom: bool
    effect: Effect


class Machine(ABC):
    """What is being staged, what was found, and the way to stage a part of it."""

    def __init__(self, module: ParsedModule, sink: Sink, scope: int) -> None:
        self.module = module
        self.sink = sink
        self.record = Record()
        self.globals = Frame(scope, rebound=bound_again(names(module.tree)))
        self.trees: dict[Symbol, Definition_] = {}
        self.decorators: dict[Symbol, cst.Decorator] = {}
        self.star_imports: list[str] = []
        self.depth = 0
        self.returned: Returned | None = None
        self.stopped = False
        self.bare = 0

    @abstractmethod
    def evaluate(self, expression: cst.BaseExpression, frame: Frame) -> Value:
        """The value of `expression`; what it does to the wiring is done and recorded."""

    @abstractmethod
    def execute(self, statements: Sequence[cst.BaseStatement], frame: Frame) -> Value | None:
        """Stages statements in order; the value returned, None where the end was reached."""

    @abstractmethod
    def is_wiring(self, value: Value) -> bool:
        """Whether it is a function of the app that makes nodes, workflows or runs when called."""

    @abstractmethod
    def touches(self, expression: cst.BaseExpression, frame: Frame) -> bool:
        """Whether a name in it stands for something of the wiring."""

    @abstractmethod
    def refuse_unknown(self, value: DialectValue, node: cst.CSTNode) -> Value:
        """Refuses a name of a front end that no table has."""

    @abstractmethod
    def is_staged(self, function: Value, node: cst.Call, frame: Frame) -> bool:
        """Whether this call of a function of the app is wiring: it makes nodes, or gets them."""

    @abstractmethod
    def effect_of_call(self, function: FunctionValue) -> Effect:
        """What a call of a function of the app does besides giving a value."""

    def module_called(self, name: str) -> str | None:
        """The module that `name` stands for at the module's top level."""
        bound = self.globals.lookup(name)
        found = (
            one.module
            for one in self.record.imports
            if bound is not None and one.symbol == bound.symbol and one.name is None
        )
        return next(found, None)

    def qualified(self, expression: cst.BaseExpression) -> str:
        """The qualified name of something imported; the text of another name."""
        if isinstance(expression, cst.Attribute):
            return f"{self.qualified(expression.value)}.{expression.attr.value}"
        name = expression.value if isinstance(expression, cst.Name) else "?"
        bound = self.globals.lookup(name) if isinstance(name, str) else None
        for one in self.record.imports:
            if bound is not None and one.symbol == bound.symbol:
                whole = one.module if one.name is None else f"{one.module}.{one.name}"
                return whole if one.name is not None or "." not in one.module else str(name)
        return str(name)

    def code(self, piece: cst.CSTNode, frame: Frame) -> Fragment:
        """The text of what was just evaluated, with what was replaced in it."""
        return fragment(piece, lambda use: frame.resolve(use.name), frame.replaced)

    def code_as(self, piece: cst.CSTNode, frame: Frame, meant: Mapping[str, Symbol]) -> Fragment:
        """The same, where some names have other meanings than in `frame`."""
        return fragment(piece, lambda use: meant.get(use.name) or frame.resolve(use.name))

    def evaluate_bare(self, expression: cst.BaseExpression, frame: Frame) -> Value:
        """The same for an expression that needs no parentheses where it stands."""
        self.bare = id(expression)
        return self.evaluate(expression, frame)

    def evaluated(self, expression: cst.BaseExpression, frame: Frame) -> Evaluated:
        """Value, code and place of `expression`."""
        value = self.evaluate_bare(expression, frame)
        return Evaluated(value, self.code(expression, frame), self.module.span(expression))

    def span(self, node: cst.CSTNode) -> Span:
        return self.module.span(node)

    def may_take(self, node: cst.CSTNode, owner: Value, item: Value) -> bool:
        """Whether the container `owner` can be followed with `item` in it."""
        if holds(item, owner):
            reason = "is put into itself"
        elif (of_wiring(item) or of_wiring(owner)) and getattr(owner, "given", False):
            reason = "is changed after a node has got it"
        else:
            return True
        if of_wiring(item) or of_wiring(owner):
            self.refuse(errors.ChangedLater(self.span(node), reason))
        else:
            give_up(owner)
        return False

    def bounded(self, node: cst.CSTNode, value: Value) -> Value:
        """The value, unless it is a container too large to be followed."""
        if not is_large(value, MOST):
            return value
        if of_wiring(value):
            empty(value)
            return self.refuse(errors.TooLarge(self.span(node)))
        give_up(value)
        return RESIDUAL

    def refuse(self, diagnostic: Diagnostic) -> Value:
        """Reports, and gives the value about which nothing more is said."""
        self.sink.report(diagnostic)
        return BROKEN
