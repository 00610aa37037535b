"""Tests that staging decides: what they change besides, the driver changes too.

if names.pop():             names.pop()
    load(names[0])     →    load.remote(names[0])
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from ..ir import Effect, Symbol
from .effects import effect_of
from .frame import Frame
from .keep import keep
from .machine import Machine
from .truth import truth
from .values import Known, Value, of_wiring

_OPERATIONS = (cst.Comparison, cst.ComparisonTarget, cst.UnaryOperation, cst.BinaryOperation)


@dataclass(frozen=True)
class Test:
    """What a test gives, whether it holds, and the variables whose values it changes."""

    node: cst.BaseExpression
    value: Value
    holds: Value
    changes: tuple[Symbol, ...] = ()


def tested(machine: Machine, node: cst.BaseExpression, frame: Frame) -> Test:
    """The test, evaluated."""
    start, before = machine.trail.begin(attempt=False), dict(machine.altered.rebinds)
    try:
        value = machine.evaluate(node, frame)
        holds = truth(machine, node, value)
        if not isinstance(holds, Known) or machine.trail.attempts:
            return Test(node, value, holds)
        owners = [one for one in machine.trail.containers(start) if not of_wiring(one)]
    finally:
        machine.trail.keep(attempt=False)
    changes = [symbol for owner in owners for symbol in machine.names_of(frame, owner)]
    changes += [symbol for symbol in machine.altered.rebinds if symbol not in before]
    return Test(node, value, holds, tuple(changes))


def keep_changes(machine: Machine, test: Test, frame: Frame) -> bool:
    """Keeps of a decided test, which is not in the driver, what changes variables there, if any."""
    if not test.changes:
        return False
    for part in _changing(machine, test.node, frame):
        statement = machine.stand_in(cst.Expr(part), test.node)
        keep(machine, frame, statement, changes=test.changes, effect=Effect.NONE)
    return True


def _changing(machine: Machine, node: cst.CSTNode, frame: Frame) -> Iterator[cst.BaseExpression]:
    """The parts that do something, without the operators around them."""
    if effect_of(node, machine, frame) is Effect.NONE:
        return
    if isinstance(node, _OPERATIONS):
        for part in node.children:
            yield from _changing(machine, part, frame)
    elif isinstance(node, cst.BaseExpression) and not machine.touches(node, frame):
        yield node
