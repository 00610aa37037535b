"""Methods of containers that the driver fills: they stay code; what comes into them is noted."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ..forbid import forbid
from ..frame import Frame
from ..kept.held import add, element, some
from ..machine import Machine
from ..passed import Passed
from ..values import (
    RESIDUAL,
    Broken,
    Known,
    ManyValue,
    MemberValue,
    RefValue,
    Value,
)
from . import create

_FILL = frozenset("append insert add setdefault".split())
_FILL_ALL = frozenset("extend update".split())
_CHANGE = frozenset("remove reverse clear discard".split())
_ASK = frozenset("index count keys".split())
_GIVE = frozenset("pop get setdefault popleft".split())


def call(
    machine: Machine,
    member: MemberValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`container.method(…)`, or a method of an actor that a variable of the driver holds."""
    owner, name = member.owner, member.name
    machine.taking.discard(id(node))
    if isinstance(owner, RefValue):
        return create.held_method(machine, owner, name, arguments, node, frame)
    assert isinstance(owner, ManyValue)
    broken = next((a.value.value for a in arguments if isinstance(a.value.value, Broken)), None)
    if broken is not None:
        return broken
    known = _FILL | _FILL_ALL | _CHANGE | _ASK | _GIVE | {"values", "items", "copy"}
    if name not in known:
        return forbid(machine, node.func, owner, f"`.{name}`") or RESIDUAL
    code = machine.source(node, frame)
    frame.replaced[id(node)] = frame.made[id(node)] = code
    _fill(machine, owner, name, arguments)
    machine.filling.add(id(node))
    if name in _GIVE:
        return some(element(owner, machine.span(node)))
    if name == "items":
        return ManyValue(owner.nodes, "iterator", (RESIDUAL, element(owner, machine.span(node))))
    if name in ("values", "copy"):
        kind = owner.kind if name == "copy" else "list"
        return ManyValue(owner.nodes, kind, owner.parts, depth=owner.depth)
    return RESIDUAL if name in _ASK else Known(None)


def _fill(machine: Machine, owner: ManyValue, name: str, arguments: Sequence[Passed]) -> None:
    """Notes what comes into the container."""
    machine.trail.save(owner.nodes)
    for argument in arguments:
        value = argument.value.value
        if name in _FILL or name == "get":
            add(owner.nodes, value, depth=owner.depth)
        elif name in _FILL_ALL:
            add(owner.nodes, value, top=True, depth=owner.depth)
