"""The fields of a dataclass or a named tuple, filled by the call that makes the object."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import Parameter
from ...ir.signature import bind
from ..classes import Class
from ..frame import Frame
from ..machine import Machine
from ..passed import Passed
from ..values import BoundValue, Broken, Evaluated, Known, Object_


def fill_fields(
    machine: Machine,
    cls: Class,
    made: Object_,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> bool:
    """Gives the object its fields; whether the arguments fit."""
    fields = cls.fields()
    signature = [
        Parameter(name, "*" if field.by_keyword else "", required=field.is_required)
        for name, field in fields.items()
        if field.is_parameter
    ]
    bound = bind(signature, [argument.keyword for argument in arguments])
    if bound.problem:
        names = tuple(parameter.name for parameter in signature)
        machine.refuse(errors.WrongCall(machine.span(node), cls.symbol.name, bound.problem, names))
        return False
    for name, field in fields.items():
        if name in bound.values:
            made.fields[name] = arguments[bound.values[name]].value
        elif field.factory is not None:
            value = machine.apply(field.factory, (), machine.call_at(node), frame)
            made.fields[name] = Evaluated(value, machine.written(value), machine.span(node))
        elif field.default is not None:
            made.fields[name] = field.default
    after = cls.find("__post_init__")
    if after is None:
        return True
    this = Evaluated(made, machine.written(Known(None)), machine.span(node))
    call = BoundValue(after.value, (this,))
    return not isinstance(machine.apply(call, (), machine.call_at(node), frame), Broken)
