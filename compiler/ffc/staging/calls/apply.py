"""What a call does, by what is called."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ..forbid import forbid
from ..frame import Frame
from ..intrinsics import create, library, members
from ..machine import Machine
from ..passed import Passed
from ..values import (
    RESIDUAL,
    BoundValue,
    Broken,
    BuiltinValue,
    DialectValue,
    Evaluated,
    FunctionValue,
    MemberValue,
    Object_,
    RemoteValue,
    Residual,
    RunValue,
    TaskValue,
    Value,
    give_up,
)
from . import builtins, functions
from .special import method


def apply(
    machine: Machine,
    callee: Value,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """The value of a call of `callee`; `node` is where the app calls it."""
    done: Value | None = None
    match callee:
        case Broken():
            return callee
        case TaskValue():
            return create.node(machine, callee, arguments, node, frame)
        case RemoteValue():
            return create.node(machine, TaskValue(callee.definition), arguments, node, frame)
        case DialectValue():
            return library.call(machine, callee, arguments, node, frame)
        case BoundValue():
            machine.direct = 0
            return apply(machine, callee.function, _prepended(callee, arguments), node, frame)
        case MemberValue():
            done = members.call(machine, callee, arguments, node, frame)
        case BuiltinValue():
            done = builtins.call(machine, callee, arguments, node, frame)
        case Object_():
            done = _called(machine, callee, arguments, node, frame)
        case FunctionValue():
            done = functions.call(machine, callee, arguments, node, frame)
    return done or forbid(machine, node.func, callee, "a call") or _kept(machine, arguments, node)


def _called(
    machine: Machine,
    callee: Object_,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value | None:
    """`object(…)` calls its `__call__`."""
    found = method(machine, callee, "__call__")
    if found is None:
        return None
    this = Evaluated(callee, machine.code(node.func, frame), machine.span(node.func))
    return apply(machine, BoundValue(found, (this,)), arguments, node, frame)


def _prepended(callee: BoundValue, arguments: Sequence[Passed]) -> list[Passed]:
    """The arguments with those that the value holds already."""
    held = [Passed(None, "", one, one_node(arguments), None) for one in callee.arguments]
    given = {argument.keyword: argument for argument in arguments}
    named = [
        given.get(name) or Passed(name, "", one, one_node(arguments), None)
        for name, one in callee.keywords
    ]
    first = {name for name, _ in callee.keywords}
    rest = [argument for argument in arguments if argument.keyword not in first]
    positional = [argument for argument in rest if argument.keyword is None]
    return [*held, *positional, *named, *(a for a in rest if a.keyword is not None)]


def one_node(arguments: Sequence[Passed]) -> cst.BaseExpression | None:
    """Where arguments stand that the call itself does not write."""
    return arguments[0].node if arguments else None


def _kept(machine: Machine, arguments: Sequence[Passed], node: cst.Call) -> Value:
    """A call that stays code."""
    name = name_of(node.func)
    where = f"a call of `{name}`" if name else "a call"
    broken: Value | None = None
    for argument in arguments:
        value = argument.value.value
        broken = forbid(machine, argument.node or node, value, where) or broken
        if name != "print":
            give_up(value)
        elif isinstance(value, (Residual, RunValue)):
            machine.doubts += 1
    return broken or RESIDUAL


def name_of(function: cst.BaseExpression) -> str:
    """The text of a dotted name, empty for other expressions."""
    if isinstance(function, cst.Name):
        return function.value
    if isinstance(function, cst.Attribute):
        owner = name_of(function.value)
        return f"{owner}.{function.attr.value}" if owner else function.attr.value
    return ""
