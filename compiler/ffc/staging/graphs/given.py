"""What `.remote(…)` is given, for the checks."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import steps as errors
from ...ir import Given, Role
from ..machine import Machine
from ..passed import Passed
from ..values import (
    Broken,
    BuiltinValue,
    FunctionValue,
    NodeValue,
    RefValue,
    RemoteValue,
    TaskValue,
    Value,
    to_python,
)
from .notes import is_stream

_FUNCTIONS = (FunctionValue, BuiltinValue, TaskValue, RemoteValue)


def are_named(
    machine: Machine, maker: RemoteValue, given: Sequence[Passed], call: cst.Call
) -> bool:
    """Refuses arguments that have no names."""
    found = machine.record.definition(maker.definition)
    facts = found.step if found is not None else None
    taken = facts.init if facts is not None else None
    name = maker.definition.name
    is_right = True
    for index, one in enumerate(given):
        if isinstance(one.value.value, Broken) or (one.keyword is not None and not one.star):
            continue
        place = machine.span(one.place or call)
        meant = taken[index].name if taken and index < len(taken) else None
        machine.refuse(errors.ByPosition(place, name, meant, one.star))
        is_right = False
    return is_right


def given_to(machine: Machine, given: Sequence[Passed]) -> tuple[Given, ...]:
    """The arguments by name, and what they are."""
    return tuple(
        Given(
            name=one.keyword,
            what=_what(machine, one.value.value),
            known=to_python(one.value.value),
            span=machine.span(one.node) if one.node is not None else one.value.span,
            place=machine.span(one.place) if one.place is not None else one.value.span,
        )
        for one in given
        if one.keyword is not None
    )


def _what(machine: Machine, value: Value) -> str:
    nodes = [value.node] if isinstance(value, NodeValue) else []
    if isinstance(value, RefValue):
        nodes += value.nodes.nodes
    if nodes:
        if all(machine.record.nodes[node].role is Role.RESOURCE for node in nodes):
            return "resource"
        return "notes" if is_stream(machine, value) else "value"
    return "function" if isinstance(value, _FUNCTIONS) else "value"
