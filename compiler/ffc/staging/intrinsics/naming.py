"""`set_name` and `get_name` of nodes."""

from __future__ import annotations

import libcst as cst

from ...diagnostics.staging.formatted_node import FormattedNode
from ...diagnostics.staging.wrong_call import WrongCall
from ..arguments import passed, read
from ..frame import Frame
from ..machine import Machine
from ..values import BROKEN, RESIDUAL, InstanceValue, Known, NodeValue, Value, describe, of_wiring


def name_of(machine: Machine, node: NodeValue) -> Value:
    """The node's name at this point of the wiring."""
    name = machine.record.names[node.node]
    return RESIDUAL if name is None else Known(name)


def call(
    machine: Machine, owner: NodeValue | InstanceValue, method: str, node: cst.Call, frame: Frame
) -> Value:
    """`owner.set_name(name)` gives the owner, `owner.get_name()` the name."""
    arguments = passed(machine, node, frame)
    if method == "get_name" and isinstance(owner, NodeValue):
        none = read(machine, node, arguments, "get_name", ())
        return BROKEN if none is None else name_of(machine, owner)
    values = read(machine, node, arguments, "set_name", ("name",), required=("name",))
    if values is None:
        return BROKEN
    given = values["name"]
    if of_wiring(given.value):
        return machine.refuse(FormattedNode(given.span, describe(given.value)))
    if isinstance(given.value, Known) and not isinstance(given.value.value, str):
        reason = "a name is a string"
        return machine.refuse(WrongCall(given.span, "set_name", reason, ("name",)))
    known = str(given.value.value) if isinstance(given.value, Known) else None
    machine.record.rename(owner.node, given.code, known, given.span)
    return owner
