"""`with` around wiring, where what the managers do is known: it is staged in place.

with Scope("europe") as europe:          what `__enter__` does, the block, what `__exit__` does
    europe.add(load("bern"))
"""

from __future__ import annotations

import libcst as cst

from ...ir import text
from ..binding import bind_targets
from ..blocks import block
from ..calls.special import call_method
from ..frame import Frame
from ..iterators import Manager_
from ..machine import Machine
from ..raising import Raised, Unsure
from ..truth import truth
from ..values import (
    RESIDUAL,
    Broken,
    BuiltinValue,
    Evaluated,
    Known,
    Object_,
    Residual,
    Value,
)
from . import Run, Steps
from .trying import guarded


def with_steps(machine: Machine, node: cst.With, frame: Frame, run: Run, index: int = 0) -> Steps:
    """The statement from its manager `index` on."""
    if index == len(node.items):
        return (yield from run(block(node.body)))
    item = node.items[index]
    altered = bool(machine.altered)
    manager = machine.evaluated(item.item, frame)
    if isinstance(item.item, cst.Call) and bool(machine.altered) is altered:
        manager = _made(machine, item, manager, frame)
    entered = _enter(machine, item, manager, frame)
    if item.asname is not None:
        bind_targets(machine, frame, item.asname.name, entered, node)
    doubts = machine.doubts
    try:
        left = yield from guarded(machine, with_steps(machine, node, frame, run, index + 1))
    except Raised as raised:
        if not _exit(machine, item, manager, raised, frame):
            raise
        return None
    before = len(machine.record.statements)
    _exit(machine, item, manager, None, frame)
    if machine.doubts > doubts and machine.record.does_something(before):
        raise Unsure  # it would have to be done as well if the driver fails
    return left


def _made(machine: Machine, item: cst.WithItem, manager: Evaluated, frame: Frame) -> Evaluated:
    """An object that is made for the block and only keeps account of it is not in the driver."""
    value = manager.value
    if not isinstance(value, Object_) or value.staged or machine.trail.attempts:
        return manager
    unnamed = Evaluated(value, text("None"), manager.span)
    start = machine.trail.begin(attempt=False)
    entered = call_method(machine, unnamed, "__enter__", [], item, frame)
    machine.trail.back(start, attempt=False)
    value.staged = entered is not None and not machine.names_of(frame, value)
    return unnamed if value.staged else manager


def _enter(machine: Machine, item: cst.WithItem, manager: Evaluated, frame: Frame) -> Evaluated:
    value: Value | None = None
    if isinstance(manager.value, Broken):
        return manager
    if isinstance(manager.value, Manager_):
        return manager.value.enter()
    if isinstance(manager.value, Object_):
        value = call_method(machine, manager, "__enter__", [], item, frame)
    if value is None or isinstance(value, Residual):
        raise Unsure
    if value is manager.value:
        return manager
    code = frame.replaced.pop(id(item), None) or machine.written(value)
    return Evaluated(value, code, manager.span)


def _exit(
    machine: Machine, item: cst.WithItem, manager: Evaluated, raised: Raised | None, frame: Frame
) -> bool:
    """Does what the manager does at the end; whether it keeps the exception from going on."""
    if isinstance(manager.value, Manager_):
        return manager.value.exit(raised)
    if isinstance(manager.value, Broken):
        return False
    values: list[Value] = [Known(None)] * 3
    if raised is not None:
        error = raised.error
        values = [BuiltinValue(error.kind.__name__), error, RESIDUAL]
        if error.cls is not None:
            raise Unsure
    given = [Evaluated(value, text("None"), manager.span) for value in values]
    value = call_method(machine, manager, "__exit__", given, item, frame)
    decided = truth(machine, item, value) if value is not None else RESIDUAL
    if raised is None and value is not None and not isinstance(value, Residual):
        return False
    if not isinstance(decided, Known):
        raise Unsure
    return bool(decided.value)
