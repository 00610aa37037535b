"""Methods of lists and dicts that staging follows, with nodes in them or without."""

from __future__ import annotations

import libcst as cst

from ...ir import join, text
from ..arguments import passed
from ..expressions.opaque import forbid
from ..frame import Frame
from ..machine import Machine
from ..settle import settle_one
from ..values import (
    BROKEN,
    RESIDUAL,
    Evaluated,
    Known,
    Mapping_,
    MemberValue,
    Sequence_,
    Value,
    give_up,
    of_wiring,
)

METHODS = frozenset({"append", "extend", "values", "keys", "items"})


def call(machine: Machine, member: MemberValue, node: cst.Call, frame: Frame) -> Value:
    """`container.method(…)`, for one of `METHODS`."""
    owner = member.owner
    arguments = passed(machine, node, frame)
    values = [argument.value for argument in arguments]
    plain = not any(argument.star or argument.keyword for argument in arguments)
    match owner, member.name, values:
        case Sequence_(is_list=True, escaped=False), "append", [item] if plain:
            if not machine.may_take(node, owner, item.value):
                return BROKEN if of_wiring(owner) or of_wiring(item.value) else RESIDUAL
            wired = of_wiring(owner) or of_wiring(item.value)
            owner.items.append(settle_one(machine, frame, "part", item) if wired else item)
            return _changed(machine, node, owner)
        case (
            Sequence_(is_list=True, escaped=False),
            "extend",
            [Evaluated(value=Sequence_(escaped=False) as more)],
        ) if plain:
            if more is not owner and not machine.may_take(node, owner, more):
                return BROKEN if of_wiring(owner) or of_wiring(more) else RESIDUAL
            wired = of_wiring(owner) or of_wiring(more)
            more_items = list(more.items)  # it may be the very same list
            owner.items += (
                settle_one(machine, frame, "part", item) if wired else item for item in more_items
            )
            return _changed(machine, node, owner)
        case Mapping_(escaped=False), ("values" | "keys" | "items"), []:
            return _view(machine, owner, member.name, node)
    give_up(owner)
    for argument in arguments:
        refused = forbid(machine, argument.node, argument.value.value, f"`.{member.name}`")
        if refused is not None:
            return refused
    return RESIDUAL


def _changed(machine: Machine, node: cst.Call, owner: Value) -> Value:
    return Known(None) if machine.bounded(node, owner) is owner else BROKEN


def _view(machine: Machine, owner: Mapping_, method: str, node: cst.Call) -> Value:
    span = machine.span(node)
    if method == "values":
        return Sequence_([value for _, value in owner.entries.values()], is_list=True)
    if method == "keys":
        return Sequence_([key for key, _ in owner.entries.values()], is_list=True)
    pairs = []
    for key, value in owner.entries.values():
        code = join(text("("), key.code, text(", "), value.code, text(")"))
        pairs.append(Evaluated(Sequence_([key, value], is_list=False), code, span))
    return Sequence_(pairs, is_list=True)
