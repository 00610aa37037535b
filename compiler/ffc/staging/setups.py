"""The functions that plugins call in workers: whether they can be, and their code."""

from __future__ import annotations

import libcst as cst

from ..diagnostics import plugins as errors
from ..frontend.signature import describe_function
from ..ir import Fragment
from ..ir.literal import literal
from ..ir.signature import bind
from .frame import Frame
from .keep import keep_once
from .machine import Machine
from .values import (
    BoundValue,
    Broken,
    BuiltinValue,
    Evaluated,
    FunctionValue,
    Residual,
    TaskValue,
    Value,
    describe,
    of_wiring,
    to_python,
)


def setup_function(
    machine: Machine, given: Evaluated, arguments: int, frame: Frame
) -> Fragment | None:
    """The code for a function that gets so many arguments; None where it was refused."""
    if isinstance(given.value, Broken):
        return None
    reason = _not_callable(machine, given.value, arguments)
    if reason:
        machine.refuse(errors.WrongSetup(given.span, reason))
        return None
    if _is_made_anywhere(machine, given.value):
        return given.code
    return keep_once(machine, frame, "setup", given)


def _is_made_anywhere(machine: Machine, value: Value) -> bool:
    """Whether workers may make it as well: a lambda, or a function with known arguments."""
    if isinstance(value, BoundValue):
        given = [*value.arguments, *(one for _, one in value.keywords)]
        return all(literal(to_python(one.value)) is not None for one in given)
    if not isinstance(value, FunctionValue):
        return False
    return isinstance(machine.trees.get(value.definition), cst.Lambda)


def _not_callable(machine: Machine, value: Value, arguments: int) -> str:
    if isinstance(value, TaskValue):
        return "a task makes a node when it is called; a plugin calls a plain function"
    if of_wiring(value):
        return f"{describe(value)} is not there in workers"
    if not isinstance(value, FunctionValue):
        may_be = isinstance(value, (Residual, BoundValue, BuiltinValue))
        return "" if may_be else "it is no function"
    tree = machine.trees.get(value.definition)
    if not isinstance(tree, (cst.FunctionDef, cst.Lambda)):
        return ""
    home = machine.homes[value.definition].parsed or machine.module
    decorators = 0 if isinstance(tree, cst.Lambda) else len(tree.decorators)
    found = describe_function(home, tree, decorators)
    if found.is_async:
        return "it is `async`, so that a call of it does nothing by itself"
    if found.is_generator:
        return "it is a generator, so that a call of it does nothing by itself"
    if found.parameters is None or not bind(found.parameters, [None] * arguments).problem:
        return ""
    return "it is called without arguments" if not arguments else "it is called with the seed alone"
