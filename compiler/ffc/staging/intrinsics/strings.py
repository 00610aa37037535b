"""Methods of known strings."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from .. import known
from ..forbid import forbid
from ..iteration import gathered
from ..machine import Machine
from ..passed import Passed
from ..values import RESIDUAL, Known, MemberValue, Value, to_python


def call(
    machine: Machine, member: MemberValue, arguments: Sequence[Passed], node: cst.Call
) -> Value:
    """`string.method(…)`: worked out where the arguments are known."""
    assert isinstance(member.owner, Known)
    for argument in arguments:
        refused = forbid(
            machine, argument.node or node, argument.value.value, f"`str.{member.name}`"
        )
        if refused is not None:
            return refused
    if any(argument.star for argument in arguments):
        return RESIDUAL
    values = [to_python(gathered(one.value)) for one in arguments if one.keyword is None]
    named = {one.keyword: to_python(one.value.value) for one in arguments if one.keyword}
    found = known.string_method(str(member.owner.value), member.name, values, named)
    return RESIDUAL if found is None else known.from_python(found, machine.span(node))
