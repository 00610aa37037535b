"""`return`, `pass` and the other one-line statements."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import names
from ...ir import Effect, text
from ..effects import effect_of
from ..forbid import forbid
from ..frame import Frame
from ..jumps import How, Stays, note_exit
from ..keep import keep
from ..kept.returning import bind_result
from ..machine import Machine, Returned
from ..raising import Error_, Raised, Unsure
from ..truth import truth
from ..values import (
    RESIDUAL,
    Broken,
    BuiltinValue,
    FunctionValue,
    Jump,
    Known,
    ManyValue,
    RefValue,
    Residual,
    Value,
    describe,
    give_up,
    of_wiring,
)

_ATOMS = (cst.Name, cst.Call, cst.Attribute, cst.Subscript, cst.SimpleString, cst.Integer)


def returned(machine: Machine, node: cst.Return, frame: Frame) -> Value | None:
    """The value goes to the call that is being staged."""
    loop = frame.loops[-1] if frame.loops else None
    if loop is not None and loop.how is How.UNROLLED and loop.conditions:
        raise Stays(loop)
    value = _value(machine, node, frame)
    if loop is None or not loop.returns or isinstance(value, Broken):
        return value
    bind_result(machine, frame, value, node)
    note_exit(machine, frame)
    jump = cst.SimpleStatementLine(body=[cst.Break()]).body[0]
    keep(machine, frame, machine.stand_in(jump, node), effect=Effect.OBSERVABLE, jumps=True)
    return Jump("break")


def _value(machine: Machine, node: cst.Return, frame: Frame) -> Value:
    if node.value is None:
        machine.returned = Returned(text("None"), True, Effect.NONE)
        return Known(None)
    value = machine.evaluate_bare(node.value, frame)
    is_atom = isinstance(node.value, _ATOMS)
    code, effect = machine.code(node.value, frame), effect_of(node.value, machine, frame)
    source = machine.source(node.value, frame) if machine.tracks else code
    machine.returned = Returned(code, is_atom, effect, source)
    return value


def nothing(machine: Machine, node: cst.BaseSmallStatement, frame: Frame) -> None:
    """Statements that say something to Python alone."""


def kept(machine: Machine, node: cst.BaseSmallStatement, frame: Frame) -> None:
    """`assert`, `del`, `raise` and so on, about anything but the wiring."""
    what = f"`{type(node).__name__.lower()}`"
    for use in names(node):
        bound = frame.meant(use)
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
    if machine.guarded:
        _raise(machine, node, frame)
    for part in (node.exc, node.cause.item if node.cause is not None else None):
        if part is not None and forbid(machine, part, machine.evaluate(part, frame), "`raise`"):
            return
    keep(machine, frame, node, effect=Effect.ANY)


def _is_there(node: cst.Assert, frame: Frame) -> bool:
    """Whether variables of the driver hold all of the wiring that it names."""
    values = [bound.value for use in names(node) if (bound := frame.meant(use)) is not None]
    return all(isinstance(one, (RefValue, ManyValue)) for one in values if of_wiring(one))


def _raise(machine: Machine, node: cst.Raise, frame: Frame) -> None:
    """Raises what a staged `try` may catch."""
    if node.exc is None:
        raise machine.handling[-1] if machine.handling else Unsure
    given = machine.evaluate(node.exc, frame)
    if isinstance(given, (BuiltinValue, FunctionValue)):
        given = machine.apply(given, (), machine.call_at(node), frame)
    if not isinstance(given, Error_):
        raise Unsure
    raise Raised(given, machine.span(node))


def asserted(machine: Machine, node: cst.Assert, frame: Frame) -> None:
    """An assertion about the wiring is settled here, any other stays."""
    wired = machine.touches(node, frame)
    decided = truth(machine, node.test, machine.evaluate(node.test, frame))
    if not wired and not (machine.guarded and decided == Known(False)):
        if decided == Known(True) and machine.trail.attempts:
            return
        if decided == Known(True):
            keep(machine, frame, node, effect=Effect.OBSERVABLE)
        else:
            kept(machine, node, frame)
    elif isinstance(decided, Known) and not decided.value:
        if machine.guarded:
            raise Raised(Error_(AssertionError), machine.span(node))
        machine.refuse(errors.FailedAssertion(machine.span(node)))
    elif isinstance(decided, Residual) and _is_there(node, frame):
        keep(machine, frame, node, effect=Effect.OBSERVABLE)
    elif not isinstance(decided, (Known, Broken)):
        machine.refuse(errors.NotStaged(machine.span(node), "`assert`", "wiring"))
