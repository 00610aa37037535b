"""`return`, `pass` and the other one-line statements."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import names
from ...ir import Effect, text
from ..effects import effect_of
from ..expressions.opaque import forbid
from ..frame import Frame
from ..keep import keep
from ..machine import Machine, Returned
from ..values import RESIDUAL, Known, Value, describe, give_up, of_wiring

_ATOMS = (cst.Name, cst.Call, cst.Attribute, cst.Subscript, cst.SimpleString, cst.Integer)


def returned(machine: Machine, node: cst.Return, frame: Frame) -> Value | None:
    """The value goes to the call that is being staged."""
    if node.value is None:
        machine.returned = Returned(text("None"), True, Effect.NONE)
        return Known(None)
    value = machine.evaluate_bare(node.value, frame)
    is_atom = isinstance(node.value, _ATOMS)
    code, effect = machine.code(node.value, frame), effect_of(node.value, machine, frame)
    machine.returned = Returned(code, is_atom, effect)
    return value


def nothing(machine: Machine, node: cst.BaseSmallStatement, frame: Frame) -> None:
    """Statements that say something to Python alone."""


def kept(machine: Machine, node: cst.BaseSmallStatement, frame: Frame) -> None:
    """`assert`, `del`, `raise` and so on, about anything but the wiring."""
    what = f"`{type(node).__name__.lower()}`"
    for use in names(node):
        bound = frame.lookup(use.name)
        if bound is None:
            continue
        if of_wiring(bound.value) or machine.is_wiring(bound.value):
            place = machine.span(use.node or node)
            machine.refuse(errors.NotStaged(place, what, describe(bound.value)))
            return
        give_up(bound.value)
    keep(machine, frame, node, [(use.name, RESIDUAL) for use in names(node) if use.binds])


def raised(machine: Machine, node: cst.Raise, frame: Frame) -> None:
    """`raise SystemExit(main())` runs what `main` does."""
    for part in (node.exc, node.cause.item if node.cause is not None else None):
        if part is not None and forbid(machine, part, machine.evaluate(part, frame), "`raise`"):
            return
    keep(machine, frame, node, effect=Effect.ANY)
