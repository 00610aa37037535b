"""Calls of generator functions: their bodies are staged as something goes through them."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ..blocks import block
from ..iterators import Iterator_
from ..machine import Machine
from ..passed import Passed
from ..steps import Steps
from ..steps.generators import resumed, stepwise
from ..values import BROKEN, FunctionValue, Residual, Value
from .frames import frame_of, unstaged
from .parameters import bind_parameters


def generator(
    machine: Machine,
    function: FunctionValue,
    tree: cst.FunctionDef,
    arguments: Sequence[Passed],
    node: cst.Call,
    wired: bool,
) -> Value | None:
    """What the call of a generator function gives; its body is staged as it is gone through."""
    what = unstaged(tree, arguments)
    if not wired and (what or any(isinstance(a.value.value, Residual) for a in arguments)):
        return None
    if what:
        return machine.refuse(errors.NotStaged(machine.span(node), what, "wiring"))
    inner = frame_of(machine, function, tree)

    def bound() -> bool:
        return bind_parameters(machine, function, tree, arguments, inner, node)

    def steps() -> Steps:
        if not wired and not bound():
            return BROKEN
        return (yield from stepwise(machine, block(tree.body), inner))

    if wired and not bound():
        return BROKEN
    span = machine.span(node)
    return Iterator_(resumed(machine, steps(), span), machine.trail, span, wired=wired)
