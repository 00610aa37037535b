"""The parts of staging, as its constructs see each other.

Expressions hold expressions, and calls hold statements: every construct needs the others. Each is
a function that takes this machine, through which it reaches the rest without importing it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

import libcst as cst

from ..diagnostics import Diagnostic, Sink
from ..frontend import ParsedModule
from ..frontend.fragments import fragment
from ..ir import Fragment, Symbol
from ..source import Span
from .frame import Frame
from .record import Record
from .values import BROKEN, DialectValue, Evaluated, Value

Definition_ = cst.FunctionDef | cst.ClassDef


class Machine(ABC):
    """What is being staged, what was found, and the way to stage a part of it."""

    def __init__(self, module: ParsedModule, sink: Sink, scope: int) -> None:
        self.module = module
        self.sink = sink
        self.record = Record()
        self.globals = Frame(scope)
        self.trees: dict[Symbol, Definition_] = {}
        self.decorators: dict[Symbol, cst.Decorator] = {}
        self.star_imports: list[str] = []
        self.depth = 0

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

    def code(self, piece: cst.CSTNode, frame: Frame) -> Fragment:
        """The text of what was just evaluated, with what was replaced in it."""
        return fragment(piece, lambda use: frame.resolve(use.name), frame.replaced)

    def code_as(self, piece: cst.CSTNode, frame: Frame, names: Mapping[str, Symbol]) -> Fragment:
        """The same, where `names` have other meanings than in `frame`."""
        return fragment(piece, lambda use: names.get(use.name) or frame.resolve(use.name))

    def evaluated(self, expression: cst.BaseExpression, frame: Frame) -> Evaluated:
        """Value, code and place of `expression`."""
        value = self.evaluate(expression, frame)
        return Evaluated(value, self.code(expression, frame), self.module.span(expression))

    def span(self, node: cst.CSTNode) -> Span:
        return self.module.span(node)

    def refuse(self, diagnostic: Diagnostic) -> Value:
        """Reports, and gives the value about which nothing more is said."""
        self.sink.report(diagnostic)
        return BROKEN
