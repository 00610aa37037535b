"""Stages a module: evaluates its wiring, statement by statement, and records what it builds."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..diagnostics.nearest import nearest
from ..dialects import DIALECTS, belongs
from ..frontend import ParsedModule
from ..frontend.names import body_names, names
from ..frontend.search import find
from ..ir import Comments, Effect, Fragment, Program, text
from .definitions import with_code
from .effects import effect_of
from .expressions import HANDLERS, evaluate_other
from .frame import Frame
from .machine import Machine
from .record import Layout
from .reify import reify
from .statements import COMPOUND, SMALL, compound_other, small_other
from .values import (
    BROKEN,
    DialectValue,
    FunctionValue,
    ItemValue,
    Known,
    Mapping_,
    NodeValue,
    RunValue,
    Sequence_,
    Value,
    of_wiring,
)

_MOST_STEPS = 20_000  # statements, those of functions counted at each call
_LITERALS = (cst.SimpleString, cst.Integer, cst.Float)
_DISPLAYS = (cst.Tuple, cst.List, cst.Dict)


def stage(module: ParsedModule, sink: Sink, scope: int = 0) -> Program:
    """The program that the wiring of `module` builds. What cannot be staged is reported.

    `scope` is the one of the symbols that the module binds.
    """
    stager = Stager(module, sink, scope)
    body = list(module.tree.body)
    docstring = _docstring(body)
    stager.execute(body[1:] if docstring is not None else body, stager.globals)
    record = stager.record
    return Program(
        source=module.source,
        docstring=docstring,
        future=_future(module.tree),
        imports=tuple(record.imports),
        definitions=tuple(with_code(stager, d) for d in record.definitions),
        nodes=tuple(record.nodes),
        flows=tuple(record.flows),
        statements=tuple(record.statements),
        ref_names=tuple(record.ref_names.items()),
        star_imports=tuple(stager.star_imports),
    )


def _docstring(body: Sequence[cst.CSTNode]) -> Fragment | None:
    first = body[0] if body else None
    if not isinstance(first, cst.SimpleStatementLine) or not isinstance(first.body[0], cst.Expr):
        return None
    if not isinstance(first.body[0].value, (cst.SimpleString, cst.ConcatenatedString)):
        return None
    return text(cst.Module(body=()).code_for_node(first.body[0]))


def _future(tree: cst.Module) -> tuple[str, ...]:
    """The features that the module imports from `__future__`, which stands at its very top."""
    found: dict[str, None] = {}
    for line in tree.body:
        for small in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            module = small.module if isinstance(small, cst.ImportFrom) else None
            if isinstance(module, cst.Name) and module.value == "__future__":
                assert isinstance(small, cst.ImportFrom)
                assert not isinstance(small.names, cst.ImportStar)
                found.update((alias.evaluated_name, None) for alias in small.names)
    return tuple(found)


class Stager(Machine):
    """Ties the constructs together."""

    def __init__(self, module: ParsedModule, sink: Sink, scope: int) -> None:
        super().__init__(module, sink, scope)
        self._effects: dict[FunctionValue, Effect] = {}
        self._steps = 0

    def evaluate(self, expression: cst.BaseExpression, frame: Frame) -> Value:
        frame.replaced.pop(id(expression), None)
        frame.effects.pop(id(expression), None)
        handler = HANDLERS.get(type(expression), evaluate_other)
        value = self.bounded(expression, handler(self, expression, frame))
        code = self._replacement(expression, value, frame)
        if code is not None:
            frame.replaced[id(expression)] = code
        return value

    def _replacement(
        self, expression: cst.BaseExpression, value: Value, frame: Frame
    ) -> Fragment | None:
        """What stands in the driver instead of the expression, None for its own text."""
        if isinstance(value, (NodeValue, ItemValue)):
            return reify(value)
        if isinstance(value, RunValue):
            return None if isinstance(expression, cst.Name) else reify(value)
        if isinstance(value, (Sequence_, Mapping_)):
            shown = isinstance(expression, _DISPLAYS)
            return reify(value) if of_wiring(value) and not shown else None
        if isinstance(value, Known) and not isinstance(expression, cst.Name):
            if isinstance(expression, cst.Call) and value.value is None:
                return None  # a method that changes its list; a staged function said so itself
            folded = self.touches(expression, frame) or self._is_folded(expression, frame)
            return reify(value) if folded else None
        return None

    def _is_folded(self, expression: cst.BaseExpression, frame: Frame) -> bool:
        """Whether constants stand for some of its names: `0 + 1` would stand for `seed + 1`."""
        if isinstance(expression, _LITERALS):
            return False
        found = (frame.lookup(use.name) for use in names(expression))
        return any(b is not None and b.code is not None for b in found)

    def touches(self, expression: cst.BaseExpression, frame: Frame) -> bool:
        for use in names(expression):
            bound = frame.lookup(use.name)
            if bound is not None and (of_wiring(bound.value) or self.is_wiring(bound.value)):
                return True
        return False

    def execute(self, statements: Sequence[cst.CSTNode], frame: Frame) -> Value | None:
        gap = False
        for statement in statements:
            if self._must_stop(statement):
                return BROKEN
            frame.replaced.clear()
            frame.effects.clear()
            layout = _layout(statement)
            gap = gap or layout.gap or self.record.paragraph
            self.record.paragraph = False
            self.record.layout = Layout(layout.comments, gap)
            returned = self._statement(statement, frame)
            if self.record.layout == Layout():  # something took it
                gap = False
            if returned is not None:
                return returned
            gap = gap or isinstance(statement, (cst.FunctionDef, cst.ClassDef))
        return None

    def _must_stop(self, statement: cst.CSTNode) -> bool:
        """Whether the wiring does not come to an end."""
        self._steps += 1
        if self._steps > _MOST_STEPS and not self.stopped:
            self.stopped = True
            self.refuse(errors.TooDeepCalls(self.span(statement), None))
        return self.stopped

    def _statement(self, statement: cst.CSTNode, frame: Frame) -> Value | None:
        if not isinstance(statement, cst.SimpleStatementLine):
            assert isinstance(statement, cst.BaseCompoundStatement)
            handler = COMPOUND.get(type(statement), compound_other)
            return handler(self, statement, frame)
        for small in statement.body:
            handler = SMALL.get(type(small), small_other)
            returned = handler(self, small, frame)
            if returned is not None:
                return returned
        return None

    def is_wiring(self, value: Value) -> bool:
        return isinstance(value, FunctionValue) and self._makes_nodes(value, set())

    def _makes_nodes(self, function: FunctionValue, seen: set[FunctionValue]) -> bool:
        """Whether its body, or a function that it calls, names something of the wiring."""
        seen.add(function)
        tree = self.trees[function.definition]
        if isinstance(tree, cst.FunctionDef) and _imports_dialect(tree):
            return True
        uses = body_names(tree) if isinstance(tree, cst.FunctionDef) else names(tree)
        bound = {use.name for use in uses if use.binds}
        for name in {use.name for use in uses} - bound:
            held = self.globals.lookup(name)
            if held is None:
                continue
            if of_wiring(held.value):
                return True
            held_function = held.value
            if not isinstance(held_function, FunctionValue) or held_function in seen:
                continue
            if self._makes_nodes(held_function, seen):
                return True
        return False

    def is_staged(self, function: Value, node: cst.Call, frame: Frame) -> bool:
        if self.is_wiring(function):
            return True
        return any(self.touches(arg.value, frame) for arg in node.args)

    def effect_of_call(self, function: FunctionValue) -> Effect:
        known = self._effects.get(function)
        if known is None:
            tree = self.trees[function.definition]
            self._effects[function] = Effect.NONE  # a recursive call adds nothing
            known = Effect.ANY
            if isinstance(tree, cst.FunctionDef) and not tree.decorators:
                local = frozenset(use.name for use in body_names(tree) if use.binds)
                inner = Frame(self.globals.scope, self.globals, local)
                known = effect_of(tree.body, self, inner)
            self._effects[function] = known
        return known

    def refuse_unknown(self, value: DialectValue, node: cst.CSTNode) -> Value:
        known = [name for dialect in DIALECTS for name in dialect.meanings]
        module, _, last = value.name.rpartition(".")
        lasts = {name.rpartition(".")[2]: name for name in reversed(known)}
        close = nearest(last, lasts)
        beside = f"{module}.{close}"
        found = beside if beside in known else lasts[close] if close is not None else None
        return self.refuse(errors.UnknownApi(self.span(node), value.name, found))


def _imports_dialect(tree: cst.FunctionDef) -> bool:
    for node in find(tree.body, cst.Import, cst.ImportFrom):
        code = cst.Module(body=()).code_for_node(node).split()
        if len(code) > 1 and belongs(code[1].rstrip(",")):
            return True
    return False


def _layout(statement: cst.CSTNode) -> Layout:
    lines: Sequence[cst.EmptyLine] = getattr(statement, "leading_lines", ())
    above = tuple(line.comment.value for line in lines if line.comment is not None)
    gap = any(line.comment is None for line in lines)
    trailing = getattr(statement, "trailing_whitespace", None)
    behind = trailing.comment.value if trailing is not None and trailing.comment else ""
    return Layout(Comments(above, behind), gap)
