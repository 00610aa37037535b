"""`step.bind("out", a, "other", b)`: which outputs of which nodes come into a step.

out = add.bind("out", tensors)
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...ir import UNKNOWN, Argument, Ref, RefUse, Role, join
from ..frame import Frame
from ..intrinsics.create import note
from ..machine import Machine
from ..passed import Passed
from ..values import BROKEN, InstanceValue, NodeValue, Value
from .pairs import are_pairs


def bind(
    machine: Machine,
    step: InstanceValue,
    given: Sequence[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """A node that stands for the notes of the step."""
    title = machine.record.nodes[step.node].default_name
    if not are_pairs(machine, step, given, call):
        return BROKEN
    pairs = tuple(Argument("", one.value.code, UNKNOWN, one.value.span) for one in given)
    span = machine.span(call)
    made = machine.record.add_call(step.node, "bind", title, pairs, span, role=Role.STREAM)
    note(machine, made, given, call)
    frame.made[id(call)] = join(RefUse(Ref(made)))
    return NodeValue(made)
