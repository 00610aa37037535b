"""Evaluates the wiring of a module, statement by statement, and records what it builds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import libcst as cst

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..diagnostics.nearest import nearest
from ..dialects import DIALECTS
from ..frontend import Modules, ParsedModule
from ..frontend.names import names
from ..ir import (
    NO_COMMENTS,
    Effect,
    RunUse,
    join,
    text,
)
from ..source import Span
from .attempt import Impure, Undecided
from .calls import apply
from .calls.attributes import enum_members
from .calls.builtins import named
from .calls.higher import in_order
from .calls.special import iterated
from .calls.worked import Call
from .effects import called_effect
from .expressions import HANDLERS, evaluate_other
from .frame import Frame
from .iteration import steps
from .iterators import Iterator_
from .known import CONSTANTS, Fails
from .layout import Layout, layout_of
from .machine import MOST_NODES, Machine
from .passed import Passed
from .raising import Error_, Raised
from .replacement import STORED, replacement
from .statements import COMPOUND, SMALL, compound_other, small_other
from .statements.targets import unpack
from .values import (
    BROKEN,
    RESIDUAL,
    DialectValue,
    Evaluated,
    FunctionValue,
    Known,
    Object_,
    Residual,
    RunValue,
    Value,
    of_wiring,
)
from .wiring_functions import WiringFunctions

_MOST_STEPS = 500_000  # statements, those of functions counted at each call
_MOST_TRIED = 50_000  # statements of code that makes no nodes
# `isinstance` is slow where it is often none of them: their classes are abstract.
_DEFINITIONS = frozenset({cst.FunctionDef, cst.ClassDef})
_COMPREHENSIONS = (cst.ListComp, cst.DictComp)


class Stager(Machine):
    """Ties the constructs together."""

    def __init__(
        self, module: ParsedModule, sink: Sink, scope: int, finder: Modules | None
    ) -> None:
        super().__init__(module, sink, scope, finder)
        self._effects: dict[FunctionValue, Effect] = {}
        self._functions = WiringFunctions(self)
        self._steps = 0
        self._tried = 0

    def apply(
        self, callee: Value, arguments: Sequence[Passed], node: cst.Call, frame: Frame
    ) -> Value:
        return apply(self, callee, arguments, node, frame)

    def builtin(self, name: str) -> Value | None:
        if name in CONSTANTS:
            return Known(CONSTANTS[name])
        return named(name)

    def steps(self, given: Evaluated) -> Iterator[Evaluated] | None:
        if isinstance(given.value, FunctionValue):
            members = enum_members(self, given.value)
            return None if members is None else iter(members)
        if isinstance(given.value, RunValue):
            return self._results(given.value, given.span)
        if isinstance(given.value, Object_) and not given.value.is_tuple:
            return iterated(self, given)
        return steps(given.value, given.span)

    def _results(self, run: RunValue, span: Span) -> Iterator[Evaluated] | None:
        """The results of several leaves are a list; those of one are what its task gives."""
        flow = self.record.flows[self.record.run_flows[run.run]]
        if len(flow.leaves) < 2 or self.record.flow_held.get(flow.id):
            return None
        codes = (join(RunUse(run.run), text(f"[{index}]")) for index in range(len(flow.leaves)))
        return (Evaluated(RESIDUAL, code, span) for code in codes)

    def unpack(self, target: cst.Tuple | cst.List, given: Evaluated, frame: Frame) -> None:
        unpack(self, target, given, frame)

    def sorted(
        self,
        items: Evaluated,
        keywords: Mapping[str, Evaluated],
        node: cst.Call,
        frame: Frame,
    ) -> list[Evaluated] | None:
        return in_order(Call(self, node, frame, [items], keywords))

    def evaluate(self, expression: cst.BaseExpression, frame: Frame) -> Value:
        self.evaluations += 1
        frame.replaced.pop(id(expression), None)
        frame.effects.pop(id(expression), None)
        frame.made.pop(id(expression), None)
        handler = HANDLERS.get(type(expression), evaluate_other)
        outside, self.module = self.module, frame.parsed or self.module
        try:
            value = handler(self, expression, frame)
        except Fails as failure:
            value = self._failed(expression, failure)
        except Undecided as undecided:
            if self.trail.attempts:
                raise
            value = self.refuse(errors.NotStaged(undecided.span, "an iterator", "wiring"))
        finally:
            self.module = outside
        if type(expression) not in STORED:
            value = self.bounded(expression, value)
        attempted = self.trail.attempts and isinstance(expression, cst.Call)
        if attempted and not isinstance(value, Residual):
            frame.effects.setdefault(id(expression), Effect.NONE)  # what it did was noted
        code = replacement(self, expression, value, frame)
        if code is not None:
            frame.replaced[id(expression)] = code
            if isinstance(expression, _COMPREHENSIONS) and of_wiring(value):
                frame.made.setdefault(id(expression), code)
            elif isinstance(value, RunValue) or (
                isinstance(value, Known) and self.tracks and self.touches(expression, frame)
            ):
                frame.made[id(expression)] = code
        return value

    def _failed(self, expression: cst.BaseExpression, failure: Fails) -> Value:
        """Where nothing catches it, the driver raises it as well."""
        if self.guarded:
            raise Raised(Error_(type(failure.error)), self.span(expression))
        return RESIDUAL

    def touches(self, expression: cst.CSTNode, frame: Frame) -> bool:
        for use in names(expression):
            bound = frame.meant(use)
            if bound is not None and (of_wiring(bound.value) or self.is_wiring(bound.value)):
                return True
            if bound is not None and isinstance(bound.value, Iterator_) and bound.value.is_open:
                return True  # what is taken from it here, the driver need not take
        return False

    def execute(
        self, statements: Sequence[cst.CSTNode], frame: Frame, goes_on: bool = False
    ) -> Value | None:
        outside, self.module = self.module, frame.parsed or self.module
        apart, around = self.apart, frame.rests
        frame.rests = [*around, None] if around and not goes_on else list(around)
        try:
            return self._execute(statements, frame)
        finally:
            self.module, self.apart, frame.rests = outside, apart, around

    def _execute(self, statements: Sequence[cst.CSTNode], frame: Frame) -> Value | None:
        gap = own = False
        for index, statement in enumerate(statements):
            if self.step(statement):
                return BROKEN
            frame.replaced.clear()
            frame.made.clear()
            frame.effects.clear()
            layout = layout_of(statement)
            defines = type(statement) in _DEFINITIONS
            # Around definitions, blank lines say nothing.
            own = own or (layout.gap and not defines)
            gap = gap or own or self.record.paragraph
            self.record.paragraph = False
            comments = NO_COMMENTS if self.record.repeats else layout.comments
            self.record.layout = Layout(comments, gap, own)
            try:
                returned = self._statement(statements, index, frame)
            except Undecided as undecided:
                if self.trail.attempts or self.guarded:
                    raise
                returned = None
                self.refuse(errors.NotStaged(undecided.span, "an iterator", "wiring"))
            if self.record.layout == Layout():  # something took it
                gap = own = False
            if returned is not None:
                return returned
            gap = gap or defines
        return None

    def step(self, node: cst.CSTNode) -> bool:
        if self.trail.attempts:
            self._tried += 1
            if self._tried > _MOST_TRIED:
                raise Impure
            return False
        self._steps += 1
        if not self.stopped and len(self.record.nodes) > MOST_NODES:
            self.stop(errors.Endless(self.span(node), f"{MOST_NODES:,} nodes"))
        if not self.stopped and self._steps > _MOST_STEPS:
            self.stop(errors.Endless(self.span(node), f"{_MOST_STEPS:,} steps"))
        return self.stopped

    def _statement(
        self, statements: Sequence[cst.CSTNode], index: int, frame: Frame
    ) -> Value | None:
        statement = statements[index]
        if not isinstance(statement, cst.SimpleStatementLine):
            assert isinstance(statement, cst.BaseCompoundStatement)
            handler = COMPOUND.get(type(statement), compound_other)
            self.apart = isinstance(statement, cst.If) or self.touches(statement, frame)
            frame.rests.append(statements[index + 1 :])  # type: ignore[arg-type]
            left = handler(self, statement, frame)
            frame.rests.pop()
            return left
        for small in statement.body:
            handler = SMALL.get(type(small), small_other)
            self.apart = self.touches(small, frame)
            returned = handler(self, small, frame)
            if returned is not None:
                return returned
        return None

    def is_wiring(self, value: Value) -> bool:
        return self._functions.has(value)

    def effect_of_call(self, function: FunctionValue) -> Effect:
        known = self._effects.get(function)
        if known is None:
            self._effects[function] = Effect.NONE  # a recursive call adds nothing
            known = self._effects[function] = called_effect(self, function)
        return known

    def refuse_unknown(self, value: DialectValue, node: cst.CSTNode) -> Value:
        known = [name for dialect in DIALECTS for name in dialect.meanings]
        module, _, last = value.name.rpartition(".")
        lasts = {name.rpartition(".")[2]: name for name in reversed(known)}
        close = nearest(last, lasts)
        beside = f"{module}.{close}"
        found = beside if beside in known else lasts[close] if close is not None else None
        return self.refuse(errors.UnknownApi(self.span(node), value.name, found))
