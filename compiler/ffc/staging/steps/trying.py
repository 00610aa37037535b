"""`try`, where all that may be raised in it is known: what happens is staged in place."""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from ..blocks import block
from ..calls.classes import class_of
from ..frame import Frame
from ..machine import Machine
from ..raising import BUILTIN, Error_, Raised, Unsure
from ..settle import settle_one
from ..values import (
    BuiltinValue,
    Evaluated,
    FunctionValue,
    Jump,
    Sequence_,
    Value,
)
from . import Run, Steps


def try_steps(machine: Machine, node: cst.Try, frame: Frame, run: Run) -> Steps:
    """The whole statement; what it leaves the block with."""
    raised: Raised | None = None
    left: Value | None = None
    doubts = machine.doubts
    try:
        left = yield from guarded(machine, _caught(machine, node, frame, run))
    except Raised as found:
        raised = found
    if node.finalbody is not None:
        _fix_returned(machine, left, frame)
        returned, before = machine.returned, len(machine.record.statements)
        over = yield from run(block(node.finalbody.body))
        if over is not None:
            return over
        machine.returned = returned
        if machine.doubts > doubts and machine.record.does_something(before):
            raise Unsure
    if raised is not None:
        raise raised
    return left


def guarded(machine: Machine, steps: Steps) -> Steps:
    """The steps, in which what fails raises; where it is caught, calls and loops are left."""
    depth, path = machine.depth, len(machine.record.path)
    machine.guarded += 1
    try:
        return (yield from steps)
    except Raised:
        machine.depth = depth
        while len(machine.record.path) > path:
            machine.record.leave(early=True)
        raise
    finally:
        machine.guarded -= 1


def _caught(machine: Machine, node: cst.Try, frame: Frame, run: Run) -> Steps:
    """All but what is done finally."""
    doubts = machine.doubts
    try:
        left = yield from guarded(machine, run(block(node.body)))
    except Raised as raised:
        handler = _handler(machine, node, raised, frame)
        if handler is None:
            raise
        return (yield from _handled(machine, handler, raised, frame, run))
    if node.handlers and machine.doubts > doubts:
        raise Unsure  # in the driver, a statement of the block may raise
    if left is None and node.orelse is not None:
        return (yield from run(block(node.orelse.body)))
    return left


def _handler(
    machine: Machine, node: cst.Try, raised: Raised, frame: Frame
) -> cst.ExceptHandler | None:
    """The first handler for what was raised."""
    for handler in node.handlers:
        if handler.type is None or catches(machine, handler.type, raised.error, frame):
            return handler
    return None


def catches(machine: Machine, expression: cst.BaseExpression, error: Error_, frame: Frame) -> bool:
    """Whether the exception is one of those that the expression names."""
    asked = machine.evaluate(expression, frame)
    kinds = [one.value for one in asked.items] if isinstance(asked, Sequence_) else [asked]
    return any(is_kind(machine, error, kind) for kind in kinds)


def is_kind(machine: Machine, error: Error_, kind: Value) -> bool:
    """Whether the exception is one of that kind."""
    if isinstance(kind, BuiltinValue) and kind.name in BUILTIN:
        return issubclass(error.kind, BUILTIN[kind.name])
    cls = class_of(machine, kind) if isinstance(kind, FunctionValue) else None
    if cls is None or cls.error is None:
        raise Unsure
    return error.cls is not None and cls in error.cls.order


def _handled(
    machine: Machine,
    handler: cst.ExceptHandler,
    raised: Raised,
    frame: Frame,
    run: Run,
) -> Steps:
    name = handler.name.name if handler.name is not None else None
    if isinstance(name, cst.Name):
        frame.bind(name.value, raised.error)
    machine.handling.append(raised)
    try:
        return (yield from run(block(handler.body)))
    finally:
        machine.handling.pop()
        if isinstance(name, cst.Name) and frame.lookup(name.value) is not None:
            frame.home(name.value).remove(name.value)


def _fix_returned(machine: Machine, left: Value | None, frame: Frame) -> None:
    """What is returned is computed before what is done finally."""
    if left is None or isinstance(left, Jump) or machine.returned is None:
        return
    given = Evaluated(left, machine.returned.code, machine.span(cst.Name("_")))
    code = settle_one(machine, frame, "result", given).code
    machine.returned = replace(machine.returned, code=code, is_atom=True)
