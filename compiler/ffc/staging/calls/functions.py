"""Calls of the app's own functions.

One that makes nodes, or gets them, is staged in place at each call:

def build(kind):                       points = load.remote("moons")
    points = load(kind)         →
    return points
build("moons")

Any other stays a call. Where its arguments are known it is worked out as well: wiring may depend on
what it gives.
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.signature import returns_of
from ...ir import Effect, Fragment, RefUse, SymbolUse, join, text
from ..blocks import block
from ..effects import effect_of
from ..frame import Frame
from ..keep import keep_once
from ..machine import DEEPEST, Machine, Returned
from ..passed import Passed
from ..values import (
    BROKEN,
    RESIDUAL,
    Broken,
    Evaluated,
    FunctionValue,
    Known,
    Residual,
    Value,
    of_wiring,
)
from . import objects
from .classes import class_of
from .frames import frame_of, unstaged
from .generators import generator
from .in_call import in_call
from .parameters import bind_parameters
from .pure import worked_out
from .unfollowed import unfollowed


def call(
    machine: Machine,
    function: FunctionValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value | None:
    """The value of the call; None where it is not known and the call stays."""
    if any(isinstance(argument.value.value, Broken) for argument in arguments):
        return BROKEN
    if class_of(machine, function) is not None:
        return objects.make(machine, function, arguments, node, frame)
    wired = machine.is_wiring(function) or any(_wires(machine, one) for one in arguments)
    tree = machine.trees[function.definition]
    if isinstance(tree, cst.FunctionDef) and returns_of(tree).is_generator:
        return generator(machine, function, tree, arguments, node, wired)
    if wired:
        return inline(machine, function, arguments, node, frame)
    value: Value | None = None
    if not any(isinstance(one.value.value, Residual) or one.star for one in arguments):
        value = worked_out(
            machine,
            lambda: inline(machine, function, arguments, node, frame),
            [one.value.value for one in arguments],
            machine.span(node),
            frame,
        )
    if value is None:
        unfollowed(machine, function)
    if machine.altered and machine.apart and not machine.trail.attempts:
        _stands_alone(machine, function, value, node, frame)
    return value


def _stands_alone(
    machine: Machine, function: FunctionValue, value: Value | None, node: cst.Call, frame: Frame
) -> None:
    """A call that changes variables stays where it is, a variable for what it gives."""
    effect = machine.effect_of_call(function) if value is None else Effect.NONE
    code, source = machine.code(node, frame), machine.source(node, frame)
    given = Evaluated(value or RESIDUAL, code, machine.span(node), source)
    name = function.definition.name.strip("<>")
    code = keep_once(machine, frame, name, given, always=True, effect=effect)
    frame.replaced[id(node)] = frame.made[id(node)] = code


def _wires(machine: Machine, argument: Passed) -> bool:
    return of_wiring(argument.value.value) or machine.is_wiring(argument.value.value)


def inline(
    machine: Machine,
    function: FunctionValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """Stages the body of `function`; gives what it returns."""
    tree = machine.trees[function.definition]
    if isinstance(tree, cst.ClassDef):
        what = "a class whose bases, decorators or body ffc does not follow"
        return machine.refuse(errors.NotStaged(machine.span(node), what, "wiring"))
    what = unstaged(tree, arguments)
    if what:
        return machine.refuse(errors.NotStaged(machine.span(node), what, "wiring"))
    if machine.depth >= DEEPEST:
        return machine.stop(errors.TooDeepCalls(machine.span(node), DEEPEST))
    bare = machine.bare == id(node)
    inner = frame_of(machine, function, tree)
    inner.hint = machine.hint if machine.hinted == id(node) else ""
    gap = machine.record.layout.own
    if not bind_parameters(machine, function, tree, arguments, inner, node):
        return BROKEN
    machine.depth += 1
    with in_call(machine.record, function.definition, tree, inner, gap):
        value, returned = _body(machine, tree, inner)
    machine.depth -= 1
    if machine.stopped:
        return BROKEN
    frame.replaced[id(node)] = _enclosed(returned.code, bare or returned.is_atom)
    frame.made[id(node)] = _enclosed(returned.source or returned.code, bare or returned.is_atom)
    frame.effects[id(node)] = returned.effect
    return value


def _enclosed(code: Fragment, is_atom: bool) -> Fragment:
    match code.parts:
        case [one] if not isinstance(one, str):
            return code
        case ["(", str() | SymbolUse() | RefUse(), ")"]:
            return code
    return code if is_atom else join(text("("), code, text(")"))


def _body(
    machine: Machine, tree: cst.FunctionDef | cst.Lambda, inner: Frame
) -> tuple[Value, Returned]:
    """What the body gives, and the code of it."""
    if isinstance(tree, cst.Lambda):
        given = machine.evaluated(tree.body, inner)
        return given.value, Returned(
            given.code, False, effect_of(tree.body, machine, inner), given.source
        )
    statements = block(tree.body)
    machine.record.paragraph = len(statements) > 1
    machine.returned = None
    value = machine.execute(statements, inner)
    machine.record.paragraph = len(statements) > 1
    returned, machine.returned = machine.returned, None
    if returned is None:
        returned = Returned(text("None"), True, Effect.NONE)
    return Known(None) if value is None else value, returned
