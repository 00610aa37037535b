"""Expressions that stay code: whatever is known inside them, their value is residual.

Nodes must not get into them: code that is not staged could do anything with a node.
"""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import names
from ..frame import Frame
from ..machine import Machine
from ..values import RESIDUAL, Broken, Value, describe, give_up, of_wiring

_CONSTRUCTS: dict[type[cst.BaseExpression], str] = {
    cst.ListComp: "a comprehension",
    cst.SetComp: "a comprehension",
    cst.DictComp: "a comprehension",
    cst.GeneratorExp: "a generator expression",
    cst.Await: "`await`",
    cst.Yield: "`yield`",
    cst.Set: "a set",
}


def opaque(machine: Machine, node: cst.BaseExpression, frame: Frame) -> Value:
    what = _CONSTRUCTS.get(type(node), "this expression")
    for use in names(node):
        bound = frame.meant(use)
        if bound is None:
            continue
        if isinstance(bound.value, Broken):
            return bound.value
        if of_wiring(bound.value) or machine.is_wiring(bound.value):
            span = machine.span(use.node or node)
            return machine.refuse(errors.NotStaged(span, what, describe(bound.value)))
        give_up(bound.value)
    return RESIDUAL
