"""`set_name` and `get_name` of nodes."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import BlockKind, Effect, Fragment
from ..arguments import read
from ..effects import effect_of
from ..frame import Frame
from ..keep import keep_once
from ..kept.asked_names import name_by_ref
from ..kept.named_later import name_chosen
from ..machine import Machine
from ..passed import Passed
from ..values import (
    BROKEN,
    RESIDUAL,
    Evaluated,
    InstanceValue,
    Known,
    NodeValue,
    RefValue,
    Value,
    describe,
    of_wiring,
)
from .beginnings import beginning


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


def name_of_held(
    machine: Machine,
    owner: RefValue,
    place: cst.BaseExpression,
    member: cst.Attribute,
    frame: Frame,
) -> Value:
    """The name of the node that a variable of the driver holds."""
    ref = machine.source(member.value, frame)
    code = name_by_ref(machine, owner.nodes, ref, place)
    frame.replaced[id(place)] = frame.made[id(place)] = code
    return RESIDUAL


def call_held(
    machine: Machine,
    owner: RefValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`owner.get_name()`, where a variable of the driver holds the node."""
    none = read(machine, node, arguments, "get_name", ())
    if none is None or not isinstance(node.func, cst.Attribute):
        return BROKEN
    return name_of_held(machine, owner, node, node.func, frame)


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
    given = _given(machine, arguments, node)
    if given is None:
        return BROKEN
    between = machine.record.between(owner.node)
    if between is not None:
        where = "a loop" if between is BlockKind.LOOP else "a condition"
        what = "a name for an outer node"
        return machine.refuse(errors.NotStaged(given.span, where, what))
    known = _text(given)
    code = given.code if known is not None else _computed(machine, arguments[0], given, frame)
    machine.record.rename(owner.node, code, known, given.span, given.as_written)
    machine.record.beginnings[owner.node] = beginning(arguments[0].node)
    if isinstance(node.func, cst.Attribute):
        frame.made[id(node)] = machine.source(node.func.value, frame)
    return owner


def call_chosen(
    machine: Machine,
    owner: RefValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`owner.set_name(name)`, where a condition has chosen which node is made."""
    given = _given(machine, arguments, node)
    if given is None:
        return BROKEN
    effect = Effect.NONE
    if _text(given) is None and arguments[0].node is not None:
        effect = effect_of(arguments[0].node, machine, frame)
    if not name_chosen(machine, owner.chosen, given, _text(given), effect, frame):
        where = "a variable that holds one of several nodes"
        return machine.refuse(errors.NotStaged(given.span, where, "a name"))
    if isinstance(node.func, cst.Attribute):
        frame.made[id(node)] = frame.replaced[id(node)] = machine.source(node.func.value, frame)
    return owner


def _given(machine: Machine, arguments: Sequence[Passed], node: cst.Call) -> Evaluated | None:
    """The name that is given; None where it was refused."""
    takes = ("name",)
    values = read(machine, node, arguments, "set_name", takes, takes, takes_wiring=True)
    if values is None:
        return None
    given = values["name"]
    if of_wiring(given.value):
        machine.refuse(errors.FormattedNode(given.span, describe(given.value)))
        return None
    if isinstance(given.value, Known) and not isinstance(given.value.value, str):
        machine.refuse(errors.WrongCall(given.span, "set_name", "a name is a string", ("name",)))
        return None
    return given


def _text(given: Evaluated) -> str | None:
    return str(given.value.value) if isinstance(given.value, Known) else None


def _computed(machine: Machine, argument: Passed, given: Evaluated, frame: Frame) -> Fragment:
    """A name that only the driver knows, computed once."""
    effect = effect_of(argument.node, machine, frame) if argument.node is not None else None
    return keep_once(machine, frame, "name", given, effect=effect)
