"""What tasks get of a step graph: all notes that a step gives, by its outputs.

told = report(out)            →     out_notes = gather(out, parameters, chunk)
                                    told = report.remote(out_notes)
"""

from __future__ import annotations

from dataclasses import replace

from ...ir import UNKNOWN, Argument, Ref, RefUse, Role, join
from ..machine import Machine
from ..passed import Passed
from ..values import Evaluated, ItemValue, NodeValue, RefValue, Value


def as_notes(machine: Machine, one: Passed) -> Passed:
    """The argument, with the notes of a step in place of what `bind` gives."""
    value = one.value.value
    if isinstance(value, NodeValue) and is_stream(machine, value):
        ref = Ref(_notes(machine, value.node, one))
        given = Evaluated(NodeValue(ref.node), join(RefUse(ref)), one.value.span)
    elif isinstance(value, ItemValue) and is_stream(machine, NodeValue(value.ref.node)):
        ref = Ref(_notes(machine, value.ref.node, one), value.ref.key)
        given = Evaluated(ItemValue(ref), join(RefUse(ref)), one.value.span)
    else:
        return one
    return replace(one, value=given)


def is_stream(machine: Machine, value: Value) -> bool:
    """Whether it gives notes: a source or a bound step, also in a variable of the driver."""
    if isinstance(value, RefValue):
        roles = {machine.record.nodes[node].role for node in value.nodes.nodes}
        return roles <= {Role.SOURCE, Role.STREAM}
    if not isinstance(value, NodeValue):
        return False
    return machine.record.nodes[value.node].role in (Role.SOURCE, Role.STREAM)


def _notes(machine: Machine, stream: int, one: Passed) -> int:
    """The node that gathers the notes, the same for all that take them."""
    record = machine.record
    if stream in record.gathered:
        return record.gathered[stream]
    span = one.value.span
    argument = Argument("", join(RefUse(Ref(stream))), UNKNOWN, span)
    title = record.nodes[stream].default_name
    made = record.add_call(stream, "notes", f"{title} notes", (argument,), span, role=Role.NOTES)
    record.gathered[stream] = made
    return made
