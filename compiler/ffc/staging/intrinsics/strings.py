"""Methods of known strings."""

from __future__ import annotations

import libcst as cst

from .. import known
from ..arguments import passed
from ..expressions.opaque import forbid
from ..frame import Frame
from ..machine import Machine
from ..values import RESIDUAL, Known, MemberValue, Value, to_python


def call(machine: Machine, member: MemberValue, node: cst.Call, frame: Frame) -> Value:
    """`string.method(…)`: worked out where the arguments are known."""
    assert isinstance(member.owner, Known)
    arguments = passed(machine, node, frame)
    for argument in arguments:
        refused = forbid(machine, argument.node, argument.value.value, f"`str.{member.name}`")
        if refused is not None:
            return refused
    if any(argument.keyword or argument.star for argument in arguments):
        return RESIDUAL
    values = [to_python(argument.value.value) for argument in arguments]
    found = known.string_method(str(member.owner.value), member.name, values)
    return RESIDUAL if found is None else known.from_python(found, machine.span(node))
