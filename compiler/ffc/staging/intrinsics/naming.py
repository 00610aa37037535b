"""`set_name` and `get_name` of nodes."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import BlockKind, Fragment
from ..arguments import read
from ..effects import effect_of
from ..frame import Frame
from ..keep import keep_once
from ..machine import Machine
from ..passed import Passed
from ..values import (
    BROKEN,
    RESIDUAL,
    Evaluated,
    InstanceValue,
    Known,
    NodeValue,
    Value,
    describe,
    of_wiring,
)


def name_of(machine: Machine, node: NodeValue, place: cst.BaseExpression, frame: Frame) -> Value:
    """The node's name at this point of the wiring; `place` is where the app asks for it."""
    name = machine.record.names[node.node]
    if name is not None:
        return Known(name)
    if node.node not in machine.record.name_code:
        what = "the number in the default name of a node"
        return machine.refuse(errors.NeedsKnown(machine.span(place), what, "a name of its own"))
    frame.replaced[id(place)] = machine.record.name_code[node.node]
    return RESIDUAL


def call(
    machine: Machine,
    owner: NodeValue | InstanceValue,
    method: str,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`owner.set_name(name)` gives the owner, `owner.get_name()` the name."""
    if method == "get_name" and isinstance(owner, NodeValue):
        none = read(machine, node, arguments, "get_name", ())
        return BROKEN if none is None else name_of(machine, owner, node, frame)
    values = read(machine, node, arguments, "set_name", ("name",), required=("name",))
    if values is None:
        return BROKEN
    given = values["name"]
    if of_wiring(given.value):
        return machine.refuse(errors.FormattedNode(given.span, describe(given.value)))
    if isinstance(given.value, Known) and not isinstance(given.value.value, str):
        reason = "a name is a string"
        return machine.refuse(errors.WrongCall(given.span, "set_name", reason, ("name",)))
    between = machine.record.between(owner.node)
    if between is not None:
        where = "a loop" if between is BlockKind.LOOP else "a condition"
        what = "a name for an outer node"
        return machine.refuse(errors.NotStaged(given.span, where, what))
    known = str(given.value.value) if isinstance(given.value, Known) else None
    code = given.code if known is not None else _computed(machine, arguments[0], given, frame)
    machine.record.rename(owner.node, code, known, given.span, given.as_written)
    if isinstance(node.func, cst.Attribute):
        frame.made[id(node)] = machine.source(node.func.value, frame)
    return owner


def _computed(machine: Machine, argument: Passed, given: Evaluated, frame: Frame) -> Fragment:
    """A name that only the driver knows, computed once."""
    effect = effect_of(argument.node, machine, frame) if argument.node is not None else None
    return keep_once(machine, frame, "name", given, effect=effect)
