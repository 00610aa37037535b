"""`step.bind("out", a, "other", b)`: which outputs of which nodes come into a step.

out = add.bind("out", tensors)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import UNKNOWN, Argument, Ref, RefUse, Role, join
from ..frame import Frame
from ..intrinsics.create import note
from ..machine import Machine
from ..passed import Passed
from ..values import BROKEN, Broken, InstanceValue, Known, NodeValue, RefValue, Value, describe


def bind(
    machine: Machine,
    step: InstanceValue,
    given: Sequence[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """A node that stands for the notes of the step."""
    pairs = _pairs(machine, given, call)
    if pairs is None:
        return BROKEN
    title = machine.record.nodes[step.node].default_name
    span = machine.span(call)
    made = machine.record.add_call(step.node, "bind", title, pairs, span, span.source.name)
    node = replace(machine.record.nodes[made], role=Role.STREAM, default_name=title)
    machine.record.nodes[made] = node
    note(machine, made, given, call)
    frame.made[id(call)] = join(RefUse(Ref(made)))
    return NodeValue(made)


def _pairs(
    machine: Machine, given: Sequence[Passed], call: cst.Call
) -> tuple[Argument, ...] | None:
    found: list[Argument] = []
    for output, node in zip(given[::2], given[1::2], strict=False):
        value = node.value.value
        if isinstance(value, Broken) or isinstance(output.value.value, Broken):
            return None
        if not _gives_notes(machine, value):
            reason = f"notes come from a source or from what `bind` gives, not from {_what(value)}"
            machine.refuse(errors.WrongCall(node.value.span, "bind", reason, ()))
            return None
        found += (Argument("", one.value.code, UNKNOWN, one.value.span) for one in (output, node))
    if len(given) % 2 or not given:
        reason = "it takes pairs: the name of an output, and the node that has it"
        machine.refuse(errors.WrongCall(machine.span(call), "bind", reason, ()))
        return None
    return tuple(found)


def _what(value: Value) -> str:
    return "a known value" if isinstance(value, Known) else describe(value)


def _gives_notes(machine: Machine, value: Value) -> bool:
    if isinstance(value, RefValue):
        return True
    if not isinstance(value, NodeValue):
        return False
    return machine.record.nodes[value.node].role in (Role.SOURCE, Role.STREAM)
