"""`def` and `class`: tasks, and the app's other functions and classes.

At the module's top level they are definitions, whose code is written down when the whole module
is known: names in a function's body mean what they mean at the end. Elsewhere they stay code.
"""

from __future__ import annotations

import libcst as cst

from ...diagnostics.staging.bad_task import BadTask
from ...diagnostics.staging.local_task import LocalTask
from ...dialects import Meaning, meaning
from ..definitions import describe_definition
from ..frame import Frame
from ..machine import Machine
from ..values import BROKEN, DialectValue, FunctionValue, TaskValue
from .compound import kept


def define(machine: Machine, node: cst.FunctionDef | cst.ClassDef, frame: Frame) -> None:
    decorator = _task_decorator(machine, node, frame)
    if frame.outer is not None and decorator is None:
        kept(machine, node, frame)
    elif frame.outer is not None:
        machine.refuse(LocalTask(machine.span(node.name), node.name.value))
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
) -> cst.Decorator | None:
    for decorator in node.decorators:
        if not isinstance(decorator.decorator, (cst.Name, cst.Attribute)):
            continue
        value = machine.evaluate(decorator.decorator, frame)
        if isinstance(value, DialectValue):
            if meaning(value.name) is Meaning.TASK:
                return decorator
            machine.refuse_unknown(value, decorator.decorator)
    return None


def _check(machine: Machine, node: cst.FunctionDef | cst.ClassDef) -> None:
    if isinstance(node, cst.FunctionDef) and node.asynchronous is not None:
        reason = "Ray runs no `async def` as a task"
        machine.refuse(BadTask(machine.span(node.name), node.name.value, reason))
