"""Objects of the app's own classes: their making.

@dataclass
class Model:                           a known object, whose fields are known; the call stays code
    name: str                 →
    rate: float
Model("slow", 0.1)

The object of a class whose methods make nodes is not there in the driver: its methods are staged.
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ..classes import Class
from ..frame import Frame
from ..machine import Machine
from ..passed import Passed
from ..raising import Error_
from ..values import (
    BROKEN,
    RESIDUAL,
    BoundValue,
    Broken,
    Evaluated,
    FunctionValue,
    Known,
    Member,
    Object_,
    Residual,
    Value,
    of_wiring,
)
from .classes import class_of
from .fields import fill_fields
from .pure import worked_out


def make(
    machine: Machine,
    function: FunctionValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value | None:
    """The object that a call of the class makes; None where it stays code and is not known."""
    cls = class_of(machine, function)
    if cls is None:
        return None
    if cls.is_enum:
        return _member(cls, arguments)
    if cls.error is not None:
        return _error(machine, cls, arguments, node, frame) if machine.guarded else None
    if of_wiring(function) or any(of_wiring(one.value.value) for one in arguments):
        return made_object(machine, cls, arguments, node, frame, staged=True)
    if any(isinstance(one.value.value, Residual) or one.star for one in arguments):
        return None
    return worked_out(
        machine,
        lambda: made_object(machine, cls, arguments, node, frame, staged=False),
        [one.value.value for one in arguments],
        machine.span(node),
        frame,
    )


def _error(
    machine: Machine,
    cls: Class,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """An exception of the app's own."""
    assert cls.error is not None
    this = Object_(cls.symbol, staged=True, of=cls)
    if cls.find("__init__") is not None:
        made = made_object(machine, cls, arguments, node, frame, staged=True)
        if not isinstance(made, Object_):
            return made
        this = made
    given = tuple(one.value for one in arguments if one.keyword is None)
    return Error_(cls.error, given, cls, this)


def _member(cls: Class, arguments: Sequence[Passed]) -> Value | None:
    """`Kind("moons")`."""
    wanted = arguments[0].value.value if len(arguments) == 1 else RESIDUAL
    for held in cls.members.values():
        member = held.value.value if isinstance(held.value, Known) else None
        if isinstance(member, Member) and (held.value == wanted or Known(member.value) == wanted):
            return held.value
    return None


def made_object(
    machine: Machine,
    cls: Class,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
    staged: bool,
) -> Value:
    """The object that a call of the class makes."""
    made = Object_(
        cls.symbol,
        staged=staged,
        is_frozen=cls.is_frozen,
        is_tuple=cls.is_tuple,
        of=cls,
    )
    init = cls.find("__init__")
    if init is not None:
        this = Evaluated(made, machine.written(Known(None)), machine.span(node))
        call = machine.call_at(node)
        done = machine.apply(BoundValue(init.value, (this,)), arguments, call, frame)
        return BROKEN if isinstance(done, Broken) else made
    if not (cls.is_dataclass or cls.is_tuple or any(one.is_dataclass for one in cls.order)):
        if not arguments:
            return made
        reason = f"it takes no arguments, {len(arguments)} are given"
        return machine.refuse(errors.WrongCall(machine.span(node), cls.symbol.name, reason, ()))
    if not fill_fields(machine, cls, made, arguments, node, frame):
        return BROKEN
    return made
