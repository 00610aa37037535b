"""`def` and `class`: tasks, and the app's other functions and classes.

At the module's top level they are definitions, whose code is written down when the whole module
is known: names in a function's body mean what they mean at the end. Elsewhere they stay code.
"""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...dialects import Meaning, meaning
from ...frontend.names import names
from ...frontend.signature import returns_of
from ..definitions import describe_definition
from ..frame import Frame
from ..machine import Machine
from ..values import BROKEN, Broken, DialectValue, FunctionValue, TaskValue, of_wiring
from .compound import kept


def define(machine: Machine, node: cst.FunctionDef | cst.ClassDef, frame: Frame) -> None:
    decorator = _task_decorator(machine, node, frame)
    if isinstance(decorator, Broken) or _wires(machine, node, frame):
        frame.bind(node.name.value, BROKEN)
    elif frame.outer is not None and decorator is None:
        kept(machine, node, frame)
    elif frame.outer is not None:
        machine.refuse(errors.LocalTask(machine.span(node.name), node.name.value))
        frame.bind(node.name.value, BROKEN)
    else:
        symbol = frame.define(node.name.value, FunctionValue if decorator is None else TaskValue)
        machine.trees[symbol] = node
        if decorator is not None:
            machine.decorators[symbol] = decorator
            _check(machine, node)
        machine.record.definitions.append(describe_definition(machine, symbol))


def _task_decorator(
    machine: Machine, node: cst.FunctionDef | cst.ClassDef, frame: Frame
) -> cst.Decorator | Broken | None:
    for decorator in node.decorators:
        if not isinstance(decorator.decorator, (cst.Name, cst.Attribute)):
            continue
        value = machine.evaluate(decorator.decorator, frame)
        if isinstance(value, DialectValue):
            if meaning(value.name) is Meaning.TASK:
                return decorator
            machine.refuse_unknown(value, decorator.decorator)
            return Broken()
    return None


def _wires(machine: Machine, node: cst.FunctionDef | cst.ClassDef, frame: Frame) -> bool:
    """Refuses wiring in the body of a class, which runs when the class is defined."""
    if not isinstance(node, cst.ClassDef):
        return False
    for use in names(node.body):
        bound = None if use.late or use.binds else frame.lookup(use.name)
        if bound is not None and of_wiring(bound.value):
            machine.refuse(
                errors.NotStaged(machine.span(use.node or node), "the body of a class", "wiring")
            )
            return True
    return False


def _check(machine: Machine, node: cst.FunctionDef | cst.ClassDef) -> None:
    if isinstance(node, cst.FunctionDef) and node.asynchronous is not None:
        reason = "Ray runs no `async def` as a task"
    elif isinstance(node, cst.FunctionDef) and returns_of(node).is_generator:
        reason = "it is a generator, whose values are not there at once"
    else:
        return
    machine.refuse(errors.BadTask(machine.span(node.name), node.name.value, reason))
