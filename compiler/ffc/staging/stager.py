"""Stages a module: evaluates its wiring, statement by statement, and records what it builds."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst
import libcst.matchers as m

from ..diagnostics import Sink
from ..diagnostics.nearest import nearest
from ..diagnostics.staging.unknown_api import UnknownApi
from ..dialects import DIALECTS, belongs
from ..frontend import ParsedModule
from ..frontend.names import body_names, names
from ..ir import Comments, Fragment, Program, text
from .definitions import with_code
from .expressions import HANDLERS, evaluate_other
from .frame import Frame
from .machine import Machine
from .record import Layout
from .reify import reify
from .statements import COMPOUND, SMALL, compound_other, small_other
from .values import (
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
    pattern = m.SimpleStatementLine(body=[m.Expr(value=m.SimpleString() | m.ConcatenatedString())])
    if not body or not m.matches(body[0], pattern):
        return None
    return text(cst.Module(body=()).code_for_node(body[0].body[0]))  # type: ignore[attr-defined]


def _future(tree: cst.Module) -> tuple[str, ...]:
    pattern = m.ImportFrom(module=m.Name("__future__"))
    found = [node for node in m.findall(tree, pattern) if isinstance(node, cst.ImportFrom)]
    aliases = [a for n in found if not isinstance(n.names, cst.ImportStar) for a in n.names]
    return tuple(dict.fromkeys(alias.evaluated_name for alias in aliases))


class Stager(Machine):
    """Ties the constructs together."""

    def evaluate(self, expression: cst.BaseExpression, frame: Frame) -> Value:
        frame.replaced.pop(id(expression), None)
        handler = HANDLERS.get(type(expression), evaluate_other)
        value = handler(self, expression, frame)
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
            return reify(value) if self.touches(expression, frame) else None
        return None

    def touches(self, expression: cst.BaseExpression, frame: Frame) -> bool:
        for use in names(expression):
            bound = frame.lookup(use.name)
            if bound is not None and (of_wiring(bound.value) or self.is_wiring(bound.value)):
                return True
        return False

    def execute(self, statements: Sequence[cst.CSTNode], frame: Frame) -> Value | None:
        gap = False
        for statement in statements:
            layout = _layout(statement)
            gap = gap or layout.gap
            self.record.layout = Layout(layout.comments, gap)
            returned = self._statement(statement, frame)
            if self.record.layout == Layout():  # something took it
                gap = False
            if returned is not None:
                return returned
            gap = gap or isinstance(statement, (cst.FunctionDef, cst.ClassDef))
        return None

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

    def refuse_unknown(self, value: DialectValue, node: cst.CSTNode) -> Value:
        known = [name for dialect in DIALECTS for name in dialect.meanings]
        return self.refuse(UnknownApi(self.span(node), value.name, nearest(value.name, known)))


def _imports_dialect(tree: cst.FunctionDef) -> bool:
    for node in m.findall(tree.body, m.Import() | m.ImportFrom()):
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
