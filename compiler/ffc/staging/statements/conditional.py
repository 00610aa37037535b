"""`if`: decided where the condition is known, kept where it is not about the wiring."""

from __future__ import annotations

import libcst as cst

from ...diagnostics.staging.residual_condition import ResidualCondition
from ..expressions.operators import truth
from ..frame import Frame
from ..machine import Machine
from ..values import Broken, Known, Value
from .compound import keep_compound, wiring_in


def conditional(machine: Machine, node: cst.If, frame: Frame) -> Value | None:
    decided = truth(machine, node.test, machine.evaluate(node.test, frame))
    if isinstance(decided, Broken):
        return None
    if isinstance(decided, Known):
        return _branch(machine, node, bool(decided.value), frame)
    found = wiring_in(machine, node, frame)
    if found is not None:
        machine.refuse(ResidualCondition(machine.span(node.test), machine.span(found)))
        return None
    keep_compound(machine, node, frame)
    return None


def _branch(machine: Machine, node: cst.If, taken: bool, frame: Frame) -> Value | None:
    if taken:
        return machine.execute(statements(node.body), frame)
    if isinstance(node.orelse, cst.If):
        return conditional(machine, node.orelse, frame)
    return None if node.orelse is None else machine.execute(statements(node.orelse.body), frame)


def statements(suite: cst.BaseSuite) -> list[cst.BaseStatement]:
    """The statements of a block, written below it or behind its colon."""
    if isinstance(suite, cst.SimpleStatementSuite):
        return [cst.SimpleStatementLine(body=suite.body)]
    return list(suite.body)  # type: ignore[arg-type]
