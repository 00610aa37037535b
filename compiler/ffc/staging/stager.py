"""Stages a module: evaluates its wiring, statement by statement, and records what it builds."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence

import libcst as cst

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..diagnostics.nearest import nearest
from ..dialects import DIALECTS, belongs
from ..frontend import Modules, ParsedModule
from ..frontend.names import body_names, names
from ..frontend.search import find
from ..ir import (
    NO_COMMENTS,
    Comments,
    Effect,
    Fragment,
    Module,
    Program,
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
from .coding import coded
from .docstring import docstring_of, split_docstring
from .effects import called_effect
from .expressions import HANDLERS, evaluate_other
from .facts import with_facts
from .frame import Frame
from .iteration import steps
from .iterators import Iterator_
from .kept.asked_names import put_asked
from .kept.named_later import put_names
from .known import CONSTANTS, Fails
from .machine import MOST_NODES, Machine
from .modules.blocks import imported_values
from .modules.importing import imports_any
from .modules.loading import load
from .modules.types import bind_pending
from .passed import Passed
from .raising import Error_, Raised
from .record import Layout
from .reify import Deferred, reify
from .statements import COMPOUND, SMALL, compound_other, small_other
from .statements.assign import unpack
from .values import (
    BROKEN,
    RESIDUAL,
    BoundValue,
    DialectValue,
    Evaluated,
    FunctionValue,
    ItemValue,
    Known,
    Mapping_,
    ModuleValue,
    NodeValue,
    Object_,
    Residual,
    RunValue,
    Sequence_,
    Value,
    of_wiring,
)

_DEEPEST = 12_000  # calls in ffc, for 200 calls inside each other in the app
_MOST_STEPS = 500_000  # statements, those of functions counted at each call
_MOST_TRIED = 50_000  # statements of code that makes no nodes
# `isinstance` is slow where it is often none of them: their classes are abstract.
_STORED = frozenset({cst.Name, cst.Attribute, cst.Subscript})
_DEFINITIONS = frozenset({cst.FunctionDef, cst.ClassDef})
_LITERALS = (cst.SimpleString, cst.Integer, cst.Float)
_DISPLAYS = (cst.Tuple, cst.List, cst.Dict)
_COMPREHENSIONS = (cst.ListComp, cst.DictComp)


def stage(
    module: ParsedModule, sink: Sink, scope: int = 0, finder: Modules | None = None
) -> Program:
    """The program that the wiring of `module` builds. What cannot be staged is reported.

    `scope` is the one of the symbols that the module binds. The app's own modules are where
    `finder` finds them; without it, imports stay as they are.
    """
    stager = Stager(module, sink, scope, finder)
    stager.tracks = stager.tracks or imports_any(stager, module.tree, stager.globals)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEEPEST))
    try:
        if finder is not None and finder.package:
            load(stager, finder.package, module.tree)
        stager.execute(split_docstring(module.tree)[1], stager.globals)
        bind_pending(stager)
        definitions = coded(stager)
    finally:
        sys.setrecursionlimit(limit)
    record = stager.record
    put_names(record)
    put_asked(stager)
    return Program(
        source=module.source,
        docstring=_docstring(module.tree),
        future=_future(module.tree),
        imports=tuple(record.imports),
        definitions=with_facts(stager, definitions),
        nodes=tuple(record.with_held(node) for node in record.nodes),
        flows=tuple(record.with_leaves(flow) for flow in record.flows),
        statements=tuple(record.statements),
        ref_names=tuple(record.ref_names.items()),
        blocks=tuple(record.blocks),
        calls=tuple(record.calls),
        paths=tuple(record.paths),
        passes=record.passes,
        star_imports=tuple(dict.fromkeys(stager.star_imports)),
        modules=tuple(_modules(stager)),
        captured=tuple(stager.captured),
        kept_packages=_kept(finder),
    )


def _kept(finder: Modules | None) -> tuple[str, ...]:
    """The packages that stay imports, each with all that is in it."""
    kept = finder.kept if finder is not None else ()
    return tuple(dict.fromkeys(one.partition(".")[0] for one in kept))


def _modules(machine: Machine) -> Iterator[Module]:
    for module in machine.modules.values():
        if isinstance(module, ModuleValue):
            parsed = module.frame.parsed
            future = _future(parsed.tree) if parsed is not None else ()
            yield Module(module.frame.scope, module.name, future)


def _docstring(tree: cst.Module) -> Fragment | None:
    found = docstring_of(tree)
    return None if found is None else text(cst.Module(body=()).code_for_node(found))


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

    def __init__(
        self, module: ParsedModule, sink: Sink, scope: int, finder: Modules | None
    ) -> None:
        super().__init__(module, sink, scope, finder)
        self._effects: dict[FunctionValue, Effect] = {}
        self._wiring: dict[FunctionValue, tuple[bool, int]] = {}
        self._asked: set[FunctionValue] = set()
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
        if type(expression) not in _STORED:
            value = self.bounded(expression, value)
        attempted = self.trail.attempts and isinstance(expression, cst.Call)
        if attempted and not isinstance(value, Residual):
            frame.effects.setdefault(id(expression), Effect.NONE)  # what it did was noted
        code = self._replacement(expression, value, frame)
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

    def _replacement(
        self, expression: cst.BaseExpression, value: Value, frame: Frame
    ) -> Fragment | None:
        """What stands in the driver instead of the expression, None for its own text."""
        if isinstance(value, (NodeValue, ItemValue)):
            return reify(value)
        if isinstance(value, RunValue):
            return None if frame.named(expression) is not None else reify(value)
        if isinstance(value, (Sequence_, Mapping_)):
            if isinstance(expression, _DISPLAYS):
                left = not of_wiring(value) and self.touches(expression, frame)
                return Deferred(value) if left else None  # `{**nodes, "a": []}` had them
            named = type(expression) in _STORED
            gone = of_wiring(value) or (not named and self.touches(expression, frame))
            return Deferred(value) if gone else None
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
        found = (frame.meant(use) for use in names(expression))
        return any(b is not None and b.code is not None for b in found)

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
            layout = _layout(statement)
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
        if isinstance(value, BoundValue):
            return self.is_wiring(value.function)
        if not isinstance(value, FunctionValue):
            return False
        if self._asked:  # about one that may use this one
            return value not in self._asked and self._makes_nodes(value)
        known = self._wiring.get(value)
        if known is None or not (known[0] or known[1] == self.trail.bindings):
            known = self._wiring[value] = self._makes_nodes(value), self.trail.bindings
            self._asked.clear()
        return known[0]

    def _makes_nodes(self, function: FunctionValue) -> bool:
        """Whether its body, or a function that it calls, names something of the wiring."""
        self._asked.add(function)
        cls = self.classes.get(function.definition)
        if cls is not None and any(of_wiring(held.value) for held in cls.members.values()):
            return True
        if function.definition not in self.trees:
            return False
        tree, home = self.trees[function.definition], self.homes[function.definition]
        if isinstance(tree, cst.FunctionDef) and _imports_dialect(tree):
            return True
        uses = names(tree) if isinstance(tree, cst.ClassDef) else body_names(tree)
        bound = {use.name for use in uses if use.binds}
        for use in uses:
            held = home.meant(use) if use.name not in bound else None
            if held is not None and of_wiring(held.value):
                return True
        inside = imported_values(self, tree, home) if isinstance(tree, cst.FunctionDef) else ()
        return any(of_wiring(value) for value in inside)

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
