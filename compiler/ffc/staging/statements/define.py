"""`def` and `class`: tasks, and the app's other functions and classes.

At the module's top level they are definitions, whose code is written down when the whole module
is known: names in a function's body mean what they mean at the end. Inside functions, tasks are
definitions too; all others stay code where they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...dialects import Meaning, meaning
from ...frontend.names import NameUse, names
from ...frontend.signature import returns_of
from ...ir import Option, Symbol, SymbolUse, join
from ..calls.classes import described
from ..calls.defaults import fixed, keep_defaults, known_defaults
from ..classes import Wrapped
from ..definitions import describe_definition
from ..frame import Frame
from ..graphs.facts import step_facts
from ..graphs.remotes import Marks, marks_of_graph, remote_of
from ..graphs.undecorated import refuse_class
from ..keep import keep
from ..machine import Altered, Machine
from ..passed import Passed
from ..values import (
    Broken,
    BuiltinValue,
    DialectValue,
    Evaluated,
    FunctionValue,
    RemoteValue,
    Residual,
    TaskValue,
    Value,
    of_wiring,
)


def define(machine: Machine, node: cst.FunctionDef | cst.ClassDef, frame: Frame) -> None:
    marks = marks_of_graph(machine, node, frame) or _marks(machine, node, frame)
    if marks is not None and frame.outer is None and machine.record.is_kept:
        what = "a block that only the driver decides on"
        marks = Broken()
        machine.refuse(errors.NotStaged(machine.span(node.name), what, "a task"))
    if isinstance(marks, Broken) or _wires(machine, node, frame, marks is not None):
        frame.bind(node.name.value, Broken())
        return
    symbol = frame.define(node.name.value, lambda new: _defined(machine, node, new, marks, frame))
    function = machine.function(symbol, node, frame)
    machine.qualnames[symbol] = f"{frame.qualname}{node.name.value}"
    if marks is not None:
        machine.decorators[symbol] = marks.decorators
        if marks.of_graph and not _is_of_graph(machine, node, symbol, marks.options):
            frame.bind(node.name.value, Broken())
            return
        _check(machine, node)
        if isinstance(node, cst.FunctionDef) and (frame.outer is not None or machine.record.path):
            keep_defaults(machine, function, node.params, frame)
            if machine.record.path:
                machine.written_defaults[symbol] = known_defaults(machine, function, node.params)
        found = describe_definition(machine, symbol)
        if marks.of_graph:
            facts = step_facts(machine, symbol)
            found = replace(found, step=facts)
        machine.record.definitions.append(found)
        return
    if not _prepare(machine, node, function, frame):
        frame.bind(node.name.value, Broken())
        return
    if frame.outer is not None:
        _local(machine, node, function, frame)
        return
    _decorated(machine, node, function, frame)
    machine.record.definitions.append(describe_definition(machine, symbol))


def _defined(
    machine: Machine,
    node: cst.FunctionDef | cst.ClassDef,
    symbol: Symbol,
    marks: Marks | None,
    frame: Frame,
) -> Value:
    """What the name stands for."""
    if marks is None:
        return machine.function(symbol, node, frame)
    return RemoteValue(symbol, marks.options) if marks.of_graph else TaskValue(symbol)


def _is_of_graph(
    machine: Machine,
    node: cst.FunctionDef | cst.ClassDef,
    symbol: Symbol,
    options: tuple[Option, ...],
) -> bool:
    """Notes what nodes of a step graph it makes; refuses a class that makes none."""
    found = remote_of(machine, node, machine.homes[symbol], options)
    if found is None:
        refuse_class(machine, symbol)
        return False
    machine.remotes[symbol] = found
    return True


def _prepare(
    machine: Machine,
    node: cst.FunctionDef | cst.ClassDef,
    function: FunctionValue,
    frame: Frame,
) -> bool:
    """Evaluates what Python evaluates with the definition: defaults, the body of a class."""
    if isinstance(node, cst.FunctionDef):
        keep_defaults(machine, function, node.params, frame)
        return True
    if machine.is_wiring(function):
        others = [one for one in node.decorators if not _is_own(machine, one, frame)]
        machine.trees[function.definition] = node.with_changes(decorators=others)
    cls = described(machine, function.definition)
    if cls is None:
        used = next(_wiring_in(machine, node, frame), None)
        return used is None or _refuse_body(machine, used.node or node)
    for method in cls.functions:
        tree = machine.trees[method.definition]
        assert isinstance(tree, cst.FunctionDef)
        keep_defaults(machine, method, tree.params, frame)
    for name, held in cls.members.items():
        if of_wiring(function) and not isinstance(held.value, (FunctionValue, Wrapped)):
            cls.members[name] = fixed(machine, frame, name, held)
    return True


def _local(
    machine: Machine,
    node: cst.FunctionDef | cst.ClassDef,
    function: FunctionValue,
    frame: Frame,
) -> None:
    """A function inside a function: staged where it makes nodes, code where it does not."""
    if machine.is_wiring(function):
        _decorated(machine, node, function, frame)
    else:
        bare = node.with_changes(leading_lines=())
        keep(machine, frame, bare, [(node.name, function)])


def _decorated(
    machine: Machine,
    node: cst.FunctionDef | cst.ClassDef,
    function: FunctionValue,
    frame: Frame,
) -> None:
    """Applies the app's own decorators: those of a function that makes nodes, in its place.

    What one does to another function, the driver does; what it puts where is followed beside that.
    """
    if not node.decorators:
        return
    by = [machine.evaluate(one.decorator, frame) for one in node.decorators]
    wired = machine.is_wiring(function) or any(of_wiring(one) for one in by)
    if isinstance(node, cst.ClassDef) and not (wired and machine.is_wiring(function)):
        if wired and any(isinstance(one, FunctionValue) for one in by):
            _refuse_class(machine, node)
        return
    value: Value = function
    for one, decorator in reversed(list(zip(by, node.decorators, strict=True))):
        if isinstance(node, cst.ClassDef) and not isinstance(one, FunctionValue):
            continue
        known = machine.qualified(decorator.decorator, frame)
        if isinstance(one, Residual) and not (wired and known.startswith("functools.")):
            return
        code = join(SymbolUse(function.definition)) if value is function else machine.written(value)
        given = Evaluated(value, code, machine.span(node.name))
        arguments = [Passed(None, "", given, None, None)]
        call = machine.stand_in(cst.Call(decorator.decorator), decorator)
        if wired:
            if isinstance(node, cst.FunctionDef):
                machine.trees[function.definition] = node.with_changes(decorators=())
            if not isinstance(one, (Residual, BuiltinValue)):
                value = machine.apply(one, arguments, call, frame)
        elif isinstance(one, FunctionValue):
            value = _followed(machine, one, arguments, call, frame)
    if isinstance(node, cst.ClassDef) and value != function:
        _refuse_class(machine, node)
    elif wired:
        frame.home(node.name.value).rebind(node.name.value, value)


def _is_own(machine: Machine, decorator: cst.Decorator, frame: Frame) -> bool:
    """Whether it is a function of the app's own, which is followed."""
    called = decorator.decorator
    bound = frame.named(called.func if isinstance(called, cst.Call) else called)
    return bound is not None and isinstance(bound.value, FunctionValue)


def _refuse_class(machine: Machine, node: cst.ClassDef) -> None:
    what = "a class whose bases, decorators or body ffc does not follow"
    machine.refuse(errors.NotStaged(machine.span(node.name), what, "wiring"))


def _followed(
    machine: Machine,
    by: FunctionValue,
    arguments: list[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """What a decorator of the driver's gives, and what it changes, as far as that is known."""
    value = machine.apply(by, arguments, call, frame)
    machine.altered = Altered()  # the definition does it
    return value


def _marks(
    machine: Machine, node: cst.FunctionDef | cst.ClassDef, frame: Frame
) -> Marks | Broken | None:
    for decorator in node.decorators:
        if not isinstance(decorator.decorator, (cst.Name, cst.Attribute)):
            continue
        value = machine.evaluate(decorator.decorator, frame)
        if isinstance(value, DialectValue):
            if meaning(value.name) is Meaning.TASK:
                return Marks((decorator,))
            machine.refuse_unknown(value, decorator.decorator)
            return Broken()
    return None


def _wires(
    machine: Machine, node: cst.FunctionDef | cst.ClassDef, frame: Frame, is_task: bool
) -> bool:
    """Refuses wiring in the body of a class, where it is more than another class of the wiring."""
    if not isinstance(node, cst.ClassDef):
        return False
    for use in _wiring_in(machine, node, frame):
        bound = frame.meant(use)
        if is_task or bound is None or not isinstance(bound.value, FunctionValue):
            return not _refuse_body(machine, use.node or node)
    return False


def _wiring_in(machine: Machine, node: cst.ClassDef, frame: Frame) -> Iterator[NameUse]:
    """The names of the wiring in the body of a class, which runs when the class is defined."""
    for use in names(node.body):
        bound = None if use.late or use.binds else frame.meant(use)
        of_class = bound is not None and isinstance(bound.value, RemoteValue) and use.members
        if bound is not None and of_wiring(bound.value) and not of_class:
            yield use


def _refuse_body(machine: Machine, node: cst.CSTNode) -> bool:
    machine.refuse(errors.NotStaged(machine.span(node), "the body of a class", "wiring"))
    return False


def _check(machine: Machine, node: cst.FunctionDef | cst.ClassDef) -> None:
    if isinstance(node, cst.FunctionDef) and node.asynchronous is not None:
        reason = "Ray runs no `async def` as a task"
    elif isinstance(node, cst.FunctionDef) and returns_of(node).is_generator:
        reason = "it is a generator, whose values are not there at once"
    else:
        return
    machine.refuse(errors.BadTask(machine.span(node.name), node.name.value, reason))
