"""Methods of lists, dicts and sets that staging follows, with nodes in them or without."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import libcst as cst

from ..forbid import forbid
from ..frame import Frame
from ..iteration import length_of
from ..kept.entry import open_container
from ..keys import hashable
from ..machine import Machine
from ..passed import Passed
from ..values import (
    RESIDUAL,
    Deque_,
    Known,
    ManyValue,
    Mapping_,
    MemberValue,
    Sequence_,
    Set_,
    Value,
    give_up,
    is_counter,
    is_known,
    of_wiring,
)
from . import counters, deques, dicts, held, lists, sets
from .method import Method


def _length(call: Method) -> Value | None:
    return Known(length_of(call.owner)) if call.count == 0 else None


_COMMON: Mapping[str, Callable[[Method], Value | None]] = {"__len__": _length}
_TABLES: Mapping[type[Value], Mapping[str, Callable[[Method], Value | None]]] = {
    Sequence_: lists.METHODS,
    Deque_: deques.METHODS,
    Mapping_: dicts.METHODS,
    Set_: sets.METHODS,
}


def _takes_many(owner: Value, arguments: Sequence[Passed]) -> bool:
    """Whether nodes come into it of which only the driver knows how many there are."""
    if isinstance(owner, Set_) or (isinstance(owner, Sequence_) and not owner.is_list):
        return False
    return any(isinstance(one.value.value, ManyValue) for one in arguments)


def _takes_unknown(
    machine: Machine, member: MemberValue, arguments: Sequence[Passed], node: cst.Call
) -> bool:
    """Whether nodes come into a dict under a key that only the driver knows."""
    if not isinstance(member.owner, Mapping_) or member.name != "setdefault" or not arguments:
        return False
    if is_known(hashable(arguments[0].value.value)) or not machine.may_open:
        return False
    wired = any(of_wiring(one.value.value) for one in arguments[1:])
    return wired or id(node) in machine.opening


def call(
    machine: Machine,
    member: MemberValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`container.method(…)`; code that is not followed may change the container."""
    owner = member.owner
    machine.taking.discard(id(node))
    assert isinstance(owner, (Sequence_, Mapping_, Set_))
    if _takes_many(owner, arguments) or _takes_unknown(machine, member, arguments, node):
        open_container(machine, frame, node, owner, wired=True)
        name = node.func.value if isinstance(node.func, cst.Attribute) else node.func
        opened = machine.evaluate(name, frame)
        if isinstance(opened, ManyValue):
            return held.call(machine, MemberValue(opened, member.name), arguments, node, frame)
    table = counters.METHODS if is_counter(owner) else _TABLES[type(owner)]
    work = table.get(member.name) or _COMMON.get(member.name)
    if work is not None and not owner.escaped and not any(one.star for one in arguments):
        values = tuple(one.value for one in arguments if one.keyword is None)
        named = {one.keyword: one.value for one in arguments if one.keyword is not None}
        found = work(Method(machine, owner, values, named, node, frame))
        if found is not None:
            return found
    refused = forbid(machine, node.func, owner, f"`.{member.name}`")
    if refused is not None:
        return refused
    machine.trail.save(owner)
    give_up(owner)
    for argument in arguments:
        where = f"`.{member.name}`"
        refused = forbid(machine, argument.node or node, argument.value.value, where)
        if refused is not None:
            return refused
    return RESIDUAL
